"""Undo, the history of a claim, and what stays blind in both."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factcheck.models import Claim, Essay, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.benches import COMPLETE, Workbench
from tests.factories.people import person
from tests.factories.visits import arrive
from tests.web.conftest import Visit

SECRETS = ("Secret finding", "Secret draft", "secret.example.org", "Secret book")


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    """Return an essay whose one claim needs two reviews."""
    editor = people[Role.EDITOR]
    made = essays.essay(session, actor=editor, reviews_needed=2)
    essays.mark(session, made, editor, "The river rose")
    session.commit()
    return made


@pytest.fixture
def other(session: Session) -> User:
    found = person(session, name="Sunmi Cho")
    session.commit()
    return found


@pytest.fixture
def bench(visit: Visit, essay: Essay) -> Workbench:
    return Workbench(visit(Role.REVIEWER), essay.slug)


@pytest.fixture
def theirs(app, essay: Essay, other: User) -> Workbench:
    return Workbench(arrive(app.test_client(), other), essay.slug)


def give_secretly(theirs: Workbench) -> None:
    theirs.review(1, "save", finding="Secret draft")
    theirs.review(
        1,
        "next",
        **COMPLETE
        | {
            "revision": 1,
            "verdict": "false",
            "finding": "Secret finding",
            "citations-0-url": "https://secret.example.org",
            "citations-0-title": "Secret book",
        },
    )


def everything(bench: Workbench) -> str:
    pages = [bench.page(c=1), bench.part("panel", c=1).text, bench.part("rows").text]
    pages.append(bench.client.get(f"{bench.address}/claims/1").text)
    return "".join(pages)


def test_nobody_sees_a_review_before_giving_their_own(
    bench: Workbench, theirs: Workbench
):
    give_secretly(theirs)
    seen = everything(bench)
    assert not [secret for secret in SECRETS if secret in seen]
    assert "stays hidden until all 2 reviews are in" in seen
    assert "Review given" not in seen
    assert "v-refuted now" not in seen


def test_both_are_open_once_both_are_given_but_never_a_draft(
    bench: Workbench, theirs: Workbench
):
    give_secretly(theirs)
    bench.review(1, "next", **COMPLETE)
    seen = everything(bench)
    assert "Secret finding" in seen
    assert "Secret book" in seen
    assert "Secret draft" not in seen
    assert "The reviewers differ." in seen
    assert "<b>Sunmi Cho</b> Review given" in seen


def test_an_editor_sees_given_reviews_at_once_and_no_drafts(
    visit: Visit, theirs: Workbench, essay: Essay
):
    editor = Workbench(visit(Role.EDITOR), essay.slug)
    theirs.review(1, "save", finding="Secret draft")
    assert not [secret for secret in SECRETS if secret in everything(editor)]
    give_secretly_again = COMPLETE | {"revision": 1, "finding": "Secret finding"}
    theirs.review(1, "next", **give_secretly_again)
    seen = everything(editor)
    assert "Secret finding" in seen
    assert "Secret draft" not in seen


def test_two_reviews_that_agree_settle_a_claim(bench: Workbench, theirs: Workbench):
    theirs.review(1, "next", **COMPLETE)
    bench.review(1, "next", **COMPLETE)
    page = bench.page(c=1)
    assert "Settled:" in page
    assert "2 reviews that agree" not in page


def test_history_tells_who_did_what_before_and_after(
    bench: Workbench, session: Session
):
    bench.review(1, "save", statement="It rose.", finding="First words")
    bench.review(1, "save", revision=1, finding="Better words")
    bench.send("undo")
    page = bench.client.get(f"{bench.address}/claims/1").text
    assert "<b>Ines Moreau</b> Claim marked" in page
    assert "<dt>Statement</dt>" in page
    assert "<del>First</del><ins>Better</ins> words" in page
    assert "<del>Better</del><ins>First</ins> words" in page
    assert page.index("Undone") < page.index("Claim marked")
    assert " UTC</time>" in page
    assert session.scalars(select(Claim)).one().statement == "It rose."


def test_a_review_taken_back_says_so_without_its_words(
    bench: Workbench, theirs: Workbench
):
    bench.review(1, "next", **COMPLETE)
    give_secretly(theirs)
    seen = {"revision": 2, "was_given": "y", "finding": "Secret draft"}
    theirs.review(1, "save", **seen)
    page = everything(bench)
    assert not [secret for secret in SECRETS if secret in page]


def test_only_ones_own_doing_is_undone(bench: Workbench, theirs: Workbench):
    bench.send("sentences", sentences="2", to="opinion")
    assert theirs.send("undo").status_code == 409
    assert "Not a claim: opinion." in bench.page(s=2)
    answer = bench.send("undo")
    assert answer.status_code == 303
    page = bench.client.get(answer.location).text
    assert "Undone: Sentence 2 sorted: not a claim (opinion)." in page


def test_nothing_to_undo_is_said_in_a_line(bench: Workbench):
    assert "disabled>Undo" in bench.page()
    answer = bench.send("undo", script=True)
    assert answer.status_code == 409
    assert "nothing of yours left to undo" in answer.text


def test_a_sorted_claim_shows_in_its_history(bench: Workbench):
    bench.send("sentences", sentences="4", to="claim")
    page = bench.client.get(f"{bench.address}/claims/2").text
    assert "Stands" in page
    assert "Taken back" not in page
    bench.send("sentences", sentences="4", to="opinion")
    page = bench.client.get(f"{bench.address}/claims/2").text
    assert "Sentence 4 sorted: claim" in page
    assert "Sentence 4 sorted: not a claim (opinion)" in page
    assert "Taken back" in page


def test_history_shows_the_words_chosen_and_those_before(bench: Workbench):
    start = essays.TEXT.index("river rose")
    words = {"start": start, "end": start + len("river rose")}
    bench.send("claims/1/words", words_revision=1, **words)
    page = bench.client.get(f"{bench.address}/claims/1").text
    assert "<del>The </del>river rose" in page


def test_a_statement_is_everybodys_though_the_review_with_it_is_not(
    bench: Workbench, theirs: Workbench
):
    theirs.review(1, "save", statement="The river rose.", finding="Secret draft")
    page = bench.client.get(f"{bench.address}/claims/1").text
    assert "<b>Sunmi Cho</b> Statement changed" in page
    assert '<ins class="whole">The river rose.</ins>' in page
    assert "Secret draft" not in page


def test_a_review_given_anew_shows_what_it_said_when_it_was_given(
    visit: Visit, theirs: Workbench, essay: Essay
):
    theirs.review(1, "next", **COMPLETE | {"finding": "First", "second_look": "y"})
    theirs.review(1, "save", revision=1, finding="Secret draft")
    theirs.review(1, "next", **COMPLETE | {"revision": 2, "finding": "Second"})
    editor = Workbench(visit(Role.EDITOR), essay.slug)
    page = editor.client.get(f"{editor.address}/claims/1").text
    assert "Review taken back to a draft" in page
    assert "<del>First</del><ins>Second</ins>" in page
    assert "<del>Asked for</del>" in page
    assert "Secret draft" not in page


def put_back(bench: Workbench, page: str, at: int = 0) -> TestResponse:
    """Press one of the page's buttons that put a review back; 0 is the newest."""
    events = re.findall(r'name="event" value="(\d+)"', page)
    revisions = re.findall(
        r'value="(\d+)"><button class="plain" type="submit">Put', page
    )
    fields = {"event": events[at], "revision": revisions[at]}
    return bench.send("claims/1/restore", **fields)


def test_an_earlier_state_of_ones_review_is_put_back(
    bench: Workbench, theirs: Workbench
):
    bench.review(1, "save", finding="First words")
    bench.review(1, "save", revision=1, finding="Better words")
    address = f"{bench.address}/claims/1"
    page = bench.client.get(address).text
    assert page.count("Put this back") == 1
    assert "Put this back" not in theirs.client.get(address).text
    assert put_back(bench, page).status_code == 303
    seen = bench.client.get(address).text
    assert "Your review says again what it said then, as a draft." in seen
    assert "Earlier state of the review put back" in seen
    assert '<p dir="auto">First words</p>' in seen


def test_putting_back_from_an_old_page_changes_nothing(bench: Workbench):
    bench.review(1, "save", finding="First words")
    bench.review(1, "save", revision=1, finding="Better words")
    address = f"{bench.address}/claims/1"
    page = bench.client.get(address).text
    bench.review(1, "save", revision=2, finding="Best words")
    refused = put_back(bench, page)
    assert refused.status_code == 409
    assert "in another window" in refused.text
    assert '<p dir="auto">Best words</p>' in bench.client.get(address).text
    bench.send("claims/1/withdraw")
    assert put_back(bench, refused.text).status_code == 422
    assert "Put this back" not in bench.client.get(address).text
