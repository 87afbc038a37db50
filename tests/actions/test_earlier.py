"""Earlier verdicts: indexed as claims are settled, found, answered, never leaked."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.claims import withdraw_claim
from factcheck.actions.collections import import_collection, remove_collection
from factcheck.actions.earlier import answer_earlier, cite_again, take_back
from factcheck.actions.essays import edit_essay
from factcheck.actions.events import undo_last
from factcheck.actions.indexing import is_indexed, rebuild
from factcheck.errors import ForbiddenError, InvalidError, NotFoundError
from factcheck.models import Claim, Essay, Event, IndexedClaim, IndexedTerm, User
from factcheck.queries.claims import review_of
from factcheck.queries.earlier import Asked, offers
from factcheck.queries.earlier_pages import earlier_page, essay_earlier
from factcheck.rules.collections import CollectedFacts
from factcheck.rules.earlier import Answer, EarlierKey
from factcheck.rules.essays import EssayDetails
from factcheck.rules.permissions import Role
from tests.factories import essays, people

RIVER = "The river rose in 1949."


@pytest.fixture
def robin(session: Session) -> User:
    return people.person(session, name="Robin Hale")


@pytest.fixture
def river(session: Session, robin: User) -> Claim:
    """A claim that was settled as true, in an essay of its own."""
    essay = essays.essay(session)
    claim = essays.mark(session, essay, robin, RIVER)
    essays.save(session, claim, robin)
    return claim


@pytest.fixture
def later(session: Session) -> Essay:
    """Another essay, which says much the same."""
    text = "Old people say that the river never rose in 1949. It rained."
    return essays.essay(session, title="A later one", text=text)


@pytest.fixture
def asked(session: Session, later: Essay, robin: User) -> Claim:
    return essays.mark(session, later, robin, "the river never rose in 1949")


def found(session: Session, person: User, text: str = RIVER) -> list[str]:
    """Return the verdicts that are offered for a text."""
    (some,) = offers(session, [Asked(text, "en")], person)
    return [f"{offer.verdict.verdict}: {offer.verdict.claim}" for offer in some]


def counted(session: Session) -> dict[str, int]:
    """Return how many claims hold each term, as it is counted."""
    rows = session.execute(select(IndexedTerm.term, IndexedTerm.claims))
    return {term: claims for term, claims in rows if claims}


def test_a_claim_is_found_from_when_it_is_settled(
    session: Session, river: Claim, robin: User
):
    assert found(session, robin) == [f"True: {RIVER}"]
    essays.save(session, river, robin, essays.facts("false", "It fell."))
    assert found(session, robin, "The river fell, or rose?") == [f"False: {RIVER}"]
    essays.save(session, river, robin, give=False)
    assert found(session, robin) == []


@pytest.mark.usefixtures("river")
def test_undo_takes_it_out_of_the_index_again(session: Session, robin: User):
    essay = session.scalars(select(Essay)).one()
    undo_last(session, actor=robin, essay=essay)
    assert found(session, robin) == []
    assert session.scalars(select(IndexedClaim)).all() == []
    assert counted(session) == {}


def test_the_index_kept_along_is_the_index_made_anew(
    session: Session, river: Claim, robin: User, later: Essay
):
    second = essays.mark(session, later, robin, "the river never rose in 1949")
    essays.save(session, second, robin, statement="The river stayed low in 1949.")
    editor = people.person(session, Role.EDITOR)
    details = EssayDetails(title=later.title, language="en", reviews_needed=2)
    edit_essay(
        session, actor=editor, essay=later, details=details, revision=later.revision
    )
    withdraw_claim(session, actor=robin, claim=river)
    details = EssayDetails(title=later.title, language="en", reviews_needed=1)
    edit_essay(
        session, actor=editor, essay=later, details=details, revision=later.revision
    )
    along = session.scalars(select(IndexedClaim.terms)).all(), counted(session)

    assert rebuild(session) == 1
    again = session.scalars(select(IndexedClaim.terms)).all(), counted(session)
    assert along == again
    assert is_indexed(session)
    assert found(session, robin) == ["True: The river stayed low in 1949."]


def test_reviews_that_are_blind_are_not_offered(session: Session, robin: User):
    essay = essays.essay(session, reviews_needed=2)
    claim = essays.mark(session, essay, robin, RIVER)
    essays.save(session, claim, robin)
    assert found(session, robin) == []
    assert found(session, people.person(session, Role.ADMIN)) == []


def test_nor_is_a_claim_before_the_day_of_reveal(
    session: Session, river: Claim, robin: User, asked: Claim
):
    editor = people.person(session, Role.EDITOR)
    key = EarlierKey.here(river.id)
    answer_earlier(session, actor=editor, claim=asked, key=key, answer=Answer.LINKED)
    essay = session.get_one(Essay, river.essay_id)
    essay.reveal_at = datetime.now(UTC) + timedelta(days=1)
    session.flush()

    assert found(session, robin) == []
    assert found(session, editor) == [f"True: {RIVER}"]
    later = session.get_one(Essay, asked.essay_id)
    essays.save(session, asked, robin)  # From now on the talk is open to Robin.
    page = earlier_page(session, essay=later, claim=asked, viewer=robin)
    assert page.linked == []
    with pytest.raises(NotFoundError):
        answer_earlier(session, actor=robin, claim=asked, key=key, answer=Answer.LINKED)


def test_a_claim_is_not_its_own_earlier_verdict(
    session: Session, river: Claim, robin: User
):
    essay = session.get_one(Essay, river.essay_id)
    page = earlier_page(session, essay=essay, claim=river, viewer=robin)
    assert page.offered == []
    with pytest.raises(InvalidError, match="its own"):
        answer_earlier(
            session,
            actor=robin,
            claim=river,
            key=EarlierKey.here(river.id),
            answer=Answer.LINKED,
        )


def test_what_is_dismissed_is_remembered_and_can_be_taken_back(
    session: Session, river: Claim, robin: User, asked: Claim, later: Essay
):
    def page():
        return earlier_page(session, essay=later, claim=asked, viewer=robin)

    (offer,) = page().offered
    assert offer.differs
    answer_earlier(
        session,
        actor=robin,
        claim=asked,
        key=EarlierKey.here(river.id),
        answer=Answer.DISMISSED,
    )
    assert page().offered == []
    (dismissed,) = page().dismissed
    take_back(session, actor=robin, claim=asked, answer_id=dismissed.id)
    assert page().offered == [offer]
    kinds = session.scalars(select(Event.kind).where(Event.claim_id == asked.id))
    assert list(kinds)[-2:] == ["earlier.dismissed", "earlier.taken_back"]


def test_sources_of_a_linked_verdict_are_cited_only_when_asked_for(
    session: Session, river: Claim, robin: User, asked: Claim, later: Essay
):
    answer = answer_earlier(
        session,
        actor=robin,
        claim=asked,
        key=EarlierKey.here(river.id),
        answer=Answer.LINKED,
    )
    assert review_of(session, asked.id, robin.id) is None
    page = earlier_page(session, essay=later, claim=asked, viewer=robin)
    ((source_id, facts),) = page.linked[0].sources
    asking = {"actor": robin, "claim": asked, "answer_id": answer.id}

    cite_again(session, **asking, source_id=source_id)
    (citation,) = review_of(session, asked.id, robin.id).citations
    assert (citation.source_id, citation.quote) == (source_id, "")
    assert facts.title == "Gauge book"
    with pytest.raises(InvalidError, match="already"):
        cite_again(session, **asking, source_id=source_id)
    with pytest.raises(NotFoundError):
        cite_again(session, **asking, source_id=source_id + 1)

    essays.save(session, river, robin, essays.facts("false", "It fell."))
    page = earlier_page(session, essay=later, claim=asked, viewer=robin)
    assert page.linked[0].changed
    assert page.linked[0].offer.verdict.verdict == "True"


def test_links_are_as_blind_as_reviews(
    session: Session, river: Claim, robin: User, asked: Claim, later: Essay
):
    other = people.person(session, name="Sunmi Cho")
    key = EarlierKey.here(river.id)
    answer_earlier(session, actor=other, claim=asked, key=key, answer=Answer.LINKED)

    def linked():
        page = earlier_page(session, essay=later, claim=asked, viewer=robin)
        return [(one.who, one.mine) for one in page.linked]

    assert linked() == []
    essays.save(session, asked, robin)
    assert linked() == [("Sunmi Cho", False)]


@pytest.mark.usefixtures("river")
def test_an_essay_is_looked_through_for_what_is_known(
    session: Session, robin: User, later: Essay
):
    found = essay_earlier(session, essay=later, viewer=robin, page=1)
    assert [(one.position, one.number) for one in found.listed] == [(1, None)]
    essays.mark(session, later, robin, "the river never rose in 1949")
    found = essay_earlier(session, essay=later, viewer=robin, page=9)
    assert [(one.position, one.number) for one in found.listed] == [(1, 1)]
    assert (found.page, found.pages) == (1, 1)


def test_a_collection_is_searched_until_it_is_removed(
    session: Session, robin: User, asked: Claim, later: Essay
):
    editor = people.person(session, Role.EDITOR)
    facts = CollectedFacts(
        claim="The river never rose in 1949", verdict="Pants on fire", publisher="Desk"
    )
    bring = {"name": "Others", "claims": (facts,), "data": b"[]"}
    with pytest.raises(ForbiddenError):
        import_collection(session, actor=robin, **bring)
    collection = import_collection(session, actor=editor, **bring)
    with pytest.raises(InvalidError, match="already"):
        import_collection(session, actor=editor, **bring)

    (offer,) = earlier_page(session, essay=later, claim=asked, viewer=robin).offered
    assert (offer.verdict.verdict, offer.verdict.desk) == ("Pants on fire", "Desk")
    answer_earlier(
        session,
        actor=robin,
        claim=asked,
        key=offer.verdict.key,
        answer=Answer.LINKED,
    )
    remove_collection(session, actor=editor, collection=collection)
    page = earlier_page(session, essay=later, claim=asked, viewer=robin)
    assert page.offered == []
    assert page.linked[0].offer.verdict == offer.verdict
    assert page.linked[0].now is None
    assert counted(session) == {}


def test_any_script_can_be_found_on_both_databases(session: Session, robin: User):
    claims = [
        "毛泽东一九四九年去了莫斯科。",
        "북한은 1950년에 남한을 침공했다.",
        "भारत 1947 में आज़ाद हुआ।",
        "L'économie s'est effondrée en 2008 : -4,5 %.",
    ]
    facts = tuple(CollectedFacts(claim=claim, verdict="OK") for claim in claims)
    import_collection(session, actor=None, name="All", claims=facts, data=b"")
    wanted = [
        "毛泽东去了莫斯科",
        "남한을 침공한 북한",
        "भारत कब आज़ाद हुआ",
        "Les économies effondrées",
    ]
    tongues = ("zh", "ko", "hi", "fr")
    asked = [Asked(*one) for one in zip(wanted, tongues, strict=True)]
    some = offers(session, asked, robin)
    assert [found[0].verdict.claim for found in some] == claims
