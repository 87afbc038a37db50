"""Keeping sources once, and a review's citations of them."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from factcheck.models import Citation, Review, Source
from factcheck.rules.citations import CitationFacts, SourceFacts, SourceKind, Stance


def facts_of(citation: Citation) -> CitationFacts:
    """Return a stored citation as a value; its source must be loaded."""
    source = citation.source
    return CitationFacts(
        SourceFacts(
            kind=SourceKind(source.kind),
            title=source.title,
            url=source.url,
            author=source.author,
            publisher=source.publisher,
            issued=source.issued,
        ),
        citation.quote,
        citation.locator,
        Stance(citation.stance),
    )


def keep_source(session: Session, facts: SourceFacts) -> Source:
    """Return the one source with these facts, adding it if it is new."""
    fingerprint = _fingerprint(facts)
    found = _find(session, fingerprint)
    if found is not None:
        return found
    source = Source(fingerprint=fingerprint, **asdict(facts))
    try:
        with session.begin_nested():
            session.add(source)
    except IntegrityError:
        return session.scalars(
            select(Source).where(Source.fingerprint == fingerprint)
        ).one()
    return source


def cite(session: Session, review: Review, citations: Sequence[CitationFacts]) -> None:
    """Make a review's citations equal to these, in this order.

    The sources come first: adding one sends what is pending to the database, and a
    citation without its source must not be among it.
    """
    sources = [keep_source(session, facts.source) for facts in citations]
    rows = review.citations
    del rows[len(citations) :]
    for position, (facts, source) in enumerate(zip(citations, sources, strict=True)):
        if position == len(rows):
            rows.append(Citation(position=position))
        row = rows[position]
        row.source = source
        row.quote, row.locator = facts.quote, facts.locator
        row.stance = facts.stance.value


def _find(session: Session, fingerprint: str) -> Source | None:
    return session.scalar(select(Source).where(Source.fingerprint == fingerprint))


def _fingerprint(facts: SourceFacts) -> str:
    values = json.dumps(asdict(facts), ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(values.encode()).hexdigest()
