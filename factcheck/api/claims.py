"""Claims: listed and read."""

from typing import TYPE_CHECKING, Any

from factcheck.api.access import person
from factcheck.api.cursors import PageQuery, number_in, page
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun
from factcheck.api.schemas.claims import ClaimSchema, ClaimsSchema
from factcheck.database import db
from factcheck.queries.claim_rows import ClaimRow, claim_row, claim_rows
from factcheck.queries.essays import current_version
from factcheck.queries.viewers import viewer_of
from factcheck.rules.permissions import Deed

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Noun("claims", "Checkable words of an essay, numbered for good.")


@bp.operation(
    "GET /essays/<slug>/claims",
    Deed.READ_DESK,
    ClaimsSchema,
    query=PageQuery,
    refuses=(404,),
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
