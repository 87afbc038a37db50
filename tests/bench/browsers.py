"""Signs people in through the desk's own door, and prepares what they save."""

import re
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from itertools import cycle
from urllib.parse import urlencode

from tests.bench.desks import PASSWORD, Desk
from tests.bench.load import Client
from tests.bench.servers import Server

_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass(slots=True)
class Browser:
    """A connection that keeps its cookies."""

    server: Server
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """The Cookie header."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        """Return status and body of a page, or of a form sent to it."""
        with closing(self.send(path, form)) as connection:
            response = connection.getresponse()
            self._keep_cookies(response)
            return response.status, response.read().decode(errors="replace")

    def send(self, path: str, form: dict[str, str] | None = None) -> HTTPConnection:
        """Send a request; whoever asked for it takes the answer from the connection."""
        connection = HTTPConnection(self.server.host, self.server.port, timeout=60)
        headers = {"Cookie": self.cookie}
        if form is None:
            connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request("POST", path, urlencode(form), headers)
        return connection

    def token(self, path: str) -> str:
        """Return the token that this page's forms carry.

        Raises:
            RuntimeError: the page has no form.
        """
        status, body = self.ask(path)
        found = _TOKEN.search(body)
        if found is None:
            raise RuntimeError(f"{path} answered {status} without a form.")
        return found.group(1)

    def _keep_cookies(self, response: HTTPResponse) -> None:
        for header in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value


def sign_in(server: Server, email: str) -> Browser:
    """Sign a person in.

    Raises:
        RuntimeError: the desk does not let them in.
    """
    browser = Browser(server)
    form = {
        "csrf_token": browser.token("/sign-in"),
        "email": email,
        "password": PASSWORD,
    }
    status, body = browser.ask("/sign-in", form)
    if status not in {302, 303}:
        raise RuntimeError(f"{email} was not let in: {status} {body[:300]}")
    return browser


def savers(desk: Desk, server: Server) -> list[Client]:
    """Return a client for each claim that waits; people share them out."""
    tokens = {}
    for email in desk.people:
        browser = sign_in(server, email)
        tokens[email] = (browser.cookie, browser.token("/"))
    return [
        Client(
            name=f"client {number}",
            path=f"/essays/{desk.slug}/claims/{number}/review",
            cookie=tokens[email][0],
            fields=draft_fields(number, tokens[email][1]),
        )
        for number, email in zip(desk.waiting, cycle(desk.people), strict=False)
    ]


def draft_fields(number: int, token: str) -> dict[str, str]:
    """Return what the workbench's script sends of a draft, but for what was typed."""
    return {
        "csrf_token": token,
        "do": "draft",
        "show": "all",
        "claim": str(number),
        "claim_revision": "1",
        "words_revision": "1",
        "statement": "",
        "statement_was": "",
        "was_given": "",
        "verdict": "true",
        **_source("citations-0", f"https://example.org/{number}", "Gauge book"),
        **_source("citations-1", "", ""),
    }


def _source(name: str, url: str, title: str) -> dict[str, str]:
    values = {
        "url": url,
        "title": title,
        "kind": "webpage",
        "stance": "supports",
        "quote": "the river rose" if url else "",
        "locator": "",
        "author": "",
        "publisher": "",
        "issued": "",
    }
    return {f"{name}-{field}": value for field, value in values.items()}
