"""Personal tokens: made and revoked by whoever they act for, shown once."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_security import auth_required

from factcheck.actions.tokens import MadeToken, make_token, revoke_token
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.queries.tokens import find_token, tokens_of
from factcheck.rules.permissions import Deed
from factcheck.rules.tokens import SCOPE_LABELS, Scope
from factcheck.translating import _
from factcheck.web.forms.refusals import show_on
from factcheck.web.forms.tokens import TokenForm
from factcheck.web.frame import absolute_url
from factcheck.web.security import FRESH, current_person, require_deed

bp = Blueprint("tokens", __name__)

# Whoever makes what stands in for a password has typed theirs a short while ago.
fresh = auth_required("session", within=lambda: FRESH)


@bp.route("/profile/tokens", methods=["GET", "POST"])
@fresh
def index() -> ResponseReturnValue:
    """List one's tokens, and make one, whose secret is shown this once."""
    require_deed(Deed.READ_DESK)
    form = TokenForm()
    made: MadeToken | None = None
    if form.validate_on_submit():
        try:
            made = make_token(
                db.session,
                actor=current_person(),
                name=form.name.data or "",
                scopes=form.scopes.data or (),
                days=form.days.data or 0,
            )
        except InvalidError as error:
            show_on(form, error)
    page = render_template(
        "tokens/index.html",
        form=TokenForm(formdata=None) if made else form,
        made=made,
        tokens=tokens_of(db.session, current_person()),
        labels={scope.value: SCOPE_LABELS[scope] for scope in Scope},
        address=absolute_url("reference.show") + "/v1",
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


@bp.post("/profile/tokens/<int:token_id>/revoke")
@fresh
def revoke(token_id: int) -> ResponseReturnValue:
    """Let a token work no more."""
    token = find_token(db.session, current_person(), token_id)
    revoke_token(db.session, actor=current_person(), token=token)
    flash(_("The token “%(name)s” works no more.", name=token.name), "success")
    return redirect(url_for(".index"))
