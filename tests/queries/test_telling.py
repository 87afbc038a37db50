"""What events changed, in words."""

from factcheck.models import Event
from factcheck.queries.telling import Change, Teller
from factcheck.text.spans import Passage

TELLER = Teller(labels={"false": "False"}, passage=Passage(""))


def told(
    kind: str, before: dict[str, object], after: dict[str, object]
) -> list[Change]:
    event = Event(kind=kind, before=before, after=after)
    return list(TELLER.event(event))


def test_a_first_ruling_strikes_out_nothing():
    after = {"verdict": "false", "disagreement": "weight", "print_dissent": False}

    assert told("ruling.given", {}, after) == [
        Change("Verdict", "", "False"),
        Change("Differed about", "", "How much the evidence weighs"),
    ]


def test_a_later_ruling_tells_both():
    before, after = {"disagreement": ""}, {"disagreement": "scope"}

    assert told("ruling.given", before, after) == [
        Change("Differed about", "No disagreement", "What the claim covers")
    ]


def test_a_new_mark_was_not_taken_back_before():
    before = {"claims": {"6": {"withdrawn": True}}}
    after = {"claims": {"6": {"withdrawn": False}}}

    assert told("sentences.sorted", before, after) == [
        Change("Mark of claim 6", "", "Stands")
    ]
    assert told("sentences.sorted", after, before) == [
        Change("Mark of claim 6", "Stands", "Taken back")
    ]
