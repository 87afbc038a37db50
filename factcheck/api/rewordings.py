"""Other words proposed to an author: read, proposed, taken back."""

from typing import TYPE_CHECKING, Any

from factcheck.actions.rewordings import propose_rewording, withdraw_rewording
from factcheck.api.access import person
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.talk import (
    NewRewordingSchema,
    RewordingSchema,
    RewordingsSchema,
)
from factcheck.database import db
from factcheck.doors import API_ROOT
from factcheck.errors import NotFoundError
from factcheck.queries.claims import find_claim
from factcheck.queries.onlookers import onlooker
from factcheck.queries.rewordings import RewordingShown, find_rewording, rewordings_of
from factcheck.rules.permissions import Deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.models import Essay

bp = Noun("rewordings", "Other words proposed to the author. As blind as reviews.")
ALL = "/essays/<slug>/rewordings"
ONE = f"{ALL}/<int:rewording_id>"


@bp.operation(f"GET {ALL}", Deed.READ_DESK, RewordingsSchema, refuses=(404,))
def index(slug: str) -> dict[str, Any]:
    """List an essay's proposals that you may know of, unanswered ones first."""
    return {"items": _known(essay_for(slug, Deed.TALK)), "next": None}


@bp.operation(f"GET {ONE}", Deed.READ_DESK, RewordingSchema, refuses=(404,))
def show(slug: str, rewording_id: int) -> RewordingShown:
    """Read a proposal, and what the author says to it."""
    return _shown(essay_for(slug, Deed.TALK), rewording_id)


@bp.operation(
    "POST /essays/<slug>/claims/<int:number>/rewordings",
    Deed.TALK,
    RewordingSchema,
    status=201,
    takes=NewRewordingSchema,
    creates=True,
    refuses=(404, 422),
)
def new(
    body: dict[str, Any], slug: str, number: int
) -> tuple[RewordingShown, dict[str, str]]:
    """Propose other words; the author sees them by their link. The text stays."""
    essay = essay_for(slug, Deed.TALK)
    claim = find_claim(db.session, essay, number)
    made = propose_rewording(db.session, actor=person(), claim=claim, **body)
    address = f"{API_ROOT}/essays/{slug}/rewordings/{made.id}"
    return _shown(essay, made.id), {"Location": address}


@bp.operation(f"DELETE {ONE}", Deed.TALK, None, status=204, refuses=(404, 422))
def withdraw(slug: str, rewording_id: int) -> None:
    """Take a proposal back before the author has answered; editors any."""
    essay = essay_for(slug, Deed.TALK)
    require_match(bp, _shown(essay, rewording_id), RewordingSchema)
    rewording, _claim = find_rewording(db.session, essay, rewording_id)
    withdraw_rewording(db.session, actor=person(), rewording=rewording)


def _known(essay: "Essay") -> "Sequence[RewordingShown]":
    return rewordings_of(db.session, essay, onlooker(db.session, person()))


def _shown(essay: "Essay", rewording_id: int) -> RewordingShown:
    """Return a proposal that whoever asks may know of.

    Raises:
        NotFoundError: there is none.
    """
    for rewording in _known(essay):
        if rewording.id == rewording_id:
            return rewording
    raise NotFoundError("There is no such proposal.")
