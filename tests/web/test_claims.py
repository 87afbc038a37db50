"""Marking words, choosing others, taking a mark back; and a claim's own page."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Claim, Essay, Review, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.benches import Workbench
from tests.factories.essays import TEXT
from tests.web.conftest import Visit


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    made = essays.essay(session, actor=people[Role.EDITOR])
    session.commit()
    return made


@pytest.fixture
def bench(visit: Visit, essay: Essay) -> Workbench:
    return Workbench(visit(Role.REVIEWER), essay.slug)


def span(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def quotes(session: Session) -> list[str]:
    """Return the words of the marks that stand."""
    session.expire_all()
    rows = session.execute(
        select(Anchor.quote)
        .join(Claim, Claim.id == Anchor.claim_id)
        .where(Claim.withdrawn_at.is_(None))
        .order_by(Claim.number)
    )
    return [quote for (quote,) in rows]


def test_part_of_a_sentence_is_marked_twice(bench: Workbench, session: Session):
    bench.send("claims", **span("The town voted to move"))
    answer = bench.send("claims", **span("it moved within a year"))
    assert answer.location == "/essays/the-river/workbench?s=4&c=2#s4"
    assert quotes(session) == ["The town voted to move", "it moved within a year"]
    page = bench.client.get(answer.location).text
    assert 'aria-label="Claims in this sentence"' in page
    assert "Claim 2 marked." in page


def test_words_with_an_emoji_before_them_are_the_ones_meant(
    bench: Workbench, session: Session
):
    bench.send("claims", **span("until June"))
    assert quotes(session) == ["until June"]


def test_words_are_chosen_anew_and_that_is_undone(bench: Workbench, session: Session):
    bench.send("claims", **span("The town voted to move"))
    answer = bench.send("claims/1/words", words_revision=1, **span("voted to move"))
    assert answer.status_code == 303
    assert quotes(session) == ["voted to move"]
    bench.send("undo")
    assert quotes(session) == ["The town voted to move"]
    bench.send("undo")
    assert quotes(session) == []


def test_a_mark_is_taken_back_and_that_is_undone(bench: Workbench, session: Session):
    bench.send("claims", **span("The river rose"))
    answer = bench.send("claims/1/withdraw")
    assert answer.location == "/essays/the-river/workbench?s=1#s1"
    assert quotes(session) == []
    bench.send("undo")
    assert quotes(session) == ["The river rose"]


@pytest.mark.parametrize(
    "fields",
    [{}, {"start": "x", "end": "3"}, {"start": 0, "end": 60}, {"start": 3, "end": 5}],
)
def test_words_that_cannot_be_a_claim_are_refused(
    bench: Workbench, session: Session, fields: dict[str, object]
):
    assert bench.send("claims", **fields).status_code == 422
    assert quotes(session) == []


def test_words_somebody_else_chose_stand(bench: Workbench, session: Session):
    bench.send("claims", **span("The town voted to move"))
    bench.send("claims/1/words", words_revision=1, **span("voted to move"))
    answer = bench.send("claims/1/words", words_revision=1, **span("The town voted"))
    assert answer.status_code == 409
    assert "voted to move" in answer.text
    assert quotes(session) == ["voted to move"]


def test_what_was_typed_is_kept_before_the_words_change(
    bench: Workbench, session: Session
):
    bench.send("claims", **span("The town voted to move"))
    typed = {"claim": 1, "revision": 0, "claim_revision": 1, "finding": "Half typed"}
    bench.send("claims/1/words", words_revision=1, **typed, **span("voted to move"))
    assert quotes(session) == ["voted to move"]
    assert session.scalars(select(Review)).one().finding == "Half typed"


def test_what_was_typed_and_is_wrong_is_shown_again(bench: Workbench, session: Session):
    bench.send("claims", **span("The town voted to move"))
    typed = {"claim": 1, "revision": 0, "finding": "x" * 141}
    answer = bench.send("claims/1/withdraw", **typed)
    assert answer.status_code == 422
    assert "x" * 141 in answer.text
    assert quotes(session) == ["The town voted to move"]


def test_a_claim_has_a_page_of_its_own(bench: Workbench):
    bench.send("claims", **span("measured it 🌊 until"))
    page = bench.client.get("/essays/the-river/claims/1").text
    assert '<mark class="v-open">measured it 🌊 until</mark> June.' in page
    assert "it needs 1 review." in page
    assert "<b>Robin Hale</b> Claim marked" in page
    bench.send("claims/1/withdraw")
    page = bench.client.get("/essays/the-river/claims/1").text
    assert "The mark of this claim was taken back" in page
    assert "<dt>Mark</dt>" in page


def test_there_is_no_page_for_a_claim_that_never_was(bench: Workbench):
    assert bench.client.get("/essays/the-river/claims/1").status_code == 404
    assert bench.send("claims/1/withdraw").status_code == 404
