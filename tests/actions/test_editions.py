"""Publishing: corrections, two at once, and taking down."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.editions import publish_edition, unpublish_essay
from factcheck.errors import ForbiddenError, GoneError, InvalidError, StaleError
from factcheck.exports.reading import read_json
from factcheck.models import Edition, Essay, Event, User
from factcheck.queries.editions import (
    find_edition,
    latest_edition,
    list_corrected,
    list_editions,
)
from factcheck.queries.essays import find_essay
from factcheck.queries.people import person_by_id
from factcheck.rules.annotated import Correction
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person


@pytest.fixture
def editor(session: Session) -> User:
    return person(session, Role.EDITOR, name="Ines Moreau")


@pytest.fixture
def essay(session: Session, editor: User) -> Essay:
    """Return an essay with a settled claim, published once."""
    essay = essays.essay(session, actor=editor)
    claim = essays.mark(session, essay, editor, "The river rose")
    essays.save(session, claim, editor)
    publish_edition(session, actor=editor, essay=essay, note="", seen=0)
    essays.save(session, claim, editor, essays.facts("false", "It fell."))
    session.commit()
    return essay


CORRECTION = Correction(1, "The river rose", "True", "False", "A gauge book.")


def test_a_later_edition_keeps_what_it_corrected_in_row_and_document(
    session: Session, essay: Essay, editor: User
):
    publish_edition(
        session, actor=editor, essay=essay, note="One.", reasons={1: "A gauge book."}
    )
    frozen = read_json(latest_edition(session, essay.slug).document.encode())
    assert frozen.edition.corrections == (CORRECTION,)
    newest, first = list_editions(session, essay.slug)
    assert (newest.corrections, first.corrections) == ((CORRECTION,), ())
    (row,) = list_corrected(session, most=9)
    assert (row.slug, row.edition.number) == ("the-river", 2)


def test_a_changed_verdict_without_a_reason_is_refused(
    session: Session, essay: Essay, editor: User
):
    with pytest.raises(InvalidError, match="claim 1 changed"):
        publish_edition(session, actor=editor, essay=essay, note="One.")
    assert len(list_editions(session, essay.slug)) == 1


def test_an_earlier_edition_stays_as_it_was(
    session: Session, essay: Essay, editor: User
):
    first = find_edition(session, essay.slug, 1).document
    publish_edition(session, actor=editor, essay=essay, note="One.", reasons={1: "So."})
    assert find_edition(session, essay.slug, 1).document == first


def test_who_has_not_seen_the_newest_edition_is_told_what_it_says(
    session: Session, essay: Essay, editor: User
):
    with pytest.raises(StaleError, match="Ines Moreau published edition 1 at"):
        publish_edition(
            session, actor=editor, essay=essay, note="Mine.", reasons={1: "x"}, seen=0
        )


def test_of_two_who_publish_at_once_one_wins_and_nothing_is_lost(
    database_url: str, session: Session, essay: Essay, editor: User
):
    other = person(session, Role.EDITOR, name="Otto Lind")
    session.commit()
    ready = Barrier(2)
    engine = database.open_engine(database_url)

    def publish(who: int) -> str:
        with Session(engine) as own:
            actor, found = person_by_id(own, who), find_essay(own, essay.slug)
            ready.wait(10)
            try:
                publish_edition(
                    own,
                    actor=actor,
                    essay=found,
                    note=f"By {who}.",
                    reasons={1: "So."},
                    seen=1,
                )
                own.commit()
            except StaleError as error:
                own.rollback()
                return error.message
            return ""

    try:
        with ThreadPoolExecutor(2) as pool:
            said = sorted(pool.map(publish, (editor.id, other.id)))
    finally:
        engine.dispose()
    session.expire_all()
    assert said[0] == ""
    assert "published edition 2 at" in said[1]
    notes = [row.note for row in list_editions(session, essay.slug)]
    assert notes[0] in {f"By {editor.id}.", f"By {other.id}."}
    assert notes[1:] == [""]


def test_what_is_taken_down_is_gone_for_readers_and_kept_for_the_desk(
    session: Session, essay: Essay, editor: User
):
    unpublish_essay(session, actor=editor, essay=essay, note="The author asked.")
    for ask in (
        lambda: latest_edition(session, essay.slug),
        lambda: find_edition(session, essay.slug, 1),
        lambda: find_edition(session, essay.slug, 99),
    ):
        with pytest.raises(GoneError) as gone:
            ask()
        assert gone.value.note == "The author asked."
    assert len(list_editions(session, essay.slug)) == 1
    kinds = list(session.scalars(select(Event.kind).order_by(Event.id)))
    assert kinds[-1] == "edition.unpublished"
    assert session.scalars(select(Edition)).one().document


def test_the_next_edition_brings_the_earlier_ones_back(
    session: Session, essay: Essay, editor: User
):
    unpublish_essay(session, actor=editor, essay=essay, note="A mistake.")
    publish_edition(session, actor=editor, essay=essay, note="Up.", reasons={1: "So."})
    assert latest_edition(session, essay.slug).number == 2
    assert find_edition(session, essay.slug, 1).number == 1


def test_taking_down_needs_a_note_an_edition_and_an_editor(
    session: Session, essay: Essay, editor: User
):
    with pytest.raises(InvalidError, match="Say why"):
        unpublish_essay(session, actor=editor, essay=essay, note=" ")
    with pytest.raises(ForbiddenError):
        unpublish_essay(session, actor=person(session), essay=essay, note="No.")
    bare = essays.essay(session, title="Bare")
    with pytest.raises(InvalidError, match="Nothing of this essay"):
        unpublish_essay(session, actor=editor, essay=bare, note="No.")
    unpublish_essay(session, actor=editor, essay=essay, note="Once.")
    with pytest.raises(InvalidError, match="Nothing of this essay"):
        unpublish_essay(session, actor=editor, essay=essay, note="Twice.")
    assert list_corrected(session, most=9) == []
