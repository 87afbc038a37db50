"""The author's words as Word paragraphs, claims within the ranges of comments."""

from collections.abc import Iterator, Mapping

from factcheck.exports.docx.markup import bookmark, jump, paragraph, run
from factcheck.exports.marking import Words, marked
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedParagraph
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
            for each in marked(sentence, self._claims):
                if isinstance(each, int):
                    yield self._reference(each)
                else:
                    yield from self._words(each)

    def _words(self, found: Words) -> Iterator[str]:
        for number in found.begun:
            yield bookmark(f"m{number}", 2 * self._ids[number])
            yield f'<w:commentRangeStart w:id="{self._ids[number]}"/>'
        look = ""
        if found.claims:
            standing = self._claims[found.claims[0]].standing
            look = f'<w:rStyle w:val="Claim-{standing}"/>'
        yield run(found.text, look, rtl=self._rtl)
        yield from map(self._comment, found.ended)

    def _comment(self, number: int) -> str:
        ident = self._ids[number]
        return (
            f'<w:commentRangeEnd w:id="{ident}"/><w:r><w:rPr>'
            '<w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{ident}"/></w:r>'
        )

    def _reference(self, number: int) -> str:
        return jump(run(str(number), _SUPERSCRIPT), f"c{number}")
