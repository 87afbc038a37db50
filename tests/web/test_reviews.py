"""Reviews by plain form: drafts, reviews given, two versions, and what stays blind."""

import html
import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from factcheck.models import Citation, Claim, Essay, Review, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.benches import COMPLETE, Workbench
from tests.web.conftest import Visit


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    """Return an essay with two claims, in sentences 1 and 4."""
    editor = people[Role.EDITOR]
    made = essays.essay(session, actor=editor)
    essays.mark(session, made, editor, "The river rose")
    essays.mark(session, made, editor, "The town voted to move")
    session.commit()
    return made


@pytest.fixture
def bench(visit: Visit, essay: Essay) -> Workbench:
    return Workbench(visit(Role.REVIEWER), essay.slug)


def stored(session: Session, reviewer: User | None = None) -> Review:
    session.expire_all()
    asked = select(Review).options(
        selectinload(Review.citations).joinedload(Citation.source),
        selectinload(Review.verdict),
    )
    if reviewer:
        asked = asked.where(Review.reviewer_id == reviewer.id)
    return session.scalars(asked).one()


def field(page: str, name: str) -> str:
    """Return what a hidden field, text field or text area holds."""
    for pattern in (
        rf'<textarea[^>]* name="{name}"[^>]*>([^<]*)<',
        rf'name="{name}"[^>]* value="([^"]*)"',
    ):
        if match := re.search(pattern, page):
            return html.unescape(match[1])
    raise AssertionError(name)


def test_a_complete_review_is_given_and_leads_to_the_next_claim(
    bench: Workbench, session: Session
):
    answer = bench.review(1, "next", statement="The river rose.", **COMPLETE)
    assert answer.status_code == 303
    review = stored(session)
    assert review.given_at is not None
    assert review.verdict.key == "true"
    assert review.citations[0].source.url == "https://example.org/gauge"
    assert session.scalars(select(Claim.statement).order_by(Claim.number)).all() == [
        "The river rose.",
        "",
    ]
    answer = bench.client.get(answer.location)
    assert answer.location.endswith("?s=4&c=2#s4")
    page = bench.client.get(answer.location).text
    assert "Claim 1: True. Review given." in page
    assert "Claim 1: True." in page


def test_an_incomplete_review_stays_a_draft_and_says_why(
    bench: Workbench, session: Session
):
    answer = bench.review(1, "next", finding="Only this")
    assert answer.status_code == 303
    assert stored(session).given_at is None
    page = bench.client.get(answer.location, follow_redirects=True).text
    assert "Claim 1 saved. Draft until it has a verdict and a source." in page


def test_saving_a_draft_never_gives_it(bench: Workbench, session: Session):
    bench.review(1, "save", **COMPLETE)
    assert stored(session).given_at is None
    assert "Draft, ready to be given." in bench.page(c=1)


def test_a_given_review_stays_given_while_it_is_complete(
    bench: Workbench, session: Session
):
    bench.review(1, "next", **COMPLETE)
    seen = {"revision": 1, "was_given": "y"}
    bench.review(1, "save", **COMPLETE | seen | {"finding": "It did rise."})
    assert stored(session).given_at is not None
    assert stored(session).finding == "It did rise."
    bench.review(1, "save", **COMPLETE | seen | {"revision": 2, "verdict": ""})
    assert stored(session).given_at is None


def test_giving_is_undone_and_the_draft_too(bench: Workbench, session: Session):
    bench.review(1, "save", finding="First")
    bench.review(1, "next", **COMPLETE | {"revision": 1})
    bench.send("undo")
    assert stored(session).given_at is None
    assert stored(session).finding == "First"
    answer = bench.send("undo")
    assert answer.location.endswith("?s=1&c=1#s1")
    assert stored(session).finding == ""


def test_the_form_comes_back_with_what_was_saved(bench: Workbench):
    typed = {
        "statement": "The river rose in 1949.",
        "explanation": "Two lines\r\nof it",
        "second_look": "y",
        "citations-0-quote": "rose by a metre",
        "citations-0-locator": "p. 4",
        "citations-0-issued": "1949-06",
        "citations-0-kind": "book",
    }
    bench.review(1, "save", **COMPLETE | typed)
    page = bench.page(c=1)
    assert field(page, "statement") == "The river rose in 1949."
    assert field(page, "explanation") == "Two lines\nof it"
    assert field(page, "citations-0-quote") == "rose by a metre"
    assert field(page, "citations-0-issued") == "1949-06"
    assert '<option value="book" selected>' in page
    assert '<option value="supports" selected>' in page
    assert 'value="y" checked' in page
    assert re.search(r'value="true"[^>]* checked', page)
    assert '<option value="https://example.org/gauge">Gauge book</option>' in page


def test_another_source_keeps_what_was_typed(bench: Workbench, session: Session):
    answer = bench.review(
        1, "add-source", finding="x" * 200, **{"citations-0-url": "h"}
    )
    assert answer.status_code == 200
    assert field(answer.text, "finding") == "x" * 200
    assert field(answer.text, "citations-0-url") == "h"
    assert 'name="citations-1-url"' in answer.text
    assert session.scalars(select(Review)).all() == []


def test_a_source_is_removed_and_the_others_stay(bench: Workbench):
    fields = {"citations-0-url": "https://a.org", "citations-1-url": "https://b.org"}
    page = bench.review(1, "remove-source-0", **fields).text
    assert "https://a.org" not in page
    assert field(page, "citations-1-url") == "https://b.org"
    page = bench.review(1, "remove-source-1", **{"citations-1-url": "https://b.org"})
    assert "https://b.org" not in page.text


def test_a_source_that_is_wrong_is_told_whatever_number_it_was_sent_under(
    bench: Workbench,
):
    fields = {"citations-4-url": "https://a.org", "citations-12-url": "no address"}
    page = bench.review(1, **fields)
    assert page.status_code == 422
    assert field(page.text, "citations-1-url") == "no address"
    assert re.search(r'name="citations-1-url"[^>]* aria-invalid="true"', page.text)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"finding": "x" * 141}, "Keep the finding under 140 characters"),
        ({"citations-0-url": "not an address"}, "An address has no spaces"),
        ({"citations-0-url": "https://a.org", "citations-0-issued": "May"}, "1949-01"),
        ({"verdict": "perhaps"}, "Choose a verdict of this essay"),
        ({"statement": "x" * 2_001}, "Keep the statement under"),
    ],
)
def test_what_cannot_be_kept_is_shown_again_with_the_reason(
    bench: Workbench, session: Session, fields: dict[str, str], words: str
):
    answer = bench.review(1, "next", explanation="Do not lose this", **fields)
    assert answer.status_code == 422
    assert words in html.unescape(answer.text)
    assert 'class="error"' in answer.text
    assert field(answer.text, "explanation") == "Do not lose this"
    for name, value in fields.items():
        if name != "verdict":
            assert field(answer.text, name) == value
    assert session.scalars(select(Review)).all() == []


def test_two_saves_of_one_review_meet_and_nothing_is_lost(
    bench: Workbench, session: Session
):
    bench.review(1, "save", **COMPLETE | {"finding": "From the first window"})
    mine = {
        "verdict": "false",
        "finding": "From the second window",
        "citations-0-url": "https://example.org/other",
    }
    answer = bench.review(1, "save", **mine)
    assert answer.status_code == 409
    page = html.unescape(answer.text)
    for words in ("From the first window", "From the second window", "True", "False"):
        assert words in page
    assert "in another window" in page
    assert stored(session).finding == "From the first window"
    assert field(page, "revision") == "1"
    chosen = {
        name: field(page, name)
        for name in set(re.findall(r'name="(citations-\d-\w+)"', page))
    }
    chosen |= {"verdict": "false", "finding": "From the first window"}
    answer = bench.review(1, "save", revision=1, **chosen)
    assert answer.status_code == 303
    review = stored(session)
    assert (review.verdict.key, review.finding) == ("false", "From the first window")
    assert {c.source.url for c in review.citations} == {
        "https://example.org/gauge",
        "https://example.org/other",
    }


def test_a_statement_changed_meanwhile_is_the_only_thing_to_choose(
    bench: Workbench, session: Session, essay: Essay, people: dict[Role, User]
):
    claim = session.scalars(select(Claim).where(Claim.number == 1)).one()
    editor = people[Role.EDITOR]
    essays.save(session, claim, editor, statement="Theirs", give=False)
    session.commit()
    answer = bench.review(1, "save", statement="Mine", finding="Still here")
    assert answer.status_code == 409
    assert "Ines Moreau" in answer.text
    assert field(answer.text, "finding") == "Still here"
    legends = re.findall(r"<legend>(.*?)</legend>", answer.text)
    assert "Statement" in legends
    assert "Finding" not in legends
    left_alone = bench.review(1, "save", finding="Still here")
    assert left_alone.status_code == 303
    session.expire_all()
    assert claim.statement == "Theirs"
    assert essay.reviews_needed == 1


def test_a_save_whose_answer_was_lost_can_be_sent_again(
    bench: Workbench, session: Session
):
    bench.review(1, "save", **COMPLETE)
    assert bench.review(1, "save", **COMPLETE).status_code == 303
    assert stored(session).revision == 1


def test_a_claim_taken_back_meanwhile_keeps_what_was_typed(
    bench: Workbench, session: Session
):
    bench.send("claims/1/withdraw")
    answer = bench.review(1, "save", finding="Typed for nothing?")
    assert answer.status_code in {404, 422}
    assert "Typed for nothing?" in html.unescape(answer.text)
    assert session.scalars(select(Review)).all() == []


def test_a_script_keeps_a_draft_without_redrawing_the_form(bench: Workbench):
    answer = bench.review(1, "draft", script=True, **COMPLETE)
    assert answer.status_code == 200
    assert 'name="revision" value="1"' in answer.text
    assert 'id="panel"' not in answer.text
    answer = bench.review(1, "next", script=True, **COMPLETE | {"revision": 1})
    assert 'data-said="Claim 1: True. Review given."' in answer.text
    assert 'data-s="4" data-c="2"' in answer.text
    assert 'id="s1"' in answer.text
    answer = bench.review(2, "next", script=True, **COMPLETE)
    assert "No other claim waits for you here." in answer.text


def test_a_script_gets_the_conflict_as_a_panel(bench: Workbench):
    bench.review(1, "save", finding="One")
    answer = bench.review(1, "draft", script=True, finding="Two")
    assert answer.status_code == 409
    assert answer.headers["X-Fragments"] == "1"
    assert 'id="conflict"' in answer.text
    assert "<html" not in answer.text


def test_two_versions_meet_at_the_panels_other_buttons_too(
    bench: Workbench, session: Session
):
    bench.review(1, "save", finding="Saved", second_look="y")
    typed = {"claim": 1, "revision": 0, "claim_revision": 1, "finding": "Typed"}
    answer = bench.send("claims/1/withdraw", **typed)
    assert answer.status_code == 409
    for words in ("Saved", "Typed", "Not asked for"):
        assert f">{words}</b>" in answer.text
    session.expire_all()
    claim = session.scalars(select(Claim).where(Claim.number == 1)).one()
    assert claim.withdrawn_at is None
