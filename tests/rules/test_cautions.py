"""What is worth a look before a verdict is given."""

import pytest

from factcheck.models.base import now
from factcheck.rules.cautions import CAUTIONS, Caution, Checked, cautions_of
from factcheck.rules.citations import CitationFacts, SourceFacts
from factcheck.rules.evidence import Evidence
from factcheck.rules.sources import SourceDetails
from factcheck.text.quotations.checking import Outcome


def source(
    url: str, publisher: str = "", issued: str = "", level: str = ""
) -> CitationFacts:
    details = SourceDetails(level=level)
    return CitationFacts(
        SourceFacts(url=url, publisher=publisher, issued=issued, details=details)
    )


A = source("https://a.example/1", "The Daily")
B = source("https://b.example/2", "The Week")
SAME = source("https://c.example/3", "the  daily")
TOLD = source("https://d.example/4", level="secondary")
HEARD = source("https://e.example/5", level="secondary")
ARCHIVED = "https://web.archive.org/web/20200101000000/http://b.example/2"
FINE = Evidence(1, outcome=Outcome.EXACT, kept_at=now())
GONE = Evidence(2, fetch="failed", gone=True, kept_at=now())
LOST = Evidence(2, fetch="failed")
REFUSED = Evidence(2, fetch="refused")
UPLOADED = Evidence(2, fetch="failed", kept_at=now())


@pytest.mark.parametrize(
    ("citations", "evidence", "appeared", "expected"),
    [
        ([], [], "", [Caution.NO_SOURCE]),
        ([A], [FINE], "", [Caution.ONE_SOURCE]),
        ([A, A], [FINE, FINE], "", [Caution.ONE_SOURCE]),
        ([A, B], [FINE, FINE], "The Daily, page 3", []),
        ([A, B], [FINE, Evidence(2, Outcome.ALTERED)], "", [Caution.ALTERED]),
        ([A, B], [Evidence(1, Outcome.ABSENT), FINE], "", [Caution.ABSENT]),
        ([A, B], [FINE, GONE], "", [Caution.GONE]),
        ([A, B], [FINE, LOST], "", [Caution.UNSEEN]),
        ([A, B], [FINE, REFUSED], "", [Caution.UNSEEN]),
        ([A, B], [FINE, UPLOADED], "", []),
        ([A, SAME], [FINE, FINE], "", [Caution.ONE_PUBLISHER]),
        ([TOLD, HEARD], [FINE, FINE], "", [Caution.SECONDARY]),
        ([TOLD], [FINE], "", [Caution.ONE_SOURCE, Caution.SECONDARY]),
        ([TOLD, A], [FINE, FINE], "", []),
        ([A, B], [FINE, FINE], "http://b.example/2/#top", [Caution.ITSELF]),
        ([A, source(ARCHIVED)], [FINE, FINE], "http://b.example/2", [Caution.ITSELF]),
    ],
)
def test_cautions(citations, evidence, appeared, expected):
    essay = Checked(appeared, "2026-03-04")
    assert list(cautions_of(citations, evidence, essay)) == expected


@pytest.mark.parametrize(
    ("appeared", "issued", "newer"),
    [
        ("The Daily, 3 March 2021", "2021-03-04", True),
        ("The Daily, 3 March 2021", "2021-03-03", False),
        ("The Daily, 3 March 2021", "2021", False),
        ("The Daily, 3 March 2021", "2021-04", True),
        ("https://daily.example/2021/03/03/essay", "2022", True),
        ("월간 강, 2021년 3월", "2021-03-30", False),
        ("The Daily, 1949", "1950-01", True),
        ("The Daily", "2026-03-05", True),
        ("The Daily", "2026-03-04", False),
        ("The Daily, 2030", "2027", True),
        ("", "", False),
    ],
)
def test_a_source_newer_than_the_essay(appeared: str, issued: str, newer: object):
    cited = [A, source("https://b.example/2", issued=issued)]
    found = cautions_of(cited, [FINE, FINE], Checked(appeared, "2026-03-04"))
    assert (Caution.NEWER in found) is newer


def test_each_has_its_words():
    assert CAUTIONS.keys() == set(Caution)
