"""Noting archived copies of sources elsewhere: those given, and those found."""

from collections.abc import Iterable

from sqlalchemy import delete
from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.noting import note_desk
from factcheck.actions.saving import add_unless_there
from factcheck.errors import InvalidError, NotFoundError
from factcheck.models import Essay, Memento, Source, User
from factcheck.models.base import now
from factcheck.queries.evidence import addresses_of
from factcheck.rules import mementos
from factcheck.rules.evidence import address_key
from factcheck.rules.permissions import Deed
from factcheck.translating import _


def note_memento(
    session: Session, *, actor: User, essay: Essay, source: Source, url: str
) -> mementos.Memento:
    """Note an archived copy that somebody gives of a source.

    Raises:
        ForbiddenError: the person may not.
        InvalidError: the address is of no archived copy, or of another page's.
    """
    require_on(session, actor, essay, Deed.REVIEW)
    found = mementos.check_memento(url)
    keys = {address_key(known) for known in addresses_of(session, source)}
    if keys and address_key(found.original) not in keys:
        raise InvalidError(
            "url",
            _(
                "This is an archived copy of another page, %(page)s. Cite that page"
                " as a source of its own.",
                page=found.original,
            ),
        )
    add_mementos(session, [(source.key, found.url)], actor.id)
    _tell(session, actor, "source.archived", found.url)
    return found


def note_found(session: Session, source_key: str, found: mementos.Memento) -> None:
    """Note an archived copy that an archive told of."""
    add_mementos(session, [(source_key, found.url)])


def forget_memento(
    session: Session, *, actor: User, essay: Essay, source: Source, memento_id: int
) -> None:
    """Take back an archived copy: one's own, or as an editor any.

    Raises:
        ForbiddenError: it is another's.
        NotFoundError: it is not there, or not any more.
    """
    require_on(session, actor, essay, Deed.REVIEW)
    row = session.get(Memento, memento_id)
    if row is None or row.source_key != source.key:
        raise NotFoundError(_("This archived copy is not noted any more."))
    if row.given_by_id != actor.id:
        require_on(session, actor, essay, Deed.RULE)
    _tell(session, actor, "source.unarchived", row.url)
    session.execute(delete(Memento).where(Memento.id == memento_id))


def add_mementos(
    session: Session, found: Iterable[tuple[str, str]], given_by_id: int | None = None
) -> None:
    """Store addresses of archived copies by their sources' keys, each once."""
    at = now()
    rows = [
        {"source_key": key, "url": url, "given_by_id": given_by_id, "noted_at": at}
        for key, url in sorted(set(found))
    ]
    if rows:
        add_unless_there(session, Memento, (Memento.source_key, Memento.url), rows)


def _tell(session: Session, actor: User, kind: str, url: str) -> None:
    # No essay and no claim is named: who cites the source may still be hidden.
    note_desk(session, actor, kind, {"url": url})
