"""Taking over what other desks found, and letting it go again."""

import hashlib

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from factcheck.actions.indexing import drop_collected, index_collected
from factcheck.actions.noting import note_desk
from factcheck.actions.saving import add_rows, flush
from factcheck.errors import InvalidError
from factcheck.models import CollectedClaim, Collection, EarlierAnswer, User
from factcheck.queries.collections import find_named
from factcheck.rules.collections import CollectedFacts, check_name
from factcheck.rules.permissions import Deed, require
from factcheck.translating import _


def import_collection(
    session: Session,
    *,
    actor: User | None,
    name: str,
    claims: tuple[CollectedFacts, ...],
    data: bytes,
) -> Collection:
    """Store what a file of other desks' verdicts holds, to be found and read.

    Args:
        session: the database session.
        actor: who imports; None for the machine's own administrator.
        name: what the collection is to be called; no two have one name.
        claims: what was read (exports/reading_claimreview).
        data: the file, of which only the SHA-256 is kept.

    Raises:
        InvalidError: there is no name, or a collection has it already.
        StaleError: another of this name was imported at the same moment.
    """
    if actor is not None:
        require(actor.role, Deed.COLLECT)
    name = check_name(name)
    if find_named(session, name) is not None:
        raise InvalidError(
            "name",
            _(
                "There is a collection called %(name)s already. Nothing was stored."
                " Choose another name, or remove that one first.",
                name=name,
            ),
        )
    collection = Collection(
        name=name,
        claims=len(claims),
        sha256=hashlib.sha256(data).hexdigest(),
        imported_by_id=actor.id if actor else None,
    )
    session.add(collection)
    flush(session)
    rows = [
        {"collection_id": collection.id, "position": position}
        | {field: getattr(facts, field) for field in facts.__dataclass_fields__}
        for position, facts in enumerate(claims, start=1)
    ]
    add_rows(session, CollectedClaim, rows)
    index_collected(session, collection.id)
    note_desk(session, actor, "collection.imported", {"name": name})
    return collection


def remove_collection(
    session: Session, *, actor: User | None, collection: Collection
) -> None:
    """Remove a collection. What somebody linked of it stays linked, as it was said."""
    if actor is not None:
        require(actor.role, Deed.COLLECT)
    drop_collected(session, collection.id)
    within = select(CollectedClaim.id).where(
        CollectedClaim.collection_id == collection.id
    )
    session.execute(
        update(EarlierAnswer)
        .where(EarlierAnswer.collected_id.in_(within))
        .values(collected_id=None)
        .execution_options(synchronize_session=False)
    )
    session.execute(
        delete(CollectedClaim).where(CollectedClaim.collection_id == collection.id)
    )
    note_desk(session, actor, "collection.removed", {}, {"name": collection.name})
    session.delete(collection)
    flush(session)
