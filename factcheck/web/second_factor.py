"""Second factors: required by admins, taken back when lost, each change noted."""

from typing import TYPE_CHECKING

from flask import (
    Blueprint,
    Flask,
    current_app,
    flash,
    redirect,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_security import auth_required
from flask_security.signals import (
    tf_code_confirmed,
    tf_disabled,
    tf_profile_changed,
    wan_deleted,
    wan_registered,
)

from factcheck.actions.security import (
    note_factor,
    require_two_factor,
    reset_two_factor,
)
from factcheck.database import db
from factcheck.queries.people import person_by_id
from factcheck.queries.settings import two_factor_required
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.security import FRESH, current_person, require_deed

if TYPE_CHECKING:
    from factcheck.models import User

bp = Blueprint("second_factor", __name__)
fresh = auth_required("session", within=lambda: FRESH)


def init_app(app: Flask) -> None:
    """Read what is required before each sign-in, and write down each change."""
    app.before_request(_read_required)
    # Whoever lost their phone has recovery codes, or asks an admin: no mail helps.
    app.view_functions["security.two_factor_rescue"] = _to_recovery
    for signal, heard in (
        (tf_profile_changed, _two_factor_on),
        (tf_code_confirmed, _code_confirmed),
        (tf_disabled, _two_factor_off),
        (wan_registered, _passkey_added),
        (wan_deleted, _passkey_removed),
    ):
        signal.connect(heard, app)


@bp.post("/people/two-factor")
@fresh
def require_it() -> ResponseReturnValue:
    """Require a second factor of everybody, or let each person choose."""
    require_deed(Deed.MANAGE_PEOPLE)
    required = request.form.get("required") == "yes"
    require_two_factor(db.session, actor=current_person(), required=required)
    flash(
        _("Everybody signs in with a second factor from now on.")
        if required
        else _("Each person chooses whether to use a second factor."),
        "success",
    )
    return redirect(url_for("people.index"))


@bp.post("/people/<int:person_id>/two-factor")
@fresh
def reset(person_id: int) -> ResponseReturnValue:
    """Forget a person's second factor and passkeys, because they lost them."""
    require_deed(Deed.MANAGE_PEOPLE)
    person = person_by_id(db.session, person_id)
    reset_two_factor(db.session, actor=current_person(), person=person)
    flash(
        _("%(name)s signs in with the password alone again.", name=person.name),
        "success",
    )
    return redirect(url_for("people.index"))


def _read_required() -> None:
    if request.blueprint == "security":
        current_app.config["SECURITY_TWO_FACTOR_REQUIRED"] = two_factor_required(
            db.session
        )


def _to_recovery() -> ResponseReturnValue:
    return redirect(url_for("security.mf_recovery"))


def _two_factor_on(_app: Flask, **_more: object) -> None:
    note_factor(db.session, current_person(), "two_factor.on")


def _code_confirmed(_app: Flask, user: "User", **_more: object) -> None:
    if session.get("tf_state") == "validating_profile":
        note_factor(db.session, user, "two_factor.on")


def _two_factor_off(_app: Flask, **_more: object) -> None:
    note_factor(db.session, current_person(), "two_factor.off")


def _passkey_added(_app: Flask, name: str, **_more: object) -> None:
    note_factor(db.session, current_person(), "passkey.added", name)


def _passkey_removed(_app: Flask, name: str, **_more: object) -> None:
    note_factor(db.session, current_person(), "passkey.removed", name)
