"""Marking claims, choosing their words, taking a mark back; a claim's own page."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from factcheck.actions.claims import change_words, mark_claim, withdraw_claim
from factcheck.database import db
from factcheck.queries.claim_page import claim_page
from factcheck.queries.claim_talk import claim_talk
from factcheck.queries.claims import find_claim
from factcheck.queries.history import claim_history
from factcheck.queries.workbench import Place
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.bench import answer, open_for_request, refusals_as_fragments
from factcheck.web.forms.claims import WordsForm
from factcheck.web.forms.units import layout_of
from factcheck.web.reviews import keeps_typed
from factcheck.web.security import current_person, require_deed

bp = Blueprint("claims", __name__)


@bp.get("/essays/<slug>/claims/<int:number>")
def show(slug: str, number: int) -> str:
    """Show a claim, its reviews as far as the reader may see them, and its history."""
    require_deed(Deed.READ_DESK)
    bench = open_for_request(slug)
    claim = find_claim(db.session, bench.essay, number)
    return render_template(
        "claims/show.html",
        essay=bench.essay,
        page=claim_page(bench, claim),
        talk=claim_talk(
            db.session, essay=bench.essay, claim=claim, viewer=current_person()
        ),
        history=claim_history(
            db.session, essay=bench.essay, claim=claim, viewer=bench.viewer
        ),
    )


@bp.post("/essays/<slug>/claims")
@refusals_as_fragments
@keeps_typed
def mark(slug: str) -> ResponseReturnValue:
    """Mark words of a sentence as a claim."""
    require_deed(Deed.MARK)
    bench = open_for_request(slug)
    start, end = WordsForm(request.form).span
    claim = mark_claim(
        db.session,
        actor=current_person(),
        essay=bench.essay,
        start=start,
        end=end,
        seen=layout_of(request.form),
    )
    db.session.flush()
    place = bench.place_of(claim.number)
    said = _("Claim %(number)s marked.", number=claim.number)
    return answer(bench, said, place, [place.position])


@bp.post("/essays/<slug>/claims/<int:number>/words")
@refusals_as_fragments
@keeps_typed
def words(slug: str, number: int) -> ResponseReturnValue:
    """Put a claim on other words of its sentence."""
    require_deed(Deed.MARK)
    bench = open_for_request(slug)
    form = WordsForm(request.form)
    start, end = form.span
    change_words(
        db.session,
        actor=current_person(),
        claim=find_claim(db.session, bench.essay, number),
        start=start,
        end=end,
        revision=form.words_revision.data or 0,
        seen=layout_of(request.form),
    )
    db.session.flush()
    place = bench.place_of(number)
    said = _("Words of claim %(number)s chosen.", number=number)
    return answer(bench, said, place, [place.position])


@bp.post("/essays/<slug>/claims/<int:number>/withdraw")
@refusals_as_fragments
@keeps_typed
def withdraw(slug: str, number: int) -> ResponseReturnValue:
    """Take a mark back."""
    require_deed(Deed.MARK)
    bench = open_for_request(slug)
    place = bench.place_of(number)
    claim = find_claim(db.session, bench.essay, number)
    withdraw_claim(db.session, actor=current_person(), claim=claim)
    db.session.flush()
    said = _(
        "Mark of claim %(number)s taken back; its reviews are kept.", number=number
    )
    return answer(bench, said, Place(place.position, 0), [place.position])
