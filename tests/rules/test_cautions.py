"""What is worth a look before a verdict is given."""

import pytest

from factcheck.models.base import now
from factcheck.rules.cautions import CAUTIONS, Caution, cautions_of
from factcheck.rules.citations import CitationFacts, SourceFacts
from factcheck.rules.evidence import Evidence
from factcheck.text.quotations.checking import Outcome

A = CitationFacts(SourceFacts(url="https://a.example/1", publisher="The Daily"))
B = CitationFacts(SourceFacts(url="https://b.example/2", publisher="The Week"))
SAME = CitationFacts(SourceFacts(title="A book", publisher="the daily"))
FINE = Evidence(1, outcome=Outcome.EXACT, kept_at=now())


@pytest.mark.parametrize(
    ("citations", "evidence", "appeared", "expected"),
    [
        ([], [], "", [Caution.NO_SOURCE]),
        ([A], [FINE], "", [Caution.ONE_SOURCE]),
        ([A, B], [FINE, FINE], "The Daily, page 3", []),
        ([A, B], [FINE, Evidence(2, Outcome.ALTERED)], "", [Caution.ALTERED]),
        ([A, B], [Evidence(1, Outcome.ABSENT), FINE], "", [Caution.ABSENT]),
        ([A, B], [FINE, Evidence(2, fetch="failed")], "", [Caution.GONE]),
        ([A, B], [FINE, Evidence(2, fetch="failed", kept_at=now())], "", []),
        ([A, SAME], [FINE, FINE], "", [Caution.ONE_PUBLISHER]),
        ([A, B], [FINE, FINE], "http://b.example/2/#top", [Caution.ITSELF]),
    ],
)
def test_cautions(citations, evidence, appeared, expected):
    assert list(cautions_of(citations, evidence, appeared)) == expected


def test_each_has_its_words():
    assert CAUTIONS.keys() == set(Caution)
