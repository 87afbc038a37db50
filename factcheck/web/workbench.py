"""The workbench: an essay's sentences on one side, the claim in hand on the other."""

from collections.abc import Callable, Mapping

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from factcheck.queries.workbench import Bench, Place
from factcheck.rules.permissions import Deed
from factcheck.web.bench import (
    address,
    fragments,
    open_for_request,
    panel,
    places,
    render_bench,
)
from factcheck.web.security import require_deed

bp = Blueprint("workbench", __name__)


@bp.get("/essays/<slug>/workbench")
def show(slug: str) -> ResponseReturnValue:
    """Show the workbench, or to a script one part of it."""
    require_deed(Deed.READ_DESK)
    bench = open_for_request(slug)
    part = _PARTS.get(request.args.get("part", ""))
    if part:
        return part(bench)
    if "after" in request.args:
        return redirect(address(bench, _after(bench)), 303)
    return render_bench(bench, _asked(bench))


def _asked(bench: Bench) -> Place | None:
    """Return the place an address names: a sentence, a claim, an end, an offset."""
    sentence = request.args.get("s", "")
    number = request.args.get("c", 0, int)
    if sentence in {"first", "last"}:
        return Place(bench.lister.end(last=sentence == "last") or 1, 0)
    if sentence.isascii() and sentence.isdigit():
        return Place(min(max(1, int(sentence)), bench.length), number)
    offset = request.args.get("at", type=int)
    if offset is not None:
        return bench.place_at(offset)
    return bench.place_of(number) if number else None


def _after(bench: Bench) -> Place:
    """Return the next claim to check after one, or that one when none is left."""
    place = bench.place_of(request.args.get("after", 0, int))
    return bench.hand(place).next_to_check or place


def _panel(bench: Bench) -> ResponseReturnValue:
    hand = bench.hand(_asked(bench) or bench.start())
    return fragments("workbench/panel.html", panel(bench, hand))


def _rows(bench: Bench) -> ResponseReturnValue:
    """Answer more rows, below or above those the list has."""
    lister = bench.lister
    above = request.args.get("above", 0, int)
    below = request.args.get("below", 0, int)
    window = lister.above(above) if above else lister.below(below)
    values = places(bench) | {"window": window, "now": 0}
    return fragments("workbench/rows.html", values)


def _list(bench: Bench) -> ResponseReturnValue:
    """Answer the list around a sentence, and that sentence's panel."""
    page = bench.page(_asked(bench))
    values = panel(bench, page.hand) | {
        "window": page.window,
        "counts": page.rail.counts,
        "now": page.hand.place.position,
    }
    return fragments("workbench/moved.html", values)


_PARTS: Mapping[str, Callable[[Bench], ResponseReturnValue]] = {
    "panel": _panel,
    "rows": _rows,
    "list": _list,
}
