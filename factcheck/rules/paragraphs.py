"""What kinds of paragraph there are, in the desk's words, and how one is read."""

from factcheck.errors import InvalidError
from factcheck.text.paragraphs import ParagraphKind

KIND_LABELS: dict[ParagraphKind, str] = {
    ParagraphKind.PROSE: "Prose",
    ParagraphKind.HEADING: "Heading",
    ParagraphKind.BYLINE: "Byline",
    ParagraphKind.SEPARATOR: "Separator",
    ParagraphKind.LIST_ITEM: "List item",
    ParagraphKind.QUOTATION: "Quotation",
    ParagraphKind.FOOTNOTE: "Footnote",
    ParagraphKind.TABLE_ROW: "Row of a table",
}


def parse_kind(kind: str) -> ParagraphKind:
    """Read a kind as a form or file gives it.

    Raises:
        InvalidError: an unknown word.
    """
    if kind not in set(ParagraphKind):
        labels = ", ".join(label.lower() for label in KIND_LABELS.values())
        raise InvalidError("kind", f"A paragraph can be one of: {labels}.")
    return ParagraphKind(kind)
