"""The demo's desk at work: first and second reviews, rulings, two editions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from factcheck.actions.claims import mark_claim
from factcheck.actions.editions import publish_edition
from factcheck.actions.reviews import save_review
from factcheck.actions.rewordings import propose_rewording
from factcheck.actions.rulings import rule_claim
from factcheck.models import Claim, Essay, User
from factcheck.queries.claims import review_of
from factcheck.rules.citations import CitationFacts, SourceFacts, SourceKind, Stance
from factcheck.rules.reviews import ReviewFacts
from factcheck.rules.rulings import Disagreement, RulingFacts
from factcheck.rules.sources import details_from

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Worked:
    """A claim of the worked review, with who reviewed it first and who may second."""

    claim: Claim
    finding: Facts
    first: User
    second: User


def first_words(desk: Facts, number: int) -> Facts:
    """Return what the first edition said otherwise of a claim, or nothing."""
    first: Facts = desk["first_edition"]
    return first if first["claim"] == number else {}


def work_claim(
    session: Session,
    essay: Essay,
    reviewers: Sequence[User],
    finding: Facts,
    otherwise: Facts,
) -> Worked:
    """Mark a claim and give its first review, in words that `otherwise` may change."""
    turn = finding["sentence"] % 2
    first, second = reviewers[turn], reviewers[1 - turn]
    start, end = finding["start"], finding["end"]
    claim = mark_claim(session, actor=first, essay=essay, start=start, end=end)
    worked = Worked(claim, finding, first, second)
    _give(session, worked, first, _facts(finding | otherwise), finding["statement"])
    return worked


def run_desk(
    session: Session,
    essay: Essay,
    editor: User,
    worked: Sequence[Worked],
    desk: Facts,
) -> None:
    """Do the rest: second reviews, rulings, the first edition, its correction."""
    by_number = {item.claim.number: item for item in worked}
    for review in desk["second_reviews"]:
        item = by_number[review["claim"]]
        sources = [item.finding["sources"][index] for index in review["sources"]]
        said = _facts(review | {"sources": sources, "rationale": review["explanation"]})
        _give(session, item, item.second, said, None)
    for ruling in desk["rulings"]:
        _rule(session, editor, by_number[ruling["claim"]], ruling)
    first, second = desk["first_edition"], desk["second_edition"]
    publish_edition(session, actor=editor, essay=essay, note=first["note"])
    corrected = by_number[first["claim"]]
    _give(session, corrected, corrected.first, _facts(corrected.finding), None)
    _propose(session, editor, by_number, desk["rewording"])
    publish_edition(
        session,
        actor=editor,
        essay=essay,
        note=second["note"],
        reasons={first["claim"]: second["reason"]},
    )


def _give(
    session: Session,
    worked: Worked,
    reviewer: User,
    facts: ReviewFacts,
    statement: str | None,
) -> None:
    claim = worked.claim
    stored = review_of(session, claim.id, reviewer.id)
    save_review(
        session,
        actor=reviewer,
        claim=claim,
        facts=facts,
        statement=statement,
        revision=stored.revision if stored else 0,
        claim_revision=claim.revision,
        give=True,
    )


def _rule(session: Session, editor: User, worked: Worked, ruling: Facts) -> None:
    finding = worked.finding
    rule_claim(
        session,
        actor=editor,
        claim=worked.claim,
        facts=RulingFacts(
            verdict=finding["verdict"],
            finding=finding["finding"],
            explanation=finding["rationale"],
            reason=ruling["reason"],
            disagreement=Disagreement(ruling["disagreement"]),
            print_dissent=ruling["print_dissent"],
        ),
    )


def _propose(
    session: Session, editor: User, worked: dict[int, Worked], rewording: Facts
) -> None:
    propose_rewording(
        session,
        actor=editor,
        claim=worked[rewording["claim"]].claim,
        proposed=rewording["proposed"],
        reason=rewording["reason"],
        whole=False,
    )


def _facts(finding: Facts) -> ReviewFacts:
    return ReviewFacts(
        verdict=finding["verdict"],
        finding=finding["finding"],
        explanation=finding["rationale"],
        citations=tuple(_citation(source) for source in finding["sources"]),
    )


def _citation(source: Facts) -> CitationFacts:
    facts = SourceFacts(
        kind=SourceKind(source["kind"]),
        title=source["title"],
        url=source["url"] or "",
        author=source["author"] or "",
        publisher=source["publisher"] or "",
        issued=source["published"] or "",
        details=details_from(source.get("details")),
    )
    return CitationFacts(facts, quote=source["quote"], stance=Stance(source["stance"]))
