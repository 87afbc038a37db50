"""An editor's rulings: decided once, never over somebody's head, asked again."""

import pytest
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.events import undo_last
from factcheck.actions.rulings import rule_claim, rule_not_a_claim
from factcheck.errors import ForbiddenError, InvalidError, StaleError
from factcheck.models import Claim, Essay, EssayRole, Event, Review, Sentence, User
from factcheck.queries.essays import find_essay
from factcheck.queries.people import person_by_id
from factcheck.queries.ruling_page import ruling_page
from factcheck.queries.ruling_queue import count_queue, ruling_queue
from factcheck.queries.rulings import ruling_in_force
from factcheck.rules.permissions import Role
from factcheck.rules.rulings import Disagreement, RulingFacts
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Reason
from tests.factories import essays, people


def decision(verdict: str = "mixed", **more: object) -> RulingFacts:
    values = {
        "verdict": verdict,
        "finding": "Partly so.",
        "explanation": "",
        "reason": "The gauge was moved in May.",
        "disagreement": Disagreement.WEIGHT,
    }
    return RulingFacts(**values | more)


@pytest.fixture
def editor(session: Session) -> User:
    return people.person(session, Role.EDITOR, name="Ines Moreau")


@pytest.fixture
def essay(session: Session) -> Essay:
    return essays.essay(session, reviews_needed=2)


@pytest.fixture
def claim(session: Session, essay: Essay, editor: User) -> Claim:
    """Return a claim on which Robin and Sun-mi differ."""
    claim = essays.mark(session, essay, editor, "The river rose")
    for name, verdict in (("Robin Hale", "true"), ("Sun-mi Park", "false")):
        reviewer = people.person(session, name=name)
        essays.save(session, claim, reviewer, essays.facts(verdict=verdict))
    return claim


def kinds(session: Session) -> list[str]:
    return [event.kind for event in session.query(Event).order_by(Event.id)]


def settlement(session: Session, essay: Essay, claim: Claim) -> Settlement:
    return ruling_page(session, essay, claim).settlement


def test_a_ruling_settles_the_claim_and_says_what_it_replaced(
    session, essay, claim, editor
):
    assert count_queue(session, essay.slug) == 1

    first = rule_claim(session, actor=editor, claim=claim, facts=decision())
    assert settlement(session, essay, claim) is Settlement.RULED
    assert count_queue(session, essay.slug) == 0

    again = decision("false", reason="A second gauge agrees.")
    rule_claim(session, actor=editor, claim=claim, facts=again, seen_ruling_id=first.id)
    page = ruling_page(session, essay, claim)
    assert [r.verdict.key for r in page.rulings] == ["false", "mixed"]
    assert page.in_force.reason == "A second gauge agrees."
    event = session.query(Event).order_by(Event.id.desc()).first()
    assert (event.kind, event.before["verdict"]) == ("ruling.given", "mixed")
    assert event.after["verdict"] == "false"


def test_two_editors_ruling_at_once_keep_the_first_and_tell_the_second(
    session, claim, editor, database_url
):
    other = people.person(session, Role.EDITOR, name="Alex Ma")
    session.commit()
    rule_claim(session, actor=editor, claim=claim, facts=decision())
    session.commit()
    engine = database.open_engine(database_url)
    with Session(engine) as second:
        theirs = second.get_one(Claim, claim.id)
        person = second.get_one(User, other.id)
        second.refresh(person, ["roles"])
        with pytest.raises(StaleError) as caught:
            rule_claim(second, actor=person, claim=theirs, facts=decision("true"))
    engine.dispose()
    assert caught.value.who == "Ines Moreau"
    assert caught.value.theirs["verdict"] == "mixed"
    assert ruling_in_force(session, claim.id).verdict.key == "mixed"


def test_a_ruling_on_reviews_that_changed_meanwhile_is_refused(
    session, essay, claim, editor
):
    seen = ruling_page(session, essay, claim).seen
    review = session.query(Review).order_by(Review.id).first()
    robin = person_by_id(session, review.reviewer_id)
    essays.save(session, claim, robin, essays.facts("mostly_true"))

    with pytest.raises(StaleError, match="changed while you were ruling"):
        rule_claim(
            session, actor=editor, claim=claim, facts=decision(), seen_reviews=seen
        )
    rule_claim(
        session,
        actor=editor,
        claim=claim,
        facts=decision(),
        seen_reviews=ruling_page(session, essay, claim).seen,
    )


def test_a_review_changed_after_the_ruling_reopens_it(session, essay, claim, editor):
    rule_claim(session, actor=editor, claim=claim, facts=decision())
    review = session.query(Review).order_by(Review.id).first()
    robin = person_by_id(session, review.reviewer_id)

    essays.save(session, claim, robin, essays.facts("mostly_true"))

    assert settlement(session, essay, claim) is Settlement.REOPENED
    (queued,) = ruling_queue(session, essay)
    assert queued.reopened
    assert kinds(session)[-2:] == ["ruling.reopened", "review.given"]


def test_a_review_undone_after_the_ruling_reopens_it(session, essay, claim, editor):
    rule_claim(session, actor=editor, claim=claim, facts=decision())
    review = session.query(Review).order_by(Review.id).first()
    robin = person_by_id(session, review.reviewer_id)

    undo_last(session, actor=robin, essay=essay)

    assert settlement(session, essay, claim) is Settlement.REOPENED


def test_a_ruling_waits_for_the_reviews_it_would_give_away(session, essay, editor):
    claim = essays.mark(session, essay, editor, "The town voted to move")
    essays.save(session, claim, people.person(session))

    with pytest.raises(InvalidError, match="still needs 1 more review,"):
        rule_claim(session, actor=editor, claim=claim, facts=decision())


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"verdict": "perhaps"}, "verdict"),
        ({"finding": " "}, "finding"),
        ({"finding": "x" * 141}, "finding"),
        ({"reason": ""}, "reason"),
    ],
)
def test_a_ruling_lacks_nothing(session, claim, editor, changed, field):
    with pytest.raises(InvalidError) as caught:
        rule_claim(session, actor=editor, claim=claim, facts=decision(**changed))
    assert caught.value.field == field


def test_ruled_not_a_claim_takes_the_mark_and_keeps_the_reviews(
    session, essay, claim, editor
):
    rule_not_a_claim(
        session,
        actor=editor,
        claim=claim,
        reason=Reason.OPINION,
        why="It is how he felt.",
    )
    assert claim.withdrawn_at is not None
    assert session.query(Review).filter_by(claim_id=claim.id).count() == 2
    sentence = session.query(Sentence).filter_by(position=1).one()
    assert (sentence.sorting, sentence.reason) == ("not_a_claim", "opinion")
    event = session.query(Event).order_by(Event.id.desc()).first()
    assert event.kind == "ruling.not_a_claim"
    assert event.after["why"] == "It is how he felt."

    undo_last(session, actor=editor, essay=essay)
    assert claim.withdrawn_at is None
    assert sentence.sorting == "claim"


def test_a_sentence_with_another_mark_stays_a_claim(session, essay, claim, editor):
    essays.mark(session, essay, editor, "rose in 1949")
    rule_not_a_claim(
        session, actor=editor, claim=claim, reason=Reason.OPINION, why="Half of it."
    )
    assert session.query(Sentence).filter_by(position=1).one().sorting == "claim"
    with pytest.raises(InvalidError, match="was taken back"):
        rule_not_a_claim(
            session, actor=editor, claim=claim, reason=Reason.OPINION, why="Again."
        )


def test_why_it_is_not_a_claim_has_to_be_said(session, claim, editor):
    with pytest.raises(InvalidError):
        rule_not_a_claim(
            session, actor=editor, claim=claim, reason=Reason.OPINION, why=" "
        )


def test_an_editor_of_this_essay_alone_rules_here_and_nowhere_else(
    session, essay, claim, editor
):
    guest = people.person(session)
    session.add(EssayRole(essay_id=essay.id, person_id=guest.id, role="editor"))
    session.flush()
    rule_claim(session, actor=guest, claim=claim, facts=decision())

    other = essays.essay(session, title="Another", reviews_needed=1)
    elsewhere = essays.mark(session, other, editor, "The river rose")
    essays.save(session, elsewhere, people.person(session))
    with pytest.raises(ForbiddenError):
        rule_claim(session, actor=guest, claim=elsewhere, facts=decision())
    rule_not_a_claim(
        session, actor=guest, claim=claim, reason=Reason.OPINION, why="Felt."
    )


def test_a_reviewer_does_not_rule(session, claim):
    with pytest.raises(ForbiddenError):
        rule_claim(session, actor=people.person(session), claim=claim, facts=decision())


def test_names_are_letters_until_the_ruling(session, essay, claim, editor):
    essay.hide_names = True
    page = ruling_page(session, essay, claim)
    assert [r.who for r in page.reviews] == ["Reviewer A", "Reviewer B"]
    (source,) = page.sources
    assert [use.who for use in source.cited] == ["Reviewer A", "Reviewer B"]
    rule_claim(session, actor=editor, claim=claim, facts=decision())
    page = ruling_page(session, essay, claim)
    assert [r.who for r in page.reviews] == ["Robin Hale", "Sun-mi Park"]


def test_the_queue_is_widest_first_then_oldest(session):
    sentences = " ".join(f"It rained {n} days." for n in range(5))
    essay = essays.essay(session, text=sentences, mark="all", reviews_needed=2)
    pairs = ["true mostly_true", "true unproven", "true false", "true true", "mixed"]
    slug = essay.slug
    reviewers = [people.person(session) for _ in range(2)]
    for number, verdicts in enumerate(pairs, start=1):
        claim = session.query(Claim).filter_by(essay_id=essay.id, number=number).one()
        for who, verdict in zip(reviewers, verdicts.split(), strict=False):
            essays.save(session, claim, who, essays.facts(verdict))
    essays.essay(session, title="Noise")

    queue = ruling_queue(session, find_essay(session, slug))

    assert [claim.number for claim in queue] == [2, 3, 1]
    assert [v.key for v in queue[0].verdicts] == ["true", "unproven"]
    assert count_queue(session, slug) == 3
