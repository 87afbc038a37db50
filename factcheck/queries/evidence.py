"""What kept copies say of quotations, for those who may see the citation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session, aliased, undefer

from factcheck.models import Citation, Fetch, QuotationCheck, Snapshot, Source
from factcheck.queries.mementos import MEMENTO, archived_at
from factcheck.rules.citations import SourceFacts
from factcheck.rules.evidence import Evidence, pieces_from
from factcheck.rules.quoted import found_from
from factcheck.text.quotations.checking import Outcome

_MOST_AT_ONCE = 200  # quotations

_newer, _worded = aliased(Snapshot), aliased(Snapshot)
_PICTURES = "image/%"
# The latest copy of a citation's source that has words, else the latest picture of
# it: looked up by index for each citation.
LATEST = func.coalesce(
    select(func.max(_worded.id))
    .where(_worded.source_key == Source.key, _worded.media_type.not_like(_PICTURES))
    .correlate(Source)
    .scalar_subquery(),
    select(func.max(_newer.id))
    .where(_newer.source_key == Source.key)
    .correlate(Source)
    .scalar_subquery(),
)
CHECK = and_(
    QuotationCheck.snapshot_id == Snapshot.id,
    QuotationCheck.quote_sha256 == Citation.quote_sha256,
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One kept copy of a source, without its text.

    `outcome` is how a quotation stands in it, "" where it was not looked for.
    """

    id: int
    taken_at: Any
    seen_at: Any
    media_type: str
    size: int
    sha256: str
    warc_sha256: str
    final_url: str
    uploaded: bool
    outcome: str

    @property
    def is_picture(self) -> bool:
        """Whether there are no words in it, but something to look at."""
        return self.media_type.startswith("image/")


def evidence_for(session: Session, citations: Sequence[int]) -> dict[int, Evidence]:
    """Return what is known of these citations, by their ids."""
    if not citations:
        return {}
    rows = session.execute(_evidence(Citation.id.in_(citations)))
    return {row[0]: _of(row) for row in rows}


def unchecked(session: Session) -> tuple[int, list[str]] | None:
    """Return a latest copy and the quotations it was not searched for yet."""
    asked = (
        select(Snapshot.id, Citation.quote)
        .select_from(Citation)
        .join(Source, Source.id == Citation.source_id)
        .join(Snapshot, Snapshot.id == LATEST)
        .outerjoin(QuotationCheck, CHECK)
        .where(Citation.quote_sha256 != "", QuotationCheck.id.is_(None))
        .limit(_MOST_AT_ONCE)
    )
    rows = session.execute(asked).all()
    if not rows:
        return None
    first = rows[0][0]
    return first, list({quote for snapshot, quote in rows if snapshot == first})


def quoted_from(session: Session, source_key: str) -> list[str]:
    """Return what is quoted from a source, by anybody."""
    asked = (
        select(Citation.quote)
        .distinct()
        .join(Source, Source.id == Citation.source_id)
        .where(Source.key == source_key, Citation.quote_sha256 != "")
    )
    return list(session.scalars(asked))


def copies_of(session: Session, source_key: str, quote_sha256: str) -> list[Copy]:
    """Return a source's kept copies, the latest first, and a quotation in each."""
    check = and_(
        QuotationCheck.snapshot_id == Snapshot.id,
        QuotationCheck.quote_sha256 == quote_sha256,
    )
    rows = session.execute(
        select(Snapshot, QuotationCheck.outcome)
        .outerjoin(QuotationCheck, check)
        .where(Snapshot.source_key == source_key)
        .order_by(Snapshot.id.desc())
    )
    return [
        Copy(
            id=row.id,
            taken_at=row.taken_at,
            seen_at=row.seen_at,
            media_type=row.media_type,
            size=row.size,
            sha256=row.sha256,
            warc_sha256=row.warc_sha256,
            final_url=row.final_url,
            uploaded=row.status is None,
            outcome=outcome or "",
        )
        for row, outcome in rows
    ]


def addresses_of(session: Session, source: Source) -> set[str]:
    """Return every address that a source's page is known to have, or to have had."""
    if not source.url:
        return set()
    led = select(Snapshot.final_url).where(Snapshot.source_key == source.key)
    moved = select(Fetch.moved_to).where(Fetch.source_key == source.key)
    known = {source.url, *session.scalars(led), *session.scalars(moved)}
    return {url for url in known if url}


def latest_copy(session: Session, source_key: str) -> Snapshot | None:
    """Return a source's latest copy that has words, else its latest picture."""
    wordless = Snapshot.media_type.like(_PICTURES)
    return session.scalars(
        select(Snapshot)
        .where(Snapshot.source_key == source_key)
        .options(undefer(Snapshot.text))
        .order_by(wordless, Snapshot.id.desc())
        .limit(1)
    ).first()


def latest_fetched(session: Session, source_key: str) -> Snapshot | None:
    """Return the copy made when a source's page was last fetched and had changed."""
    return session.scalars(
        select(Snapshot)
        .where(Snapshot.source_key == source_key, Snapshot.status.is_not(None))
        .options(undefer(Snapshot.text))
        .order_by(Snapshot.id.desc())
        .limit(1)
    ).first()


def passages_in(
    session: Session, snapshot_id: int, quote_sha256: str
) -> list[tuple[int, int]]:
    """Return where a quotation was found in a copy, in reading order."""
    found = session.scalar(
        select(QuotationCheck.passages).where(
            QuotationCheck.snapshot_id == snapshot_id,
            QuotationCheck.quote_sha256 == quote_sha256,
        )
    )
    return sorted((start, end) for start, end in found or [])


def _evidence(which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            Citation.id,
            Citation.quote_sha256,
            Snapshot.taken_at,
            QuotationCheck.outcome,
            QuotationCheck.pieces,
            QuotationCheck.changed,
            Fetch.state,
            Fetch.said,
            Fetch.gone,
            Fetch.moved_to,
            Source.url,
            MEMENTO,
            Citation.carried,
            Snapshot.title,
            Snapshot.author,
            Snapshot.publisher,
            Snapshot.issued,
            Source.id,
        )
        .select_from(Citation)
        .join(Source, Source.id == Citation.source_id)
        .outerjoin(Snapshot, Snapshot.id == LATEST)
        .outerjoin(QuotationCheck, CHECK)
        .outerjoin(Fetch, Fetch.source_key == Source.key)
        .where(which)
    )


def _of(row: Any) -> Evidence:
    citation_id, quote, taken_at, outcome, pieces, changed, *rest = row
    state, said, gone, moved_to, url, noted, carried, *says, source_id = rest
    return Evidence(
        citation_id=citation_id,
        outcome=Outcome(outcome) if outcome else None,
        pieces=pieces_from(pieces or []),
        changed=changed or 0,
        kept_at=taken_at,
        fetch=state or "",
        said=said or "",
        quoted=bool(quote),
        says=_says(*says),
        source_id=source_id,
        gone=bool(gone),
        moved_to=moved_to or "",
        archived=archived_at(url, noted),
        carried=found_from(carried),
    )


def _says(
    title: str | None, author: str | None, publisher: str | None, issued: str | None
) -> SourceFacts:
    return SourceFacts(
        title=title or "",
        author=author or "",
        publisher=publisher or "",
        issued=issued or "",
    )
