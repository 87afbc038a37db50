"""Sentences of an essay as they lie, and corrections by their words."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.units import join_sentences, split_sentence
from factcheck.models import Essay, Event, Sentence, User
from factcheck.queries.essays import current_version, whole_text
from factcheck.rules.layouts import Layout


def rows(session: Session, essay: Essay) -> list[tuple[int, int, str, str]]:
    """Return each sentence's position, paragraph, words and sorting."""
    version = current_version(session, essay)
    text = whole_text(session, version.id)
    found = session.scalars(
        select(Sentence)
        .where(Sentence.version_id == version.id)
        .order_by(Sentence.position)
    )
    return [
        (s.position, s.paragraph, text[s.start : s.end], s.reason or s.sorting)
        for s in found
    ]


def words(session: Session, essay: Essay) -> list[str]:
    return [row[2] for row in rows(session, essay)]


def place(session: Session, essay: Essay, found: str) -> int:
    return whole_text(session, current_version(session, essay).id).index(found)


def split(
    session: Session, actor: User, essay: Essay, at: str, **more: object
) -> Event:
    """Split the sentence in which these words stand, before them."""
    found = place(session, essay, at)
    version = current_version(session, essay)
    position = session.scalars(
        select(Sentence.position).where(
            Sentence.version_id == version.id,
            Sentence.start <= found,
            Sentence.end > found,
        )
    ).one()
    return split_sentence(
        session, actor=actor, essay=essay, position=position, at=found, **more
    )


def join(session: Session, actor: User, essay: Essay, position: int) -> Event:
    return join_sentences(session, actor=actor, essay=essay, position=position)


def layout_of(session: Session, essay: Essay) -> Layout:
    version = current_version(session, essay)
    return Layout(version.number, version.layout)
