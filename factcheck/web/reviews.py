"""Saving reviews: drafts, reviews given, and the choice when two saves meet."""

import re
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.reviews import save_review
from factcheck.database import db
from factcheck.errors import InvalidError, StaleError
from factcheck.queries.claims import find_claim_of
from factcheck.queries.library import find_sources, source_seen
from factcheck.queries.scales import scale_of
from factcheck.queries.sources import source_facts
from factcheck.queries.workbench import Bench, Show
from factcheck.rules.permissions import Deed
from factcheck.rules.reviews import lacks, lacks_message
from factcheck.translating import _
from factcheck.web.bench import (
    Kept,
    answer,
    by_script,
    open_for_request,
    refusals_as_fragments,
    render_bench,
    reopen,
)
from factcheck.web.conflicts import conflict_of
from factcheck.web.drafts import answer_quietly
from factcheck.web.forms.reviews import ReviewForm
from factcheck.web.security import current_person, require_deed

bp = Blueprint("reviews", __name__)
_ABOUT_SOURCES = ("add-source", "find-source", "use-source-", "remove-source-")
Given = ParamSpec("Given")


@bp.post("/essays/<slug>/claims/<int:number>/review")
@refusals_as_fragments
def save(slug: str, number: int) -> ResponseReturnValue:
    """Save a review, as a draft or given, and stay or go on.

    `do` says which: "next" gives the review when it is complete and goes on, "save"
    keeps it as what it is, "draft" does so quietly while its writer goes on writing.
    """
    require_deed(Deed.REVIEW)
    form = ReviewForm.read(request.form)
    do = request.form.get("do", "save")
    if do.startswith(_ABOUT_SOURCES):
        return _with_sources(slug, number, form, do)
    try:
        kept = keep(slug, number, form, give=do == "next")
    except (InvalidError, StaleError) as error:
        return _show_again(slug, number, form, error)
    if do == "draft" and by_script():
        return answer_quietly(form, kept)
    return _saved(slug, number, form, kept, on=do == "next")


def keep(slug: str, number: int, form: ReviewForm, *, give: bool = False) -> Kept:
    """Store the review.

    A review that is complete is given when asked for, and one that was given stays
    given; whatever lacks something is kept as a draft, so that saving is never refused
    for being early.
    """
    essay, claim = find_claim_of(db.session, slug, number)
    missing = lacks(form.complete, scale_of(db.session, essay).definition)
    given = not missing and (give or form.was_given)
    revision, claim_revision = form.seen
    saved = save_review(
        db.session,
        actor=current_person(),
        claim=claim,
        facts=form.facts,
        statement=form.new_statement,
        revision=revision,
        claim_revision=claim_revision,
        give=given,
    )
    return Kept(essay, claim, saved, given, missing)


def keeps_typed(
    door: Callable[..., ResponseReturnValue],
) -> Callable[..., ResponseReturnValue]:
    """Save what was typed in the panel before its other buttons do their work."""

    @wraps(door)
    def wrapped(slug: str, **kwargs: int) -> ResponseReturnValue:
        number = request.form.get("claim", 0, int)
        if number and "revision" in request.form:
            require_deed(Deed.REVIEW)
            form = ReviewForm.read(request.form)
            try:
                keep(slug, number, form)
            except (InvalidError, StaleError) as error:
                return _show_again(slug, number, form, error)
        return door(slug, **kwargs)

    return wrapped


def _saved(
    slug: str, number: int, form: ReviewForm, kept: Kept, *, on: bool
) -> ResponseReturnValue:
    bench = open_for_request(slug)
    said = _said(bench, number, form, kept)
    if not by_script():
        flash(said, "success")
        return redirect(_next_address(bench, number, on=on), 303)
    here = bench.place_of(number)
    onward = bench.hand(here).next_to_check if on else None
    if on and onward is None:
        said = " ".join((said, _("No other claim waits for you here.")))
    return answer(bench, said, onward or here, [here.position])


def _next_address(bench: Bench, number: int, *, on: bool) -> str:
    """Return the claim's own place, or an address that finds the one after it."""
    return url_for(
        "workbench.show",
        slug=bench.essay.slug,
        show=None if bench.show is Show.ALL else bench.show.value,
        after=number if on else None,
        c=None if on else number,
    )


def _said(bench: Bench, number: int, form: ReviewForm, kept: Kept) -> str:
    verdict = bench.essay.scale.definition.verdict(form.facts.verdict)
    if kept.given and verdict:
        return _(
            "Claim %(number)s: %(verdict)s. Review given.",
            number=number,
            verdict=verdict.label,
        )
    if kept.missing:
        saved = _("Claim %(number)s saved.", number=number)
        return f"{saved} {lacks_message(kept.missing)}"
    return _("Claim %(number)s saved as a draft.", number=number)


def _with_sources(
    slug: str, number: int, form: ReviewForm, do: str
) -> ResponseReturnValue:
    """Show the form again as typed, with a source more or less."""
    bench = open_for_request(slug)
    if do == "add-source":
        form.add_source()
    elif do == "find-source":
        form.sought = request.form.get("find", "")
        form.found = find_sources(db.session, current_person(), form.sought)
    elif do.startswith("use-source-"):
        number_of = do.removeprefix("use-source-")
        source_id = int(number_of) if re.fullmatch(r"[0-9]{1,18}", number_of) else 0
        source = source_seen(db.session, current_person(), source_id)
        form.take_source(source_facts(source))
    else:
        form.drop_source(do.removeprefix("remove-source-"))
    return render_bench(bench, bench.place_of(number), form=form)


def _show_again(
    slug: str, number: int, form: ReviewForm, error: InvalidError | StaleError
) -> ResponseReturnValue:
    """Show what was not kept, as typed, with what to do about it."""
    if isinstance(error, InvalidError):
        return _refuse(slug, number, form, error)
    return _let_choose(slug, number, form, error)


def _refuse(
    slug: str, number: int, form: ReviewForm, error: InvalidError
) -> ResponseReturnValue:
    """Show the form as typed, with what to correct."""
    bench = reopen(slug)
    place = bench.place_of(number)
    form.count_sources()
    errors = {error.field: error.message}
    return render_bench(bench, place, status=422, form=form, errors=errors)


def _let_choose(
    slug: str, number: int, form: ReviewForm, error: StaleError
) -> ResponseReturnValue:
    """Show both versions, to choose field by field."""
    bench = reopen(slug)
    place = bench.place_of(number)
    conflict = conflict_of(
        bench.claim(number),
        form,
        bench.verdicts,
        message=error.message,
        who=error.who,
        do="next" if request.form.get("do") == "next" else "save",
    )
    return render_bench(bench, place, status=409, conflict=conflict)
