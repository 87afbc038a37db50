"""Splitting and joining sentences in the workbench, with script and without."""

import pytest
from sqlalchemy.orm import Session

from factcheck.models import Essay, Review, User
from factcheck.queries.claims import sentences_at
from factcheck.queries.essays import current_version
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.benches import Workbench
from tests.factories.layouts import place, rows, split, words
from tests.web.conftest import Visit


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    made = essays.essay(session, actor=people[Role.EDITOR])
    session.commit()
    return made


@pytest.fixture
def bench(visit: Visit, essay: Essay) -> Workbench:
    return Workbench(visit(Role.REVIEWER), essay.slug)


@pytest.fixture
def moved(session: Session, essay: Essay, people: dict[Role, User]) -> None:
    """Somebody else broke the first sentence in two, after a page was opened."""
    split(session, people[Role.EDITOR], essay, "in 1949")
    session.commit()


def test_a_sentence_is_split_before_a_word(bench, essay, session):
    at = place(session, essay, "and it moved")
    answer = bench.send("units", do="split", s=4, at=at)
    assert answer.location == "/essays/the-river/workbench?s=4#s4"
    assert words(session, essay)[3:] == [
        "The town voted to move,",
        "and it moved within a year.",
    ]
    page = bench.client.get(answer.location).text
    assert "Sentence 4 split." in page
    assert 'name="layout" value="1.2"' in page
    assert "Undo: Sentence 4 split" in page


def test_the_form_offers_what_can_be_done(bench):
    first, last = bench.page(s=1), bench.page(s=4)
    assert "Join with the next sentence" in first
    assert "Join to the paragraph before" not in first
    assert "Join with the next paragraph" in bench.page(s=3)
    assert "New paragraph here" in bench.page(s=3)
    assert "Join to the paragraph before" in last
    assert "Join with the next" not in last


def test_what_is_typed_is_kept_when_the_sentence_of_its_claim_is_split(
    bench, session, essay
):
    bench.send("sentences", sentences="4", to="to_sort")
    start = place(session, essay, "it moved within")
    bench.send("claims", start=start, end=start + len("it moved within"))
    at = place(session, essay, "and it moved")
    typed = {"claim": 1, "revision": 0, "claim_revision": 1, "finding": "Typed."}
    answer = bench.send("units", do="split", s=4, at=at, layout="1.1", **typed)
    assert answer.location == "/essays/the-river/workbench?s=5&c=1#s5"
    assert session.query(Review).one().finding == "Typed."


def test_sentences_are_joined_and_undone(bench, session, essay):
    before = rows(session, essay)
    bench.send("units", do="join", s=1)
    assert len(rows(session, essay)) == 3
    answer = bench.send("undo", script=True)
    assert "Undone: Sentence 1 joined with the next." in answer.text
    assert 'id="sentences"' in answer.text
    session.expire_all()
    assert rows(session, essay) == before


def test_a_paragraph_becomes_a_heading(bench):
    page = bench.send(
        "units", script=True, do="kind", s=4, kind="heading", kind_was="prose"
    ).text
    assert "Paragraph at sentence 4 called heading." in page
    assert 'data-layout="1.1"' in page  # No number changed.
    assert '<span class="kind" lang="en" dir="ltr">heading</span>' in page
    stale = bench.send("units", do="kind", s=4, kind="byline", kind_was="prose")
    assert stale.status_code == 409
    same = bench.send("units", do="kind", s=4, kind="heading", kind_was="heading")
    assert "It is that already." in bench.client.get(same.location).text


def test_a_paragraph_is_parted_and_joined(bench, session, essay):
    bench.send("units", do="part", s=2)
    assert [row[1] for row in rows(session, essay)] == [1, 2, 2, 3]
    bench.send("units", do="merge", s=4, layout="1.2")
    session.expire_all()
    assert [row[1] for row in rows(session, essay)] == [1, 2, 2, 2]


def test_marks_in_no_sentence_are_shown_and_become_one(bench, session, essay):
    version = current_version(session, essay)
    (second, last) = sentences_at(session, version.id, [2, 4])
    second.start += len("Nobody ")
    last.end -= len(" within a year.")
    session.commit()
    page = bench.page(s=2)
    assert "In no sentence: Nobody</span>" in page
    assert "In no sentence: within a year.</span>" in page
    assert "Stands in no sentence: <q>Nobody</q>" in page
    assert "Stands in no sentence: <q>within a year.</q>" in bench.page(s=4)
    bench.send("units", do="cover", s=2)
    bench.send("units", do="cover_after", s=5, layout="1.2")
    session.expire_all()
    assert words(session, essay)[1::4] == ["Nobody", "within a year."]


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("sentences", {"sentences": "2", "to": "claim"}),
        ("claims", {"start": 0, "end": 9}),
        ("units", {"do": "join", "s": 2}),
        ("units", {"do": "kind", "s": 4, "kind": "heading", "kind_was": "prose"}),
    ],
)
@pytest.mark.usefixtures("moved")
def test_a_form_made_before_sentences_moved_is_refused(
    bench, session, essay, path, fields
):
    before = rows(session, essay)
    answer = bench.send(path, **fields, layout="1.1")
    assert answer.status_code == 409
    assert "Sentence 1 split. Sentences have other numbers now" in answer.text
    by_script = bench.send(path, script=True, **fields)  # As if from before layouts.
    assert by_script.status_code == 409
    assert "data-moved" in by_script.text
    session.expire_all()
    assert rows(session, essay) == before
    assert bench.send(path, **fields, layout="1.2").status_code == 303


@pytest.mark.usefixtures("moved")
def test_what_was_typed_comes_back_with_the_refusal(bench, session, essay):
    bench.send("sentences", sentences="5", to="claim", layout="1.2")
    typed = {"claim": 1, "revision": 0, "claim_revision": 1, "finding": "Typed."}
    start = place(session, essay, "The town")
    answer = bench.send("claims", start=start, end=start + 8, layout="1.1", **typed)
    assert answer.status_code == 409
    assert "Typed." in answer.text


@pytest.mark.usefixtures("moved")
def test_a_script_finds_its_words_again(bench, session, essay):
    at = place(session, essay, "until June")
    page = bench.part("list", at=at).text
    assert 'data-s="3"' in page
    assert 'data-layout="1.2"' in page
    assert 'data-layout="1.2"' in bench.part("rows", below=1).text


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"do": "fly", "s": 1},
        {"do": "split", "s": 1},
        {"do": "split", "s": 1, "at": "x"},
        {"do": "split", "s": 1, "at": 1},
        {"do": "split", "s": 9, "at": 5},
        {"do": "join"},
        {"do": "join", "s": 4},
        {"do": "part", "s": 1},
        {"do": "merge", "s": 1},
        {"do": "kind", "s": 1, "kind": "verse", "kind_was": "prose"},
        {"do": "kind", "s": 1, "kind": "prose"},
        {"do": "cover", "s": 2},
        {"do": "join", "s": -1},
    ],
)
def test_what_makes_no_sense_is_refused(bench, session, essay, fields):
    before = rows(session, essay)
    assert bench.send("units", **fields).status_code == 422
    session.expire_all()
    assert rows(session, essay) == before


def test_history_tells_what_was_done(bench, session, essay):
    bench.send("units", do="split", s=4, at=place(session, essay, "and it moved"))
    bench.send("undo")
    page = bench.client.get("/essays/the-river/history?kind=layout").text
    assert "Sentence 4 split" in page
    assert "‖" in page
