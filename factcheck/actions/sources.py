"""Keeping sources once, and a review's citations of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from factcheck.actions.fetches import ask_for, wake
from factcheck.actions.saving import add_unless_there, begin_to_write
from factcheck.models import Citation, Review, Source
from factcheck.models.base import now
from factcheck.queries.sources import citation_facts, source_facts
from factcheck.rules.citations import (
    CitationFacts,
    SourceFacts,
    fingerprint,
    found_by,
    source_state,
)
from factcheck.rules.evidence import quote_hash, source_key
from factcheck.rules.reviews import ReviewFacts


def keep_sources(
    session: Session, wanted: Iterable[SourceFacts], *, listed: bool = False
) -> Mapping[SourceFacts, Source]:
    """Return the one source for each of these facts, adding those that are new.

    Facts that were corrected or merged meanwhile come to the source that they became.
    Somebody else may add the same at the same time; either way there is one.

    Args:
        session: the database session.
        wanted: facts, sound (rules/citations.check_source).
        listed: whether new ones belong to the desk's list even if nobody cites them.
    """
    prints = {fingerprint(facts): facts for facts in wanted}
    begin_to_write(session)
    found = _find(session, prints)
    new = [key for key in prints if key not in found]
    if new:
        _add(session, {key: prints[key] for key in new}, listed=listed)
        found |= _find(session, new)
    return {facts: found[key] for key, facts in prints.items()}


def live_sources(session: Session, ids: Sequence[int]) -> list[Source]:
    """Return the source that each of these rows is, or became."""
    rows = {
        row.id: row
        for at in range(0, len(ids), _MOST_ASKED)
        for row in session.scalars(
            _held().where(Source.id.in_(ids[at : at + _MOST_ASKED]))
        )
    }
    live = _followed(session, {row.fingerprint: row for row in rows.values()})
    return [live[rows[ident].fingerprint] for ident in ids]


def as_kept(session: Session, review: Review, facts: ReviewFacts) -> ReviewFacts:
    """Return what a review says, its sources as the desk has them by now.

    A window that was open while a source was corrected or merged still sends the old
    facts. Sources that stand in the review as they are sent are not looked up.
    """
    stand = {citation_facts(row).source for row in review.citations}
    sent = {cited.source for cited in facts.citations} - stand
    if not sent:
        return facts
    prints = {fingerprint(each): each for each in sent}
    former = _rows(session, prints, became=True)
    became = {
        prints[name]: source_facts(source)
        for name, source in _followed(session, former).items()
    }
    if not became:
        return facts
    return replace(
        facts,
        citations=tuple(
            replace(cited, source=became.get(cited.source, cited.source))
            for cited in facts.citations
        ),
    )


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
        if row.source_id != sources[facts.source].id:
            row.carried = None
        row.source = sources[facts.source]
        row.locator = facts.locator
        if row.quote != facts.quote:
            row.quote, row.quote_sha256 = facts.quote, quote_hash(facts.quote)
            row.carried = None
            wake(session)  # It is to be looked for in its source's copy.
        row.stance = facts.stance.value


_MOST_ASKED = 500  # fingerprints at once; databases limit a statement's values


def _find(session: Session, prints: Collection[str]) -> dict[str, Source]:
    return _followed(session, _rows(session, prints))


def _followed(session: Session, found: dict[str, Source]) -> dict[str, Source]:
    """Put in the place of former facts the source that they became."""
    while former := {s.became_id for s in found.values() if s.became_id is not None}:
        rows = session.scalars(_held().where(Source.id.in_(former)))
        live = {row.id: row for row in rows}
        found = {
            name: live[source.became_id] if source.became_id else source
            for name, source in found.items()
        }
    return found


def _rows(
    session: Session, prints: Collection[str], *, became: bool = False
) -> dict[str, Source]:
    asked = list(prints)
    which = _held().where(Source.became_id.is_not(None)) if became else _held()
    return {
        source.fingerprint: source
        for at in range(0, len(asked), _MOST_ASKED)
        for source in session.scalars(
            which.where(Source.fingerprint.in_(asked[at : at + _MOST_ASKED]))
        )
    }


def _held() -> Select[Source]:
    """Select sources as they are once nobody is merging or correcting them.

    Until this transaction ends nobody can: a citation that is about to be written
    would be left with a source that is none any more.
    """
    return (
        select(Source)
        .with_for_update(read=True, key_share=True)
        .execution_options(populate_existing=True)
    )


def _add(session: Session, new: Mapping[str, SourceFacts], *, listed: bool) -> None:
    """Add sources in an order that all agree on, so that no two wait for each other."""
    at = now()
    keys = _keys(session, new.values())
    add_unless_there(
        session,
        Source,
        Source.fingerprint,
        [
            {"details": {}}
            | source_state(facts)
            | {
                "fingerprint": name,
                "key": keys[facts],
                "found_by": found_by(facts),
                "listed": listed,
                "revision": 1,
                "created_at": at,
            }
            for name, facts in sorted(new.items())
        ],
    )


def _keys(session: Session, new: Iterable[SourceFacts]) -> dict[SourceFacts, str]:
    """Return what copies of new sources hang on.

    What has the address of a source that was merged is a mention of the source that
    it was merged into.
    """
    own = {facts: source_key(facts) for facts in new}
    live, asked = aliased(Source), list(set(own.values()))
    merged: dict[str, str] = {}
    for at in range(0, len(asked), _MOST_ASKED):
        rows = session.execute(
            select(Source.key, live.key)
            .join(live, live.id == Source.became_id)
            .where(Source.key.in_(asked[at : at + _MOST_ASKED]))
        )
        merged |= {row[0]: row[1] for row in rows}
    return {facts: merged.get(key, key) for facts, key in own.items()}
