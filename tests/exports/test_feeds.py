from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from factcheck.exports.feeds import Entry, Feed, write_atom

ATOM = "{http://www.w3.org/2005/Atom}"
ONE = Entry(
    "A < B & C", "https://d.org/e/a/2", "2026-03-05T10:00:00Z", "Was <b>; is \x0b."
)


def feed(*entries: Entry) -> ET.Element:
    return ET.fromstring(  # noqa: S314 (our own output)
        write_atom(
            Feed(
                "Corrections",
                "The Desk",
                "https://d.org/corrections.atom",
                "https://d.org/corrections",
                entries,
            )
        )
    )


def texts(element: ET.Element, name: str) -> list[str | None]:
    return [child.text for child in element.findall(ATOM + name)]


def test_a_feed_has_what_atom_asks_for():
    root = feed(ONE)
    assert root.tag == f"{ATOM}feed"
    assert texts(root, "id") == ["https://d.org/corrections.atom"]
    assert texts(root, "title") == ["Corrections"]
    assert texts(root, "updated") == [ONE.updated]
    assert root.find(f"{ATOM}author/{ATOM}name").text == "The Desk"
    links = {e.get("rel"): e.get("href") for e in root.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://d.org/corrections.atom",
        "alternate": "https://d.org/corrections",
    }


def test_an_entry_is_text_and_leads_to_its_edition():
    (entry,) = feed(ONE).findall(f"{ATOM}entry")
    assert texts(entry, "id") == [ONE.href]
    assert texts(entry, "title") == ["A < B & C"]
    assert texts(entry, "updated") == [ONE.updated]
    assert texts(entry, "content") == ["Was <b>; is \ufffd."]
    assert entry.find(f"{ATOM}content").get("type") == "text"
    assert entry.find(f"{ATOM}link").get("href") == ONE.href


def test_an_empty_feed_is_still_one():
    root = feed()
    assert root.findall(f"{ATOM}entry") == []
    assert texts(root, "updated") == ["1970-01-01T00:00:00Z"]


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_gives_xml(text):
    (entry,) = feed(Entry(text, ONE.href, ONE.updated, text)).findall(f"{ATOM}entry")
    assert len(texts(entry, "title")) == 1
