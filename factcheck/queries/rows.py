"""One row of the workbench's list: a sentence, its marks, how it lies in the text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from factcheck.rules.scales import Standing, VerdictLabel
from factcheck.rules.sorting import REASON_LABELS, Reason, Sorting
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.spans import Passage
from factcheck.translating import _, within

END = 2**31 - 1  # Of any text: no document is that long.
_LOUDEST = (
    Standing.OPEN,
    Standing.REFUTED,
    Standing.CONTEXT,
    Standing.PARTLY,
    Standing.UNVERIFIED,
    Standing.HOLDS,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim's words within its sentence: text[start:end] of the sentence."""

    number: int
    start: int
    end: int
    verdict: VerdictLabel | None
    to_check: bool
    look: bool

    @property
    def standing(self) -> Standing:
        """How it looks."""
        return self.verdict.standing if self.verdict else Standing.OPEN

    @property
    def said(self) -> str:
        """The claim's state in words."""
        label = self.verdict.label if self.verdict else _("no verdict")
        if self.to_check:
            return _(
                "Claim %(number)s: %(verdict)s, to check.",
                number=self.number,
                verdict=label,
            )
        return _("Claim %(number)s: %(verdict)s.", number=self.number, verdict=label)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence under the same marks, or none."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Lie:
    """How a sentence lies in the text.

    Attributes:
        kind: of its paragraph.
        first: whether it is the first of its paragraph.
        before_first: whether the next sentence is the first of another paragraph.
        last: whether no sentence follows.
        loose: what stands before it and in no sentence; white space is not shown.
        loose_after: what stands after the last sentence.
    """

    kind: ParagraphKind = ParagraphKind.PROSE
    first: bool = False
    before_first: bool = False
    last: bool = False
    loose: str = ""
    loose_after: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the list.

    Attributes:
        opens: whether a paragraph opens here in the list.
        lie: where it lies in the text, whatever the list shows around it.
    """

    position: int
    paragraph: int
    opens: bool
    lie: Lie
    sorting: Sorting
    reason: Reason | None
    text: str
    marks: tuple[Mark, ...] = field(default=())
    suggested: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The sentence cut where marks begin and end; marks may overlap."""
        return cut(self.text, self.marks)

    @property
    def standing(self) -> Standing | None:
        """Of its claims, the one that asks most of the reader; None without any."""
        return min((m.standing for m in self.marks), key=_LOUDEST.index, default=None)

    @property
    def said(self) -> str:
        """The sentence's state in words."""
        if self.marks:
            return " ".join(mark.said for mark in self.marks)
        if self.reason:
            reason = within(_(REASON_LABELS[self.reason]))
            return _("Not a claim: %(reason)s.", reason=reason)
        return _("To sort, suggested.") if self.suggested else _("To sort.")


def cut(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Cut a sentence at the borders of its marks; the pieces give it back whole."""
    borders = {0, len(text)}
    for mark in marks:
        borders.update((mark.start, mark.end))
    return tuple(
        Piece(text[a:b], tuple(m for m in marks if m.start <= a and b <= m.end))
        for a, b in pairwise(sorted(borders))
    )


def lie_of(found: Any, passage: Passage) -> Lie:
    """Say how a sentence lies, from its row and the text around it."""
    last = found.paragraph_after is None
    return Lie(
        kind=ParagraphKind(found.kind or ParagraphKind.PROSE),
        first=found.paragraph != found.paragraph_before,
        before_first=not last and found.paragraph_after != found.paragraph,
        last=last,
        loose=passage.words(found.end_before or 0, found.start).strip(),
        loose_after=passage.words(found.end, END).strip() if last else "",
    )


def row_of(
    found: Any, text: str, marks: Sequence[Mark], lie: Lie, *, suggested: bool
) -> Row:
    """Return a sentence of the database as a row."""
    return Row(
        position=found.position,
        paragraph=found.paragraph,
        opens=lie.first,
        lie=lie,
        sorting=Sorting(found.sorting),
        reason=Reason(found.reason) if found.reason else None,
        text=text,
        marks=tuple(marks),
        suggested=suggested,
    )
