"""Our own json, back in."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.annotated import import_annotated
from factcheck.exports.json import write_json
from factcheck.exports.reading import read_json
from factcheck.models import User
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.essays import find_essay
from factcheck.rules.annotating import with_edition
from tests.exports.test_beside import decided


def again(session: Session, data: bytes) -> bytes:
    """Import a file and write the essay it became."""
    essay = import_annotated(session, actor=None, annotated=read_json(data))
    session.expunge_all()
    return write_json(annotated_essay(session, find_essay(session, essay.slug)))


def test_rulings_inquiries_rewordings_and_interests_come_back(session: Session):
    data = write_json(with_edition(decided(), None))
    assert again(session, data) == data


def test_sources_of_reviews_that_are_not_printed_come_back(session: Session):
    data = write_json(with_edition(decided(print_dissent=False), None))
    assert again(session, data) == data


def test_an_editor_who_is_no_reviewer_comes_in_as_a_person(session: Session):
    again(session, write_json(with_edition(decided(), None)))
    people = {person.name: person for person in session.scalars(select(User))}
    assert people["E. Ditor"].active is False
    assert people["B. Reader"].interests == "Owns shares."
