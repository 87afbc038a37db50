"""Annotations made elsewhere: shown with where their words stand, then taken over."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Field

from factcheck.actions.margins import take_comments
from factcheck.database import db
from factcheck.errors import FactcheckError, StaleError, UnreadableError
from factcheck.queries.essays import current_version, find_essay, whole_text
from factcheck.rules.permissions import Deed
from factcheck.text.placing import Fit, Placed, as_comment, place_all
from factcheck.text.readers.annotations import read_annotations
from factcheck.translating import _, ngettext
from factcheck.web.allowed import require_on_essay
from factcheck.web.forms.annotating import BringForm, TakeForm
from factcheck.web.security import current_person

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Blueprint("annotating", __name__, url_prefix="/essays/<slug>/annotations")

REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY
_AROUND = 60  # code points shown around words
_CHOICES = 8  # places offered of words that stand in several


@dataclass(frozen=True, slots=True)
class _Choice:
    """A place that an annotation may be about, with what stands around it."""

    value: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """An annotation as the page shows it; `number` names its field."""

    number: int
    placed: Placed
    choices: Sequence[_Choice]
    more: int


@bp.route("", methods=["GET", "POST"])
def bring(slug: str) -> ResponseReturnValue:
    """Read annotations and show where their words stand; then take them over."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.REVIEW)
    if request.form.get("step") == "take":
        return _take(essay)
    form = BringForm()
    if form.validate_on_submit():
        try:
            return _preview(essay, _given(form))
        except FactcheckError as error:
            field: Field = form.file if form.file.data else form.pasted
            field.errors = [*field.errors, error.message]
    page = render_template("annotating/bring.html", essay=essay, form=form)
    return page, REFUSED if form.errors else HTTPStatus.OK


def _given(form: BringForm) -> str:
    """Return what was given, as a file or pasted.

    Raises:
        UnreadableError: both, or a file that is no text.
    """
    pasted = form.pasted.data or ""
    if not form.file.data:
        return pasted
    if pasted.strip():
        raise UnreadableError(
            _(
                "There is a file and a pasted text. Nothing was stored. Keep one of"
                " them."
            )
        )
    return str(form.file.data.read().decode("utf-8-sig", "replace"))


def _preview(essay: "Essay", given: str) -> str:
    version = current_version(db.session, essay)
    text = whole_text(db.session, version.id)
    shown = [
        _shown(number, placed, text)
        for number, placed in enumerate(
            place_all(text, read_annotations(given.encode("utf-8", "replace")))
        )
    ]
    form = TakeForm(formdata=None, given=given, seen=version.number)
    return render_template(
        "annotating/preview.html",
        essay=essay,
        form=form,
        groups={fit: [s for s in shown if s.placed.fit is fit] for fit in Fit},
    )


def _shown(number: int, placed: Placed, text: str) -> _Shown:
    offered = placed.spans[:_CHOICES]
    return _Shown(
        number,
        placed,
        [
            _Choice(
                f"{start}-{end}",
                text[max(0, start - _AROUND) : start],
                text[start:end],
                text[end : end + _AROUND],
            )
            for start, end in offered
        ],
        len(placed.spans) - len(offered),
    )


def _take(essay: "Essay") -> ResponseReturnValue:
    """Take over what was shown, where the person said that its words are."""
    form = TakeForm()
    version = current_version(db.session, essay)
    if form.seen.data != version.number:
        raise StaleError(
            _(
                "The text was revised in between, so the annotations were not taken."
                " Nothing was stored. Bring them again, to see where they stand now."
            )
        )
    text = whole_text(db.session, version.id)
    given = (form.given.data or "").encode("utf-8", "replace")
    comments = [
        as_comment(placed.annotation, span)
        for number, placed in enumerate(place_all(text, read_annotations(given)))
        for span in placed.spans
        if request.form.get(f"place-{number}") == f"{span[0]}-{span[1]}"
    ]
    taken = take_comments(
        db.session,
        actor=current_person(),
        essay=essay,
        text=text,
        comments=comments,
    )
    flash(_said(taken.drafts, taken.left), "success")
    return redirect(url_for("workbench.show", slug=essay.slug), HTTPStatus.SEE_OTHER)


def _said(drafts: int, left: int) -> str:
    said = ngettext(
        "%(num)s draft of yours was made from annotations.",
        "%(num)s drafts of yours were made from annotations.",
        drafts,
    )
    if not left:
        return said
    return (
        said
        + " "
        + ngettext(
            "%(num)s claim has a review of yours already, which stays as it was.",
            "%(num)s claims have a review of yours already, which stay as they were.",
            left,
        )
    )
