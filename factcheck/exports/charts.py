"""Charts of the desk as inline SVG: progress in steps, and what waits longest.

As in plots: classes carry the colour, and pages give the same numbers as a table.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from factcheck.translating import _, number

_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 110, 14, 26
_ROW = 24


def steps(
    days: Sequence[str],
    marked: Sequence[int],
    checked: Sequence[int],
    *,
    width: int = 640,
    height: int = 200,
) -> Markup:
    """Draw claims marked (thin) and checked (thick) as step lines over days.

    Args:
        days: a label for each day, oldest first; at least two.
        marked: how many claims were marked by the end of each.
        checked: how many had a verdict.
        width: of the drawing, in its own units.
        height: of the drawing.
    """
    across, up = width - _LEFT - _RIGHT, height - _TOP - _BOTTOM
    most, step = _ceiling(max(*marked, *checked, 1))

    def x(index: int) -> float:
        return _LEFT + across * index / (len(days) - 1)

    def y(claims: int) -> float:
        return _TOP + up * (1 - claims / most)

    def line(values: Sequence[int]) -> str:
        first = f"M{x(0):.1f} {y(values[0]):.1f}"
        rest = (f"H{x(i):.1f}V{y(n):.1f}" for i, n in enumerate(values) if i)
        return first + "".join(rest)

    grid = "".join(
        f'<path class="grid" d="M{_LEFT} {y(n):.1f}H{_LEFT + across}"/>'
        f'<text x="{_LEFT - 8}" y="{y(n) + 4:.1f}" text-anchor="end">{number(n)}</text>'
        for n in range(0, most + 1, step)
    )
    axis = "".join(
        f'<text x="{x(i):.1f}" y="{height - 6}" text-anchor="middle">'
        f"{escape(day)}</text>"
        for i, day in enumerate(days)
        if i % max(1, len(days) // 7) == 0
    )
    apart = max(0, 14 - (y(checked[-1]) - y(marked[-1])))
    ends = "".join(
        f'<text class="end" x="{_LEFT + across + 8}"'
        f' y="{y(values[-1]) + 4 + drop:.1f}">{words}</text>'
        for values, words, drop in (
            (marked, _("marked %(num)s", num=number(marked[-1])), 0),
            (checked, _("checked %(num)s", num=number(checked[-1])), apart),
        )
    )
    return _svg(
        "steps",
        width,
        height,
        f'{grid}{axis}<path class="marked" d="{line(marked)}"/>'
        f'<path class="checked" d="{line(checked)}"/>{ends}',
    )


def waiting(rows: Sequence[tuple[str, int]], *, width: int = 640) -> Markup:
    """Draw open claims by days waited, a line each, in the order given."""
    left, most = 250, max([days for _, days in rows] + [7])
    room = width - left - 60
    lines = []
    for index, (label, days) in enumerate(rows):
        y, x = 14 + index * _ROW, left + room * days / most
        said = _("%(days)s d", days=number(days))
        lines.append(
            f'<text x="{left - 10}" y="{y + 4}" text-anchor="end">'
            f"{escape(label)}</text>"
            f'<path class="grid" d="M{left} {y}H{x:.1f}"/>'
            f'<circle class="dot" cx="{x:.1f}" cy="{y}" r="4.5"/>'
            f'<text class="end" x="{x + 10:.1f}" y="{y + 4}">{said}</text>'
        )
    return _svg("waiting", width, _ROW * len(rows) + 6, "".join(lines))


def _ceiling(most: int) -> tuple[int, int]:
    """Return a round number not under `most`, and the step of its grid lines."""
    step = next(
        unit * power
        for power in (10**exponent for exponent in range(12))
        for unit in (1, 2, 5)
        if unit * power * 4 >= most
    )
    return -(-most // step) * step, step


def _svg(name: str, width: int, height: int, drawn: str) -> Markup:
    return Markup(  # noqa: S704 (numbers, fixed names and escaped labels)
        f'<svg class="{name}" viewBox="0 0 {width} {height}" aria-hidden="true">'
        f"{drawn}</svg>"
    )
