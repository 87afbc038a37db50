"""The desk's own pages, and the scales whose verdicts they explain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from factcheck.models import DeskPage, Essay, Scale
from factcheck.rules.desk_pages import DEFAULTS, DeskPageKey
from factcheck.rules.scales import NEWSROOM, ScaleDefinition
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as readers see it; revision 0 is the text that every desk starts with."""

    key: DeskPageKey
    text: str
    revision: int
    updated_at: datetime | None


def find_page(session: Session, key: DeskPageKey) -> PageText:
    """Return a page of the desk's, or what stands there until it writes one."""
    row = page_row(session, key)
    if row is None:
        return PageText(key, _(DEFAULTS[key]), 0, None)
    return PageText(key, row.text, row.revision, row.updated_at)


def page_row(session: Session, key: DeskPageKey) -> DeskPage | None:
    """Return the stored page, if the desk wrote one."""
    return session.scalar(select(DeskPage).where(DeskPage.key == key.value))


def scales_in_use(session: Session) -> Sequence[ScaleDefinition]:
    """Return the scales that essays are checked by; the usual one where none is."""
    rows = session.scalars(
        select(Scale)
        .options(selectinload(Scale.verdicts))
        .where(select(Essay.id).where(Essay.scale_id == Scale.id).exists())
        .order_by(Scale.name, Scale.version)
    )
    return [row.definition for row in rows] or [NEWSROOM]
