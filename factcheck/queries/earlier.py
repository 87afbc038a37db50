"""Earlier verdicts for claims: found by their words, as far as a person may know.

The index only says where to look. What is offered is read from the claims themselves,
so a claim that was reopened or taken back is never offered, however old the index.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from factcheck.errors import NotFoundError
from factcheck.models import Claim, CollectedClaim, IndexedClaim, User
from factcheck.models.base import now
from factcheck.queries.indexed import find_alike
from factcheck.queries.onlookers import Onlooker, onlooker
from factcheck.queries.settled_claims import SettledClaim, settled_claims
from factcheck.rules.earlier import EarlierKey, EarlierVerdict
from factcheck.rules.permissions import higher, sees_outcomes
from factcheck.rules.scales import Standing
from factcheck.text.compared import Part, compare
from factcheck.text.matching import OFFERED
from factcheck.text.terms import terms
from factcheck.translating import _

MOST_OFFERED = 5
_SPARE = 3  # Of so many times as many found, those are left out that may not be known.

Known = Mapping[EarlierKey, EarlierVerdict]


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that earlier verdicts are wanted for.

    Attributes:
        claim_id: of the claim that it is, which is not its own earlier verdict.
    """

    text: str
    language: str
    claim_id: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """An earlier verdict, with what differs between the two claims."""

    verdict: EarlierVerdict
    ours: tuple[Part, ...]
    theirs: tuple[Part, ...]

    @property
    def differs(self) -> bool:
        """Whether anything was pointed out."""
        return any(part.difference for part in (*self.ours, *self.theirs))


def offers(
    session: Session,
    asked: Sequence[Asked],
    person: User,
    *,
    least: float = OFFERED,
    most: int = MOST_OFFERED,
) -> list[list[Offer]]:
    """Return for each text the earlier verdicts worth reading, the likest first.

    The number of queries does not grow with the number of texts.

    Args:
        session: the database session.
        asked: the texts.
        person: who is to read them.
        least: how alike a claim has to be (text/matching).
        most: how many for each text.
    """
    found = find_alike(session, [terms(one.text, one.language) for one in asked])
    near = [
        [one.id for one in some if one.likeness >= least][: most * _SPARE]
        for some in found
    ]
    keys = _keys(session, {row for rows in near for row in rows})
    known = known_to(session, set(keys.values()), person)
    return [
        [
            compared(known[keys[row]], one.text)
            for row in rows
            if keys.get(row) in known
            and keys[row] != EarlierKey.here(one.claim_id or 0)
        ][:most]
        for rows, one in zip(near, asked, strict=True)
    ]


def compared(verdict: EarlierVerdict, text: str) -> Offer:
    """Return an earlier verdict beside a text."""
    ours, theirs = compare(text, verdict.claim)
    return Offer(verdict, ours, theirs)


def known_to(session: Session, keys: Collection[EarlierKey], person: User) -> Known:
    """Return those of these claims that have a verdict which a person may know."""
    own = [key.id for key in keys if key.own]
    others = [key.id for key in keys if not key.own]
    found: dict[EarlierKey, EarlierVerdict] = {}
    if own:
        reader = onlooker(session, person)
        for claim in settled_claims(session, Claim.id.in_(own)):
            if _may_know(reader, claim):
                found[EarlierKey.here(claim.claim_id)] = _of_desk(claim)
    if others:
        rows = session.scalars(
            select(CollectedClaim)
            .where(CollectedClaim.id.in_(others))
            .options(joinedload(CollectedClaim.collection))
        )
        found |= {EarlierKey.elsewhere(row.id): _of_other(row) for row in rows}
    return found


def earlier_verdict(session: Session, key: EarlierKey, person: User) -> EarlierVerdict:
    """Return one earlier verdict.

    Raises:
        NotFoundError: there is none, or the person may not know of it.
    """
    found = known_to(session, [key], person).get(key)
    if found is None:
        raise NotFoundError(
            _(
                "That claim has no verdict now, or its collection was removed. Nothing"
                " was changed."
            )
        )
    return found


def _may_know(reader: Onlooker, claim: SettledClaim) -> bool:
    role = higher(reader.role, reader.roles.get(claim.essay_id))
    return role is not None and sees_outcomes(role, claim.reveal_at, now())


def _keys(session: Session, rows: Collection[int]) -> Mapping[int, EarlierKey]:
    """Return which claim each row of the index is about."""
    ids = sorted(rows)
    found: dict[int, EarlierKey] = {}
    for at in range(0, len(ids), 500):
        chosen = select(
            IndexedClaim.id, IndexedClaim.claim_id, IndexedClaim.collected_id
        ).where(IndexedClaim.id.in_(ids[at : at + 500]))
        for row, claim, collected in session.execute(chosen):
            if claim is not None:
                found[row] = EarlierKey.here(claim)
            elif collected is not None:
                found[row] = EarlierKey.elsewhere(collected)
    return found


def _of_desk(claim: SettledClaim) -> EarlierVerdict:
    return EarlierVerdict(
        key=EarlierKey.here(claim.claim_id),
        claim=claim.said,
        finding=claim.finding,
        verdict=claim.verdict,
        standing=claim.standing,
        day=claim.settled_at.date().isoformat() if claim.settled_at else "",
        title=claim.title,
        slug=claim.slug,
        number=claim.number,
        language=claim.language,
    )


def _of_other(row: CollectedClaim) -> EarlierVerdict:
    return EarlierVerdict(
        key=EarlierKey.elsewhere(row.id),
        claim=row.claim,
        finding=row.title,
        verdict=row.verdict,
        standing=Standing.OPEN,
        day=row.reviewed_on,
        desk=row.publisher or row.collection.name,
        title=row.collection.name,
        url=row.url,
        claimant=row.claimant,
        language=row.language,
    )
