"""Addresses of archived copies: what they are of, and of when."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InvalidError
from factcheck.rules.mementos import (
    as_it_came,
    availability_of,
    check_memento,
    closest_in,
    memento_of,
)

PAGE = "https://example.org/a?b=1"
WAYBACK = f"https://web.archive.org/web/20190303120000/{PAGE}"
SHORT = "https://web.archive.org/web/2019/example.org/"
SLASHED = "https://web.archive.org/web/20190303120000/http:/a.org/"
ELSEWHERE = "https://arquivo.pt/wayback/20190303120000/http://a.pt/"


@pytest.mark.parametrize(
    ("url", "original", "day"),
    [
        (WAYBACK, PAGE, "2019-03-03"),
        (f"http://web.archive.org/web/20190303120000id_/{PAGE}", PAGE, "2019-03-03"),
        (SHORT, "http://example.org/", "2019"),
        ("https://web.archive.org/web/201903*/http:/a.org", None, None),
        (ELSEWHERE, "http://a.pt/", "2019-03-03"),
        (f"https://archive.example/uk/20190303120000mp_/{PAGE}", PAGE, "2019-03-03"),
        (SLASHED, "http://a.org/", "2019-03-03"),
        ("https://news.example/2019/03/03/http-explained", None, None),
        ("https://news.example/20190303120000/story", None, None),
        (f"https://web.archive.org/web/{PAGE}", None, None),
        (f"https://web.archive.org/web/20191503120000/{PAGE}", None, None),
        (f"https://web.archive.org/save/{PAGE}", None, None),
        (f"ftp://web.archive.org/web/20190303120000/{PAGE}", None, None),
        ("https://[broken/web/20190303120000/http://a.org", None, None),
        ("", None, None),
    ],
)
def test_addresses(url: str, original: str | None, day: str | None):
    found = memento_of(url)
    assert (found and found.original, found and found.day) == (original, day)


def test_what_is_given_must_be_one():
    assert check_memento(f" {WAYBACK} ").url == WAYBACK
    for url in (PAGE, "web.archive.org/web/2019/x", ""):
        with pytest.raises(InvalidError):
            check_memento(url)


def test_the_frame_of_the_archive_is_left_out():
    bare = f"https://web.archive.org/web/20190303120000id_/{PAGE}"
    assert as_it_came(WAYBACK) == as_it_came(bare) == bare
    assert as_it_came(PAGE) == PAGE


@given(st.text(max_size=40))
def test_nothing_that_is_written_breaks_it(words: str):
    for url in (words, f"https://web.archive.org/web/2019{words}/{words}"):
        found = memento_of(url)
        assert as_it_came(url) == url or found is not None


def test_what_an_archive_answers():
    closest = {"available": True, "url": WAYBACK.replace("https", "http", 1)}
    closest |= {"status": "200", "timestamp": "20190303120000"}

    def answer(**more: object) -> bytes:
        return json.dumps({"archived_snapshots": {"closest": closest | more}}).encode()

    assert closest_in(answer(), PAGE).url == WAYBACK
    assert closest_in(answer(status="404"), PAGE) is None
    assert closest_in(answer(available=False), PAGE) is None
    assert closest_in(answer(), "https://example.org/other") is None
    assert closest_in(answer(url=7), PAGE) is None
    for data in (b'{"archived_snapshots": {}}', b"[]", b"<html>", b"\xff"):
        assert closest_in(data, PAGE) is None
    assert availability_of("https://a.example/has", PAGE).endswith(
        "has?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1"
    )
