"""Keeping what earlier verdicts are found by, beside every change that concerns it.

Whatever settles a claim, changes what was found about it or takes it back follows it
here before its transaction ends. What is found is looked at again before it is offered
(queries/earlier), so a row too many does no harm: a revision of a text, after which
claims wait to be confirmed, leaves theirs. `factcheck earlier rebuild` makes all anew.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from factcheck.models import Claim, CollectedClaim, Essay, IndexedClaim, IndexedTerm
from factcheck.queries.indexed import ALL
from factcheck.queries.settled_claims import settled_claims
from factcheck.text.terms import terms

_MOST_AT_ONCE = 500
_FEW = 50  # claims that are looked at one by one

Rows = Mapping[int, str]


def follow_claim(session: Session, claim: Claim) -> None:
    """Let the index follow what was just changed about one claim."""
    follow(session, Claim.id == claim.id)


def follow_claims(session: Session, essay: Essay, claims: Collection[int]) -> None:
    """Let the index follow what was just changed about claims of one essay.

    Args:
        session: the database session.
        essay: whose claims.
        claims: their ids; nothing is done where there are none.
    """
    if len(claims) > _FEW:
        follow_essay(session, essay)
    elif claims:
        follow(session, Claim.id.in_(claims))


def follow_essay(session: Session, essay: Essay) -> None:
    """Let the index follow what was just changed about an essay's claims."""
    follow(session, Claim.essay_id == essay.id)


def follow(session: Session, among: ColumnElement[bool]) -> None:
    """Let the index hold of these claims the settled ones, as they are now.

    Args:
        session: the database session; what it holds is flushed.
        among: which claims, as a condition on Claim and Essay.
    """
    session.flush()
    wanted = {
        claim.claim_id: " ".join(
            terms(f"{claim.said}\n{claim.finding}", claim.language)
        )
        for claim in settled_claims(session, among)
    }
    stored = _stored(session, among)
    gone = {claim: words for claim, words in stored.items() if not wanted.get(claim)}
    new = {c: words for c, words in wanted.items() if words and c not in stored}
    other = {
        claim: words
        for claim, words in wanted.items()
        if words and claim in stored and stored[claim] != words
    }
    before = [*gone.values(), *(stored[claim] for claim in other)]
    _count(session, [*new.values(), *other.values()], before)
    for claim in gone:
        session.execute(delete(IndexedClaim).where(IndexedClaim.claim_id == claim))
    for claim, words in other.items():
        session.execute(
            update(IndexedClaim)
            .where(IndexedClaim.claim_id == claim)
            .values(terms=words)
        )
    _add(session, "claim_id", new)


def _stored(session: Session, among: ColumnElement[bool]) -> dict[int, str]:
    rows = session.execute(
        select(Claim.id, IndexedClaim.terms)
        .join(Claim, Claim.id == IndexedClaim.claim_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .where(among)
    )
    return {row.id: row.terms for row in rows}


def _words(claim: str, found: str, language: str) -> str:
    return " ".join(terms(f"{claim}\n{found}", language))


def index_collected(session: Session, collection_id: int) -> None:
    """Let the index hold the claims of a collection that was just stored."""
    rows = session.execute(
        select(
            CollectedClaim.id,
            CollectedClaim.claim,
            CollectedClaim.title,
            CollectedClaim.language,
        ).where(CollectedClaim.collection_id == collection_id)
    )
    new = {row.id: _words(row.claim, row.title, row.language) for row in rows}
    new = {collected: words for collected, words in new.items() if words}
    _count(session, new.values(), ())
    _add(session, "collected_id", new)


def drop_collected(session: Session, collection_id: int) -> None:
    """Take the claims of a collection out of the index."""
    within = select(CollectedClaim.id).where(
        CollectedClaim.collection_id == collection_id
    )
    of_it = IndexedClaim.collected_id.in_(within)
    _count(session, (), session.scalars(select(IndexedClaim.terms).where(of_it)).all())
    session.execute(
        delete(IndexedClaim).where(of_it).execution_options(synchronize_session=False)
    )


def rebuild(session: Session) -> int:
    """Make the whole index anew; return how many claims it holds."""
    session.execute(delete(IndexedClaim))
    session.execute(delete(IndexedTerm))
    session.execute(insert(IndexedTerm), [{"term": ALL, "claims": 0}])
    follow(session, Claim.id.is_not(None))
    for collection in session.scalars(select(CollectedClaim.collection_id).distinct()):
        index_collected(session, collection)
    found = session.scalar(select(func.count()).select_from(IndexedClaim))
    return found or 0


def is_indexed(session: Session) -> bool:
    """Say whether there is an index; a desk from before there was one has none."""
    return session.get(IndexedTerm, ALL) is not None


def _add(session: Session, column: str, rows: Rows) -> None:
    values = [{column: claim, "terms": words} for claim, words in rows.items()]
    if values:
        session.execute(insert(IndexedClaim), values)


def _count(session: Session, added: Iterable[str], removed: Sequence[str]) -> None:
    """Keep count of how many claims hold each term.

    The total is written first, so whoever comes second waits there, and no two wait
    for each other's terms.
    """
    changes: Counter[str] = Counter()
    for sign, texts in ((1, added), (-1, removed)):
        for words in texts:
            changes[ALL] += sign
            for term in set(words.split(" ")):
                changes[term] += sign
    found = sorted((term, change) for term, change in changes.items() if change)
    if not changes:
        return
    if ALL not in dict(found):
        found.insert(0, (ALL, 0))
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    for at in range(0, len(found), _MOST_AT_ONCE):
        upsert = dialect.insert(IndexedTerm).values(
            [
                {"term": term, "claims": change}
                for term, change in found[at : at + _MOST_AT_ONCE]
            ]
        )
        session.execute(
            upsert.on_conflict_do_update(
                index_elements=[IndexedTerm.term],
                set_={"claims": IndexedTerm.claims + upsert.excluded.claims},
            )
        )
