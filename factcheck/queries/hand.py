"""The sentence and the claim a reviewer has in hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

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
from factcheck.queries.claims import sure_words
from factcheck.queries.evidence import evidence_for
from factcheck.queries.rows import Row
from factcheck.queries.rulings import ruling_in_force
from factcheck.queries.sources import review_facts
from factcheck.queries.viewers import Viewer
from factcheck.rules.citations import CitationFacts
from factcheck.rules.evidence import Evidence
from factcheck.rules.names import letters, names_hidden
from factcheck.rules.permissions import may_see_review
from factcheck.rules.reviews import ReviewFacts, lacks
from factcheck.rules.revising import Unconfirmed
from factcheck.rules.scales import Standing, VerdictLabel
from factcheck.rules.settling import RulingInForce, Settled, Settlement, settle
from factcheck.text.differences import Piece, differences
from factcheck.text.words import Word, words


@dataclass(frozen=True, slots=True)
class GivenReview:
    """Somebody's review, with everything they said."""

    who: str
    facts: ReviewFacts
    verdict: VerdictLabel | None
    given_at: datetime | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnReview:
    """The viewer's review: revision 0 when there is none yet.

    `evidence` stands beside `facts.citations`, one for each.
    """

    revision: int = 0
    facts: ReviewFacts = field(default_factory=ReviewFacts)
    given_at: datetime | None = None
    updated_at: datetime | None = None
    lacks: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def evidence_of(self, typed: CitationFacts) -> Evidence | None:
        """Return what is known of a citation, if it is stored as it is typed."""
        for stored, evidence in zip(self.facts.citations, self.evidence, strict=True):
            if stored.quote == typed.quote.strip() and stored.source == typed.source:
                return evidence
        return None


@dataclass(frozen=True, slots=True)
class ClaimInHand:
    """A claim with what the viewer may know of it.

    Attributes:
        start: first code point of its words in the version's text.
        end: the code point after the last.
        revision: of the claim, which its statement needs.
        words_revision: of its anchor, which its words need.
        shown: the viewer's own given verdict, else the settled one.
        version_id: the version that `start`, `end` and `quote` are of.
        unconfirmed: what a person has yet to decide about its words.
        sure_words: then, the words that were checked.
    """

    number: int
    start: int
    end: int
    quote: str
    statement: str
    revision: int
    words_revision: int
    shown: VerdictLabel | None
    settlement: Settlement
    settled: VerdictLabel | None
    mine: OwnReview
    others: tuple[GivenReview, ...]
    withdrawn: bool = False
    version_id: int = 0
    unconfirmed: Unconfirmed | None = None
    sure_words: str = ""

    @property
    def words_changed(self) -> tuple[Piece, ...]:
        """What went and what came in words that wait to be confirmed."""
        return differences(self.sure_words, self.quote)

    @property
    def standing(self) -> Standing:
        """How it looks to the viewer."""
        return self.shown.standing if self.shown else Standing.OPEN


@dataclass(frozen=True, slots=True)
class SentenceInHand:
    """A sentence with the words that can be chosen; offsets are the version's."""

    row: Row
    start: int
    end: int
    words: tuple[Word, ...]


def sentence_in_hand(
    session: Session, version_id: int, row: Row, claim: ClaimInHand | None
) -> SentenceInHand:
    """Return a sentence cut into words, and where its claim in hand begins and ends."""
    found = session.execute(
        select(Sentence.start, Sentence.end).where(
            Sentence.version_id == version_id, Sentence.position == row.position
        )
    ).one()
    borders = (claim.start, claim.end) if claim else ()
    pieces = (
        Word(w.start + found.start, w.end + found.start, w.text, w.pickable)
        for w in words(row.text)
    )
    cut = tuple(part for piece in pieces for part in _cut(piece, borders))
    return SentenceInHand(row, found.start, found.end, cut)


def _cut(word: Word, borders: tuple[int, ...]) -> Sequence[Word]:
    """Cut a word where a claim that came with an import begins or ends inside it."""
    inside = [b for b in borders if word.start < b < word.end]
    edges = [word.start, *inside, word.end]
    return [
        Word(a, b, word.text[a - word.start : b - word.start], word.pickable)
        for a, b in pairwise(edges)
    ]


def claim_in_hand(
    session: Session, *, essay: Essay, number: int, viewer: Viewer
) -> ClaimInHand:
    """Return a claim for one person: blind where it must be.

    One whose words are gone is shown with those it had last.
    """
    claim, anchor = session.execute(
        select(Claim, Anchor)
        .join(Anchor, Anchor.claim_id == Claim.id)
        .join(Version, Version.id == Anchor.version_id)
        .where(Claim.essay_id == essay.id, Claim.number == number)
        .order_by(Version.number.desc())
        .limit(1)
    ).one()
    reviews = session.scalars(
        select(Review)
        .where(Review.claim_id == claim.id)
        .options(
            joinedload(Review.verdict),
            joinedload(Review.reviewer),
            selectinload(Review.citations).joinedload(Citation.source),
        )
        .order_by(Review.given_at, Review.id)
    ).all()
    given = [r for r in reviews if r.given_at and r.verdict]
    ruling = ruling_in_force(session, claim.id)
    outcome = _outcome(given, ruling, essay)
    changed = claim.unconfirmed is not None
    counts = Settled(Settlement.CHANGED) if changed else outcome
    known = counts if viewer.revealed or changed else Settled(Settlement.WAITING)
    complete = outcome.settlement is not Settlement.WAITING
    seen = [r for r in given if _may_see(r, viewer, complete=complete)]
    others = [r for r in seen if r.reviewer_id != viewer.id]
    own = next((r for r in reviews if r.reviewer_id == viewer.id), None)
    known_of = evidence_for(
        session, [c.id for r in (*others, own) if r for c in r.citations]
    )
    hidden = names_hidden(
        outcome.settlement, hide=essay.hide_names, ruled=ruling is not None
    )
    names = letters((r.id, r.first_given_at) for r in given) if hidden else {}
    scale = essay.scale.definition
    return ClaimInHand(
        number=claim.number,
        start=anchor.start,
        end=anchor.end,
        quote=anchor.quote,
        statement=claim.statement,
        revision=claim.revision,
        words_revision=anchor.revision,
        shown=None
        if changed
        else _shown(own, essay) or scale.verdict(known.verdict or ""),
        settlement=known.settlement,
        settled=scale.verdict(known.verdict or ""),
        mine=_own(own, essay, known_of),
        others=tuple(
            _given(r, names.get(r.id, r.reviewer.name), known_of) for r in others
        ),
        withdrawn=claim.withdrawn_at is not None,
        version_id=anchor.version_id,
        unconfirmed=Unconfirmed(claim.unconfirmed) if claim.unconfirmed else None,
        sure_words=sure_words(session, claim) if claim.unconfirmed else "",
    )


def _outcome(given: Sequence[Review], ruling: Ruling | None, essay: Essay) -> Settled:
    verdicts = [review.verdict.key for review in given if review.verdict]
    force = None
    if ruling is not None and ruling.verdict is not None:
        force = RulingInForce(ruling.verdict.key, ruling.reopened_at is not None)
    return settle(verdicts, essay.reviews_needed, force)


def _may_see(review: Review, viewer: Viewer, *, complete: bool) -> bool:
    return may_see_review(
        viewer_id=viewer.id,
        role=viewer.role,
        reviewer_id=review.reviewer_id,
        given=review.given_at is not None,
        settled=complete,
        revealed=viewer.revealed,
    )


def _own(
    review: Review | None, essay: Essay, known_of: Mapping[int, Evidence]
) -> OwnReview:
    scale = essay.scale.definition
    if review is None:
        return OwnReview(lacks=lacks(ReviewFacts(), scale))
    facts = _facts(review)
    return OwnReview(
        revision=review.revision,
        facts=facts,
        given_at=review.given_at,
        updated_at=review.updated_at,
        lacks=lacks(facts, scale),
        evidence=_evidence(review, known_of),
    )


def _shown(own: Review | None, essay: Essay) -> VerdictLabel | None:
    given = own is not None and own.given_at is not None and own.verdict
    return essay.scale.definition.verdict(given.key) if given else None


def _given(review: Review, who: str, known_of: Mapping[int, Evidence]) -> GivenReview:
    verdict = review.verdict.as_label if review.verdict else None
    return GivenReview(
        who, _facts(review), verdict, review.given_at, _evidence(review, known_of)
    )


def _evidence(review: Review, known_of: Mapping[int, Evidence]) -> tuple[Evidence, ...]:
    return tuple(known_of[citation.id] for citation in review.citations)


def _facts(review: Review) -> ReviewFacts:
    return review_facts(review, review.verdict.key if review.verdict else "")
