"""A quotation against a text: does it stand there, word for word?

exact    every word, in order; quotation marks, dashes, white space, hyphens at
         ends of lines and ways of encoding a character apart
elided   exact but for "..." and [brackets], whose parts stand in this order
altered  something near it stands there
absent   nothing near it does
nothing  there are no words, or no text
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.text.differences import Change, Piece, differences
from factcheck.text.folding import evened
from factcheck.text.fuzzy import ratio
from factcheck.text.quotations.finding import Sought, in_order, places, sought
from factcheck.text.quotations.nearest import nearest
from factcheck.text.quotations.parts import Part, parts_of
from factcheck.text.quotations.passages import Span, near_passage, passage
from factcheck.text.quotations.prepared import Prepared, prepare
from factcheck.text.words import words


class Outcome(StrEnum):
    """How a quotation stands in a text."""

    EXACT = "exact"
    ELIDED = "elided"
    ALTERED = "altered"
    ABSENT = "absent"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation as it was checked.

    Attributes:
        passages: where its parts stand in the text, in the quotation's order: spans
            of code points; of an altered one, what comes nearest.
        pieces: of an altered one, how the passage became the quotation; both with
            their typography evened out.
        changed: of an altered one, how many words differ.
    """

    outcome: Outcome
    passages: tuple[Span, ...] = ()
    pieces: tuple[Piece, ...] = ()
    changed: int = 0


_NOTHING = Checked(Outcome.NOTHING)
_ABSENT = Checked(Outcome.ABSENT)
_BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n\s*(?=[^\W\d_])")
_RUN = re.compile(r"[^\W_]+")
_FOUND_SHARE = 0.6  # of a quotation's letters, for it to be an altered one


def check_quotation(quote: str, text: Prepared) -> Checked:
    """Look for a quotation in a text."""
    if not quote.strip() or not text.raw.strip():
        return _NOTHING
    whole = sought(Part(quote, None, None))
    if not whole.size:
        return _marks_only(quote.strip(), text)
    at = next(places(whole, text), None)
    if at is not None:
        span = passage(text, (at, at + whole.size), whole.words)
        return Checked(Outcome.EXACT, (span,))
    return _in_parts([sought(part) for part in parts_of(quote)], text)


def check_quotations(quotes: Iterable[str], text: str) -> list[Checked]:
    """Look for several quotations in one text, which is made ready once."""
    ready = prepare(text)
    return [check_quotation(quote, ready) for quote in quotes]


def _in_parts(parts: list[Sought], text: Prepared) -> Checked:
    """Look for what stands between elisions and brackets."""
    spans = in_order(parts, text) if parts else None
    if not spans:
        return _altered(parts, text)
    outcome = Outcome.ELIDED
    if len(parts) == 1 and not _inserted(parts[0]):
        outcome = Outcome.EXACT  # "... of the war" leaves nothing out within.
    found = zip(spans, parts, strict=True)
    return Checked(outcome, tuple(passage(text, s, p.words) for s, p in found))


def _inserted(part: Sought) -> bool:
    cuts = part.part.before, part.part.after
    return any(cut is not None and cut.inserted is not None for cut in cuts)


def _marks_only(marks: str, text: Prepared) -> Checked:
    """Look for a quotation without letters, such as "!?"."""
    at = text.even.find(evened(marks))
    return _ABSENT if at < 0 else Checked(Outcome.EXACT, ((at, at + len(marks)),))


def _altered(parts: list[Sought], text: Prepared) -> Checked:
    """Show what stands there instead, part by part."""
    passages: list[Span] = []
    pieces: list[Piece] = []
    found = 0.0
    for index, part in enumerate(parts):
        before = part.part.before
        if index and before is not None:
            pieces.append(Piece(Change.SAME, f" {before.shown} "))
        near = nearest(part.words, text)
        if near is None:
            pieces.append(Piece(Change.NEW, _plain(part.part.words)))
            continue
        span = _closest(text, (near.start, near.end), part.words)
        stands = text.raw[slice(*span)]
        found += part.size * ratio(part.words.lower, prepare(stands).lower) / 100
        passages.append(span)
        pieces += differences(_plain(stands), _plain(part.part.words))
    if found < _FOUND_SHARE * sum(part.size for part in parts) or not passages:
        return _ABSENT
    return Checked(Outcome.ALTERED, tuple(passages), tuple(pieces), _changed(pieces))


def _closest(text: Prepared, near: Span, quoted: Prepared) -> Span:
    """Return a passage without words before and after that nothing answers to."""
    start, end = near_passage(text, near, quoted)
    stands = prepare(text.raw[start:end])
    pieces = differences(_plain(stands.raw), _plain(quoted.raw))
    first = last = 0
    if len(pieces) > 1 and pieces[0].change is Change.GONE:
        first = _letters(pieces[0]) if pieces[1].change is Change.SAME else 0
    if len(pieces) > 1 and pieces[-1].change is Change.GONE:
        last = _letters(pieces[-1]) if pieces[-2].change is Change.SAME else 0
    if not first and not last:
        return start, end
    low, high = stands.raw_span(first, len(stands.loose) - last)
    return start + low, start + high


def _letters(piece: Piece) -> int:
    return sum(map(len, _RUN.findall(piece.text)))


def _plain(text: str) -> str:
    """Even out what is no difference, as far as that can be read as plain text."""
    return " ".join(_BROKEN.sub("", evened(text)).split())


def _changed(pieces: list[Piece]) -> int:
    """Count the words that differ; one that became another counts once."""
    total = gone = new = 0
    for piece in [*pieces, Piece(Change.SAME, "")]:
        if piece.change is Change.SAME:
            total += max(gone, new)
            gone = new = 0
            continue
        count = sum(word.pickable for word in words(piece.text))
        if piece.change is Change.GONE:
            gone += count
        else:
            new += count
    return max(total, 1)
