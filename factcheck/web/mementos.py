"""Archived copies of a source elsewhere: noted on the source's page, and taken back."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.mementos import forget_memento, note_memento
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.queries.source_page import cited_source
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.bench import open_for_request
from factcheck.web.evidence import source_shown
from factcheck.web.forms.evidence import CopyForm, MementoForm
from factcheck.web.security import current_person, require_deed

bp = Blueprint(
    "mementos",
    __name__,
    url_prefix="/essays/<slug>/claims/<int:number>/sources/<int:citation_id>/mementos",
)


@bp.post("")
def note(slug: str, number: int, citation_id: int) -> ResponseReturnValue:
    """Note where an archive keeps a copy of the source."""
    require_deed(Deed.REVIEW)
    bench = open_for_request(slug)
    form = MementoForm()
    source = cited_source(bench, number, citation_id)
    try:
        note_memento(
            db.session,
            actor=current_person(),
            essay=bench.essay,
            source=source,
            url=form.url.data or "",
        )
    except InvalidError as error:
        form.url.errors = [error.message]
        page = source_shown(bench, number, citation_id, CopyForm(), form)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    flash(_("The archived copy is noted, and printed with the source."), "success")
    return _back(slug, number, citation_id)


@bp.post("/<int:memento_id>/remove")
def forget(
    slug: str, number: int, citation_id: int, memento_id: int
) -> ResponseReturnValue:
    """Take an archived copy back."""
    require_deed(Deed.REVIEW)
    bench = open_for_request(slug)
    forget_memento(
        db.session,
        actor=current_person(),
        essay=bench.essay,
        source=cited_source(bench, number, citation_id),
        memento_id=memento_id,
    )
    flash(_("The archived copy is not noted any more."), "success")
    return _back(slug, number, citation_id)


def _back(slug: str, number: int, citation_id: int) -> ResponseReturnValue:
    here = url_for("evidence.show", slug=slug, number=number, citation_id=citation_id)
    return redirect(f"{here}#archived", HTTPStatus.SEE_OTHER)
