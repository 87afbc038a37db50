"""Inquiries: what was asked of whom, and what came of it."""

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from factcheck.actions.inquiries import ask, edit_inquiry
from factcheck.api.access import person
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.talk import (
    InquiriesSchema,
    InquiryChangeSchema,
    InquirySchema,
    NewInquirySchema,
)
from factcheck.database import db
from factcheck.doors import API_ROOT
from factcheck.queries.claims import find_claim
from factcheck.queries.inquiries import (
    InquiryShown,
    facts_of,
    find_inquiry,
    inquiries_of,
)
from factcheck.queries.onlookers import onlooker
from factcheck.rules.inquiries import InquiryFacts
from factcheck.rules.permissions import Deed

if TYPE_CHECKING:
    from factcheck.models import Claim, Essay, Inquiry

bp = Noun("inquiries", "Questions to somebody outside. As blind as reviews.")
ALL = "/essays/<slug>/inquiries"
ONE = f"{ALL}/<int:inquiry_id>"


@bp.operation(f"GET {ALL}", Deed.READ_DESK, InquiriesSchema, refuses=(404,))
def index(slug: str) -> dict[str, Any]:
    """List an essay's inquiries that you may know of, open ones first."""
    essay = essay_for(slug, Deed.TALK)
    return {"items": [_dumped(each) for each in _known(essay)], "next": None}


@bp.operation(f"GET {ONE}", Deed.READ_DESK, InquirySchema, refuses=(404,))
def show(slug: str, inquiry_id: int) -> dict[str, Any]:
    """Read an inquiry."""
    essay = essay_for(slug, Deed.TALK)
    return _shown(essay, *_found(essay, inquiry_id))


@bp.operation(
    "POST /essays/<slug>/claims/<int:number>/inquiries",
    Deed.TALK,
    InquirySchema,
    status=201,
    takes=NewInquirySchema,
    creates=True,
    refuses=(404, 422),
)
def new(
    body: dict[str, Any], slug: str, number: int
) -> tuple[dict[str, Any], dict[str, str]]:
    """Write down a question that was put to somebody."""
    essay = essay_for(slug, Deed.TALK)
    claim = find_claim(db.session, essay, number)
    facts = InquiryFacts(**body)
    made = ask(db.session, actor=person(), claim=claim, facts=facts)
    address = f"{API_ROOT}/essays/{slug}/inquiries/{made.id}"
    return _shown(essay, made, claim), {"Location": address}


@bp.operation(
    f"PATCH {ONE}",
    Deed.TALK,
    InquirySchema,
    takes=InquiryChangeSchema,
    refuses=(404, 422),
)
def edit(body: dict[str, Any], slug: str, inquiry_id: int) -> dict[str, Any]:
    """Write down what came of an inquiry, or what readers are told of it."""
    essay = essay_for(slug, Deed.TALK)
    inquiry, claim = _found(essay, inquiry_id)
    require_match(bp, _shown(essay, inquiry, claim), InquirySchema)
    edit_inquiry(
        db.session,
        actor=person(),
        inquiry=inquiry,
        facts=replace(facts_of(inquiry), **body),
        revision=inquiry.revision,
    )
    return _shown(essay, inquiry, claim)


def _known(essay: "Essay", claim: "Claim | None" = None) -> list[InquiryShown]:
    reader = onlooker(db.session, person())
    return list(inquiries_of(db.session, essay, reader, claim))


def _found(essay: "Essay", inquiry_id: int) -> "tuple[Inquiry, Claim]":
    """Return an inquiry that whoever asks may know of, and its claim.

    Raises:
        NotFoundError: there is none.
    """
    reader = onlooker(db.session, person())
    return find_inquiry(db.session, essay, inquiry_id, reader)


def _shown(essay: "Essay", inquiry: "Inquiry", claim: "Claim") -> dict[str, Any]:
    found = (each for each in _known(essay, claim) if each.id == inquiry.id)
    return _dumped(next(found))


def _dumped(inquiry: InquiryShown) -> dict[str, Any]:
    own = {"id": inquiry.id, "claim": inquiry.number, "who": inquiry.who}
    return own | asdict(inquiry.facts)
