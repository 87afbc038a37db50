"""Comments, inquiries, rewordings and guests: each kept with its event."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from factcheck.actions.guests import invite_guest, withdraw_guest
from factcheck.actions.inquiries import ask, edit_inquiry
from factcheck.actions.rewordings import (
    answer_rewording,
    propose_rewording,
    withdraw_rewording,
)
from factcheck.actions.talk import comment_on, withdraw_comment
from factcheck.errors import ForbiddenError, InvalidError, NotFoundError, StaleError
from factcheck.models import Claim, Essay, Event, Guest, Mention, User
from factcheck.models.base import now
from factcheck.queries.claim_talk import claim_talk
from factcheck.queries.essays import current_version, whole_text
from factcheck.queries.guests import find_guest, guest_page
from factcheck.queries.talk import count_unseen, mentions_of
from factcheck.rules.inquiries import InquiryFacts
from factcheck.rules.permissions import Role
from tests.factories import essays, people

ASKED = InquiryFacts(
    whom="The mayor", channel="e-mail", question="When?", asked_on="2026-03-03"
)
OTHER_WORDS = "The river rose in June 1949."


@pytest.fixture
def robin(session: Session) -> User:
    return people.person(session, name="Robin Hale")


@pytest.fixture
def sunmi(session: Session) -> User:
    return people.person(session, name="Sun-mi Park", email="smp@example.org")


@pytest.fixture
def editor(session: Session) -> User:
    return people.person(session, Role.EDITOR, name="Ines Moreau")


@pytest.fixture
def essay(session: Session) -> Essay:
    return essays.essay(session, reviews_needed=1)


@pytest.fixture
def claim(session: Session, essay: Essay, editor: User) -> Claim:
    return essays.mark(session, essay, editor, "The river rose")


@pytest.fixture
def guest(session: Session, essay: Essay, editor: User) -> Guest:
    link = invite_guest(session, actor=editor, essay=essay, name="D. Kim", days=30)
    return link.guest


def last_event(session: Session) -> Event:
    session.flush()
    return session.query(Event).order_by(Event.id.desc()).first()


def test_who_is_named_is_told_when_the_claim_opens(session, claim, robin, sunmi):
    comment_on(session, actor=robin, claim=claim, text="@smp, look. @Robin Hale too.")
    assert session.query(Mention).count() == 1
    event = last_event(session)
    assert (event.kind, event.claim_id) == ("comment.made", claim.id)
    assert "look" not in str(event.after)
    assert count_unseen(session, sunmi.id, sunmi.role) == 0
    assert mentions_of(session, sunmi) == []

    essays.save(session, claim, people.person(session))
    assert count_unseen(session, sunmi.id, sunmi.role) == 1
    (named,) = mentions_of(session, sunmi)
    assert (named.who, named.number) == ("Robin Hale", 1)
    assert count_unseen(session, robin.id, robin.role) == 0


def test_talk_is_blind_until_the_reviews_are_in(
    session, essay, claim, robin, sunmi, editor
):
    comment_on(session, actor=robin, claim=claim, text="Mine.")
    comment_on(session, actor=editor, claim=claim, text="An editor's.")
    ask(session, actor=robin, claim=claim, facts=ASKED)
    propose_rewording(session, actor=robin, claim=claim, proposed=OTHER_WORDS)

    def seen(person: User) -> tuple[list[str], int, int]:
        talk = claim_talk(session, essay=essay, claim=claim, viewer=person)
        texts = [comment.text for comment in talk.comments]
        return texts, len(talk.inquiries), len(talk.rewordings)

    assert seen(robin) == (["Mine."], 1, 1)
    assert seen(sunmi) == ([], 0, 0)
    assert seen(editor) == (["Mine.", "An editor's."], 1, 1)
    essays.save(session, claim, sunmi)
    assert seen(sunmi) == (["Mine.", "An editor's."], 1, 1)
    essay.reveal_at = now() + timedelta(days=1)
    session.flush()
    assert seen(sunmi) == ([], 0, 0)
    assert seen(editor)[1:] == (1, 1)


def test_one_takes_back_ones_own_comment_alone(session, essay, claim, robin, editor):
    comment = comment_on(session, actor=robin, claim=claim, text="Oh dear.")
    with pytest.raises(ForbiddenError):
        withdraw_comment(session, actor=editor, comment=comment)
    withdraw_comment(session, actor=robin, comment=comment)
    withdraw_comment(session, actor=robin, comment=comment)
    kinds = [event.kind for event in session.query(Event).order_by(Event.id)]
    assert kinds.count("comment.withdrawn") == 1
    (shown,) = claim_talk(session, essay=essay, claim=claim, viewer=editor).comments
    assert (shown.withdrawn, shown.text) == (True, "")


def test_an_inquiry_is_kept_with_what_came_of_it(session, claim, robin):
    inquiry = ask(session, actor=robin, claim=claim, facts=ASKED)
    assert last_event(session).after["inquiry"]["whom"] == "The mayor"
    answered = replace(ASKED, answer="In May.", answered_on="2026-03-05")
    edit_inquiry(session, actor=robin, inquiry=inquiry, facts=answered, revision=1)
    event = last_event(session)
    assert event.kind == "inquiry.changed"
    assert event.before["inquiry"] == {"answer": "", "answered_on": ""}
    assert event.after["inquiry"]["answer"] == "In May."
    edit_inquiry(session, actor=robin, inquiry=inquiry, facts=answered, revision=1)
    assert last_event(session).id == event.id


def test_an_inquiry_changed_meanwhile_is_not_overwritten(session, claim, robin, editor):
    inquiry = ask(session, actor=robin, claim=claim, facts=ASKED)
    theirs = replace(ASKED, answer="In May.")
    edit_inquiry(session, actor=editor, inquiry=inquiry, facts=theirs, revision=1)
    mine = replace(ASKED, answer="In June.")
    with pytest.raises(StaleError) as caught:
        edit_inquiry(session, actor=robin, inquiry=inquiry, facts=mine, revision=1)
    assert caught.value.theirs["answer"] == "In May."
    assert inquiry.answer == "In May."


def test_proposed_words_leave_the_authors_text_alone(
    session, essay, claim, robin, guest
):
    version = current_version(session, essay)
    before = whole_text(session, version.id)
    rewording = propose_rewording(
        session, actor=robin, claim=claim, proposed=OTHER_WORDS, reason="The month."
    )
    assert rewording.original == "The river rose in 1949."
    assert last_event(session).after["proposed"] == OTHER_WORDS
    answer_rewording(
        session,
        guest=guest,
        rewording=rewording,
        status="accepted",
        answer="Fine.",
        revision=rewording.revision,
    )
    event = last_event(session)
    assert (event.kind, event.actor_id, event.after["by"]) == (
        "rewording.answered",
        None,
        "D. Kim",
    )
    assert (rewording.status, rewording.answered_by) == ("accepted", "D. Kim")
    session.expire_all()
    assert whole_text(session, version.id) == before


def test_words_of_the_claim_alone_can_be_replaced(session, claim, robin):
    rewording = propose_rewording(
        session, actor=robin, claim=claim, proposed="The water rose", whole=False
    )
    assert rewording.original == "The river rose"


def test_an_answer_on_something_that_changed_is_refused(session, claim, robin, guest):
    rewording = propose_rewording(
        session, actor=robin, claim=claim, proposed=OTHER_WORDS
    )
    values = {"guest": guest, "rewording": rewording, "answer": ""}
    with pytest.raises(InvalidError):
        answer_rewording(session, **values, status="answered", revision=1)
    answer_rewording(session, **values, status="accepted", revision=1)
    with pytest.raises(StaleError, match="in another window"):
        answer_rewording(session, **values, status="rejected", revision=1)
    assert rewording.status == "accepted"
    with pytest.raises(InvalidError, match="it stays"):
        withdraw_rewording(session, actor=robin, rewording=rewording)


def test_a_proposal_taken_back_wants_no_answer(session, claim, robin, sunmi, guest):
    rewording = propose_rewording(
        session, actor=robin, claim=claim, proposed=OTHER_WORDS
    )
    with pytest.raises(ForbiddenError):
        withdraw_rewording(session, actor=sunmi, rewording=rewording)
    withdraw_rewording(session, actor=robin, rewording=rewording)
    with pytest.raises(StaleError, match="taken this proposal back"):
        answer_rewording(
            session,
            guest=guest,
            rewording=rewording,
            status="accepted",
            answer="",
            revision=rewording.revision,
        )


def test_a_guest_answers_for_their_essay_alone(session, editor, robin, guest):
    other = essays.essay(session, title="Another")
    claim = essays.mark(session, other, editor, "The river rose")
    rewording = propose_rewording(
        session, actor=robin, claim=claim, proposed=OTHER_WORDS
    )
    with pytest.raises(NotFoundError):
        answer_rewording(
            session,
            guest=guest,
            rewording=rewording,
            status="accepted",
            answer="",
            revision=1,
        )


def test_a_link_works_until_its_day_or_until_taken_back(session, essay, editor):
    link = invite_guest(session, actor=editor, essay=essay, name="D. Kim", days=7)
    assert link.secret not in str(vars(link.guest))
    guest, found = find_guest(session, link.secret)
    assert (guest.name, found.id) == ("D. Kim", essay.id)
    with pytest.raises(NotFoundError, match="not one of ours"):
        find_guest(session, link.guest.secret_sha256)
    guest.expires_at = now() - timedelta(seconds=1)
    session.flush()
    with pytest.raises(NotFoundError, match="has ended"):
        find_guest(session, link.secret)
    guest.expires_at = now() + timedelta(days=1)
    withdraw_guest(session, actor=editor, guest=guest)
    withdraw_guest(session, actor=editor, guest=guest)
    with pytest.raises(NotFoundError, match="has ended"):
        find_guest(session, link.secret)
    kinds = [event.kind for event in session.query(Event).order_by(Event.id)]
    assert kinds[-2:] == ["guest.invited", "guest.withdrawn"]


@pytest.mark.parametrize(
    ("name", "days", "field"),
    [(" ", 7, "name"), ("x" * 201, 7, "name"), ("D. Kim", 0, "days")],
)
def test_a_link_that_cannot_be_made(session, essay, editor, name, days, field):
    with pytest.raises(InvalidError) as caught:
        invite_guest(session, actor=editor, essay=essay, name=name, days=days)
    assert caught.value.field == field


def test_a_reviewer_makes_no_link(session, essay, robin):
    with pytest.raises(ForbiddenError):
        invite_guest(session, actor=robin, essay=essay, name="D. Kim", days=7)


def test_an_author_sees_text_and_proposals_and_nothing_else(
    session, essay, claim, robin, editor
):
    essays.save(session, claim, robin, essays.facts(finding="A secret finding."))
    comment_on(session, actor=editor, claim=claim, text="A secret remark.")
    ask(session, actor=editor, claim=claim, facts=ASKED)
    kept = propose_rewording(session, actor=robin, claim=claim, proposed=OTHER_WORDS)
    gone = propose_rewording(
        session, actor=robin, claim=claim, proposed="Taken back.", whole=False
    )
    withdraw_rewording(session, actor=robin, rewording=gone)

    page = guest_page(session, essay)

    assert [proposal.id for proposal in page.proposals] == [kept.id]
    text = "\n\n".join("".join(s.text for s in p) for p in page.paragraphs)
    assert text.replace("\n", " ").split() == essays.TEXT.split()
    marked = [s.text for p in page.paragraphs for s in p if s.proposal]
    assert marked == ["The river rose in 1949."]
    for hidden in ("secret", "mayor", "Taken back", "Robin"):
        assert hidden not in str(page)
