"""What may be fetched, from where, and how much of it; faults end in words."""

import ipaddress
import socket
from dataclasses import replace

import pytest

from factcheck.errors import FetchError
from factcheck.fetching.fetcher import Fetcher, Page
from factcheck.fetching.guard import is_public
from factcheck.fetching.limits import Limits
from tests.fetching.site import KOREAN, PAGE, Site, pdf

ALLOWED = ("127.0.0.1",)
LIMITS = Limits(seconds=1.0, size=2_000_000, redirects=5, pause=0, allow=ALLOWED)


def fetch(url: str, limits: Limits = LIMITS) -> Page:
    return Fetcher(limits).fetch(url)


def refusal(url: str, limits: Limits = LIMITS) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, limits)
    return caught.value


def test_a_page_comes_with_its_address_and_type(site: Site):
    page = fetch(f"{site.url}/moved")
    assert page == Page(f"{site.url}/page", 200, "text/html", PAGE)
    assert [wire.line for wire in page.wires] == [
        "HTTP/1.0 302 Found",
        "HTTP/1.0 200 OK",
    ]
    assert site.agents == {"Factcheck"}


def test_packed_pages_are_unpacked(site: Site):
    assert fetch(f"{site.url}/packed").data == PAGE
    assert fetch(f"{site.url}/korean").data == KOREAN
    assert fetch(f"{site.url}/pdf").data.startswith(pdf("")[:8])


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("moved-for-good", "/plain"),
        ("moved-and-on", "/moved"),  # and from there on for the time being
        ("moved", ""),
        ("page", ""),
    ],
)
def test_a_page_tells_where_it_stands_for_good(site: Site, path: str, to: str):
    assert fetch(f"{site.url}/{path}").moved_to == (to and f"{site.url}{to}")


def test_a_short_path_may_be_the_front_page(site: Site):
    assert fetch(f"{site.url}/front").url == f"{site.url}/"


@pytest.mark.parametrize(
    ("path", "said", "again"),
    [
        ("loop", "sent on more than 5 times", False),
        ("drip", "took too long", True),
        ("slow-head", "took too long", True),
        ("bomb", "more than 2 MB", False),
        ("endless", "more than 2 MB", False),
        ("advertised", "more than 2 MB", False),
        ("locked", "sign in or to pay (status 401)", False),
        ("forbidden", "sign in or to pay (status 403)", False),
        ("nothing-there", "not there (status 404)", False),
        ("front/page/deep", "leads to the front page", False),
        ("broken", "status 500", True),
        ("wrongly-packed", "packed wrongly", False),
        ("brotli", "packed wrongly", False),
        ("reset", "broke off", True),
        ("short", "broke off", True),
        ("half-packed", "broke off", True),
        ("no-http", "broke off", True),
        ("headers", "broke off", True),
        ("to?file:///etc/passwd", "Only http and https", False),
        ("kept-out/page", "robots.txt", False),
        ("a/secret", "robots.txt", False),
        ("to?ftp://example.org/", "Only http and https", False),
        ("to?http://169.254.169.254/latest/meta-data", "private network", False),
        ("to?http://10.0.0.1/", "private network", False),
        ("to?http://[::1]/", "private network", False),
        ("to?http://[::ffff:192.168.0.1]/", "private network", False),
        ("to?http://a:b@example.org/", "name or password", False),
    ],
)
def test_faults_end_in_words(site: Site, path: str, said: str, again: object):
    error = refusal(f"{site.url}/{path}")
    assert said in error.message
    assert error.again is again


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1"),
        *("[::1]", "[::ffff:127.0.0.1]", "0", "localhost.", "①②⑦.0.0.1"),
    ],
)
def test_the_desk_itself_is_private(host: str):
    error = refusal(f"http://{host}/", replace(LIMITS, allow=()))
    assert "private network" in error.message
    assert error.refused


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",  # noqa: S104
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_that_are_nobodys_business(address: str):
    assert not is_public(ipaddress.ip_address(address))


def test_public_addresses_pass():
    for address in ("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"):
        assert is_public(ipaddress.ip_address(address))


def test_a_name_is_judged_by_every_address_it_has(monkeypatch: pytest.MonkeyPatch):
    found = [(0, 0, 0, "", (a, 80)) for a in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert "private network" in refusal("http://rebound.example/").message


def test_the_connection_goes_to_the_address_that_was_judged(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    """A second look-up that leads elsewhere changes nothing: there is none."""
    asked = []
    known = socket.getaddrinfo

    def look_up(host: str, port: int, *more: int, **named: int) -> list[object]:
        if host != "named.example":
            return known(host, port, *more, **named)
        asked.append(host)
        address = "127.0.0.1" if len(asked) <= 2 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    port = site.url.rpartition(":")[2]
    limits = Limits(seconds=2, pause=0, allow=("named.example",))
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    page = fetch(f"http://named.example:{port}/page", limits)
    assert page.data == PAGE
    assert asked.count("named.example") == 1


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "file:///etc/passwd", "http://", "http://a:x/"]
)
def test_what_is_no_web_address_is_refused(url: str):
    assert refusal(url).refused


def test_nothing_can_be_written_into_a_request(site: Site):
    """Neither a path nor a place sent on to adds a line to what is asked."""
    site.asked.clear()
    for path in ("page?a\r\nX-Evil: 1", "to?/page?b%0d%0aX-Evil:%201\tc"):
        wires = fetch(f"{site.url}/{path}").wires
        assert not any("X-Evil" in name for wire in wires for name, _ in wire.asked)
    assert all("\r" not in path and " " not in path for path in site.asked)


def test_other_services_are_not_talked_to():
    assert "Port 25" in refusal("http://93.184.215.14:25/").message


def test_an_unknown_name_may_be_known_later(monkeypatch: pytest.MonkeyPatch):
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error = refusal("http://nowhere.example/")
    assert error.again
    assert "nowhere.example" in error.message


def test_a_host_has_its_pause():
    fetcher = Fetcher(Limits(pause=60))
    assert fetcher.wait_for("http://example.org/a") == 0
    assert 59 < fetcher.wait_for("http://example.org/b") <= 60
    assert fetcher.wait_for("http://example.com/a") == 0
