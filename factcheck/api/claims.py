"""Claims: listed, read, marked, changed, taken back."""

from typing import TYPE_CHECKING, Any

from flask import request

from factcheck.actions.claims import change_words, mark_claim, withdraw_claim
from factcheck.actions.confirming import confirm_words
from factcheck.actions.reviews import save_review
from factcheck.api.access import person
from factcheck.api.cursors import PageQuery, number_in, page
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.claims import (
    ClaimChangeSchema,
    ClaimSchema,
    ClaimsSchema,
    NewClaimSchema,
)
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.queries.claim_rows import ClaimRow, claim_row, claim_rows
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import current_version
from factcheck.queries.hand import claim_in_hand
from factcheck.queries.viewers import viewer_of
from factcheck.rules.layouts import Layout
from factcheck.rules.permissions import Deed

if TYPE_CHECKING:
    from factcheck.models import Claim, Essay

bp = Noun("claims", "Checkable words of an essay, numbered for good.")


@bp.operation(
    "GET /essays/<slug>/claims",
    Deed.READ_DESK,
    ClaimsSchema,
    query=PageQuery,
    refuses=(404, 422),
)
def index(query: dict[str, Any], slug: str) -> dict[str, Any]:
    """List the claims whose words stand in the present text, by number."""
    essay = essay_for(slug, Deed.READ_DESK)
    rows = claim_rows(
        db.session,
        essay,
        current_version(db.session, essay),
        viewer_of(db.session, person(), essay),
        after=number_in(query["cursor"]),
        limit=query["limit"] + 1,
    )
    return page(rows, query["limit"], lambda row: row.number)


@bp.operation(
    "GET /essays/<slug>/claims/<int:number>",
    Deed.READ_DESK,
    ClaimSchema,
    refuses=(404,),
)
def show(slug: str, number: int) -> ClaimRow:
    """Read a claim."""
    return claim_shown(essay_for(slug, Deed.READ_DESK), number)


@bp.operation(
    "POST /essays/<slug>/claims",
    Deed.MARK,
    ClaimSchema,
    status=201,
    takes=NewClaimSchema,
    creates=True,
    refuses=(404, 409, 422),
)
def mark(body: dict[str, Any], slug: str) -> tuple[ClaimRow, dict[str, str]]:
    """Mark words of one sentence as a claim."""
    essay = essay_for(slug, Deed.MARK)
    layout = current_version(db.session, essay).layout
    claim = mark_claim(
        db.session,
        actor=person(),
        essay=essay,
        start=body["start"],
        end=body["end"],
        seen=Layout(body["version"], layout),
    )
    address = f"{request.path}/{claim.number}"
    return claim_shown(essay, claim.number), {"Location": address}


@bp.operation(
    "PATCH /essays/<slug>/claims/<int:number>",
    Deed.MARK,
    ClaimSchema,
    takes=ClaimChangeSchema,
    refuses=(404, 422),
)
def change(body: dict[str, Any], slug: str, number: int) -> ClaimRow:
    """Restate a claim, put it on other words of its sentence, or confirm its words."""
    essay = essay_for(slug, Deed.MARK)
    row = claim_shown(essay, number)
    require_match(bp, row, ClaimSchema)
    if ("start" in body) != ("end" in body):
        raise InvalidError("words", "Send start and end together.")
    claim = find_claim(db.session, essay, number)
    if "start" in body:
        version = current_version(db.session, essay)
        change_words(
            db.session,
            actor=person(),
            claim=claim,
            start=body["start"],
            end=body["end"],
            revision=row.words_revision,
            seen=Layout(version.number, version.layout),
        )
    elif body.get("confirmed"):
        confirm_words(
            db.session,
            actor=person(),
            claim=claim,
            words_revision=row.words_revision,
        )
    if "statement" in body:
        _restate(essay, claim, body["statement"])
    return claim_shown(essay, number)


@bp.operation(
    "DELETE /essays/<slug>/claims/<int:number>",
    Deed.MARK,
    None,
    status=204,
    refuses=(404,),
)
def withdraw(slug: str, number: int) -> None:
    """Take a mark back; its number is not given again, its reviews are kept."""
    essay = essay_for(slug, Deed.MARK)
    require_match(bp, claim_shown(essay, number), ClaimSchema)
    withdraw_claim(
        db.session, actor=person(), claim=find_claim(db.session, essay, number)
    )


def claim_shown(essay: "Essay", number: int) -> ClaimRow:
    """Return a claim as it stands for whoever asks.

    Raises:
        NotFoundError: there is none in the present text.
    """
    return claim_row(
        db.session,
        essay,
        current_version(db.session, essay),
        viewer_of(db.session, person(), essay),
        number,
    )


def _restate(essay: "Essay", claim: "Claim", statement: str) -> None:
    """Change a statement as the pages do: with one's own review, left as it is."""
    viewer = viewer_of(db.session, person(), essay)
    stored = claim_in_hand(db.session, essay=essay, number=claim.number, viewer=viewer)
    save_review(
        db.session,
        actor=person(),
        claim=claim,
        facts=stored.mine.facts,
        statement=statement,
        revision=stored.mine.revision,
        claim_revision=claim.revision,
        give=stored.mine.given_at is not None,
    )
