"""What changed between two texts, word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

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
    for tag, a, b, c, d in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.SAME, "".join(old[a:b])))
            continue
        if b > a:
            pieces.append(Piece(Change.GONE, "".join(old[a:b])))
        if d > c:
            pieces.append(Piece(Change.NEW, "".join(new[c:d])))
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Put a lone space between two changes into them, so that a phrase stays whole."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        gone, new = "", ""
        while at < len(pieces) and _belongs(pieces, at, gone + new):
            piece = pieces[at]
            gone += piece.text if piece.change is not Change.NEW else ""
            new += piece.text if piece.change is not Change.GONE else ""
            at += 1
        if gone or new:
            found += [
                Piece(kind, text)
                for kind, text in ((Change.GONE, gone), (Change.NEW, new))
                if text
            ]
        else:
            found.append(pieces[at])
            at += 1
    return tuple(found)


def _belongs(pieces: list[Piece], at: int, before: str) -> bool:
    """Say whether a piece is a change, or white space between two of them."""
    if pieces[at].change is not Change.SAME:
        return True
    return bool(before) and pieces[at].text.isspace() and at + 1 < len(pieces)
