"""What a format is: how it is written, what it holds, and of what it is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.pieces import Piece
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.holdings import NOTHING_HELD, Holding, Holdings
from factcheck.rules.permissions import Deed


class Writer(Protocol):
    """Writes an essay; `about` is where the desk says how it works."""

    def __call__(self, essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
        """Return the file's bytes."""
        ...


class Holder(Protocol):
    """Writes an essay with what the desk holds of it."""

    def __call__(
        self, essay: AnnotatedEssay, about: Addresses, holdings: Holdings
    ) -> tuple[bytes, Sequence[str]]:
        """Return the file's bytes, and what it has lost, a sentence each."""
        ...


Ask = Callable[[AnnotatedEssay, Addresses], str]
Report = Callable[[AnnotatedEssay, Addresses], Sequence[str]]


def _given(_essay: AnnotatedEssay, _about: Addresses) -> str:
    return ""


def _whole(_essay: AnnotatedEssay, _about: Addresses) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: as asked for on the command line and in addresses.
        extension: of the file, without the dot.
        write: the same essay gives the same bytes.
        holds: what it is, in words.
        leaves_out: what of an annotated essay it does not hold.
        also: what else it does not, in words.
        withheld: why an essay is not given in it, or "".
        lacks: what the file of this very essay has lost, a sentence each.
        of_editions: it is of what is published, and never of a working copy.
        of_the_desk: it is of what the desk holds, and never of an edition.
        deed: what whoever takes a working copy away must be allowed to do.
        asks: for which holdings; `hold` is then given them.
        hold: writes a working copy where there are holdings.
    """

    name: str
    label: str
    extension: str
    media_type: str
    write: Writer
    holds: str
    leaves_out: tuple[Piece, ...] = ()
    also: tuple[str, ...] = ()
    withheld: Ask = _given
    lacks: Report = _whole
    of_editions: bool = False
    of_the_desk: bool = False
    deed: Deed = Deed.EXPORT
    asks: Holding | None = None
    hold: Holder | None = None

    @property
    def carries(self) -> str:
        """What it holds, and what it cannot, in words."""
        lacking = "; ".join((*self.leaves_out, *self.also))
        return f"{self.holds} It does not carry: {lacking}." if lacking else self.holds

    def file(
        self,
        essay: AnnotatedEssay,
        about: Addresses = NOWHERE,
        holdings: Holdings = NOTHING_HELD,
    ) -> tuple[bytes, Sequence[str]]:
        """Return the bytes of a working copy, and what it has lost."""
        if self.hold is not None:
            return self.hold(essay, about, holdings)
        return self.write(essay, about), self.lacks(essay, about)
