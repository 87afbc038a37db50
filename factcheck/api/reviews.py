"""Reviews: one's own kept or given, others' read once they are open."""

from typing import TYPE_CHECKING, Any

from factcheck.actions.reviews import save_review
from factcheck.api.access import person
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.reviews import (
    EvidencesSchema,
    NewReviewSchema,
    ReviewSchema,
    ReviewsSchema,
)
from factcheck.api.sources import facts_given
from factcheck.database import db
from factcheck.queries.claims import find_claim
from factcheck.queries.hand import ClaimInHand, GivenReview, OwnReview, claim_in_hand
from factcheck.queries.viewers import viewer_of
from factcheck.rules.citations import (
    CitationFacts,
    SourceFacts,
    Stance,
    source_state,
)
from factcheck.rules.permissions import Deed
from factcheck.rules.reviews import ReviewFacts

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Noun("reviews", "What reviewers answered to a claim. Blind until given.")
_TOLD = (
    "source_id",
    "outcome",
    "changed",
    "kept_at",
    "fetch",
    "gone",
    "moved_to",
    "archived",
)


@bp.operation(
    "GET /essays/<slug>/claims/<int:number>/reviews",
    Deed.READ_DESK,
    ReviewsSchema,
    refuses=(404,),
)
def index(slug: str, number: int) -> dict[str, Any]:
    """List the reviews of a claim that you may see: your own, and what is open.

    Those of others are open when the claim has all it needs, or to editors.
    """
    claim = _in_hand(essay_for(slug, Deed.READ_DESK), number)
    own, me = claim.mine, person()
    mine = [{"who": me.name, "mine": True, **_review(own)}] if own.revision else []
    others = [{"who": r.who, "mine": False, **_review(r)} for r in claim.others]
    return {"items": [*mine, *others], "next": None}


@bp.operation(
    "GET /essays/<slug>/claims/<int:number>/review",
    Deed.READ_DESK,
    ReviewSchema,
    refuses=(404,),
)
def show(slug: str, number: int) -> dict[str, Any]:
    """Read your own review of a claim, which is an empty draft at first."""
    return _own(_in_hand(essay_for(slug, Deed.READ_DESK), number))


@bp.operation(
    "PUT /essays/<slug>/claims/<int:number>/review",
    Deed.REVIEW,
    ReviewSchema,
    takes=NewReviewSchema,
    refuses=(404, 422),
)
def save(body: dict[str, Any], slug: str, number: int) -> dict[str, Any]:
    """Keep your own review of a claim as a draft, or give it.

    It takes the place of what it said before, which stays in the history. A given
    review that is sent again as a draft is a draft again.
    """
    essay = essay_for(slug, Deed.REVIEW)
    claim = find_claim(db.session, essay, number)
    stored = _in_hand(essay, number)
    require_match(bp, _own(stored), ReviewSchema)
    save_review(
        db.session,
        actor=person(),
        claim=claim,
        facts=_facts(body),
        statement=None,
        revision=stored.mine.revision,
        claim_revision=stored.revision,
        give=body["give"],
    )
    return _own(_in_hand(essay, number))


@bp.operation(
    "GET /essays/<slug>/claims/<int:number>/evidence",
    Deed.READ_DESK,
    EvidencesSchema,
    refuses=(404,),
)
def evidence(slug: str, number: int) -> dict[str, Any]:
    """List the citations of the reviews you may see, and how their quotations stand.

    Each quotation is looked for in the desk's copy of its source.
    """
    claim = _in_hand(essay_for(slug, Deed.READ_DESK), number)
    found = _evidence(claim.mine, person().name, mine=True)
    for review in claim.others:
        found += _evidence(review, review.who, mine=False)
    return {"items": found, "next": None}


def _evidence(
    review: OwnReview | GivenReview, who: str, *, mine: bool
) -> list[dict[str, Any]]:
    return [
        {
            "who": who,
            "mine": mine,
            "source": source_state(cited.source),
            "quote": cited.quote,
            "trouble": found.said,
            **{name: getattr(found, name) for name in _TOLD},
        }
        for cited, found in zip(review.facts.citations, review.evidence, strict=True)
    ]


def _in_hand(essay: "Essay", number: int) -> ClaimInHand:
    """Return a claim as far as whoever asks may know of it.

    Raises:
        NotFoundError: the essay never had a claim of this number.
    """
    find_claim(db.session, essay, number)
    viewer = viewer_of(db.session, person(), essay)
    return claim_in_hand(db.session, essay=essay, number=number, viewer=viewer)


def _own(claim: ClaimInHand) -> dict[str, Any]:
    return {**_review(claim.mine), "lacks": claim.mine.lacks}


def _review(review: OwnReview | GivenReview) -> dict[str, Any]:
    facts = review.facts
    return {
        "verdict": facts.verdict,
        "finding": facts.finding,
        "explanation": facts.explanation,
        "second_look": facts.second_look,
        "citations": [
            {
                "source": source_state(cited.source),
                "quote": cited.quote,
                "locator": cited.locator,
                "stance": cited.stance,
            }
            for cited in facts.citations
        ],
        "given_at": review.given_at,
    }


def _facts(body: dict[str, Any]) -> ReviewFacts:
    return ReviewFacts(
        verdict=body.get("verdict", ""),
        finding=body.get("finding", ""),
        explanation=body.get("explanation", ""),
        second_look=body.get("second_look", False),
        citations=tuple(_cited(given) for given in body.get("citations", ())),
    )


def _cited(given: dict[str, Any]) -> CitationFacts:
    return CitationFacts(
        facts_given(given["source"], SourceFacts()),
        given.get("quote", ""),
        given.get("locator", ""),
        Stance(given.get("stance", Stance.CONTEXT)),
    )
