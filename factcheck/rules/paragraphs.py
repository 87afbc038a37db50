"""What kinds of paragraph there are, in the desk's words, and how one is read."""

from factcheck.errors import InvalidError
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import N_, _, within

_LABELS: dict[ParagraphKind, str] = {
    ParagraphKind.PROSE: N_("Prose"),
    ParagraphKind.HEADING: N_("Heading"),
    ParagraphKind.BYLINE: N_("Byline"),
    ParagraphKind.SEPARATOR: N_("Separator"),
    ParagraphKind.LIST_ITEM: N_("List item"),
    ParagraphKind.QUOTATION: N_("Quotation"),
    ParagraphKind.FOOTNOTE: N_("Footnote"),
    ParagraphKind.TABLE_ROW: N_("Row of a table"),
}


def kind_label(kind: ParagraphKind) -> str:
    """Say what kind of paragraph it is."""
    return _(_LABELS[kind])


def kind_labels() -> dict[ParagraphKind, str]:
    """Say what kinds there are, in the order in which they are offered."""
    return {kind: kind_label(kind) for kind in _LABELS}


def parse_kind(kind: str) -> ParagraphKind:
    """Read a kind as a form or file gives it.

    Raises:
        InvalidError: an unknown word.
    """
    if kind not in set(ParagraphKind):
        raise InvalidError(
            "kind",
            _(
                "A paragraph can be one of: %(kinds)s.",
                kinds=", ".join(within(label) for label in kind_labels().values()),
            ),
        )
    return ParagraphKind(kind)
