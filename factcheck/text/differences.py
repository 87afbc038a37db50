"""What changed between two texts, word by word."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.text.wording import readable, stretches
from factcheck.text.words import words


class Change(StrEnum):
    """What became of a piece."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came."""

    change: Change
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces that tell how one text became the other, in reading order.

    Pieces that are not new give `before` back; those not gone give `after` back.
    """
    old = [word.text for word in words(before)]
    new = [word.text for word in words(after)]
    pieces: list[Piece] = []
    for same, a, b, c, d in readable(stretches(old, new), old):
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        if same:
            pieces.append(Piece(Change.SAME, gone))
            continue
        pieces += [Piece(Change.GONE, gone)] if gone else []
        pieces += [Piece(Change.NEW, came)] if came else []
    return tuple(pieces)
