"""How a source is told apart, and how its copy's text is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.rules.citations import SourceFacts
from factcheck.rules.evidence import address_key, quote_hash, source_key, window

SAME = (
    "https://example.org/a",
    "http://example.org/a/",
    "HTTPS://Example.org:443/a#part",
    "https://example.org./a?utm_source=mail&fbclid=1",
    "https://www.example.org/a",
)


def test_addresses_of_one_page_have_one_key():
    assert {address_key(url) for url in SAME} == {"web:example.org/a"}


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/b",
        "https://example.org/a?p=1",
        "https://example.org/a#/part",
        "https://m.example.org/a",
        "https://example.org:8443/a",
        "https://example.org/A",
    ],
)
def test_addresses_of_other_pages_have_others(url: str):
    assert address_key(url) != "web:example.org/a"


def test_an_address_is_the_same_however_it_is_escaped():
    assert address_key("https://пример.рф/путь") == address_key(
        "http://xn--e1afmkfd.xn--p1ai/%d0%bf%D1%83%D1%82%D1%8C"
    )


@given(st.text(max_size=40))
def test_any_address_has_a_key(url: str):
    assert address_key(f"https://{url}").startswith("web:")


def test_a_work_without_address_is_known_by_what_names_it():
    book = SourceFacts(title="Gauge  Book", author="A. Reader", issued="1949")
    same = SourceFacts(title="gauge book", author="A. READER", issued="1949")
    assert source_key(book) == source_key(same)
    assert source_key(book) != source_key(SourceFacts(title="Gauge Book"))


def test_no_quotation_has_no_hash():
    assert quote_hash(" ") == ""
    assert quote_hash("a") != quote_hash("b")


@given(
    st.text("ab🌊", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3),
    st.integers(0, 9),
)
def test_a_window_shows_its_passages(
    text: str, spans: list[tuple[int, int]], around: int
):
    passages = sorted((min(s), max(s)) for s in spans if max(s) <= len(text))
    shown = window(text, passages, around)
    whole = "".join(words for words, _ in shown.pieces)
    assert whole in text
    assert len("".join(w for w, marked in shown.pieces if marked)) == len(
        {at for start, end in passages for at in range(start, end)}
    )
    if not shown.before and not shown.after:
        assert whole == text
