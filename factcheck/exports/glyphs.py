"""Verdict glyphs: one 16 x 16 shape a standing, distinct in outline.

They hold at 10 px, in grey and on paper. A page carries `sprite()` once and then
refers to it with `glyph(...)`.
"""

from collections.abc import Mapping

from markupsafe import Markup

from factcheck.rules.scales import Standing

REST = "rest"
_PATHS: Mapping[str, str] = {
    Standing.HOLDS: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM3.7 8.2 5.1 6.8 7 8.7 10.9 4.7"
    " 12.3 6.1 7 11.5Z",
    Standing.PARTLY: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM8 2.7a5.3 5.3 0 0 1 0 10.6Z",
    Standing.CONTEXT: "M8 .9 15.8 14.9H.2ZM7.1 5.6h1.8v4.6H7.1ZM7.1 11.3h1.8V13H7.1Z",
    Standing.REFUTED: "M1.5 1.5h13v13h-13ZM4.4 5.8 6.6 8 4.4 10.2 5.8 11.6 8 9.4 10.2"
    " 11.6 11.6 10.2 9.4 8 11.6 5.8 10.2 4.4 8 6.6 5.8 4.4Z",
    Standing.UNVERIFIED: "M8 .4 15.6 8 8 15.6.4 8ZM8 3.2 3.2 8 8 12.8 12.8 8Z",
    REST: "M4 7.2h8v1.6H4Z",
}
_SHAPES: Mapping[str, str] = {
    **{
        name: f'<path fill-rule="evenodd" d="{path}"/>' for name, path in _PATHS.items()
    },
    Standing.OPEN: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor"'
    ' stroke-width="2" stroke-dasharray="2.6 2.11"/>',
}
_GLYPHS: Mapping[str, Markup] = {
    name: Markup(  # noqa: S704 (fixed names)
        f'<svg class="glyph" aria-hidden="true"><use href="#g-{name}"/></svg>'
    )
    for name in _SHAPES
}


def sprite() -> Markup:
    """Return the hidden drawing that glyphs on the same page refer to."""
    symbols = "".join(
        f'<symbol id="g-{name}" viewBox="0 0 16 16">{shape}</symbol>'
        for name, shape in _SHAPES.items()
    )
    return Markup(  # noqa: S704 (fixed shapes)
        f'<svg class="sprite" width="0" height="0" aria-hidden="true">{symbols}</svg>'
    )


def glyph(standing: str) -> Markup:
    """Return the glyph of a standing, or of "rest", which is not a claim."""
    return _GLYPHS[standing]


def alone(standing: str, colour: str) -> str:
    """Return a standing's glyph as an SVG file of its own, in one colour."""
    shape = _SHAPES[standing].replace("currentColor", colour)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"'
        f' width="16" height="16" fill="{colour}">{shape}</svg>'
    )
