"""The workbench's page and its parts: whole without script, and never too big."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from factcheck.database import db
from factcheck.models import Essay, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.benches import Workbench
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
def statements(app: Flask) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        asked.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def long_text(sentences: int) -> str:
    return "\n\n".join(
        " ".join(f"Sentence {p + n} says what happened." for n in range(5))
        for p in range(0, sentences, 5)
    )


def positions(html: str) -> list[int]:
    return [int(n) for n in re.findall(r'id="s(\d+)"', html)]


def test_every_sentence_stands_there_as_a_link_with_its_state(bench: Workbench):
    page = bench.page()
    assert positions(page) == [1, 2, 3, 4]
    assert page.count("To sort, suggested. ") == 3
    assert page.count("To sort. ") == 1
    assert 'href="/essays/the-river/workbench?s=2#s2"' in page
    assert "Nobody measured it 🌊 until June." in page


def test_words_of_claims_are_marked_where_they_stand(
    bench: Workbench, session: Session, essay: Essay, people: dict[Role, User]
):
    editor = people[Role.EDITOR]
    essays.mark(session, essay, editor, "measured it 🌊 until June")
    essays.mark(session, essay, editor, "until June")
    session.commit()
    row = re.search(r'id="s2".*?</div>', bench.page(), re.DOTALL)[0]
    assert '<mark class="v-open">measured it 🌊 </mark>' in row
    assert '<mark class="v-open shared">until June</mark>' in row
    assert "Claim 1: no verdict, to check." in row


def test_offsets_come_as_code_points(
    bench: Workbench, session: Session, essay: Essay, people: dict[Role, User]
):
    claim = essays.mark(session, essay, people[Role.EDITOR], "June")
    session.commit()
    start = essays.TEXT.index("June")
    page = bench.page(c=claim.number)
    assert f'data-start="{start}" data-end="{start + 4}">June</span>' in page
    assert f'<option value="{start}" selected>' in page


def test_it_opens_at_the_first_claim_to_check(
    bench: Workbench, session: Session, essay: Essay, people: dict[Role, User]
):
    claim = essays.mark(session, essay, people[Role.EDITOR], "The town voted to move")
    session.commit()
    assert "<title>Claim 1: The river" in bench.page()
    essays.save(session, claim, people[Role.REVIEWER])
    session.commit()
    assert "<title>Sentence 1: The river" in bench.page()


@pytest.mark.parametrize(
    ("asked", "shown"), [("0", 1), ("3", 3), ("99", 4), ("last", 4), ("first", 1)]
)
def test_an_address_names_a_sentence_or_an_end(
    bench: Workbench, asked: str, shown: int
):
    assert f"<title>Sentence {shown}: The river" in bench.page(s=asked)


def test_filters_show_only_what_they_name(
    bench: Workbench, session: Session, essay: Essay, people: dict[Role, User]
):
    editor, reviewer = people[Role.EDITOR], people[Role.REVIEWER]
    rose = essays.mark(session, essay, editor, "The river rose")
    essays.mark(session, essay, editor, "Nobody measured it")
    essays.save(session, rose, reviewer, essays.facts(second_look=True))
    session.commit()
    assert positions(bench.page(show="claims", s="first")) == [1, 2]
    assert positions(bench.page(show="open", s="first")) == [2]
    assert positions(bench.page(show="look", s="first")) == [1]
    assert positions(bench.page(show="new", s="first")) == [3, 4]
    page = bench.page(show="nonsense")
    for words in ("All <b>4</b>", "To sort <b>2</b>", "Claims <b>2</b>"):
        assert words in page
    assert "To check <b>1</b>" in page
    assert "Second look <b>1</b>" in page


def test_the_sentence_in_hand_stays_in_the_list_whatever_the_filter(bench: Workbench):
    assert positions(bench.page(show="claims", s=2)) == [2]


def test_one_can_go_on_to_the_next_claim_without_script(
    bench: Workbench, session: Session, essay: Essay, people: dict[Role, User]
):
    editor = people[Role.EDITOR]
    essays.mark(session, essay, editor, "The river rose")
    essays.mark(session, essay, editor, "The town voted to move")
    session.commit()
    answer = bench.get(after=1)
    assert answer.status_code == 303
    assert answer.location == "/essays/the-river/workbench?s=4&c=2#s4"


def test_queries_and_bytes_do_not_grow_with_the_essay(
    visit: Visit,
    session: Session,
    people: dict[Role, User],
    statements: list[str],
):
    editor = people[Role.EDITOR]
    for title, size in (("Short", 120), ("Long", 2_000)):
        text = long_text(size)
        essays.essay(session, actor=editor, text=text, title=title, mark="all")
    session.commit()
    client = visit(Role.REVIEWER)
    seen = {}
    parts = ("", "panel", "rows", "list")
    for slug, middle in (("short", 60), ("long", 1_000)):
        bench = Workbench(client, slug)
        for part in parts:
            statements.clear()
            answer = bench.part(part, s=middle, below=0)
            seen[slug, part] = (len(statements), len(answer.data))
    for part in parts:
        (few, small), (many, large) = seen["short", part], seen["long", part]
        assert many == few, part
        assert large < small * 1.6, part


def test_nor_do_they_with_the_likeliest_first(
    visit: Visit,
    session: Session,
    people: dict[Role, User],
    statements: list[str],
):
    editor = people[Role.EDITOR]
    for title, size in (("Short", 120), ("Long", 2_000)):
        essays.essay(session, actor=editor, text=long_text(size), title=title)
    session.commit()
    client = visit(Role.REVIEWER)
    asked = []
    for slug, middle in (("short", 60), ("long", 1_000)):
        bench = Workbench(client, slug)
        for part in ("", "rows", "list", ""):
            statements.clear()
            answer = bench.part(part, s=middle, below=middle, show="likely")
            asked.append(len(statements))
            assert len(positions(answer.text)) <= 120
    assert asked[:4] == asked[4:]


def test_a_long_essay_is_shown_in_windows_that_join(
    visit: Visit, session: Session, people: dict[Role, User]
):
    editor = people[Role.EDITOR]
    essays.essay(session, actor=editor, text=long_text(500), title="Long")
    session.commit()
    bench = Workbench(visit(Role.REVIEWER), "long")
    page = bench.page(s=250)
    shown = positions(page)
    assert 250 in shown
    assert len(shown) <= 120
    assert shown == list(range(shown[0], shown[-1] + 1))
    assert "Earlier sentences" in page
    assert "Later sentences" in page
    assert page.count('class="hit"') == 200
    after = positions(bench.part("rows", below=shown[-1]).text)
    before = positions(bench.part("rows", above=shown[0]).text)
    assert after[0] == shown[-1] + 1
    assert before[-1] == shown[0] - 1
    assert "data-later" in bench.part("rows", below=299).text
    assert "data-later" not in bench.part("rows", below=449).text


def test_parts_are_marked_as_such_and_errors_are_not(bench: Workbench):
    assert bench.part("panel", s=2).headers["X-Fragments"] == "1"
    assert 'id="panel"' in bench.part("panel", s=2).text
    answer = bench.part("panel", c=7)
    assert answer.status_code == 404
    assert "X-Fragments" not in answer.headers


def test_an_essay_in_another_script_keeps_its_language_to_itself(
    visit: Visit, session: Session, people: dict[Role, User]
):
    essays.essay(
        session,
        actor=people[Role.EDITOR],
        text="ارتفع النهر عام 1949. لم يقسه أحد.",
        title="River",
        language="ar",
    )
    session.commit()
    page = Workbench(visit(Role.REVIEWER), "river").page()
    assert '<html lang="en" dir="ltr">' in page
    assert re.search(r'class="tx"[^>]* lang="ar" dir="', page)
    assert re.search(r'id="quote" lang="ar" dir="', page)


def test_essay_text_never_becomes_markup(
    visit: Visit, session: Session, people: dict[Role, User]
):
    text = 'He wrote <script>alert(1)</script> and "quoted" it in 1949.'
    essays.essay(
        session, actor=people[Role.EDITOR], text=text, title="<b>T</b>", mark="all"
    )
    session.commit()
    page = Workbench(visit(Role.REVIEWER), "b-t-b").page()
    assert "<script>alert" not in page
    assert "<b>T</b>" not in page
    assert "&lt;" in page


def test_keys_are_printed_from_the_one_list(bench: Workbench):
    page = bench.page()
    assert "&#34;Ctrl+Enter&#34;: &#34;save_next&#34;" in page
    assert "Next claim to check" in page
    assert '<kbd aria-hidden="true">c</kbd>' in page
