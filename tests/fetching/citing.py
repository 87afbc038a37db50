"""Citing addresses, and how their fetching stands."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from factcheck.models import Claim, Fetch, User
from factcheck.models.base import now
from factcheck.rules.citations import CitationFacts, SourceFacts
from tests.factories import essays


def cite(session: Session, who: User, quotes: dict[str, str]) -> None:
    """Cite addresses, each with a quotation, and let nobody wait for settling."""
    claim = session.scalars(select(Claim)).one()
    cited = tuple(
        CitationFacts(SourceFacts(url=url), quote=quote)
        for url, quote in quotes.items()
    )
    essays.save(session, claim, who, essays.facts(citations=cited))
    session.execute(update(Fetch).values(due_at=now()))
    session.commit()


def states(session: Session) -> dict[str, str]:
    session.expire_all()
    return {row.url: row.state for row in session.scalars(select(Fetch))}
