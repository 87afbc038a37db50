"""Rulings: where a claim stands, and an editor's decision."""

from typing import TYPE_CHECKING, Any

from factcheck.actions.rulings import rule_claim, rule_not_a_claim
from factcheck.api.access import person
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.rulings import NOT_A_CLAIM, NewRulingSchema, StandSchema
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.queries.claims import find_claim
from factcheck.queries.ruling_page import RulingPage, RulingShown, ruling_page
from factcheck.rules.permissions import Deed
from factcheck.rules.rulings import Disagreement, RulingFacts
from factcheck.rules.sorting import Reason
from factcheck.translating import _

if TYPE_CHECKING:
    from factcheck.models import Claim

bp = Noun("rulings", "What editors decided. For editors of the desk or of the essay.")
ADDRESS = "/essays/<slug>/claims/<int:number>/ruling"


@bp.operation(f"GET {ADDRESS}", Deed.RULE, StandSchema, refuses=(404,))
def show(slug: str, number: int) -> dict[str, Any]:
    """Read where a claim stands: its given reviews, and the ruling in force."""
    essay = essay_for(slug, Deed.RULE)
    return _stand(ruling_page(db.session, essay, find_claim(db.session, essay, number)))


@bp.operation(
    f"PUT {ADDRESS}", Deed.RULE, StandSchema, takes=NewRulingSchema, refuses=(404, 422)
)
def rule(body: dict[str, Any], slug: str, number: int) -> dict[str, Any]:
    """Settle a claim, or rule that its words are none.

    An earlier ruling is replaced, and stays in the history.

    Its ETag tells which reviews you have seen: nothing is ruled when one changed.
    """
    essay = essay_for(slug, Deed.RULE)
    claim = find_claim(db.session, essay, number)
    page = ruling_page(db.session, essay, claim)
    require_match(bp, _stand(page), StandSchema)
    if body["outcome"] == NOT_A_CLAIM:
        _rule_out(claim, body)
    else:
        _decide(claim, body, page)
    return _stand(ruling_page(db.session, essay, claim))


def _rule_out(claim: "Claim", body: dict[str, Any]) -> None:
    """Rule that the words are not a claim: the mark goes, reviews are kept."""
    if "not_because" not in body:
        raise InvalidError("not_because", _("Say what it is instead of a claim."))
    rule_not_a_claim(
        db.session,
        actor=person(),
        claim=claim,
        reason=Reason(body["not_because"]),
        why=body["reason"],
    )


def _decide(claim: "Claim", body: dict[str, Any], page: RulingPage) -> None:
    if page.differ and not body["disagreement"]:
        raise InvalidError("disagreement", _("Say what the reviewers differed about."))
    names = RulingFacts.__dataclass_fields__
    said = {name: body[name] for name in names}
    rule_claim(
        db.session,
        actor=person(),
        claim=claim,
        facts=RulingFacts(
            **said | {"disagreement": Disagreement(said["disagreement"])}
        ),
        seen_ruling_id=page.in_force.id if page.in_force else 0,
        seen_reviews=page.seen,
    )


def _stand(page: RulingPage) -> dict[str, Any]:
    return {
        "claim": page.number,
        "withdrawn": page.withdrawn,
        "settlement": page.settlement,
        "verdict": page.verdict.key if page.verdict else None,
        "missing": page.missing,
        "ruling": _ruling(page.in_force) if page.in_force else None,
        "reviews": [
            {
                "who": review.who,
                "verdict": review.verdict.key,
                "finding": review.finding,
                "explanation": review.explanation,
                "given_at": review.given_at,
            }
            for review in page.reviews
        ],
    }


def _ruling(ruling: RulingShown) -> dict[str, Any]:
    return {
        "by": ruling.by,
        "at": ruling.at,
        "verdict": ruling.verdict.key if ruling.verdict else None,
        "finding": ruling.finding,
        "explanation": ruling.explanation,
        "reason": ruling.reason,
        "disagreement": ruling.disagreement,
        "print_dissent": ruling.print_dissent,
        "reopened_at": ruling.reopened_at,
    }
