"""Who asks: people come to this door with a token in a header, and with nothing else.

Cookies are not looked at, so a page elsewhere cannot make a browser act here, and no
answer sets one. A token reaches as far as its scopes and its person's role both do.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from flask import Flask, Request, g, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

from factcheck import translating
from factcheck.actions.tokens import note_use
from factcheck.api.problems import ProblemError
from factcheck.database import db
from factcheck.doors import at_api
from factcheck.errors import ForbiddenError, NotFoundError
from factcheck.queries.people import lacks_second_factor
from factcheck.queries.tokens import token_with
from factcheck.rules.permissions import Deed, require
from factcheck.rules.tokens import require_scope, scope_of

if TYPE_CHECKING:
    from factcheck.models import Token, User

View = TypeVar("View", bound=Callable[..., Any])
SEND_ONE = "Send a token of yours in the header Authorization, after “Bearer”."


class Sessions(SecureCookieSessionInterface):
    """Sessions of the pages; below /api there are none, whatever cookies come along."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Read the session from its cookie, where there is one to be had."""
        if at_api():
            return self.make_null_session(app)
        return super().open_session(app, request)


def init_app(app: Flask) -> None:
    """Look at no cookie below /api, speak English there, and refuse odd addresses."""
    app.session_interface = Sessions()
    app.before_request(_begin)


def _begin() -> None:
    if not at_api():
        return
    translating.speak(translating.ENGLISH)
    if "\0" in request.path:
        raise NotFoundError("No address holds a NUL character.")


def person() -> "User":
    """Return who asks; only where a token was asked for."""
    return cast("User", g.person)


def someone() -> "User | None":
    """Return who asks; None for a stranger."""
    return cast("User | None", g.get("person"))


def guarded(view: View, deed: Deed | None) -> View:
    """Let a view answer only to tokens that are for this deed; None lets anyone in.

    A token that is sent must work even where none is needed.
    """

    @wraps(view)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        token = _token()
        if token is None and deed is not None:
            raise _no_token(SEND_ONE)
        if token is not None and deed is not None:
            _require_scope(token, deed)
        return view(*args, **kwargs)

    return cast("View", wrapped)


def require_role(deed: Deed) -> "User":
    """Return who asks, if they may do this at the desk.

    Raises:
        ForbiddenError: their role does not allow it.
    """
    require(person().role, deed)
    return person()


def require_also(deed: Deed) -> None:
    """Let a view pass that turns out to be a further deed.

    Raises:
        ProblemError: the token that came along is not for it.
    """
    _require_scope(g.token, deed)


def _token() -> "Token | None":
    """Return the token that came along, and remember whose it is."""
    given = request.headers.get("Authorization", "")
    if not given:
        return None
    kind, _, secret = given.partition(" ")
    found = token_with(db.session, secret.strip()) if kind.lower() == "bearer" else None
    if found is None:
        raise _no_token("This is no token of ours. Check that all of it was copied.")
    token, person = found
    if token.revoked_at is not None or not person.active:
        raise _no_token("This token was revoked. Make another, or ask an admin.")
    if token.ended:
        raise _no_token("This token has run out. Make another.")
    if lacks_second_factor(db.session, person):
        raise ForbiddenError(
            "This desk asks everybody for a second factor. Set yours up on the page"
            " first."
        )
    if note_use(db.session, token):
        db.session.commit()  # What is refused below was a use of it, too.
    g.person, g.token = person, token
    return token


def _require_scope(token: "Token", deed: Deed) -> None:
    try:
        require_scope(token.scopes.split(), deed)
    except ForbiddenError as error:
        needs = f'Bearer error="insufficient_scope", scope="{scope_of(deed)}"'
        raise ProblemError(
            403, error.message, sent={"WWW-Authenticate": needs}
        ) from error


def _no_token(why: str) -> ProblemError:
    return ProblemError(
        401, f"{why} Nothing was changed.", sent={"WWW-Authenticate": "Bearer"}
    )
