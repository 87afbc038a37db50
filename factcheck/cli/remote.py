"""A desk elsewhere, asked through its JSON door with a token."""

import json
import os
import urllib.error
import urllib.request
import uuid
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import click

from factcheck import __version__
from factcheck.cli.base import F
from factcheck.doors import API_ROOT

TOKEN = "FACTCHECK_TOKEN"  # noqa: S105  (the name of the variable)
SECONDS = 300
_AT_HOME = frozenset(("127.0.0.1", "::1", "localhost"))


def desk_option(command: F) -> F:
    """Add --desk URL, by which a command acts on a desk elsewhere."""
    return click.option(
        "--desk",
        "remote",
        metavar="URL",
        default="",
        help=f"Act on the desk at this address, with a token from {TOKEN}, or asked"
        " for.",
    )(command)


class _Straight(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, which would carry the token elsewhere."""

    def redirect_request(self, *_args: Any, **_more: Any) -> None:
        """Leave a redirect as the answer."""


class RemoteDesk:
    """A desk at an address; what it refuses, it says why.

    The token is asked for once, and stands in no message.
    """

    def __init__(self, address: str) -> None:
        self._root = checked_address(address) + API_ROOT
        self._token = os.environ.get(TOKEN, "").strip() or click.prompt(
            "Token", hide_input=True, err=True
        )
        self._open = urllib.request.build_opener(_Straight).open

    def import_document(self, data: bytes, said: dict[str, str]) -> dict[str, Any]:
        """Store a file as an essay there, and return the essay.

        Sent again when its answer was lost, it is stored once.

        Raises:
            ClickException: the desk refused, or cannot be reached.
        """
        asked = urlencode({name: value for name, value in said.items() if value})
        request = self._request(f"/documents?{asked}", data)
        request.add_header("Idempotency-Key", str(uuid.uuid4()))
        request.add_header("Content-Type", "application/octet-stream")
        found: dict[str, Any] = json.loads(self._answer(request, again=1))
        return found

    def export(self, slug: str, name: str) -> bytes:
        """Return an essay as it stands there, in a format.

        Raises:
            ClickException: the desk refused, or cannot be reached.
        """
        path = f"/essays/{quote(slug, safe='')}/export/{quote(name, safe='')}"
        return self._answer(self._request(path), again=1)

    def _request(self, path: str, data: bytes | None = None) -> urllib.request.Request:
        request = urllib.request.Request(self._root + path, data)  # noqa: S310  (checked)
        request.add_header("Authorization", f"Bearer {self._token}")
        request.add_header("User-Agent", f"factcheck/{__version__}")
        return request

    def _answer(self, request: urllib.request.Request, *, again: int) -> bytes:
        try:
            with self._open(request, timeout=SECONDS) as answer:
                found: bytes = answer.read()
                return found
        except urllib.error.HTTPError as error:
            raise click.ClickException(_refusal(error)) from error
        except (OSError, HTTPException) as error:
            if again:
                return self._answer(request, again=again - 1)
            reason = getattr(error, "reason", error)
            message = f"{self._root} cannot be reached: {reason}. Try again later."
            raise click.ClickException(message) from error


def checked_address(address: str) -> str:
    """Return the address of a desk without a slash at its end.

    Raises:
        ClickException: it is none, or would carry the token over an open line.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise click.ClickException(
            f"{address} is no address of a desk. It looks like"
            " https://check.example.org."
        )
    if parts.scheme == "http" and parts.hostname not in _AT_HOME:
        raise click.ClickException(
            f"{address} is not https, so anybody on the way could read the token."
            " Nothing was sent."
        )
    return address.rstrip("/")


def _refusal(error: urllib.error.HTTPError) -> str:
    """Say in the desk's words why it refused."""
    if error.code in {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.FOUND, 307, 308}:
        return f"The desk moved to {error.headers.get('Location', 'elsewhere')}."
    try:
        said = json.loads(error.read())["detail"]
    except (ValueError, KeyError, TypeError, OSError):
        return f"What answers there is no desk: {error.code} {error.reason}."
    return str(said)
