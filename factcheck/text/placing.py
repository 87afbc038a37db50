"""Where words that were quoted elsewhere stand in a text: by what they say first.

Programs count characters differently, so a position is believed only where it tells
two places apart that both have the quoted words. What stood around the words comes
before it. Words are looked for to the letter, and then as a quotation in a copy is:
however quotation marks, dashes and white space are set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.text.quotations.finding import places, sought
from factcheck.text.quotations.parts import Part
from factcheck.text.quotations.passages import Span, passage
from factcheck.text.quotations.prepared import Prepared, prepare
from factcheck.text.readers.annotations import Annotation
from factcheck.text.readers.parts import Comment

_MOST = 200  # places of one quotation
_ENOUGH = 0.8  # of what is quoted around the words, for it to tell places apart
_AROUND = 32  # code points, as the W3C's suite and Hypothesis have them


class Fit(StrEnum):
    """Whether an annotation's words stand in a text."""

    FOUND = "found"
    SEVERAL = "several"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation, and where its words may stand, the likeliest first."""

    annotation: Annotation
    fit: Fit
    spans: tuple[Span, ...] = ()


def place_all(text: str, annotations: Sequence[Annotation]) -> list[Placed]:
    """Look for the words of annotations."""
    ready = prepare(text)
    units = _Units(text)
    return [_placed(ready, units, each) for each in annotations]


def _placed(ready: Prepared, units: "_Units", annotation: Annotation) -> Placed:
    hints = units.starts(annotation.start)
    spans = _to_the_letter(ready.raw, annotation.exact, hints)
    spans = spans or _as_quoted(ready, annotation)
    if len(spans) < 2:
        return Placed(annotation, Fit.FOUND if spans else Fit.ABSENT, tuple(spans))
    around = {span: _around(ready.raw, span, annotation) for span in spans}
    best = max(around.values())
    if best >= _ENOUGH:
        spans = [span for span in spans if around[span] == best]
    there = [span for hint in hints for span in spans if span[0] == hint]
    if len(spans) == 1 or there:
        return Placed(annotation, Fit.FOUND, tuple(there[:1] or spans))
    near = sorted(spans, key=lambda span: units.distance(span[0], annotation.start))
    # "the" is hardly meant in "their", as long as it stands by itself as well.
    whole = [span for span in near if _is_whole(ready.raw, *span)]
    fit = Fit.FOUND if len(whole) == 1 else Fit.SEVERAL
    return Placed(annotation, fit, tuple(whole or near))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether no word goes on before or after."""
    before, after = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    return not (len(before) == 2 and before.isalnum()) and not (
        len(after) == 2 and after.isalnum()
    )


def _to_the_letter(text: str, words: str, hints: Sequence[int]) -> list[Span]:
    """Return the places of words; those hinted at even where there are very many."""
    if not words:
        return []
    hinted = {(h, h + len(words)) for h in hints if text.startswith(words, h)}
    return sorted({*_each(text, words), *hinted})


def _each(text: str, words: str) -> Iterator[Span]:
    at = -1
    for _ in range(_MOST):
        at = text.find(words, at + 1)
        if at < 0:
            return
        yield at, at + len(words)


def _as_quoted(ready: Prepared, annotation: Annotation) -> list[Span]:
    """Return where the words stand in other typography."""
    whole = sought(Part(annotation.exact, None, None))
    if not whole.size:
        return []
    found = []
    for at in places(whole, ready):
        found.append(passage(ready, (at, at + whole.size), whole.words))
        if len(found) == _MOST:
            break
    return found


def _around(text: str, span: Span, annotation: Annotation) -> float:
    """Return how much of what stood around the words stands around these, to 1."""
    start, end = span
    before = _loose(text[max(0, start - 3 * _AROUND) : start])[::-1]
    after = _loose(text[end : end + 3 * _AROUND])
    prefix, suffix = _loose(annotation.prefix)[::-1], _loose(annotation.suffix)
    wanted = len(prefix) + len(suffix)
    met = _common(prefix, before) + _common(suffix, after)
    return met / wanted if wanted else 0.0


def _loose(words: str) -> str:
    return "".join(words.split())


def _common(first: str, second: str) -> int:
    """Return how many characters two texts have in common from their start."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(first), len(second)))


class _Units:
    """Reads a position in either unit: code points, or UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, c in enumerate(text) if c > "\uffff"]

    def starts(self, hint: int | None) -> list[int]:
        """Return the code points that a position may mean, as the W3C has it first."""
        if hint is None:
            return []
        at = hint
        for number, wide in enumerate(self._wide):
            if wide + number >= hint:
                break
            at = hint - number - 1
        return [hint, at]

    def distance(self, start: int, hint: int | None) -> int:
        """Return how far a place is from the position."""
        return min((abs(start - each) for each in self.starts(hint)), default=start)


def as_comment(annotation: Annotation, span: Span) -> Comment:
    """Return an annotation as a comment in the margin of these words."""
    return Comment(*span, annotation.author, annotation.date, annotation.words)
