"""Who is at the door: sign-in, passwords, and the gate that keeps strangers out.

Flask-Security does the signing in; here it is given our addresses, pages and words.
The gate refuses whatever is not named public, so a new page is closed until somebody
opens it.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from flask import Flask, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import Security, UserDatastore, current_user
from flask_wtf.csrf import CSRFProtect, generate_csrf

from factcheck import translating
from factcheck.config import Settings
from factcheck.database import db
from factcheck.doors import at_api
from factcheck.queries.people import lacks_second_factor
from factcheck.rules import permissions
from factcheck.rules.permissions import Deed, Role
from factcheck.translating import N_, _
from factcheck.web import factors
from factcheck.web.languages import speak_for
from factcheck.web.mail import MailUtil

if TYPE_CHECKING:
    from factcheck.models import User

PUBLIC = frozenset(
    (
        "static",
        "health.icon",
        "health.show",
        "security.login",
        "security.logout",
        "security.forgot_password",
        "security.reset_password",
        "about.show",
        "corrections.feed",
        "corrections.index",
        "editions.claim",
        "editions.latest",
        "editions.show",
        "exports.latest",
        "exports.edition",
        "reports.new",
        "reports.send",
        "reports.thanks",
        "guests.answer",
        "guests.show",
        "invitations.join",
        "reference.show",
    )
)
# The way in has steps that a stranger takes; each checks where it was come from.
HALFWAY = frozenset(
    f"security.{name}"
    for name in (
        "two_factor_setup",
        "two_factor_token_validation",
        "two_factor_rescue",
        "tf_select",
        "mf_recovery",
        "wan_signin",
        "wan_signin_response",
    )
)
FRESH = timedelta(hours=2)

# A password is hashed by argon2 alone, without a key of the desk's mixed in: a desk
# that moves or loses its secret key keeps its passwords.
OPTIONS: dict[str, object] = {
    "PASSWORD_HASH": "argon2",
    "PASSWORD_SCHEMES": ["argon2"],
    "PASSWORD_SINGLE_HASH": {"argon2"},
    "PASSWORD_LENGTH_MIN": 10,
    "RETURN_GENERIC_RESPONSES": True,
    "RECOVERABLE": True,
    "CHANGEABLE": True,
    "RESET_PASSWORD_WITHIN": timedelta(days=1),
    "FRESHNESS": FRESH,
    "FRESHNESS_GRACE_PERIOD": timedelta(minutes=15),
    # As rules/people takes them: addresses of a desk's own network may sign in, and
    # nothing is asked of the name server.
    "EMAIL_VALIDATOR_ARGS": {"check_deliverability": False, "test_environment": True},
    "API_ENABLED_METHODS": ["session"],
    "I18N_DOMAIN": f"flask_security;{translating.DOMAIN}",
    "I18N_DIRNAME": ["builtin", str(translating.TRANSLATIONS)],
    "STATIC_FOLDER": None,
    "CLI_USERS_NAME": None,
    "CLI_ROLES_NAME": None,
    "EMAIL_HTML": False,
    "LOGIN_URL": "/sign-in",
    "LOGOUT_URL": "/sign-out",
    "VERIFY_URL": "/sign-in/again",
    "RESET_URL": "/password/reset",
    "CHANGE_URL": "/password/change",
    "LOGIN_USER_TEMPLATE": "security/sign_in.html",
    "VERIFY_TEMPLATE": "security/sign_in_again.html",
    "FORGOT_PASSWORD_TEMPLATE": "security/forgot_password.html",
    "RESET_PASSWORD_TEMPLATE": "security/reset_password.html",
    "CHANGE_PASSWORD_TEMPLATE": "security/change_password.html",
}

MESSAGES: dict[str, tuple[str, str]] = {
    "GENERIC_AUTHN_FAILED": (
        N_("This address and this password do not belong together. Try once more."),
        "error",
    ),
    "EMAIL_NOT_PROVIDED": (N_("Write your e-mail address."), "error"),
    "INVALID_EMAIL_ADDRESS": (
        N_("This is not an e-mail address. It looks like name@example.org."),
        "error",
    ),
    "PASSWORD_NOT_PROVIDED": (N_("Write your password."), "error"),
    "INVALID_PASSWORD": (N_("That is not your password."), "error"),
    "PASSWORD_INVALID_LENGTH": (
        N_("A password needs at least %(length)s characters."),
        "error",
    ),
    "RETYPE_PASSWORD_MISMATCH": (N_("The two passwords are not the same."), "error"),
    "PASSWORD_IS_THE_SAME": (
        N_("The new password is the one you have. Choose another."),
        "error",
    ),
    "PASSWORD_RESET_REQUEST": (
        N_(
            "If %(email)s is known here, a mail is on its way. Its link works for a"
            " day."
        ),
        "info",
    ),
    "PASSWORD_RESET_EXPIRED": (
        N_("That link is older than a day. Ask for a new one."),
        "error",
    ),
    "INVALID_RESET_PASSWORD_TOKEN": (
        N_("That link does not work, or was used already. Ask for a new one."),
        "error",
    ),
    "PASSWORD_RESET_NO_LOGIN": (
        N_("The new password is kept. Sign in with it."),
        "success",
    ),
    "PASSWORD_CHANGE": (
        N_("The new password is kept. Everywhere else you are signed out."),
        "success",
    ),
    "REAUTHENTICATION_SUCCESSFUL": (N_("Thank you. Go on where you were."), "success"),
    "INVALID_REDIRECT": (
        N_("The address to go on to was not one of this desk; you start at the desk."),
        "error",
    ),
}


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is signed in, as the page's frame needs it.

    It outlives a rollback, after which a row would have to be read again; so the
    page that says what went wrong can still be drawn.
    """

    id: int
    name: str
    role: Role | None
    single_keys: bool
    time_zone: str = "UTC"

    def may(self, deed: Deed) -> bool:
        """Say whether this person may do this."""
        return permissions.may(self.role, deed)


def init_app(app: Flask, settings: Settings, people: UserDatastore) -> None:
    """Put the gate in front, then CSRF, then Flask-Security's pages."""
    app.before_request(_gate)
    # A token lasts as long as its session: reviewers keep a page open all day.
    app.config["WTF_CSRF_TIME_LIMIT"] = None
    CSRFProtect(app)
    told = OPTIONS | factors.options(settings)
    said = MESSAGES | factors.MESSAGES
    app.config.update({f"SECURITY_{name}": value for name, value in told.items()})
    app.config.update({f"SECURITY_MSG_{name}": m for name, m in said.items()})
    security = Security(
        app,
        people,
        mail_util_cls=MailUtil,
        totp_cls=factors.OnceTotp,
        webauthn_util_cls=factors.Passkeys,
        **cast("dict[str, Any]", factors.FORMS),
    )
    # Flask-Principal would load the person for every style sheet as well.
    security.principal.identity_loaders.clear()
    # People come with a session cookie only, never with a token in a header.
    app.login_manager.request_loader(lambda _request: None)  # type: ignore[attr-defined]


def current_person() -> "User":
    """Return who is signed in; only behind the gate."""
    return cast("User", current_user._get_current_object())  # noqa: SLF001


def proven_token() -> str:
    """Return the form token that came with this request, which the gate has proved.

    It serves as well as a new one, which takes as long to sign as a row to write.
    """
    return request.form.get("csrf_token") or cast("str", generate_csrf())


def viewer() -> Viewer | None:
    """Return who is signed in, or None for a stranger or on a public page."""
    return cast("Viewer | None", g.get("viewer"))


def may(deed: Deed) -> bool:
    """Say whether whoever is here may do this."""
    seen = viewer()
    return seen is not None and seen.may(deed)


def require_deed(deed: Deed) -> None:
    """Let the signed-in person do this.

    Raises:
        ForbiddenError: their role does not allow it.
    """
    seen = viewer()
    permissions.require(seen.role if seen else None, deed)


def _gate() -> ResponseReturnValue | None:
    """Send strangers to the sign-in page, unless the page is public.

    The JSON door has a gate of its own, which knows tokens and no cookies.
    """
    if request.endpoint in PUBLIC or at_api():
        return None
    if current_user.is_authenticated:
        person = current_person()
        g.viewer = Viewer(
            person.id, person.name, person.role, person.single_keys, person.time_zone
        )
        speak_for(person.language)
        return _second_factor(person) or _midway()
    if request.endpoint is None or request.endpoint in HALFWAY:
        return None
    if request.method not in {"GET", "HEAD"} or wants_json():
        abort(401)
    wanted = request.full_path.rstrip("?")
    return redirect(url_for("security.login", next=None if wanted == "/" else wanted))


def _second_factor(person: "User") -> ResponseReturnValue | None:
    """Send whoever lacks a second factor to set one up, if the desk requires it."""
    if request.blueprint == "security" or not lacks_second_factor(db.session, person):
        return None
    if request.method not in {"GET", "HEAD"} or wants_json():
        abort(403)
    flash(
        _("This desk asks everybody for a second factor. Set yours up first."), "error"
    )
    return redirect(url_for("security.two_factor_setup"))


def _midway() -> ResponseReturnValue | None:
    """Keep whoever is in from the step after the password: it would sign them out."""
    if request.endpoint != "security.two_factor_token_validation":
        return None
    if request.method == "POST":
        abort(400)
    return redirect(url_for("desk.show"))


def wants_json() -> bool:
    """Say whether the request would rather have JSON than a page."""
    accepts = request.accept_mimetypes
    return accepts["application/json"] > accepts["text/html"]
