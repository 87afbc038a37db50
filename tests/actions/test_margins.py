"""Comments of an imported document become claims with drafts, on their words."""

from sqlalchemy import select

from factcheck.actions.margins import Taken, take_comments
from factcheck.models import Anchor, Review
from factcheck.queries.essays import current_version, whole_text
from factcheck.rules.permissions import Role
from factcheck.text.readers.parts import Comment
from tests.factories import essays, people

TEXT = (
    "# On Mao\n\nMao left in 1949. Nobody came — not even Stalin.\n\n* * *\n\nIt ended."
)


def drafts(session):
    rows = session.execute(
        select(Anchor.quote, Review.explanation, Review.given_at)
        .join(Review, Review.claim_id == Anchor.claim_id)
        .order_by(Anchor.start, Anchor.end)
    )
    return [tuple(row) for row in rows]


def about(words, said, end=""):
    start = TEXT.index(words)
    stop = TEXT.index(end) + len(end) if end else start + len(words)
    return Comment(start, stop, "Ann Lee", "2020-05-03", said)


def test_each_comment_becomes_a_draft_on_its_words(session):
    editor = people.person(session, Role.EDITOR)
    essay = essays.essay(session, text=TEXT)
    text = whole_text(session, current_version(session, essay).id)
    comments = [
        about(" left in 1949. ", "Sure?"),
        about("left in 1949", "December."),
        about("Nobody came", "Two sentences?", end="It ended."),
        about(" — ", "A dash?"),
    ]
    taken = take_comments(
        session, actor=editor, essay=essay, text=text, comments=comments
    )
    assert taken == Taken(3, 0)
    assert drafts(session) == [
        ("left in 1949", "Ann Lee, 2020-05-03: December.", None),
        ("left in 1949.", "Ann Lee, 2020-05-03: Sure?", None),
        (
            "Nobody came — not even Stalin.",
            "Ann Lee, 2020-05-03: Two sentences?\n\nAnn Lee, 2020-05-03: A dash?",
            None,
        ),
    ]


def test_words_that_are_marked_already_are_not_marked_again(session):
    editor = people.person(session, Role.EDITOR)
    essay = essays.essay(session, text=TEXT, mark="all")
    text = whole_text(session, current_version(session, essay).id)
    comments = [about("It ended.", "When?")]
    assert take_comments(
        session, actor=editor, essay=essay, text=text, comments=comments
    )
    assert [quote for quote, *_ in drafts(session)] == ["It ended."]
