import json

import pytest

from factcheck.exports import FORMATS
from factcheck.exports.addresses import NOWHERE, addresses_under
from factcheck.exports.json import write_json
from factcheck.exports.reading import read_json
from tests.exports.parsing import told
from tests.exports.seed_essay import seed_essay

pytestmark = pytest.mark.usefixtures("unset_pdfs")

ABOUT = addresses_under("https://d.org/", "mao-stalin")


# Their vocabularies have no words for some of it.
ELSEWHERE = {"webannotation", "claimreview"}


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ELSEWHERE])
def test_every_file_says_where_the_desk_explains_itself(name):
    written = told(FORMATS[name].write(seed_essay(), ABOUT))
    for page in ("method", "scale", "corrections"):
        assert f"https://d.org/about/{page}" in written


@pytest.mark.parametrize("name", FORMATS)
def test_a_desk_that_readers_cannot_reach_prints_no_address(name):
    assert "/about/" not in told(FORMATS[name].write(seed_essay()))


def test_notes_of_a_published_essay_lead_to_their_own_pages():
    written = FORMATS["html"].write(seed_essay(), ABOUT).decode()
    assert 'href="https://d.org/e/mao-stalin/claims/7">Link to this check' in written
    assert "Link to this check" not in FORMATS["html"].write(seed_essay()).decode()


def test_a_working_copy_has_neither_claims_of_its_own_nor_reports():
    about = addresses_under("https://d.org")
    assert (about.report, about.claims, about.claim(1)) == ("", "", "")
    assert addresses_under("") == NOWHERE


def test_addresses_are_read_and_not_kept():
    data = write_json(seed_essay(), ABOUT)
    assert json.loads(data)["about"]["corrections"] == (
        "https://d.org/about/corrections"
    )
    assert read_json(data) == seed_essay()
