"""Published editions as values; those read last are kept, for none ever changes."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import cast

from flask import current_app

from factcheck.database import db
from factcheck.exports.reading import read_json
from factcheck.queries.editions import PublishedEdition, edition_document
from factcheck.rules.annotated import AnnotatedEssay

MOST_KEPT = 4
SHELF = "factcheck-editions"


def frozen_essay(edition: PublishedEdition) -> AnnotatedEssay:
    """Return the annotated essay of an edition, as it was frozen."""
    shelves = current_app.extensions
    if SHELF not in shelves:
        shelves[SHELF] = lru_cache(MOST_KEPT)(_read)
    shelf = cast("Callable[[int, datetime], AnnotatedEssay]", shelves[SHELF])
    return shelf(edition.id, edition.published_at)


def _read(edition_id: int, _published_at: datetime) -> AnnotatedEssay:
    """Read an edition; its time is asked for because a database can be put back."""
    return read_json(edition_document(db.session, edition_id).encode())
