"""Importing what stands beside reviews: rulings, inquiries and rewordings."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from factcheck.actions.saving import flush
from factcheck.models import Essay, Inquiry, Rewording, Ruling, User
from factcheck.queries.people import IMPORTED
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedRuling,
    AnnotatedSource,
)
from factcheck.rules.annotating import facts_of
from factcheck.rules.citations import source_state


def moment(iso: str) -> datetime:
    """Read a time as the annotated essay keeps it."""
    return datetime.strptime(iso, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def add_imported(
    session: Session, names: Sequence[str], interests: Sequence[str]
) -> list[User]:
    """Add people by name who cannot sign in."""
    people = [
        User(
            email=f"{secrets.token_hex(8)}{IMPORTED}",
            name=name,
            password=None,
            active=False,
            fs_uniquifier=secrets.token_hex(32),
            interests=declared,
            roles=[],
        )
        for name, declared in zip(names, interests, strict=True)
    ]
    session.add_all(people)
    flush(session)
    return people


def add_beside(
    session: Session,
    essay: Essay,
    annotated: AnnotatedEssay,
    ids: Mapping[int, int],
    reviewers: Sequence[User],
) -> None:
    """Store rulings, printed inquiries and answered rewordings, in their order.

    `ids` are those of the stored claims, by number.
    """
    editors = _editors(session, annotated, reviewers)
    for claim in annotated.claims:
        claim_id = ids[claim.number]
        if claim.ruling:
            by = editors[claim.ruling.by]
            session.add(_ruling(essay, claim_id, claim, claim.ruling, by))
        for talk in _talk(claim_id, claim):
            # One by one, because they are printed in the order they were stored.
            session.add(talk)
            flush(session)


def _editors(
    session: Session, annotated: AnnotatedEssay, reviewers: Sequence[User]
) -> dict[str, User]:
    """Return who ruled, by name; one who is no reviewer comes in as a person too."""
    people = {person.name: person for person in reviewers}
    ruled = dict.fromkeys(c.ruling.by for c in annotated.claims if c.ruling)
    further = [name for name in ruled if name not in people]
    added = add_imported(session, further, [""] * len(further))
    return people | dict(zip(further, added, strict=True))


def _ruling(
    essay: Essay, claim_id: int, claim: AnnotatedClaim, facts: AnnotatedRuling, by: User
) -> Ruling:
    key = claim.verdict.key if claim.verdict else ""
    return Ruling(
        claim_id=claim_id,
        outcome="verdict",
        verdict=next(v for v in essay.scale.verdicts if v.key == key),
        finding=claim.finding,
        explanation=claim.explanation,
        reason=facts.reason,
        disagreement=facts.disagreement,
        print_dissent=facts.print_dissent,
        sources=[_printed(source) for source in claim.sources],
        ruled_by=by,
        ruled_at=moment(facts.ruled),
    )


def _printed(source: AnnotatedSource) -> dict[str, Any]:
    return source_state(facts_of(source)) | {
        "quote": source.quote,
        "locator": source.locator,
        "stance": source.stance,
        "quotation": asdict(source.quotation) if source.quotation else None,
        "archived": source.archived,
    }


def _talk(claim_id: int, claim: AnnotatedClaim) -> list[Inquiry | Rewording]:
    return [
        *(
            Inquiry(
                claim_id=claim_id,
                whom=inquiry.whom,
                channel=inquiry.channel,
                question="",
                asked_on=inquiry.asked,
                answered_on=inquiry.answered,
                resolved=True,
                printed=inquiry.printed,
            )
            for inquiry in claim.inquiries
        ),
        *(
            Rewording(
                claim_id=claim_id,
                original=rewording.original,
                proposed=rewording.proposed,
                status=rewording.status,
                answer=rewording.answer,
            )
            for rewording in claim.rewordings
        ),
    ]
