"""Comments, inquiries and rewordings: what may be written, and who is named."""

from dataclasses import replace
from datetime import date

import pytest

from factcheck.errors import InvalidError
from factcheck.rules.inquiries import InquiryFacts, check_inquiry
from factcheck.rules.permissions import Role, may_see_talk
from factcheck.rules.rewordings import check_answer, check_proposal
from factcheck.rules.talk import COMMENT_LIMIT, Mentionable, check_comment, mentions

PEOPLE = [
    Mentionable(1, "Robin Hale", "robin.hale@example.org"),
    Mentionable(2, "Sun-mi Park", "smp@example.org"),
    Mentionable(3, "Robin Halewood", "rh@example.org"),
    Mentionable(4, "Ines Moreau", "ines@example.org"),
]
ASKED = InquiryFacts(
    whom="The mayor", channel="e-mail", question="When?", asked_on="2026-03-03"
)


@pytest.mark.parametrize(
    ("text", "people", "unknown"),
    [
        ("Look, @Robin Hale!", (1,), ()),
        ("@robin halewood's note", (3,), ()),
        ("@robin.hale and @SMP", (1, 2), ()),
        ("@Ines, @ines and @Ines Moreau", (4,), ()),
        ("@Robin, which one?", (), ("Robin",)),
        ("write to smp@example.org", (), ()),
        ("@nobody here", (), ("nobody",)),
        ("(@Sun-mi) @ home", (2,), ()),
        ("@inesita", (), ("inesita",)),
        ("@smp.", (2,), ()),
    ],
)
def test_who_is_named(text: str, people: tuple[int, ...], unknown: tuple[str, ...]):
    found = mentions(text, PEOPLE)
    assert (found.people, found.unknown) == (people, unknown)


@pytest.mark.parametrize("text", ["", " \n", "x" * (COMMENT_LIMIT + 1)])
def test_a_comment_that_cannot_be_kept(text: str):
    with pytest.raises(InvalidError):
        check_comment(text)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"whom": " "}, "whom"),
        ({"question": ""}, "question"),
        ({"asked_on": ""}, "asked_on"),
        ({"asked_on": "3 March"}, "asked_on"),
        ({"asked_on": "2026-02-30"}, "asked_on"),
        ({"due_on": "2026-03-02"}, "due_on"),
        ({"answered_on": "2025-12-31"}, "answered_on"),
        ({"whom": "x" * 501}, "whom"),
        ({"printed": "x" * 20_001}, "printed"),
    ],
)
def test_an_inquiry_that_cannot_be_kept(change: dict[str, str], field: str):
    with pytest.raises(InvalidError) as caught:
        check_inquiry(replace(ASKED, **change))
    assert caught.value.field == field


def test_no_answer_by_its_day():
    waiting = check_inquiry(replace(ASKED, whom=" The mayor ", due_on="2026-03-10"))
    assert waiting.whom == "The mayor"
    assert not waiting.overdue(date(2026, 3, 10))
    assert waiting.overdue(date(2026, 3, 11))
    assert not replace(waiting, answer="In May.").overdue(date(2026, 3, 11))
    assert not ASKED.overdue(date(2027, 1, 1))


@pytest.mark.parametrize("proposed", ["", "It rose.", " It rose. ", "x" * 5_001])
def test_a_proposal_says_something_else(proposed: str):
    with pytest.raises(InvalidError):
        check_proposal("It rose.", proposed, "")


@pytest.mark.parametrize(
    ("status", "answer"), [("", ""), ("maybe", ""), ("answered", " ")]
)
def test_an_author_chooses_and_an_answer_has_words(status: str, answer: str):
    with pytest.raises(InvalidError):
        check_answer(status, answer)


@pytest.mark.parametrize(
    ("who", "role", "settled", "revealed", "sees"),
    [
        (1, Role.REVIEWER, False, True, True),
        (2, Role.REVIEWER, False, True, False),
        (2, Role.REVIEWER, True, True, True),
        (2, Role.REVIEWER, True, False, False),
        (2, Role.EDITOR, False, False, True),
    ],
)
def test_talk_is_as_blind_as_a_review(who, role, settled, revealed, sees):
    found = may_see_talk(
        viewer_id=who, role=role, author_id=1, settled=settled, revealed=revealed
    )
    assert found is sees
