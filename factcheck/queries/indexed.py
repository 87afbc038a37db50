"""Finding indexed claims that are like a text, in the database's own text index.

SQLite's FTS5 and PostgreSQL's GIN index on a tsvector only say which claims hold a
term; text/matching weighs them, so both give the same answer, and no extension of
PostgreSQL is needed. A search is three queries, however many texts it is for.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    Select,
    Table,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from factcheck.models import IndexedClaim, IndexedTerm
from factcheck.models.earlier import OWN_INDEX
from factcheck.text.matching import (
    MOST_POSTINGS,
    Found,
    Statistics,
    rank,
    worth_reading,
    worth_weighing,
)

T = TypeVar("T", int, str)
Terms = Sequence[str]

ALL = ""  # Under this term stands how many claims there are.
_MOST_ASKED = 400  # values in a statement, and selects in one; databases limit both


def find_alike(session: Session, asked: Sequence[Terms]) -> list[list[Found]]:
    """Return for each text's terms the indexed claims most like it, best first."""
    everything = {term for terms in asked for term in terms}
    known = statistics(session, everything)
    read = [worth_reading(terms, known) for terms in asked]
    holders = _holders(session, {term for terms in read for term in terms})
    likely = [
        worth_weighing(terms, _only(holders, chosen), known)
        for terms, chosen in zip(asked, read, strict=True)
    ]
    held = _terms_of(session, {claim for claims in likely for claim in claims})
    return [
        rank(terms, {claim: held[claim] for claim in claims if claim in held}, known)
        for terms, claims in zip(asked, likely, strict=True)
    ]


def statistics(session: Session, asked: Iterable[str]) -> Statistics:
    """Return how many claims there are, and how many hold each of these terms."""
    counts: dict[str, int] = {}
    for some in _portions({ALL, *asked}):
        rows = session.execute(
            select(IndexedTerm.term, IndexedTerm.claims).where(
                IndexedTerm.term.in_(some)
            )
        )
        counts |= {row.term: row.claims for row in rows}
    return Statistics(counts.pop(ALL, 0), counts)


def _holders(session: Session, wanted: Collection[str]) -> Mapping[str, list[int]]:
    """Return the ids of the claims that hold each term."""
    found: dict[str, list[int]] = {term: [] for term in wanted}
    which = _on_postgresql if _is_postgresql(session) else _on_sqlite
    for some in _portions(wanted):
        parts = [which(number, term) for number, term in enumerate(some)]
        rows: Iterable[Any] = session.execute(union_all(*parts))
        for number, claim in rows:
            found[some[number]].append(claim)
    return found


def _on_sqlite(number: int, term: str) -> Select[tuple[int, int]]:
    words: Table = table(OWN_INDEX, column("rowid"))  # type: ignore[assignment]
    match = literal_column(OWN_INDEX).op("MATCH")(literal(f'"{term}"'))
    return (
        (select(literal(number), words.c.rowid).where(match).limit(MOST_POSTINGS))
        .subquery()
        .select()
    )


def _on_postgresql(number: int, term: str) -> Select[tuple[int, int]]:
    # Word for word as in the index, or PostgreSQL would not use it.
    words = func.array_to_tsvector(
        func.string_to_array(IndexedClaim.terms, literal_column("' '"))
    )
    match = words.op("@@")(cast(literal(f"'{term}'"), TSQUERY))
    return (
        (select(literal(number), IndexedClaim.id).where(match).limit(MOST_POSTINGS))
        .subquery()
        .select()
    )


def _is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def _only(
    holders: Mapping[str, list[int]], terms: Iterable[str]
) -> Mapping[str, list[int]]:
    return {term: holders[term] for term in terms}


def _terms_of(session: Session, claims: Collection[int]) -> Mapping[int, list[str]]:
    held: dict[int, list[str]] = {}
    for some in _portions(claims):
        rows = session.execute(
            select(IndexedClaim.id, IndexedClaim.terms).where(IndexedClaim.id.in_(some))
        )
        held |= {row.id: row.terms.split(" ") for row in rows}
    return held


def _portions(values: Collection[T]) -> Iterable[list[T]]:
    """Cut values into as many as one statement may hold, in an order of their own."""
    whole = sorted(values)
    return (whole[at : at + _MOST_ASKED] for at in range(0, len(whole), _MOST_ASKED))
