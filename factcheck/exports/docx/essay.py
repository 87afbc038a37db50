"""The author's words as Word paragraphs, claims within the ranges of comments."""

from collections.abc import Iterator, Mapping

from factcheck.exports.docx.markup import bookmark, jump, paragraph, run
from factcheck.exports.passages import CLOSERS
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedParagraph, Segment
from factcheck.text.paragraphs import ParagraphKind

STYLES: Mapping[ParagraphKind, str] = {
    ParagraphKind.HEADING: "Heading2",
    ParagraphKind.QUOTATION: "Quote",
    ParagraphKind.LIST_ITEM: "EssayItem",
    ParagraphKind.FOOTNOTE: "EssaySmall",
    ParagraphKind.BYLINE: "EssaySmall",
}
_SUPERSCRIPT = '<w:rStyle w:val="Hyperlink"/><w:vertAlign w:val="superscript"/>'


class Passages:
    """Writes paragraphs; knows each claim and the id of its comment."""

    def __init__(
        self,
        claims: Mapping[int, AnnotatedClaim],
        ids: Mapping[int, int],
        *,
        rtl: bool,
    ) -> None:
        self._claims, self._ids, self._rtl = claims, ids, rtl

    def paragraph(self, found: AnnotatedParagraph) -> str:
        """Return a paragraph of the essay."""
        style = STYLES.get(found.kind, "Essay")
        inner = "".join(self._inner(found))
        return paragraph(inner, style, rtl=self._rtl)

    def _inner(self, found: AnnotatedParagraph) -> Iterator[str]:
        for sentence in found.sentences:
            if sentence.gap:
                yield run(sentence.gap, rtl=self._rtl)
            due: list[int] = []
            for segment in sentence.segments:
                yield from self._segment(segment, due)
            yield from map(self._reference, due)

    def _segment(self, segment: Segment, due: list[int]) -> Iterator[str]:
        """Write a segment; references wait in `due` for the stop after their words."""
        text = segment.text
        if due and not segment.claims and (closers := CLOSERS.match(text)):
            yield run(closers[0], rtl=self._rtl)
            text = text[closers.end() :]
        yield from map(self._reference, due)
        due.clear()
        for number in segment.claims:
            if self._claims[number].start == segment.start:
                yield bookmark(f"m{number}", 2 * self._ids[number])
                yield f'<w:commentRangeStart w:id="{self._ids[number]}"/>'
        look = ""
        if segment.claims:
            standing = self._claims[segment.claims[0]].standing
            look = f'<w:rStyle w:val="Claim-{standing}"/>'
        yield run(text, look, rtl=self._rtl)
        for number in segment.claims:
            if self._claims[number].end == segment.end:
                yield self._comment(number)
                due.append(number)

    def _comment(self, number: int) -> str:
        ident = self._ids[number]
        return (
            f'<w:commentRangeEnd w:id="{ident}"/><w:r><w:rPr>'
            '<w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{ident}"/></w:r>'
        )

    def _reference(self, number: int) -> str:
        return jump(run(str(number), _SUPERSCRIPT), f"c{number}")
