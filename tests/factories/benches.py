"""A workbench visited in a test: pages read, forms sent, with script or without."""

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.factories.visits import token


@dataclass
class Workbench:
    """One person's browser on one essay's workbench."""

    client: FlaskClient
    slug: str = "the-river"

    @property
    def address(self) -> str:
        return f"/essays/{self.slug}"

    def page(self, **query: Any) -> str:
        return self.get(**query).text

    def get(self, **query: Any) -> TestResponse:
        return self.client.get(f"{self.address}/workbench", query_string=query)

    def part(self, part: str, **query: Any) -> TestResponse:
        """Ask for a part of the page as the script does."""
        return self.client.get(
            f"{self.address}/workbench",
            query_string={"part": part, **query},
            headers={"X-Requested-With": "fetch"},
        )

    def send(self, path: str, *, script: bool = False, **fields: Any) -> TestResponse:
        """Send a form; a list is a field with several values."""
        return self.client.post(
            f"{self.address}/{path}",
            data={"csrf_token": token(self.client)} | fields,
            headers={"X-Requested-With": "fetch"} if script else {},
        )

    def review(self, number: int, do: str = "save", **fields: Any) -> TestResponse:
        """Save a review as somebody who starts from nothing, unless told otherwise."""
        seen = {"revision": 0, "claim_revision": 1, "do": do}
        return self.send(f"claims/{number}/review", **(seen | fields))


COMPLETE = {
    "verdict": "true",
    "finding": "It did.",
    "citations-0-url": "https://example.org/gauge",
    "citations-0-title": "Gauge book",
    "citations-0-stance": "supports",
}
