"""Finding quoted words in a text: one part, or several in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.text.quotations.joints import closes_at, opens_at, stands_at
from factcheck.text.quotations.parts import Cut, Part
from factcheck.text.quotations.prepared import Prepared, prepare

# A hostile text may hold a short quotation's letters at every place.
_MOST_LOOKED_AT = 20_000
_MOST_ANCHORS = 64
_LONGEST_ENDING = 5  # letters that a bracket may put in place of an ending

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sought:
    """A part of a quotation, ready to be looked for."""

    part: Part
    words: Prepared

    @property
    def size(self) -> int:
        """Its number of letters and digits."""
        return len(self.words.loose)

    def stands(self, text: Prepared, at: int) -> bool:
        """Say whether the part stands here; its letters and digits do."""
        return (
            self._opens(text, at)
            and self._closes(text, at + self.size)
            and stands_at(self.words, text, at)
        )

    def _opens(self, text: Prepared, at: int) -> bool:
        """Say whether it may begin here: [T]he may be the, [un]happy happy."""
        cut = self.part.before
        if cut is None or cut.inserted is None or not cut.before_letter:
            return opens_at(self.words, text, at)
        put = cut.inserted.casefold()
        if text.loose[max(0, at - len(put)) : at].casefold() == put:
            return True
        return opens_at(self.words, text, at)

    def _closes(self, text: Prepared, end: int) -> bool:
        """Say whether it may end here: kill[ed] may be kills."""
        cut = self.part.after
        if cut is None or cut.inserted is None or not cut.after_letter:
            return closes_at(self.words, text, end)
        rest = text.loose[end : end + _LONGEST_ENDING + 1]
        inner = text.inner_starts(end - 1, end + len(rest))
        left = (inner[0] - end) if len(inner) else len(rest)
        return left <= _LONGEST_ENDING


def sought(part: Part) -> Sought:
    """Make a part ready."""
    return Sought(part, prepare(part.words))


def places(part: Sought, text: Prepared, start: int = 0) -> Iterator[int]:
    """Yield where a part stands in `text.loose`, from `start` on, in order."""
    at = start - 1
    for _ in range(_MOST_LOOKED_AT):
        at = text.loose.find(part.words.loose, at + 1)
        if at < 0:
            return
        if part.stands(text, at):
            yield at


def in_order(parts: Sequence[Sought], text: Prepared) -> list[Span] | None:
    """Return where all parts stand, one after the other and as near as they do."""
    anchor = max(range(len(parts)), key=lambda index: parts[index].size)
    best: list[Span] | None = None
    for tried, at in enumerate(places(parts[anchor], text)):
        if tried == _MOST_ANCHORS:
            break
        spans = _around(parts, text, anchor, at)
        if spans and (best is None or _width(spans) < _width(best)):
            best = spans
    return best


def _width(spans: list[Span]) -> int:
    return spans[-1][1] - spans[0][0]


def _around(
    parts: Sequence[Sought], text: Prepared, anchor: int, at: int
) -> list[Span] | None:
    spans = [(at, at + parts[anchor].size)]
    for part in reversed(parts[:anchor]):
        found = _before(part, text, spans[0][0])
        if found is None:
            return None
        spans.insert(0, found)
    for part in parts[anchor + 1 :]:
        found = _after(part, text, spans[-1][1])
        if found is None:
            return None
        spans.append(found)
    return spans


def _before(part: Sought, text: Prepared, end: int) -> Span | None:
    """Return the last place of a part before another, near enough to it."""
    low = max(0, end - _reach(part.part.after) - part.size)
    at = end - part.size + 1
    for _ in range(_MOST_LOOKED_AT):
        at = text.loose.rfind(part.words.loose, low, max(low, at - 1 + part.size))
        if at < 0:
            return None
        if part.stands(text, at):
            return at, at + part.size
    return None


def _after(part: Sought, text: Prepared, start: int) -> Span | None:
    """Return the first place of a part after another, near enough to it."""
    for at in places(part, text, start):
        if at - start > _reach(part.part.before):
            return None
        return at, at + part.size
    return None


def _reach(cut: Cut | None) -> int:
    return cut.reach if cut else 0
