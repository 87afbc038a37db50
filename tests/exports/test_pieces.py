"""Every file holds every field of an essay, but for what its format says it leaves out.

So the words about formats, in README.md and at the terminal, cannot rot.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from factcheck.exports import FORMATS
from factcheck.exports.addresses import addresses_under
from factcheck.exports.pieces import FIELDS, OF_PAGES, Piece
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.holdings import Holdings, RawReview
from tests.exports.full_essay import Planted, full_essay
from tests.exports.parsing import told
from tests.exports.walking import DERIVED, leaves, variants

pytestmark = pytest.mark.usefixtures("unset_pdfs")
ABOUT = addresses_under("https://check.example.org", "an-essay", "The Desk")
README = Path(__file__).resolve().parents[2] / "README.md"


@cache
def planted() -> Planted:
    return full_essay()


def written(name: str, essay: AnnotatedEssay) -> bytes:
    raw = {
        claim.number: [
            RawReview(f"a{r.reviewer}", r.verdict, r.finding, r.explanation, *times, s)
            for r in claim.reviews
            for times, s in [((r.given, r.given), r.sources)]
        ]
        for claim in essay.claims
    }
    return FORMATS[name].file(essay, ABOUT, Holdings(reviews=raw))[0]


def missing(name: str) -> set[str]:
    """Return the fields whose words are not all in the file, or that do not show."""
    full = planted()
    data = written(name, full.essay)
    said = told(data)
    lacking = {
        field
        for field, words in full.words.items()
        if any(w not in said for w in words)
    }
    return lacking | {f for f, other in variants(full) if written(name, other) == data}


# An archive holds every other file, json among them, so that one tells nothing new.
@pytest.mark.parametrize("name", [n for n in FORMATS if n != "archive"])
def test_what_is_in_no_file_of_a_format_is_what_it_says_it_leaves_out(name):
    lacking, told_of = missing(name), FORMATS[name].leaves_out
    assert len(set(told_of)) == len(told_of)
    assert lacking <= set().union(*(FIELDS[piece] for piece in told_of))
    assert [piece for piece in told_of if not FIELDS[piece] & lacking] == []


def test_an_archive_holds_every_file_of_the_essay():
    essay = planted().essay
    archive = written("archive", essay)
    assert json.dumps(essay.text)[1:-1] in told(archive)
    assert written("json", essay).decode() in told(archive)
    assert FORMATS["archive"].leaves_out == ()


def test_every_field_is_looked_at():
    full = planted()
    looked_at = set(full.words) | {name for name, _ in variants(full)}
    found = {name for name, _ in leaves(full.essay)}
    # What the second claim, or a source, does not have.
    unset = {"claims.ruling", "claims.sources", "claims.sources.quotation"}
    assert found - looked_at == unset | {"paragraphs.sentences.reason"}
    assert set().union(*FIELDS.values()) <= found
    assert not DERIVED & set().union(*FIELDS.values())
    assert set(FIELDS) == set(Piece)


@pytest.mark.parametrize("name", FORMATS)
def test_the_readme_says_what_each_format_does_not_carry(name):
    form, lines = FORMATS[name], " ".join(README.read_text(encoding="utf-8").split())
    assert f"({'; '.join(OF_PAGES)})" in lines
    own = [*(p for p in form.leaves_out if p not in OF_PAGES), *form.also]
    if set(OF_PAGES) <= set(form.leaves_out):
        own.append("what the page does not print")
    else:
        own = [*form.leaves_out, *form.also]
    assert f"- `{name}`: {'; '.join(own) or 'nothing'}." in lines
