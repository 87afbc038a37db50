"""How the workbench's doors read a request and answer a change.

Without script an answer is a redirect back to the workbench. A script that asks gets
the same page's parts instead, each with the id of what it replaces.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from flask import (
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from factcheck.actions.events import last_undoable
from factcheck.actions.reviews import SavedReview
from factcheck.database import db
from factcheck.doors import status_of
from factcheck.errors import FactcheckError, MovedError
from factcheck.queries.people import person_by_id
from factcheck.queries.workbench import Bench, Hand, Place, Show, open_bench
from factcheck.rules.history import describe
from factcheck.rules.paragraphs import kind_labels
from factcheck.rules.reviews import lacks_message
from factcheck.rules.sorting import REASON_LABELS
from factcheck.text.explaining import explain
from factcheck.translating import _
from factcheck.web.conflicts import Conflict
from factcheck.web.forms.reviews import ReviewForm, SourceFields
from factcheck.web.keymap import bindings, key_cap, spoken_keymap
from factcheck.web.script_words import script_words
from factcheck.web.security import current_person, viewer

if TYPE_CHECKING:
    from factcheck.models import Claim, Essay

Given = ParamSpec("Given")
FRAGMENTS = "X-Fragments"


@dataclass(frozen=True, slots=True)
class Kept:
    """A review as the door just stored it, and what it still lacks to be given."""

    essay: "Essay"
    claim: "Claim"
    saved: SavedReview
    given: bool
    missing: tuple[str, ...]


def by_script() -> bool:
    """Say whether the page's script asks, and not the browser itself."""
    return request.headers.get("X-Requested-With") == "fetch"


def show_asked() -> Show:
    """Return which sentences the list shows."""
    asked = request.values.get("show", "")
    return Show(asked) if asked in set(Show) else Show.ALL


def open_for_request(slug: str) -> Bench:
    """Open the workbench for the person at the door."""
    return open_bench(db.session, slug=slug, viewer=current_person(), show=show_asked())


def reopen(slug: str) -> Bench:
    """Drop what a refused change left behind, and open the workbench afresh."""
    db.session.rollback()
    seen = viewer()
    person = person_by_id(db.session, seen.id if seen else 0)
    return open_bench(db.session, slug=slug, viewer=person, show=show_asked())


def panel(
    bench: Bench,
    hand: Hand,
    *,
    form: ReviewForm | None = None,
    errors: Mapping[str, str] | None = None,
    conflict: Conflict | None = None,
) -> dict[str, object]:
    """Return what the panel's template needs."""
    if form is None and hand.claim:
        form = ReviewForm.of(hand.claim)
    if form is not None:
        form.leave_room()
    return {
        "bench": bench,
        "essay": bench.essay,
        "hand": hand,
        "claim": hand.claim,
        "row": hand.sentence.row,
        "form": form,
        "blank_source": SourceFields(),
        "errors": errors or {},
        "conflict": conflict,
        "known": hand.claim.mine.evidence_of if hand.claim else None,
        "lacks_said": _refused(errors) or _lacks(hand),
        "suggestion_said": _suggestion_said(bench, hand),
        "verdicts": bench.verdicts,
        "reasons": list(REASON_LABELS.items()),
        **_shared(bench),
    }


def _refused(errors: Mapping[str, str] | None) -> str:
    """Say why a review was not saved."""
    if not errors:
        return ""
    return _("Not saved: %(why)s", why=" ".join(errors.values()))


def _suggestion_said(bench: Bench, hand: Hand) -> str:
    """Say what the wording of a sentence still to sort suggests."""
    if hand.suggestion is None:
        return ""
    return explain(hand.suggestion, bench.essay.language)


def _lacks(hand: Hand) -> str:
    if hand.claim is None:
        return ""
    mine = hand.claim.mine
    return draft_said(mine.lacks, given=mine.given_at is not None)


def draft_said(missing: tuple[str, ...], *, given: bool) -> str:
    """Say why a review is still a draft."""
    if given:
        return ""
    return lacks_message(missing) if missing else _("Draft, ready to be given.")


def undo_said(essay: "Essay") -> str:
    """Say what Undo would take back, or nothing."""
    event = last_undoable(db.session, current_person(), essay)
    return describe(event.kind, event.after) if event else ""


def _shared(bench: Bench) -> dict[str, object]:
    return places(bench) | {
        "undo": undo_said(bench.essay),
        "key": key_cap,
        "keymap": spoken_keymap(),
        "bindings": bindings(),
        "script_words": script_words,
        "Show": Show,
    }


def places(bench: Bench) -> dict[str, object]:
    """Return what addresses of sentences are made of: a page has hundreds of them."""
    return {
        "essay": bench.essay,
        "show": bench.show,
        "here": url_for("workbench.show", slug=bench.essay.slug),
        "layout": bench.layout,
        "kind_labels": kind_labels(),
        "shown": "" if bench.show is Show.ALL else f"&show={bench.show}",
        "tick_suggested": request.args.get("tick") == "suggested",
    }


def render_bench(
    bench: Bench,
    place: Place | None,
    *,
    status: int = 200,
    form: ReviewForm | None = None,
    errors: Mapping[str, str] | None = None,
    conflict: Conflict | None = None,
) -> ResponseReturnValue:
    """Answer the whole page, or to a script just its panel, at a place or the start."""
    if by_script():
        hand = bench.hand(place or bench.start())
        inside = panel(bench, hand, form=form, errors=errors, conflict=conflict)
        return fragments("workbench/panel.html", inside, status)
    page = bench.page(place)
    inside = panel(bench, page.hand, form=form, errors=errors, conflict=conflict)
    html = render_template(
        "workbench/show.html",
        window=page.window,
        rail=page.rail,
        counts=page.rail.counts,
        now=page.hand.place.position,
        **inside,
    )
    return html, status


def answer(
    bench: Bench,
    said: str,
    place: Place,
    changed: Sequence[int] = (),
    *,
    undoable: bool = True,
) -> ResponseReturnValue:
    """Answer a change: say what happened and show a place.

    Args:
        bench: the workbench.
        said: what happened, for the person to read.
        place: what to show next.
        changed: positions of the sentences that look different now.
        undoable: whether something happened that can be undone.
    """
    if not by_script():
        flash(said, "success")
        return redirect(address(bench, place), 303)
    hand = bench.hand(place)
    rail = bench.rail()
    values = panel(bench, hand) | {
        "said": said,
        "undoable": undoable,
        "rows": bench.lister.at(changed).rows if changed else (),
        "rail": rail,
        "counts": rail.counts,
        "now": place.position,
    }
    return fragments("workbench/changed.html", values)


def answer_laid_out(bench: Bench, said: str, place: Place) -> ResponseReturnValue:
    """Answer a change after which sentences have other numbers: the whole list."""
    if not by_script():
        flash(said, "success")
        return redirect(address(bench, place), 303)
    page = bench.page(place)
    values = panel(bench, page.hand) | {
        "said": said,
        "window": page.window,
        "rail": page.rail,
        "counts": page.rail.counts,
        "now": place.position,
    }
    return fragments("workbench/laid_out.html", values)


def fragments(
    template: str, values: Mapping[str, object], status: int = 200
) -> ResponseReturnValue:
    """Answer parts of the page, marked as such."""
    return marked(render_template(template, **values), status)


def marked(html: str, status: int) -> ResponseReturnValue:
    """Mark an answer as parts of the page."""
    response = make_response(html, status)
    response.headers[FRAGMENTS] = "1"
    return response


def address(bench: Bench, place: Place) -> str:
    """Return where a place is; the row is the anchor, so that it is in sight."""
    return url_for(
        "workbench.show",
        slug=bench.essay.slug,
        s=place.position,
        c=place.claim or None,
        show=None if bench.show is Show.ALL else bench.show.value,
        _anchor=f"s{place.position}",
    )


def refusals_as_fragments(
    door: Callable[Given, ResponseReturnValue],
) -> Callable[Given, ResponseReturnValue]:
    """Tell the script in a line what was refused; others get the error page."""

    @wraps(door)
    def wrapped(*args: Given.args, **kwargs: Given.kwargs) -> ResponseReturnValue:
        try:
            return door(*args, **kwargs)
        except FactcheckError as error:
            if not by_script():
                raise
            moved = isinstance(error, MovedError)
            values = {"said": error.message, "moved": moved}
            return fragments("workbench/refused.html", values, status_of(error))

    return wrapped
