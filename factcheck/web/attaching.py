"""Deciding about one claim after a revision: confirm its words, or choose others."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.claims import withdraw_claim
from factcheck.actions.confirming import attach_claim, confirm_words
from factcheck.database import db
from factcheck.errors import NotFoundError
from factcheck.queries.claims import find_claim, sentences_at, sure_words
from factcheck.queries.essays import current_version, find_essay, words_between
from factcheck.queries.versions import layout_in_force, likely_sentences
from factcheck.rules.permissions import Deed
from factcheck.text.words import words
from factcheck.translating import _
from factcheck.web.forms.claims import WordsForm
from factcheck.web.forms.units import layout_of
from factcheck.web.security import current_person, require_deed

bp = Blueprint("attaching", __name__, url_prefix="/essays/<slug>/claims/<int:number>")


@bp.post("/confirm")
def confirm(slug: str, number: int) -> ResponseReturnValue:
    """Confirm that a claim is still about the same, in its changed words."""
    require_deed(Deed.MARK)
    essay = find_essay(db.session, slug)
    confirm_words(
        db.session,
        actor=current_person(),
        claim=find_claim(db.session, essay, number),
        words_revision=request.form.get("words_revision", 0, int),
    )
    flash(_("The words of claim %(number)s are confirmed.", number=number), "success")
    return _back(slug, number)


@bp.get("/attach")
def choose(slug: str, number: int) -> ResponseReturnValue:
    """Offer sentences that a claim may belong to, or the words of one of them."""
    require_deed(Deed.MARK)
    essay = find_essay(db.session, slug)
    claim = find_claim(db.session, essay, number)
    version = current_version(db.session, essay)
    before = sure_words(db.session, claim)
    position = request.args.get("s", 0, int)
    sentence, said = None, ""
    if position:
        found = sentences_at(db.session, version.id, [position])
        if not found:
            raise NotFoundError(_("This essay has no sentence %(s)s.", s=position))
        sentence = found[0]
        said = words_between(db.session, version.id, sentence.start, sentence.end)
    return render_template(
        "versions/attach.html",
        essay=essay,
        claim=claim,
        before=before,
        sentence=sentence,
        said=said,
        words=[word for word in words(said) if word.pickable],
        layout=layout_in_force(db.session, essay),
        likely=()
        if sentence
        else likely_sentences(db.session, version.id, before or claim.statement),
    )


@bp.post("/attach")
def attach(slug: str, number: int) -> ResponseReturnValue:
    """Put a claim on words of the text in force."""
    require_deed(Deed.MARK)
    essay = find_essay(db.session, slug)
    start, end = WordsForm(request.form).span
    attach_claim(
        db.session,
        actor=current_person(),
        claim=find_claim(db.session, essay, number),
        start=start,
        end=end,
        seen=layout_of(request.form),
    )
    flash(_("Claim %(number)s stands on these words now.", number=number), "success")
    return _back(slug, number)


@bp.post("/take-back")
def withdraw(slug: str, number: int) -> ResponseReturnValue:
    """Take back the mark of a claim whose words changed or are gone."""
    require_deed(Deed.MARK)
    essay = find_essay(db.session, slug)
    claim = find_claim(db.session, essay, number)
    withdraw_claim(db.session, actor=current_person(), claim=claim)
    flash(
        _("Mark of claim %(number)s taken back; its reviews are kept.", number=number),
        "success",
    )
    return _back(slug, number)


def _back(slug: str, number: int) -> ResponseReturnValue:
    """Go back to the revision, or to the workbench when it was asked for there."""
    if request.form.get("from") == "workbench":
        return redirect(url_for("workbench.show", slug=slug, c=number), 303)
    essay = find_essay(db.session, slug)
    version = current_version(db.session, essay).number
    return redirect(url_for("versions.show", slug=slug, number=version), 303)
