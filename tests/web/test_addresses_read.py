"""An essay at a web address: fetched with care, shown, and stored as it was shown."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from factcheck.models import User
from factcheck.rules.permissions import Role
from tests.factories.visits import arrive, send
from tests.fetching.site import PROSE, Site, open_site
from tests.web.conftest import OpenDesk


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


def browser(open_desk: OpenDesk, people: dict[Role, User], **more) -> FlaskClient:
    client = open_desk(fetch_pause=0, fetch_seconds=2, **more).test_client()
    return arrive(client, people[Role.EDITOR])


def test_a_page_is_read_and_its_address_kept(open_desk, people, site: Site):
    client = browser(open_desk, people, fetch_allow="127.0.0.1")
    page = send(client, "/essays/new", step="read", address=f"{site.url}/moved")
    assert f'value="{site.url}/page"' in page.text
    assert PROSE.split(".", maxsplit=1)[0] in page.text
    for path, said in (
        ("loop", "sent on more than"),
        ("gone", "is not there"),
        ("bomb", "more than 20 MB"),
        ("kept-out", "robots.txt"),
    ):
        page = send(client, "/essays/new", step="read", address=f"{site.url}/{path}")
        assert page.status_code == 422
        assert said in page.text
    both = {"address": f"{site.url}/page", "pasted": "An essay."}
    page = send(client, "/essays/new", step="read", **both)
    assert "There is an address and something else." in page.text


def test_a_desk_does_not_reach_into_its_own_network(open_desk, people, site: Site):
    before = site.asked.total()
    for settings, said in (({}, "private network"), ({"fetch": False}, "switched off")):
        client = browser(open_desk, people, **settings)
        page = send(client, "/essays/new", step="read", address=f"{site.url}/page")
        assert page.status_code == 422
        assert said in page.text
    assert site.asked.total() == before
