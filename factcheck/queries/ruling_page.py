"""A claim as the editor who rules on it sees it: everything side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from factcheck.models import (
    Anchor,
    Citation,
    Claim,
    Essay,
    Review,
    Ruling,
    Sentence,
    Version,
)
from factcheck.queries.essays import words_between
from factcheck.queries.evidence import evidence_for
from factcheck.queries.sources import citation_facts
from factcheck.rules.citations import CitationFacts, SourceFacts
from factcheck.rules.evidence import Evidence
from factcheck.rules.names import letters, names_hidden
from factcheck.rules.rulings import Disagreement
from factcheck.rules.scales import VerdictLabel
from factcheck.rules.settling import (
    FOR_AN_EDITOR,
    RulingInForce,
    Settlement,
    settle,
)


@dataclass(frozen=True, slots=True)
class ReviewBeside:
    """A given review; `who` is a letter while names are hidden."""

    id: int
    revision: int
    who: str
    verdict: VerdictLabel
    finding: str
    explanation: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Cited:
    """One use of a source, and what is known of it."""

    who: str
    facts: CitationFacts
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class MergedSource:
    """A source once, with everybody who cites it."""

    facts: SourceFacts
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class RulingShown:
    """A ruling, in force or an earlier one."""

    id: int
    by: str
    at: datetime
    verdict: VerdictLabel | None
    finding: str
    explanation: str
    reason: str
    disagreement: Disagreement
    print_dissent: bool
    reopened_at: datetime | None
    replaced_at: datetime | None


@dataclass(frozen=True, slots=True)
class RulingPage:
    """What an editor needs to rule.

    Attributes:
        before: the sentence up to the claim's words.
        after: the sentence from there on.
        missing: how many reviews it still needs.
        rulings: newest first; the first is in force unless it was replaced.
    """

    number: int
    position: int
    before: str
    quote: str
    after: str
    statement: str
    withdrawn: bool
    settlement: Settlement
    verdict: VerdictLabel | None
    missing: int
    names_hidden: bool
    reviews: tuple[ReviewBeside, ...]
    sources: tuple[MergedSource, ...]
    rulings: tuple[RulingShown, ...]

    @property
    def uses(self) -> tuple[Cited, ...]:
        """Every citation that a ruling weighs."""
        return tuple(use for source in self.sources for use in source.cited)

    @property
    def in_force(self) -> RulingShown | None:
        """The ruling that nobody replaced."""
        return next((r for r in self.rulings if r.replaced_at is None), None)

    @property
    def differ(self) -> bool:
        """Whether the reviews that are in disagree, and an editor is asked."""
        asked = self.settlement in FOR_AN_EDITOR
        return asked and len({review.verdict.key for review in self.reviews}) > 1

    @property
    def seen(self) -> dict[int, int]:
        """Revisions of the reviews shown, by id, so that a change is noticed."""
        return {review.id: review.revision for review in self.reviews}


def ruling_page(session: Session, essay: Essay, claim: Claim) -> RulingPage:
    """Return the page for an editor, in a constant number of queries."""
    anchor, sentence = session.execute(
        select(Anchor, Sentence)
        .join(Sentence, Sentence.id == Anchor.sentence_id)
        .join(Version, Version.id == Anchor.version_id)
        .where(Anchor.claim_id == claim.id)
        .order_by(Version.number.desc())
        .limit(1)
    ).one()
    low, high = sentence.start, sentence.end
    text = words_between(session, anchor.version_id, low, high)
    reviews = _reviews(session, claim)
    rulings = rulings_on(session, claim)
    force = next((r for r in rulings if r.replaced_at is None), None)
    outcome = settle(
        [r.verdict.key for r in reviews if r.verdict],
        essay.reviews_needed,
        _in_force(force),
        changed=claim.unconfirmed is not None,
    )
    hidden = names_hidden(
        outcome.settlement, hide=essay.hide_names, ruled=bool(rulings)
    )
    names = _names(reviews, hidden=hidden)
    return RulingPage(
        number=claim.number,
        position=sentence.position,
        before=text[: anchor.start - low],
        quote=anchor.quote,
        after=text[anchor.end - low :],
        statement=claim.statement,
        withdrawn=claim.withdrawn_at is not None,
        settlement=outcome.settlement,
        verdict=essay.scale.definition.verdict(outcome.verdict or ""),
        missing=max(0, essay.reviews_needed - len(reviews)),
        names_hidden=hidden,
        reviews=tuple(
            ReviewBeside(
                id=review.id,
                revision=review.revision,
                who=names[review.id],
                verdict=review.verdict.as_label,
                finding=review.finding,
                explanation=review.explanation,
                given_at=review.given_at,
            )
            for review in reviews
            if review.verdict and review.given_at
        ),
        sources=_merged(session, reviews, names),
        rulings=tuple(rulings),
    )


def rulings_on(session: Session, claim: Claim) -> Sequence[RulingShown]:
    """Return every ruling on a claim, the newest first."""
    rows = session.scalars(
        select(Ruling)
        .where(Ruling.claim_id == claim.id)
        .options(joinedload(Ruling.verdict), joinedload(Ruling.ruled_by))
        .order_by(Ruling.id.desc())
    )
    return [_shown(row) for row in rows]


def _reviews(session: Session, claim: Claim) -> Sequence[Review]:
    return session.scalars(
        select(Review)
        .where(Review.claim_id == claim.id, Review.given_at.is_not(None))
        .options(
            joinedload(Review.verdict),
            joinedload(Review.reviewer),
            selectinload(Review.citations).joinedload(Citation.source),
        )
        .order_by(Review.first_given_at, Review.id)
    ).all()


def _names(reviews: Sequence[Review], *, hidden: bool) -> Mapping[int, str]:
    """Return how each reviewer is called here: by name, or by a letter."""
    if hidden:
        return letters((review.id, review.first_given_at) for review in reviews)
    return {review.id: review.reviewer.name for review in reviews}


def _merged(
    session: Session, reviews: Sequence[Review], names: Mapping[int, str]
) -> tuple[MergedSource, ...]:
    """Return each source once, the ones most cited first."""
    known = evidence_for(session, [c.id for r in reviews for c in r.citations])
    facts: dict[int, SourceFacts] = {}
    cited: dict[int, list[Cited]] = {}
    for review in reviews:
        for citation in review.citations:
            said = citation_facts(citation)
            facts[citation.source_id] = said.source
            cited.setdefault(citation.source_id, []).append(
                Cited(names[review.id], said, known[citation.id])
            )
    order = sorted(facts, key=lambda source: -len(cited[source]))
    return tuple(MergedSource(facts[s], tuple(cited[s])) for s in order)


def _in_force(ruling: RulingShown | None) -> RulingInForce | None:
    if ruling is None:
        return None
    key = ruling.verdict.key if ruling.verdict else ""
    return RulingInForce(key, reopened=ruling.reopened_at is not None)


def _shown(ruling: Ruling) -> RulingShown:
    return RulingShown(
        id=ruling.id,
        by=ruling.ruled_by.name,
        at=ruling.ruled_at,
        verdict=ruling.verdict.as_label if ruling.verdict else None,
        finding=ruling.finding,
        explanation=ruling.explanation,
        reason=ruling.reason,
        disagreement=Disagreement(ruling.disagreement),
        print_dissent=ruling.print_dissent,
        reopened_at=ruling.reopened_at,
        replaced_at=ruling.replaced_at,
    )
