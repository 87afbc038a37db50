"""Keeping the file that a version was read from."""

import hashlib

from sqlalchemy.orm import Session

from factcheck.models import Original, Version
from factcheck.text.documents import Document


def keep_original(session: Session, version: Version, document: Document) -> None:
    """Keep the file that a version was read from, if checks can be put into it."""
    if not document.original:
        return
    session.add(
        Original(
            version_id=version.id,
            format=document.format,
            sha256=hashlib.sha256(document.original).hexdigest(),
            size=len(document.original),
            data=document.original,
        )
    )
    session.flush()
