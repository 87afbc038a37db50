"""What the pages of earlier verdicts show: of one claim, and of a whole essay."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import (
    Anchor,
    Citation,
    Claim,
    EarlierAnswer,
    Essay,
    Review,
    Sentence,
    Source,
    User,
    Version,
)
from factcheck.queries.earlier import Asked, Offer, compared, known_to, offers
from factcheck.queries.essays import current_version, words_between
from factcheck.queries.onlookers import onlooker
from factcheck.queries.sources import source_facts
from factcheck.queries.talk import setting_of
from factcheck.rules.citations import SourceFacts
from factcheck.rules.earlier import Answer, EarlierKey, EarlierVerdict
from factcheck.rules.sorting import Sorting
from factcheck.text.matching import LISTED
from factcheck.translating import _

SENTENCES = 50  # of an essay that one page looks up
MOST_LISTED = 3


@dataclass(frozen=True, slots=True)
class Answered:
    """An earlier verdict that somebody linked or dismissed.

    Attributes:
        offer: as it stood when it was answered.
        now: the verdict there is now; None when it has none, or may not be known.
        sources: id and facts of each that the earlier claim rests on.
    """

    id: int
    who: str
    mine: bool
    answer: Answer
    at: datetime
    offer: Offer
    now: EarlierVerdict | None
    sources: Sequence[tuple[int, SourceFacts]] = field(default=())

    @property
    def changed(self) -> bool:
        """Whether its verdict is another now than when it was answered."""
        return self.now is None or self.now.verdict != self.offer.verdict.verdict


@dataclass(frozen=True, slots=True)
class EarlierPage:
    """Earlier verdicts for one claim: offered, linked, dismissed."""

    number: int
    asked: str
    offered: Sequence[Offer]
    linked: Sequence[Answered]
    dismissed: Sequence[Answered]


@dataclass(frozen=True, slots=True)
class Listed:
    """A sentence of an essay, or a claim in it, with what is like it."""

    position: int
    number: int | None
    text: str
    offers: Sequence[Offer]


@dataclass(frozen=True, slots=True)
class EssayEarlier:
    """One page of an essay's list."""

    listed: Sequence[Listed]
    page: int
    pages: int


def said_by(session: Session, claim: Claim) -> str:
    """Return a claim's statement, or its words where nobody wrote one."""
    if claim.statement:
        return claim.statement
    quote = session.scalar(
        select(Anchor.quote)
        .join(Version, Version.id == Anchor.version_id)
        .where(Anchor.claim_id == claim.id)
        .order_by(Version.number.desc())
        .limit(1)
    )
    return quote or ""


def earlier_page(
    session: Session, *, essay: Essay, claim: Claim, viewer: User
) -> EarlierPage:
    """Return what there is for one claim."""
    text = said_by(session, claim)
    answers = _answers(session, essay, claim, viewer, text)
    decided = {one.offer.verdict.key for one in answers if one.mine}
    (found,) = offers(session, [Asked(text, essay.language, claim.id)], viewer)
    return EarlierPage(
        number=claim.number,
        asked=text,
        offered=[offer for offer in found if offer.verdict.key not in decided],
        linked=[one for one in answers if one.answer is Answer.LINKED],
        dismissed=[
            one for one in answers if one.answer is Answer.DISMISSED and one.mine
        ],
    )


def essay_earlier(
    session: Session, *, essay: Essay, viewer: User, page: int
) -> EssayEarlier:
    """Return earlier verdicts for an essay's claims and what is still to sort."""
    version = current_version(session, essay)
    among = and_(
        Sentence.version_id == version.id,
        Sentence.sorting != Sorting.NOT_A_CLAIM.value,
    )
    count = session.scalar(select(func.count()).select_from(Sentence).where(among)) or 0
    pages = max(1, -(-count // SENTENCES))
    page = min(max(1, page), pages)
    units = _units(session, among, page)
    asked = [Asked(text, essay.language, claim_id) for *_rest, text, claim_id in units]
    found = offers(session, asked, viewer, least=LISTED, most=MOST_LISTED)
    listed = [
        Listed(position, number, text, some)
        for (position, number, text, _), some in zip(units, found, strict=True)
        if some
    ]
    return EssayEarlier(listed, page, pages)


_Unit = tuple[int, int | None, str, int | None]


def _units(session: Session, among: ColumnElement[bool], page: int) -> list[_Unit]:
    """Return position, claim's number, text and claim's id for a page of an essay."""
    rows = session.execute(
        select(Sentence.id, Sentence.version_id, Sentence.position, Sentence.start)
        .add_columns(Sentence.end)
        .where(among)
        .order_by(Sentence.position)
        .offset((page - 1) * SENTENCES)
        .limit(SENTENCES)
    ).all()
    if not rows:
        return []
    low, high = rows[0].start, rows[-1].end
    text = words_between(session, rows[0].version_id, low, high)
    marks = _marks(session, [row.id for row in rows])
    units: list[_Unit] = []
    for row in rows:
        words = text[row.start - low : row.end - low]
        units += [
            (row.position, number, said, claim_id)
            for claim_id, number, said in marks.get(row.id, ())
        ] or [(row.position, None, words, None)]
    return units


def _marks(
    session: Session, sentences: Collection[int]
) -> Mapping[int, list[tuple[int, int, str]]]:
    rows = session.execute(
        select(
            Anchor.sentence_id, Claim.id, Claim.number, Claim.statement, Anchor.quote
        )
        .join(Claim, Claim.id == Anchor.claim_id)
        .where(Anchor.sentence_id.in_(sentences), Claim.withdrawn_at.is_(None))
        .order_by(Claim.number)
    )
    found: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for sentence, claim_id, number, statement, quote in rows:
        found[sentence].append((claim_id, number, statement or quote))
    return found


def _answers(
    session: Session, essay: Essay, claim: Claim, viewer: User, text: str
) -> list[Answered]:
    """Return the answers that the viewer may read, the latest first."""
    reader = onlooker(session, viewer)
    setting = setting_of(session, essay, claim)
    rows = session.execute(
        select(EarlierAnswer, User.name)
        .join(User, User.id == EarlierAnswer.person_id)
        .where(EarlierAnswer.claim_id == claim.id)
        .order_by(EarlierAnswer.answered_at.desc(), EarlierAnswer.id.desc())
    ).all()
    seen = [(row, name) for row, name in rows if reader.sees(setting, row.person_id)]
    known = known_to(session, {key_of(row) for row, _ in seen}, viewer)
    # Of another's link nobody learns a verdict that they may not know yet.
    seen = [
        (row, name)
        for row, name in seen
        if row.person_id == viewer.id or not key_of(row).own or key_of(row) in known
    ]
    linked = [row.earlier_id for row, _ in seen if row.answer == Answer.LINKED]
    open_to = [id_ for id_ in linked if id_ and EarlierKey.here(id_) in known]
    sources = sources_of(session, open_to)
    return [
        Answered(
            id=row.id,
            who=name,
            mine=row.person_id == viewer.id,
            answer=Answer(row.answer),
            at=row.answered_at,
            offer=compared(EarlierVerdict.from_state(row.said), text),
            now=known.get(key_of(row)),
            sources=sources.get(row.earlier_id or 0, ()),
        )
        for row, name in seen
    ]


def key_of(row: EarlierAnswer) -> EarlierKey:
    """Return which earlier claim an answer is about, also one that is gone."""
    return EarlierVerdict.from_state(row.said).key


def sources_of(
    session: Session, claims: Collection[int]
) -> Mapping[int, Sequence[tuple[int, SourceFacts]]]:
    """Return the sources of the given reviews of each claim, each once."""
    if not claims:
        return {}
    rows = session.execute(
        select(Review.claim_id, Source)
        .join(Citation, Citation.review_id == Review.id)
        .join(Source, Source.id == Citation.source_id)
        .where(Review.claim_id.in_(claims), Review.given_at.is_not(None))
        .order_by(Review.first_given_at, Citation.position)
    )
    found: defaultdict[int, dict[int, SourceFacts]] = defaultdict(dict)
    for claim_id, source in rows:
        found[claim_id].setdefault(source.id, source_facts(source))
    return {claim: tuple(sources.items()) for claim, sources in found.items()}


def find_answer(
    session: Session, claim: Claim, person: User, answer_id: int
) -> EarlierAnswer:
    """Return a person's own answer about a claim.

    Raises:
        NotFoundError: they have none of this id there.
    """
    found = session.scalar(
        select(EarlierAnswer).where(
            EarlierAnswer.id == answer_id,
            EarlierAnswer.claim_id == claim.id,
            EarlierAnswer.person_id == person.id,
        )
    )
    if found is None:
        raise NotFoundError(_("You linked or dismissed nothing of that kind here."))
    return found


def answer_about(
    session: Session, claim: Claim, person: User, key: EarlierKey
) -> EarlierAnswer | None:
    """Return what a person answered about one earlier verdict."""
    column = EarlierAnswer.earlier_id if key.own else EarlierAnswer.collected_id
    return session.scalar(
        select(EarlierAnswer).where(
            EarlierAnswer.claim_id == claim.id,
            EarlierAnswer.person_id == person.id,
            column == key.id,
        )
    )
