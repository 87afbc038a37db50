"""The verdict strip as a picture of its own, for a page that has no style sheets."""

from collections.abc import Iterator, Sequence

from factcheck.exports.colours import COLOURS
from factcheck.exports.plots import HEIGHT, WIDTH, StripRow, boxes
from factcheck.rules.scales import Standing

_SCALE = 1.65  # it is printed that much higher than the page's strip
_LINE = "#7c7f84"
_HOLLOW = {Standing.UNVERIFIED: "", Standing.OPEN: ' stroke-dasharray="7 6"'}


def strip_file(paragraphs: Sequence[Sequence[StripRow]], *, rtl: bool) -> str:
    """Return the strip as an SVG file; that of right to left text is mirrored."""
    mirror = f' transform="translate({WIDTH} 0) scale(-1 1)"' if rtl else ""
    middle = HEIGHT * _SCALE / 2
    return (
        '<svg xmlns="http://www.w3.org/2000/svg"'
        f' viewBox="0 0 {WIDTH} {HEIGHT * _SCALE:.1f}">'
        f'<path stroke="{_LINE}" stroke-width="1.5" d="M0 {middle:.1f}H{WIDTH}"/>'
        f"<g{mirror}>{''.join(_bars(paragraphs))}</g></svg>"
    )


def _bars(paragraphs: Sequence[Sequence[StripRow]]) -> Iterator[str]:
    for standing, x, y, width, height in boxes(paragraphs):
        colour, hollow = COLOURS[standing], _HOLLOW.get(Standing(standing))
        look = (
            f'fill="{colour}"'
            if hollow is None
            else f'fill="#fff" stroke="{colour}" stroke-width="3"{hollow}'
        )
        yield (
            f'<rect {look} x="{x:g}" y="{y * _SCALE:.1f}" width="{width:g}"'
            f' height="{height * _SCALE:.1f}"/>'
        )
