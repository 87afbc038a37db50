"""Error pages in the desk's words; JSON for those who ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from factcheck.doors import RETRY_SECONDS, settings, status_of
from factcheck.errors import BusyError, FactcheckError
from factcheck.text.documents import megabytes
from factcheck.translating import N_, _
from factcheck.web.security import wants_json

MOST_TYPED = 200_000


@dataclass(frozen=True, slots=True)
class Words:
    """What an error page says."""

    title: str
    message: str


WORDS: Mapping[int, Words] = {
    400: Words(
        N_("This could not be read"),
        N_(
            "The request was not one this desk understands. Nothing was changed. Go"
            " back, load the page again and repeat what you did."
        ),
    ),
    401: Words(
        N_("You are signed out"),
        N_(
            "Nothing was changed. Sign in again, go back to where you were and repeat"
            " it."
        ),
    ),
    403: Words(
        N_("Not yours to do"),
        N_(
            "Your role at this desk does not allow this. Nothing was changed. Ask an"
            " admin if it should."
        ),
    ),
    404: Words(
        N_("There is nothing here"),
        N_(
            "No page has this address. It may have been mistyped, or what it named was"
            " never here."
        ),
    ),
    405: Words(
        N_("This address does something else"),
        N_(
            "It cannot be opened or sent to in this way. Nothing was changed. Start"
            " from the desk."
        ),
    ),
    409: Words(
        N_("Somebody was here first"),
        N_("This changed while you had it open. Nothing of theirs was overwritten."),
    ),
    410: Words(
        N_("Taken down"), N_("What was published here was taken down by the desk.")
    ),
    413: Words(
        N_("This is too large"),
        N_(
            "What you sent is larger than %(limit)s, the most that this desk takes on a"
            " page. Nothing was stored. Import a text in parts; a large archive comes"
            " in by the command factcheck essays import, where the desk runs. Or ask"
            " whoever runs the desk to raise the limit."
        ),
    ),
    422: Words(N_("This cannot be kept"), N_("Something in it needs to be corrected.")),
    429: Words(
        N_("Too many attempts"),
        N_(
            "There were too many attempts from your address. Wait a minute, then try"
            " again. If you have forgotten your password, ask an admin for a link."
        ),
    ),
    503: Words(
        N_("Too much at once"),
        N_("This desk is busy. Nothing was changed. Ask again in half a minute."),
    ),
    500: Words(
        N_("Something broke on our side"),
        N_(
            "This request was undone as a whole; everything saved before it is safe."
            " The error was written down for whoever runs the desk. Try again in a"
            " minute."
        ),
    ),
}
CSRF_WORDS = Words(
    N_("This form is from an earlier visit"),
    N_(
        "You have signed in or out since the page was opened, so the form was not taken"
        " and nothing was changed. Go back, load the page again, and send it once more."
    ),
)

FIELDS: Mapping[str, str] = {
    "addresses": N_("Addresses"),
    "answer": N_("Answer"),
    "appeared": N_("Where it appeared"),
    "author": N_("Author"),
    "byline": N_("Byline"),
    "email": N_("E-mail address"),
    "explanation": N_("Explanation"),
    "finding": N_("Finding"),
    "interests": N_("Declared interests"),
    "language": N_("Language"),
    "locator": N_("Where in the source"),
    "name": N_("Name"),
    "note": N_("Note"),
    "pasted": N_("Text"),
    "printed": N_("What readers are told"),
    "proposed": N_("Proposed words"),
    "publisher": N_("Publisher"),
    "question": N_("Question"),
    "quote": N_("Quoted words"),
    "reason": N_("Reason"),
    "roster": N_("Roster"),
    "statement": N_("Statement"),
    "text": N_("Text"),
    "title": N_("Title"),
    "url": N_("Address"),
    "verdict": N_("Verdict"),
    "whom": N_("Whom"),
    "why": N_("Why"),
}


def init_app(app: Flask) -> None:
    """Put the handlers in place."""
    app.register_error_handler(FactcheckError, _refused)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(500, _broken)
    app.after_request(_say_when)


def _say_when(response: Response) -> Response:
    """Say, at every door, when whoever met a busy desk may ask again."""
    if response.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _refused(error: FactcheckError) -> ResponseReturnValue:
    """Answer what the rooms below refused."""
    status = status_of(error)
    words = Words(_(WORDS[status].title), error.message)
    if isinstance(error, BusyError):
        return _without_database(status, words)
    return _answer(status, words, getattr(error, "field", ""))


def _csrf(_error: CSRFError) -> ResponseReturnValue:
    return _answer(400, _spoken(CSRF_WORDS))


def _http(error: HTTPException) -> ResponseReturnValue:
    """Answer what Flask refused."""
    status = error.code or 500
    words = WORDS.get(status, Words(error.name, WORDS[400].message))
    answer = current_app.make_response(_answer(status, _spoken(words)))
    for name, value in error.get_headers():
        if name.lower() != "content-type":
            answer.headers[name] = value
    return answer


def _broken(error: Exception) -> ResponseReturnValue:
    """Answer what nobody foresaw, or that a commit was refused after the view."""
    cause = getattr(error, "original_exception", None)
    if isinstance(cause, FactcheckError):
        return _refused(cause)
    return _without_database(500, _spoken(WORDS[500]))


def _without_database(status: int, words: Words) -> tuple[str | dict[str, object], int]:
    """Answer without touching the database, which may be what broke or is busy."""
    if wants_json():
        return _json(words, ""), status
    page = current_app.jinja_env.get_template("errors/broken.html")
    return page.render(words=words, typed=_typed()), status


def _answer(
    status: int, words: Words, field: str = ""
) -> tuple[str | dict[str, object], int]:
    if wants_json():
        return _json(words, field), status
    page = render_template(
        "errors/page.html", words=words, status=status, typed=_typed()
    )
    return page, status


def _spoken(words: Words) -> Words:
    limit = megabytes(settings().max_upload_bytes)
    return Words(_(words.title), _(words.message, limit=limit))


def _json(words: Words, field: str) -> dict[str, object]:
    return {"error": {"message": words.message, "field": field}}


def _typed() -> list[tuple[str, str]]:
    """Return what the person typed, by field, so that the page can give it back.

    A field is called as its form calls it, as far as that is known here.

    Passwords are left out, and so is what is too long to have been typed.
    """
    if request.method != "POST":
        return []
    try:
        fields = list(request.form.items(multi=True))
    except (RequestEntityTooLarge, UnicodeError):
        return []
    kept = [(n, v) for n, v in fields if v.strip() and not _is_private(n)]
    if sum(len(value) for _name, value in kept) >= MOST_TYPED:
        return []
    return [(_label(name), value) for name, value in kept]


def _label(name: str) -> str:
    part = name.rpartition("-")[2]
    if part in FIELDS:
        return _(FIELDS[part])
    return name.replace("_", " ").replace("-", " ").capitalize()


def _is_private(name: str) -> bool:
    return "password" in name or "token" in name or name in {"next", "revision"}
