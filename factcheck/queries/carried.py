"""Which tables an archive carries, what hangs on what, and what stays at the desk.

Columns are not listed: whatever a table has is carried, so that a new one is too. A
new table is listed in one of the two; a test asks for it.
"""

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    and_,
    or_,
    select,
    true,
)

from factcheck.models import (
    Anchor,
    Assignment,
    Base,
    CarriedClaim,
    Citation,
    Claim,
    CollectedClaim,
    Collection,
    Comment,
    DeskLesson,
    DeskPage,
    DeskSetting,
    EarlierAnswer,
    Edition,
    ErrorReport,
    Essay,
    EssayRole,
    Event,
    Fetch,
    Guest,
    IndexedClaim,
    IndexedTerm,
    Inquiry,
    Invitation,
    KeptAnswer,
    Memento,
    Mention,
    Original,
    Paragraph,
    QuotationCheck,
    Review,
    Rewording,
    Role,
    Ruling,
    Scale,
    Sentence,
    SentenceChange,
    Snapshot,
    Source,
    Token,
    User,
    Verdict,
    Version,
    WebAuthn,
)
from factcheck.models.people import people_roles
from factcheck.queries.people import IMPORTED

# In an order in which each row follows those that it names.
CARRIED: tuple[type[Base], ...] = (
    Scale,
    Verdict,
    User,
    Essay,
    Version,
    Original,
    Paragraph,
    Sentence,
    SentenceChange,
    Claim,
    Anchor,
    CarriedClaim,
    Source,
    Review,
    Citation,
    Ruling,
    Assignment,
    Comment,
    Mention,
    Inquiry,
    Rewording,
    Edition,
    ErrorReport,
    Snapshot,
    QuotationCheck,
    Memento,
    Fetch,
    Event,
)

# Ways in and rights are given at a desk; lessons, pages and settings are its own.
STAYS: frozenset[str] = frozenset(
    model.__tablename__
    for model in (
        CollectedClaim,
        Collection,
        DeskLesson,
        DeskPage,
        DeskSetting,
        EarlierAnswer,
        EssayRole,
        Guest,
        IndexedClaim,
        IndexedTerm,
        Invitation,
        KeptAnswer,
        Role,
        Token,
        WebAuthn,
    )
) | {people_roles.name}

# Tables that several essays share: what names a row in each of them.
SHARED: Mapping[str, tuple[str, ...]] = {
    "sources": ("fingerprint",),
    "snapshots": ("source_key", "sha256", "taken_at"),
    "quotation_checks": ("snapshot_id", "quote_sha256"),
    "mementos": ("source_key", "url"),
    "fetches": ("source_key",),
}

# Columns that hold more than a row should, and where a file of them is kept.
LONG: Mapping[tuple[str, str], str] = {
    ("versions", "text"): "versions/{}.txt",
    ("originals", "data"): "originals/{}.docx",
}

# What is cited is no source that became another.
_APART = LONG.keys() | {("sources", "became_id")}

# That an essay came in from an archive is history of the desk it came to.
BROUGHT_IN = "essay.brought_in"


def table_of(model: type[Base]) -> Table:
    """Return a model's table."""
    return Base.metadata.tables[model.__tablename__]


@cache  # asked for each row of an archive
def columns_of(model: type[Base]) -> tuple[str, ...]:
    """Return the names of the columns that a row of an archive has, in order."""
    if model is User:
        return ("key", "name", "interests")
    return tuple(
        column.name
        for column in table_of(model).columns
        if column.name != "id" and (model.__tablename__, column.name) not in _APART
    )


@cache  # asked for each value
def target_of(model: type[Base], column: str) -> str:
    """Return the table whose row a column names, or ""."""
    keys = table_of(model).columns[column].foreign_keys if model is not User else ()
    return next((key.column.table.name for key in keys), "")


def person_key(email: str) -> str:
    """Name a person so that another desk knows them, without telling their address."""
    if email.endswith(IMPORTED):
        return email.removesuffix(IMPORTED)
    return hashlib.sha256(email.strip().lower().encode()).hexdigest()[:32]


def belonging(
    model: type[Base], essay_id: int, viewer_id: int | None
) -> ColumnElement[bool]:
    """Return whether a row of a table belongs to an essay and may be seen.

    Args:
        model: of which table.
        essay_id: of which essay.
        viewer_id: who asks; others' drafts, and what only they cite, are not for them.
            None sees everything.
    """
    name, columns = model.__tablename__, table_of(model).columns
    if name in _ROUNDABOUT:
        return columns.id.in_(_roundabout(name, essay_id, viewer_id))
    if "essay_id" in columns and model is not Essay:
        return columns.essay_id == essay_id
    column, owner = next((c, o) for c, o in _OWNERS.items() if c in columns)
    owners = select(table_of(owner).columns.id)
    found = columns[column].in_(owners.where(belonging(owner, essay_id, viewer_id)))
    return and_(found, seen_by(viewer_id)) if model is Review else found


def seen_by(viewer_id: int | None) -> ColumnElement[bool]:
    """Return whether a review is somebody's own, or given."""
    if viewer_id is None:
        return true()
    return or_(Review.given_at.is_not(None), Review.reviewer_id == viewer_id)


_OWNERS: Mapping[str, type[Base]] = {
    "version_id": Version,
    "claim_id": Claim,
    "review_id": Review,
    "comment_id": Comment,
}
_ROUNDABOUT = frozenset(
    ("essays", "scales", "verdicts", "sources", "snapshots", "quotation_checks")
) | {"fetches", "mementos"}


def _roundabout(name: str, essay_id: int, viewer_id: int | None) -> Select[Any]:
    """Select the ids of the essay itself, and of rows that several essays share."""
    scales = _scales(essay_id)
    cited, quoted = (
        select(column)
        .join(Review, Review.id == Citation.review_id)
        .join(Claim, Claim.id == Review.claim_id)
        .where(Claim.essay_id == essay_id, seen_by(viewer_id))
        for column in (Citation.source_id, Citation.quote_sha256)
    )
    keys = select(Source.key).where(Source.id.in_(cited))
    copies = select(Snapshot.id).where(Snapshot.source_key.in_(keys))
    return {
        "essays": select(Essay.id).where(Essay.id == essay_id),
        "scales": scales,
        "verdicts": select(Verdict.id).where(Verdict.scale_id.in_(scales)),
        "sources": select(Source.id).where(Source.id.in_(cited)),
        "snapshots": copies,
        "fetches": select(Fetch.id).where(Fetch.source_key.in_(keys)),
        "mementos": select(Memento.id).where(Memento.source_key.in_(keys)),
        "quotation_checks": select(QuotationCheck.id).where(
            QuotationCheck.snapshot_id.in_(copies),
            QuotationCheck.quote_sha256.in_(quoted),
        ),
    }[name]


def _scales(essay_id: int) -> Select[int]:
    """Select the essay's scale, and those of verdicts that were given under others."""
    given = (
        select(Verdict.scale_id)
        .join(
            Review,
            or_(Review.verdict_id == Verdict.id, Review.first_verdict_id == Verdict.id),
        )
        .join(Claim, Claim.id == Review.claim_id)
        .where(Claim.essay_id == essay_id)
    )
    ruled = (
        select(Verdict.scale_id)
        .join(Ruling, Ruling.verdict_id == Verdict.id)
        .join(Claim, Claim.id == Ruling.claim_id)
        .where(Claim.essay_id == essay_id)
    )
    own = select(Essay.scale_id).where(Essay.id == essay_id)
    return select(Scale.id).where(
        or_(Scale.id.in_(own), Scale.id.in_(given), Scale.id.in_(ruled))
    )
