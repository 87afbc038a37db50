"""What a paragraph is: prose, or a heading, a byline, a separator and the like."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class ParagraphKind(StrEnum):
    """What a paragraph is; every paragraph has exactly one kind."""

    PROSE = "prose"
    HEADING = "heading"
    BYLINE = "byline"
    SEPARATOR = "separator"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    FOOTNOTE = "footnote"
    TABLE_ROW = "table_row"

    @property
    def has_sentences(self) -> bool:
        """Say whether it is cut into sentences that are sorted.

        A heading, a separator and whatever tells of the text ("By Jin Se-keun", the
        fields above a Markdown text) each stand as one unit that is not prose.
        """
        return self not in _STANDS_ALONE


_STANDS_ALONE = (ParagraphKind.HEADING, ParagraphKind.BYLINE, ParagraphKind.SEPARATOR)


class ParagraphSpan(NamedTuple):
    """A paragraph that a document's format told of: text[start:end] and its kind."""

    start: int
    end: int
    kind: ParagraphKind


def check_order(paragraphs: Iterable[ParagraphSpan], length: int) -> None:
    """Hold a reader to paragraphs in order, apart, and inside a text of this length.

    Raises:
        ValueError: a reader is wrong; nobody's file can cause it.
    """
    done = 0
    for start, end, _ in paragraphs:
        if not done <= start < end <= length:
            raise ValueError(f"A paragraph from {start} to {end} is out of order.")
        done = end
