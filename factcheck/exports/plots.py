"""Plots as inline SVG: the verdict strip and the stacked distribution.

Colour comes from the classes v-holds, v-partly ... through currentColor, so light,
dark, print and forced colours follow the page. Meaning never rests on colour alone:
bars differ in direction, length or outline, and pages give the same numbers as text.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from factcheck.exports.wording import verdict_words
from factcheck.rules.annotated import AnnotatedEssay, AnnotatedParagraph
from factcheck.rules.scales import Standing
from factcheck.translating import _

MOST_BARS = 400
WIDTH, HEIGHT = 1000, 56
_GAP, _PARAGRAPH_GAP = 3.0, 9.0
_MIDDLE, _HALF = HEIGHT / 2, HEIGHT / 2 - 2

# Top and bottom of a bar in halves of the strip: above the line it holds up, below
# it does not.
_REACH: Mapping[str, tuple[float, float]] = {
    Standing.HOLDS: (-1, 0),
    Standing.PARTLY: (-0.5, 0),
    Standing.CONTEXT: (0, 0.5),
    Standing.REFUTED: (0, 1),
    Standing.UNVERIFIED: (-0.26, 0.26),
    Standing.OPEN: (-0.26, 0.26),
}
_ABOVE = (Standing.HOLDS, Standing.PARTLY)
_BELOW = (Standing.REFUTED, Standing.CONTEXT)
_HOLLOW = (Standing.UNVERIFIED, Standing.OPEN)


@dataclass(frozen=True, slots=True)
class StripRow:
    """A stretch of text for the strip: so many characters, under one verdict or none.

    Attributes:
        number: the claim's, for the link and title; 0 for none.
        label: the verdict in words.
    """

    length: int
    standing: Standing | None = None
    number: int = 0
    label: str = ""


@dataclass(slots=True)
class _Bar:
    """A rectangle on the strip."""

    standing: Standing
    x: float
    width: float
    share: float = 1.0
    row: StripRow | None = None

    @property
    def box(self) -> tuple[str, str, str, str]:
        top, bottom = _REACH[self.standing]
        y = _MIDDLE + top * self.share * _HALF
        height = (bottom - top) * self.share * _HALF
        return f"{self.x:.1f}", f"{y:.1f}", f"{self.width:.1f}", f"{height:.1f}"


@dataclass(slots=True)
class _Bin:
    """Neighbouring rows that share one place on the strip."""

    standings: Counter[Standing] = field(default_factory=Counter)

    def bars(self, x: float, width: float) -> Iterator[_Bar]:
        """Draw the share that holds up, the share that does not, or the open rest."""
        total = self.standings.total()
        sides = [self._side(_ABOVE), self._side(_BELOW)]
        if total and not any(count for _, count in sides):
            standing, _ = self._side(_HOLLOW)
            yield _Bar(standing, x, width)
        for standing, count in sides:
            if count:
                yield _Bar(standing, x, width, count / total)

    def _side(self, standings: Sequence[Standing]) -> tuple[Standing, int]:
        """Return the most frequent of these, and how many there are of all."""
        most = max(standings, key=lambda s: self.standings[s])
        return most, sum(self.standings[s] for s in standings)


def strip_rows(essay: AnnotatedEssay) -> list[list[StripRow]]:
    """Return an essay's rows for `strip`, a list a paragraph.

    Words under several claims are shared out, so that each claim shows.
    """
    looks = {c.number: (c.standing, verdict_words(c)) for c in essay.claims}
    return [_paragraph_rows(paragraph, looks) for paragraph in essay.paragraphs]


def _paragraph_rows(
    paragraph: AnnotatedParagraph, looks: Mapping[int, tuple[Standing, str]]
) -> list[StripRow]:
    rows: list[StripRow] = []
    bare = 0
    for segment in (part for s in paragraph.sentences for part in s.segments):
        length = segment.end - segment.start
        if not segment.claims:
            bare += length
            continue
        if bare:
            rows.append(StripRow(bare))
            bare = 0
        share = max(1, length // len(segment.claims))
        rows += [StripRow(share, looks[n][0], n, looks[n][1]) for n in segment.claims]
    return [*rows, StripRow(bare)] if bare else rows


def strip(paragraphs: Sequence[Sequence[StripRow]], *, link: str = "") -> Markup:
    """Draw the verdict strip: a bar a claim in reading order, as wide as its words.

    Bars above the line hold up, bars below it do not, hollow bars are undecided. Over
    `MOST_BARS` claims, neighbours share a bar (see `is_binned`).

    Args:
        paragraphs: rows, by paragraph.
        link: address of a claim with "{}" for its number, such as "#m{}"; without it
            bars are not links and the drawing is smaller.
    """
    if is_binned(paragraphs):
        drawn = _paths(_binned(paragraphs))
    elif link:
        drawn = "".join(_linked(bar, link) for bar in _bars(paragraphs))
    else:
        drawn = _paths(_bars(paragraphs))
    return Markup(  # noqa: S704 (numbers, and text that was escaped)
        f'<svg class="strip" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none"'
        f' aria-hidden="true"><path class="base" d="M0 {_MIDDLE:g}H{WIDTH}"/>'
        f"{drawn}</svg>"
    )


def boxes(
    paragraphs: Sequence[Sequence[StripRow]],
) -> list[tuple[str, float, float, float, float]]:
    """Return the strip's bars for another to draw: standing, left, top, width, height.

    They lie within `WIDTH` and `HEIGHT`, in the order of the text.
    """
    bars = _binned(paragraphs) if is_binned(paragraphs) else _bars(paragraphs)
    found = []
    for bar in bars:
        x, y, width, height = map(float, bar.box)
        found.append((str(bar.standing), x, y, width, height))
    return found


def caption(paragraphs: Sequence[Sequence[StripRow]]) -> str:
    """Say how to read the strip."""
    if is_binned(paragraphs):
        return _(
            "The essay from start to end. How far bars reach above the line shows how"
            " many of the claims there hold up; below it, how many do not."
        )
    return _(
        "One bar a claim, in reading order: above the line it holds up, below it does"
        " not, hollow is undecided. Bare line: no claim."
    )


def is_binned(paragraphs: Sequence[Sequence[StripRow]]) -> bool:
    """Say whether the strip is too full for a bar a claim."""
    return sum(1 for rows in paragraphs for row in rows if row.standing) > MOST_BARS


def _bars(paragraphs: Sequence[Sequence[StripRow]]) -> Iterator[_Bar]:
    """Place a bar for each claim; gaps give way where rows are many."""
    filled = [rows for rows in paragraphs if rows]
    count = sum(len(rows) for rows in filled)
    length = sum(row.length for rows in filled for row in rows) or 1
    space = _GAP * (count - 1) + (_PARAGRAPH_GAP - _GAP) * (len(filled) - 1)
    squeeze = min(1.0, WIDTH / 3 / space) if space > 0 else 1.0
    unit, x = (WIDTH - space * squeeze) / length, 0.0
    for rows in filled:
        for row in rows:
            width = row.length * unit
            if row.standing:
                yield _Bar(row.standing, x, width, row=row)
            x += width + _GAP * squeeze
        x += (_PARAGRAPH_GAP - _GAP) * squeeze


def _binned(paragraphs: Sequence[Sequence[StripRow]]) -> Iterator[_Bar]:
    """Gather claims into equal stretches of the text, at most two bars to each."""
    bins = [_Bin() for _ in range(MOST_BARS // 2)]
    length = sum(row.length for rows in paragraphs for row in rows) or 1
    position = 0
    for rows in paragraphs:
        for row in rows:
            if row.standing:
                bins[position * len(bins) // length].standings[row.standing] += 1
            position += row.length
    width = WIDTH / len(bins)
    for index, gathered in enumerate(bins):
        yield from gathered.bars(index * width, width - 1)


def _paths(bars: Iterator[_Bar]) -> str:
    """Draw all bars of a standing as one path."""
    drawn: dict[Standing, list[str]] = {standing: [] for standing in Standing}
    for bar in bars:
        x, y, width, height = bar.box
        drawn[bar.standing].append(f"M{x} {y}h{width}v{height}h-{width}z")
    return "".join(
        f'<path class="bar v-{standing}{_outline(standing)}" d="{"".join(boxes)}"/>'
        for standing, boxes in drawn.items()
        if boxes
    )


def _linked(bar: _Bar, link: str) -> str:
    """Draw a bar as a link to its claim, with the full height to point at."""
    row = bar.row or StripRow(0)
    x, y, width, height = bar.box
    return (
        f'<a class="v-{bar.standing}" href="{escape(link.format(row.number))}"'
        f' tabindex="-1"><title>{row.number}. {escape(row.label)}</title>'
        f'<rect class="hit" x="{x}" y="0" width="{width}" height="{HEIGHT}"/>'
        f'<rect class="bar{_outline(bar.standing)}" x="{x}" y="{y}" width="{width}"'
        f' height="{height}"/></a>'
    )


def _outline(standing: Standing) -> str:
    if standing is Standing.OPEN:
        return " hollow dash"
    return " hollow" if standing is Standing.UNVERIFIED else ""


def stacked(
    parts: Sequence[tuple[Standing, int]], *, width: int = 600, height: int = 20
) -> Markup:
    """Draw a distribution as one stacked bar, each count inside its part.

    Args:
        parts: standing and count, in the order of the scale.
        width: of the drawing, in its own units.
        height: of the drawing.
    """
    total, x, drawn = sum(count for _, count in parts) or 1, 0.0, []
    for standing, count in parts:
        if not count:
            continue
        w = width * count / total
        number = _count(count, x + w / 2 - 1, height) if w > 9 * len(str(count)) else ""
        drawn.append(
            f'<g class="v-{standing}"><rect class="seg" x="{x:.1f}"'
            f' width="{max(w - 2, 1):.1f}" height="{height}"/>{number}</g>'
        )
        x += w
    return Markup(  # noqa: S704 (numbers and fixed names)
        f'<svg class="stack" viewBox="0 0 {width} {height}" aria-hidden="true">'
        f"{''.join(drawn)}</svg>"
    )


def _count(count: int, x: float, height: int) -> str:
    return f'<text x="{x:.1f}" y="{height - 5.5}" text-anchor="middle">{count}</text>'
