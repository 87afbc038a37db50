"""Earlier verdicts on similar claims: of one claim, and of a whole essay.

They are looked up on addresses of their own, so that neither opening the workbench nor
saving a draft ever waits for a search.
"""

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from factcheck.actions.earlier import answer_earlier, cite_again, take_back
from factcheck.database import db
from factcheck.doors import status_of
from factcheck.errors import InvalidError, NotFoundError
from factcheck.queries.claims import find_claim
from factcheck.queries.earlier_pages import earlier_page, essay_earlier
from factcheck.queries.essays import find_essay
from factcheck.queries.indexed import statistics
from factcheck.rules.earlier import Answer, EarlierKey
from factcheck.rules.permissions import Deed
from factcheck.text.compared import Difference
from factcheck.translating import N_, _
from factcheck.web.bench import by_script
from factcheck.web.security import current_person, require_deed

if TYPE_CHECKING:
    from factcheck.models import Claim, Essay

bp = Blueprint("earlier", __name__, url_prefix="/essays/<slug>")

_DIFFERS: dict[Difference, str] = {
    Difference.NAME: N_("a name that only stands here"),
    Difference.ORDER: N_("a name in another order"),
    Difference.NUMBER: N_("a number that only stands here"),
    Difference.DATE: N_("a date that only stands here"),
    Difference.NEGATION: N_("a negation, and the other has another number of them"),
    Difference.WORD: N_("words that only stand here"),
}
_DONE = {
    "link": N_("Linked. Its verdict is not taken over; yours is yours to give."),
    "dismiss": N_("Dismissed. It is not offered for this claim again."),
    "take-back": N_("Taken back."),
    "cite": N_(
        "The source is in your review now. Say there what it does to the claim."
    ),
}


@bp.app_template_global()
def differs_said(difference: Difference) -> str:
    """Say in words why a piece of a claim is pointed out."""
    return _(_DIFFERS[difference])


def tell_of_earlier(essay: "Essay") -> None:
    """Say after an import where its claims are looked for among earlier verdicts."""
    if statistics(db.session, ()).claims:
        flash(
            Markup('<a href="{}">{}</a>').format(
                url_for("earlier.index", slug=essay.slug),
                _("See whether anything in it was checked before."),
            ),
            "info",
        )


@bp.get("/earlier")
def index(slug: str) -> str:
    """List earlier verdicts on what the essay says, a page of sentences at a time."""
    require_deed(Deed.READ_DESK)
    essay = find_essay(db.session, slug)
    found = essay_earlier(
        db.session,
        essay=essay,
        viewer=current_person(),
        page=request.args.get("page", 1, int),
    )
    return render_template("earlier/index.html", essay=essay, found=found)


@bp.get("/claims/<int:number>/earlier")
def show(slug: str, number: int) -> str:
    """Show earlier verdicts for a claim; to the workbench's script a panel of them."""
    require_deed(Deed.READ_DESK)
    return _page(slug, number)


@bp.post("/claims/<int:number>/earlier")
def answer(slug: str, number: int) -> ResponseReturnValue:
    """Link an earlier verdict, dismiss it, take that back, or cite its source."""
    require_deed(Deed.REVIEW)
    try:
        do = _do(find_claim(db.session, find_essay(db.session, slug), number))
    except (InvalidError, NotFoundError) as error:
        db.session.rollback()
        flash(error.message, "error")
        return _page(slug, number), status_of(error)
    if by_script():
        return _page(slug, number)
    flash(_(_DONE[do]), "success")
    return redirect(url_for(".show", slug=slug, number=number), 303)


def _do(claim: "Claim") -> str:
    """Do what was asked for; return its name.

    Raises:
        InvalidError: nothing that can be done was asked for.
        NotFoundError: what it is about is not there.
    """
    do, actor = request.form.get("do", ""), current_person()
    answer_id = request.form.get("answer", 0, int)
    if do in {"link", "dismiss"}:
        key = EarlierKey.parse(request.form.get("earlier", ""))
        chosen = Answer.LINKED if do == "link" else Answer.DISMISSED
        answer_earlier(db.session, actor=actor, claim=claim, key=key, answer=chosen)
    elif do == "take-back":
        take_back(db.session, actor=actor, claim=claim, answer_id=answer_id)
    elif do == "cite":
        source_id = request.form.get("source", 0, int)
        cite_again(
            db.session,
            actor=actor,
            claim=claim,
            answer_id=answer_id,
            source_id=source_id,
        )
    else:
        raise InvalidError("do", _("Choose what to do with the earlier verdict."))
    return do


def _page(slug: str, number: int) -> str:
    essay = find_essay(db.session, slug)
    claim = find_claim(db.session, essay, number)
    page = earlier_page(db.session, essay=essay, claim=claim, viewer=current_person())
    template = "earlier/panel.html" if by_script() else "earlier/show.html"
    return render_template(template, essay=essay, page=page)
