"""The files that versions were read from."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Original


def original_of(session: Session, version_id: int) -> bytes | None:
    """Return the Word file that a version was read from, if it is kept.

    Where its words stand in it is told by text/readers/docx_places.
    """
    return session.scalar(
        select(Original.data).where(Original.version_id == version_id)
    )
