"""Keeping sources once, and a review's citations of them."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.fetches import ask_for, wake
from factcheck.actions.saving import add_unless_there
from factcheck.models import Citation, Review, Source
from factcheck.models.base import now
from factcheck.queries.sources import citation_facts
from factcheck.rules.citations import CitationFacts, SourceFacts
from factcheck.rules.evidence import quote_hash, source_key


def keep_sources(
    session: Session, wanted: Iterable[SourceFacts]
) -> Mapping[SourceFacts, Source]:
    """Return the one source with each of these facts, adding those that are new.

    Somebody else may add the same at the same time; either way there is one.
    """
    prints = {_fingerprint(facts): facts for facts in wanted}
    found = _find(session, prints)
    new = [key for key in prints if key not in found]
    if new:
        _add(session, {key: prints[key] for key in new})
        found |= _find(session, new)
    return {facts: found[key] for key, facts in prints.items()}


def cite(session: Session, review: Review, citations: Sequence[CitationFacts]) -> None:
    """Make a review's citations equal to these, in this order.

    A source that stands at its place already is not looked up.
    """
    rows = review.citations
    del rows[len(citations) :]
    stand = {citation_facts(row).source: row.source for row in rows}
    wanted = [facts.source for facts in citations if facts.source not in stand]
    sources = {**stand, **keep_sources(session, wanted)} if wanted else stand
    ask_for(session, (sources[facts] for facts in wanted))
    for position, facts in enumerate(citations):
        if position == len(rows):
            rows.append(Citation(position=position))
        elif citation_facts(rows[position]) == facts:
            continue
        row = rows[position]
        row.source = sources[facts.source]
        row.locator = facts.locator
        if row.quote != facts.quote:
            row.quote, row.quote_sha256 = facts.quote, quote_hash(facts.quote)
            wake(session)  # It is to be looked for in its source's copy.
        row.stance = facts.stance.value


_MOST_ASKED = 500  # fingerprints at once; databases limit a statement's values


def _find(session: Session, prints: Iterable[str]) -> dict[str, Source]:
    asked = list(prints)
    return {
        source.fingerprint: source
        for at in range(0, len(asked), _MOST_ASKED)
        for source in session.scalars(
            select(Source).where(Source.fingerprint.in_(asked[at : at + _MOST_ASKED]))
        )
    }


def _add(session: Session, new: Mapping[str, SourceFacts]) -> None:
    """Add sources in an order that all agree on, so that no two wait for each other."""
    at = now()
    add_unless_there(
        session,
        Source,
        Source.fingerprint,
        [
            {"fingerprint": name, "key": source_key(facts), "created_at": at}
            | asdict(facts)
            for name, facts in sorted(new.items())
        ],
    )


def _fingerprint(facts: SourceFacts) -> str:
    values = json.dumps(asdict(facts), ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(values.encode()).hexdigest()
