"""Sources as other programs keep them: written, and read back as they were."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from factcheck.errors import UnreadableError
from factcheck.exports.bibliography.bibtex import read_bibtex, write_bibtex
from factcheck.exports.bibliography.csl import read_csl, write_csl
from factcheck.exports.bibliography.entries import tidy
from factcheck.exports.bibliography.formats import read_bibliography
from factcheck.exports.bibliography.ris import read_ris, write_ris
from factcheck.rules.citations import SourceFacts, SourceKind, check_source
from factcheck.rules.sources import DETAILS, SourceDetails
from tests.exports.strategies import NASTY

# The part of CSL's schema for input data (1.0.2, MIT) that is written here: no other
# property, names and dates as objects of their own.
NAME = {
    "type": "object",
    "properties": {"literal": {"type": "string"}},
    "required": ["literal"],
    "additionalProperties": False,
}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "items": {"type": ["string", "number"]},
                "minItems": 1,
                "maxItems": 3,
            },
        }
    },
    "additionalProperties": False,
}
TEXTS = re.findall(
    r"\S+",
    """
    title URL publisher container-title publisher-place edition volume issue page
    genre number medium archive archive_location archive-place DOI ISBN language note
    """,
)
TYPES = re.findall(
    r"\S+",
    """
    article-journal article-newspaper book chapter dataset document interview
    personal_communication report webpage
    """,
)
SCHEMA = Draft7Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "type": {"enum": TYPES},
                "id": {"type": "string"},
                **{name: {"type": "string"} for name in TEXTS},
                **{
                    name: {"type": "array", "items": NAME}
                    for name in ("author", "editor", "interviewer", "recipient")
                },
                **dict.fromkeys(("issued", "accessed"), DATE),
                "custom": {"type": "object"},
            },
            "required": ["type", "id"],
            "additionalProperties": False,
        },
    }
)

plain = st.one_of(st.text(max_size=12), st.sampled_from(NASTY)).map(tidy)
people = st.lists(
    st.sampled_from(
        ["Mao Zedong", "Jin Se-keun", "김현길", "Smith, Wesson and Co", "O'Neil"]
    ),
    max_size=3,
).map("; ".join)
dates = st.sampled_from(["", "1949", "1949-01", "1949-01-14"])
CHOSEN = {
    **dict.fromkeys(("editor", "interviewer", "recipient"), people),
    "accessed": dates,
    "doi": st.sampled_from(["", "10.1000/182", "10.1002/(sici)1097<1::x>3.0_a%b#"]),
    "level": st.sampled_from(["", "primary", "secondary"]),
    "language": st.sampled_from(["", "ko", "en-GB"]),
}
details = st.builds(
    SourceDetails, **{name: CHOSEN.get(name, plain) for name in DETAILS}
)
facts = st.builds(
    SourceFacts,
    kind=st.sampled_from(SourceKind),
    title=plain.filter(bool),
    url=st.sampled_from(["", "https://example.org/a_b(c)?x=1&y=%E2%82~#f{}"]),
    author=people,
    publisher=plain,
    issued=dates,
    details=details,
).map(check_source)


def ids(data: bytes) -> list[str]:
    return [item["id"] for item in json.loads(data)]


@given(st.lists(facts, max_size=3))
def test_csl_is_sound_and_comes_back_whole(sources):
    data = write_csl(sources)
    SCHEMA.validate(json.loads(data))
    assert len(set(ids(data))) == len(sources)
    assert [entry.facts for entry in read_csl(data)] == sources
    assert write_csl(sources) == data


@given(st.lists(facts, min_size=1, max_size=2))
def test_bibtex_comes_back_whole(sources):
    entries = read_bibtex(write_bibtex(sources))
    assert [e.facts for e in entries] == [_unbraced(s) for s in sources]


@given(facts)
def test_ris_comes_back_as_far_as_it_has_tags(source):
    source = replace(source, author=source.author.replace(",", ""))
    (entry,) = read_ris(write_ris([source]))
    kept = ("kind", "title", "url", "author", "issued", "publisher")
    assert [getattr(entry.facts, name) for name in kept] == [
        getattr(source, name) for name in kept
    ]
    assert entry.facts.details.container_title == source.details.container_title
    assert entry.facts.details.archive_location == source.details.archive_location


def _unbraced(source: SourceFacts) -> SourceFacts:
    """Braces in an address would end its field, so they are escaped as in any."""
    url = source.url.replace("{", "%7B").replace("}", "%7D")
    return replace(source, url=url)


def test_what_zotero_writes_is_read():
    (entry,) = read_bibliography(
        json.dumps(
            [
                {
                    "id": 1,
                    "type": "article-journal",
                    "title": "Stalin and the <i>Chinese</i> Civil War",
                    "author": [
                        {"family": "Kim", "given": "Donggil"},
                        {"family": "毛", "given": "泽东"},
                        {"family": "Mao", "given": "Zedong", "static-ordering": True},
                        {
                            "family": "Gaulle",
                            "given": "Charles",
                            "dropping-particle": "de",
                        },
                    ],
                    "issued": {"date-parts": [["2010", 3]]},
                    "volume": 10,
                    "DOI": "https://doi.org/10.1080/14682741003619447",
                    "abstract": "Long.",
                }
            ]
        ).encode()
    )
    assert entry.facts.title == "Stalin and the Chinese Civil War"
    assert entry.facts.author == "Donggil Kim; 毛泽东; Mao Zedong; Charles de Gaulle"
    assert (entry.facts.issued, entry.facts.details.volume) == ("2010-03", "10")
    assert entry.facts.url == "https://doi.org/10.1080/14682741003619447"
    assert entry.left_out == ("abstract",)


def test_what_others_write_as_bibtex_is_read():
    found = read_bibliography(
        rb"""
        @comment{x} @string{cup = "Cambridge"}
        @PhDThesis{a, author = "Kim, Jin and {Mao Zedong}", title = {{\"U}ber \& {DNA}},
          school = cup, year = 1949, month = jan, pages = {115--38}, keywords = {x}}
        @misc{a, title = {The key again}}
        @article{b, title = {No "{"end"}
        """
    )
    thesis, *damaged = found
    assert thesis.facts.kind is SourceKind.REPORT
    assert thesis.facts.title == "Über & DNA"
    assert thesis.facts.author == "Jin Kim; Mao Zedong"
    assert (thesis.facts.publisher, thesis.facts.issued) == ("Cambridge", "1949-01")
    assert thesis.facts.details.genre == "PhD thesis"
    assert thesis.left_out == ("keywords",)
    assert [entry.facts for entry in damaged] == [None, None]


def test_what_others_write_as_ris_is_read():
    (entry,) = read_bibliography(
        b"TY  - JOUR\r\nAU  - Kim, Donggil\r\nTI  - A\r\nJO  - CWH\r\nPY  - 2010\r\n"
        b"DA  - 2010/03//Spring\r\nSP  - 3\r\nEP  - 9\r\nKW  - x\r\nZZ  - y\r\n"
        b"ER  - \r\n"
    )
    assert entry.facts.author == "Donggil Kim"
    assert entry.facts.issued == "2010-03"
    assert entry.facts.details.container_title == "CWH"
    assert entry.facts.details.page == "3-9"
    assert entry.left_out == ("keywords", "ZZ")


def test_what_cannot_stand_in_a_field_is_told_in_the_note():
    item = {
        "type": "treaty",
        "title": "T",
        "URL": "ftp://a",
        "issued": {"literal": "Spring"},
    }
    (entry,) = read_csl(json.dumps(item).encode())
    assert entry.facts.details.note == "Spring; ftp://a"
    assert entry.facts.details.genre == "Treaty"


@pytest.mark.parametrize(
    "data", [b"", b"[1]", b"{", b"\xff\xfe", b"Words.", b"[" * 99_999, b"@", b"TY  -"]
)
def test_what_is_no_bibliography_is_refused_in_words(data: bytes):
    with pytest.raises(UnreadableError):
        read_bibliography(data)


def test_an_entry_without_a_name_is_refused_alone():
    found = read_csl(
        b'[{"type": "book"}, {"type": "book", "title": "A\\ud800\\u0000"}]'
    )
    assert [entry.refused != "" for entry in found] == [True, False]
    assert found[1].facts.title == "A"
