"""Assignments: who is to review which claim; taking the next one."""

from datetime import UTC
from typing import TYPE_CHECKING, Any

from factcheck.actions.assignments import (
    assign_claims,
    assign_evenly,
    give_back,
    set_reviewing,
    take_next,
)
from factcheck.api.access import person
from factcheck.api.claims import claim_shown
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.assignments import (
    AssignedSchema,
    AssignmentsSchema,
    NewAssignmentSchema,
    NewReviewingSchema,
    ReleaseSchema,
    ReviewersSchema,
    ReviewingSchema,
    TakenSchema,
)
from factcheck.database import db
from factcheck.errors import InvalidError, NotFoundError
from factcheck.queries.assignments import claims_held, reviewers_of
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import current_version
from factcheck.rules.permissions import Deed

if TYPE_CHECKING:
    from factcheck.models import Essay
    from factcheck.queries.claim_rows import ClaimRow

bp = Noun("assignments", "Who is expected to review what. Nobody is shut out by them.")
ALL = "/essays/<slug>/assignments"
REVIEWING = "/essays/<slug>/reviewing"
YEARS = range(1970, 9000)


@bp.operation(f"GET {ALL}", Deed.ASSIGN, AssignmentsSchema, refuses=(404,))
def index(slug: str) -> dict[str, Any]:
    """List an essay's claims in reading order, and who has each."""
    essay = essay_for(slug, Deed.ASSIGN)
    version = current_version(db.session, essay)
    return {"items": claims_held(db.session, essay, version.id), "next": None}


@bp.operation(
    "GET /essays/<slug>/reviewers", Deed.ASSIGN, ReviewersSchema, refuses=(404,)
)
def reviewers(slug: str) -> dict[str, Any]:
    """List who may review an essay, by name."""
    essay = essay_for(slug, Deed.ASSIGN)
    return {"items": reviewers_of(db.session, essay), "next": None}


@bp.operation(
    f"POST {ALL}",
    Deed.ASSIGN,
    AssignedSchema,
    takes=NewAssignmentSchema,
    tagged=False,
    refuses=(404, 409, 422),
)
def assign(body: dict[str, Any], slug: str) -> dict[str, int]:
    """Assign claims to one person, or spread all that wait evenly over several."""
    essay = essay_for(slug, Deed.ASSIGN)
    who: dict[str, Any] = {"actor": person(), "essay": essay}
    people = body["people"]
    if "claims" not in body:
        return {"assigned": assign_evenly(db.session, **who, people=people)}
    if len(people) != 1:
        raise InvalidError("people", "Name one person to assign claims to.")
    added = assign_claims(
        db.session, **who, numbers=body["claims"], person_id=people[0]
    )
    return {"assigned": added}


@bp.operation(
    "POST /essays/<slug>/take",
    Deed.REVIEW,
    TakenSchema,
    tagged=False,
    refuses=(404, 409),
)
def take(slug: str) -> "dict[str, ClaimRow | None]":
    """Take the next claim that waits for you; it is kept for you for a while."""
    essay = essay_for(slug, Deed.REVIEW)
    try:
        claim = take_next(db.session, actor=person(), essay=essay)
    except NotFoundError:
        return {"claim": None}
    return {"claim": claim_shown(essay, claim.number)}


@bp.operation(
    "POST /essays/<slug>/claims/<int:number>/give-back",
    Deed.REVIEW,
    None,
    status=204,
    takes=ReleaseSchema,
    tagged=False,
    refuses=(404, 409),
)
def release(body: dict[str, Any], slug: str, number: int) -> None:
    """End your hold on a claim; editors anybody's."""
    essay = essay_for(slug, Deed.REVIEW)
    give_back(
        db.session,
        actor=person(),
        claim=find_claim(db.session, essay, number),
        essay=essay,
        person_id=body.get("person", person().id),
    )


@bp.operation(f"GET {REVIEWING}", Deed.ASSIGN, ReviewingSchema, refuses=(404,))
def reviewing(slug: str) -> dict[str, Any]:
    """Read how an essay is reviewed."""
    return _reviewing(essay_for(slug, Deed.ASSIGN))


@bp.operation(
    f"PATCH {REVIEWING}",
    Deed.ASSIGN,
    ReviewingSchema,
    takes=NewReviewingSchema,
    refuses=(404, 422),
)
def change(body: dict[str, Any], slug: str) -> dict[str, Any]:
    """Change how an essay is reviewed."""
    essay = essay_for(slug, Deed.ASSIGN)
    stand = _reviewing(essay)
    require_match(bp, stand, ReviewingSchema)
    if day := body.get("reveal_at"):
        if day.year not in YEARS:
            raise InvalidError("reveal_at", "No class waits for that day.")
        body["reveal_at"] = day.astimezone(UTC)
    set_reviewing(db.session, actor=person(), essay=essay, **stand | body)
    return _reviewing(essay)


def _reviewing(essay: "Essay") -> dict[str, Any]:
    return {
        name: getattr(essay, name)
        for name in ("take_minutes", "hide_names", "reveal_at")
    }
