"""The comments in the margin of a Word text, on the words that they are about."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.readers.parts import Comment, Manuscript, Part, tidy

_MOST = 1_000
_FOOTNOTE = ParagraphKind.FOOTNOTE


class Commented:
    """Watches parts go by, and then knows on which words of the text comments are."""

    def __init__(self) -> None:
        self._marked: list[tuple[int, Part]] = []

    def watch(self, every: Iterable[Part]) -> Iterator[Part]:
        """Pass parts on, remembering those in which a comment begins or ends."""
        number = 0
        for part in every:
            if tidy(part.words):
                if part.marks:
                    self._marked.append((number, part))
                number += 1
            yield part

    def found(self, text: Manuscript, written: Element | None) -> tuple[Comment, ...]:
        """Return the comments that are about words of the text."""
        begun: dict[str, int] = {}
        ended: dict[str, int] = {}
        for number, part in self._marked:
            start, end, _ = text.paragraphs[number]
            places = _places(part, text.text[start:end])
            for mark in part.marks:
                if mark.opens:
                    begun[mark.comment] = start + places[mark.letters]
                elif mark.letters:
                    end_of_it = start + places[mark.letters - 1] + 1
                    ended.setdefault(mark.comment, end_of_it)
                else:
                    ended.setdefault(mark.comment, start)
        said = [] if written is None else written.findall("w:comment")[:_MOST]
        # The end of one that goes on to the end of the text is in no paragraph.
        last = max((x.end for x in text.paragraphs if x.kind != _FOOTNOTE), default=0)
        every = []
        for each in said:
            key = each.get("w:id", "")
            end = ended.get(key, last)
            # One that was put on a point, and on no words, is on the letter before.
            start = begun.get(key, max(0, end - 1) if key in ended else last)
            end = start + len(text.text[start:end].rstrip())
            if start < end:
                every.append(_comment(each, start, end))
        return tuple(sorted(comment for comment in every if comment.words))


def _places(part: Part, words: str) -> list[int]:
    """Return where each character that is no white space stands, and the end.

    A number that was written in front is not in the file, so it does not count.
    """
    shown = [at for at, letter in enumerate(words) if not letter.isspace()]
    return [*shown[len(shown) - part.letters :], len(words)]


def _comment(element: Element, start: int, end: int) -> Comment:
    paragraphs = (
        "".join(node.text or "" for node in paragraph.iter("w:t")).strip()
        for paragraph in element.iter("w:p")
    )
    return Comment(
        start=start,
        end=end,
        author=" ".join(element.get("w:author", "").split()),
        date=element.get("w:date", "")[:10],
        words="\n\n".join(filter(None, paragraphs)),
    )
