"""Loads the seed: the essay and its worked fact-check, through the desk's actions."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.demo_desk import first_words, run_desk, work_claim
from factcheck.actions.essays import import_essay
from factcheck.actions.fetches import ask_for_nothing
from factcheck.actions.people import add_person
from factcheck.actions.sentences import sort_sentences
from factcheck.models import Essay, User
from factcheck.queries.claims import all_sentences
from factcheck.queries.essays import current_version
from factcheck.rules.essays import EssayDetails
from factcheck.rules.permissions import Role
from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.text.documents import read_document


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody the demo's desk starts with."""

    email: str
    name: str
    role: Role


PEOPLE = (
    DemoPerson("admin@example.org", "Alex Marsh", Role.ADMIN),
    DemoPerson("editor@example.org", "Ines Moreau", Role.EDITOR),
    DemoPerson("robin@example.org", "Robin Hale", Role.REVIEWER),
    DemoPerson("sunmi@example.org", "Sunmi Cho", Role.REVIEWER),
)


def is_loaded(session: Session) -> bool:
    """Say whether the demo's people are here, so that it goes on where it stood."""
    found = session.scalar(select(User.id).where(User.email == PEOPLE[0].email))
    return found is not None


def load_demo(session: Session, seed: Path, password_hashes: Sequence[str]) -> Essay:
    """Add the demo's people, import the seed essay, and do its worked review.

    Args:
        session: the database session.
        seed: the folder with essay.txt, review.json and desk.json.
        password_hashes: one for each of PEOPLE, in order.
    """
    _, editor, *reviewers = _add_people(session, password_hashes)
    work = json.loads((seed / "review.json").read_text(encoding="utf-8"))
    document = read_document((seed / work["essay"]).read_bytes(), work["essay"])
    essay = import_essay(
        session,
        actor=editor,
        document=document,
        details=EssayDetails(work["title"], work["byline"], language=work["language"]),
        scale_key=work["scale"],
    )
    findings = [f for f in work["findings"] if f["kind"] == "claim"]
    desk = json.loads((seed / "desk.json").read_text(encoding="utf-8"))
    _sort_opinions(session, essay, editor, work["findings"])
    worked = [
        work_claim(session, essay, reviewers, finding, first_words(desk, number))
        for number, finding in enumerate(findings, start=1)
    ]
    run_desk(session, essay, editor, worked, desk)
    ask_for_nothing(session)
    return essay


def _add_people(session: Session, password_hashes: Sequence[str]) -> list[User]:
    return [
        add_person(
            session,
            actor=None,
            email=person.email,
            name=person.name,
            role=person.role,
            password_hash=hashed,
        )
        for person, hashed in zip(PEOPLE, password_hashes, strict=True)
    ]


def _sort_opinions(
    session: Session, essay: Essay, editor: User, findings: Sequence[dict[str, Any]]
) -> None:
    """Sort as opinion the sentences in which nothing is a claim."""
    version = current_version(session, essay)
    checked = {f["sentence"] for f in findings if f["kind"] == "claim"}
    positions = [
        sentence.position
        for sentence in all_sentences(session, version.id)
        if sentence.sorting == Sorting.TO_SORT and sentence.position not in checked
    ]
    sort_sentences(
        session,
        actor=editor,
        essay=essay,
        positions=positions,
        to=Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION),
    )
