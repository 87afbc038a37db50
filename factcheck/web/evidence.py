"""A cited source's own page: its kept copies, and the passage that is quoted."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from factcheck.actions.snapshots import keep_upload
from factcheck.database import db
from factcheck.doors import settings
from factcheck.errors import UnreadableError
from factcheck.queries.source_page import cited_source, source_page
from factcheck.queries.workbench import Bench
from factcheck.rules.cautions import CAUTIONS, Checked, cautions_of
from factcheck.rules.citations import CitationFacts
from factcheck.rules.evidence import Evidence
from factcheck.rules.permissions import Deed
from factcheck.text.kept import KeptText, read_copy
from factcheck.text.quotations.checking import Outcome
from factcheck.translating import N_, _
from factcheck.web.allowed import may_on
from factcheck.web.bench import open_for_request
from factcheck.web.forms.evidence import CopyForm, MementoForm
from factcheck.web.security import current_person, require_deed

if TYPE_CHECKING:
    from factcheck.models import Essay

_OUTCOMES = {
    Outcome.EXACT: N_("The quotation stands in it."),
    Outcome.ELIDED: N_("The quotation stands in it, shortened."),
    Outcome.ALTERED: N_("The quotation stands in it with other words."),
    Outcome.ABSENT: N_("The quotation does not stand in it."),
    Outcome.NOTHING: N_("There is nothing to look for."),
}
_OFFERED = ("title", "author", "publisher", "issued")

bp = Blueprint("evidence", __name__, url_prefix="/essays/<slug>/claims/<int:number>")


@bp.app_template_global()
def cautions(
    citations: Sequence[CitationFacts], evidence: Sequence[Evidence], essay: "Essay"
) -> list[str]:
    """Return what is worth a look in a review's sources, in words."""
    checked = Checked(essay.appeared, f"{essay.created_at:%Y-%m-%d}")
    found = cautions_of(citations, evidence, checked)
    return [_(CAUTIONS[caution]) for caution in found]


@bp.app_template_global()
def quotation_outcome(outcome: str) -> str:
    """Say in a few words how a quotation stands in an earlier or a later copy."""
    return _(_OUTCOMES[Outcome(outcome)])


@bp.get("/sources/<int:citation_id>")
def show(slug: str, number: int, citation_id: int) -> ResponseReturnValue:
    """Show a source's latest copy as plain text, the quoted passage marked."""
    require_deed(Deed.READ_DESK)
    bench = open_for_request(slug)
    return source_shown(bench, number, citation_id, CopyForm(), MementoForm())


@bp.get("/evidence")
def states(slug: str, number: int) -> ResponseReturnValue:
    """Tell the workbench's script what is known of the reader's own sources by now."""
    require_deed(Deed.READ_DESK)
    bench = open_for_request(slug)
    mine = bench.claim(number).mine
    found = [
        {
            "url": cited.source.url,
            "title": cited.source.title,
            "quote": cited.quote,
            "awaited": evidence.awaited,
            "says": {part: getattr(evidence.says, part) for part in _OFFERED},
            "html": _state(bench, number, cited, evidence),
        }
        for cited, evidence in zip(mine.facts.citations, mine.evidence, strict=True)
    ]
    words = cautions(mine.facts.citations, mine.evidence, bench.essay)
    return jsonify(
        sources=found,
        cautions=render_template("evidence/_cautions.html", found=words),
    )


@bp.post("/sources/<int:citation_id>")
def upload(slug: str, number: int, citation_id: int) -> ResponseReturnValue:
    """Keep an uploaded file as a copy of the source."""
    require_deed(Deed.REVIEW)
    bench = open_for_request(slug)
    form = CopyForm()
    source = cited_source(bench, number, citation_id)
    try:
        data, read = _read(form.file.data)
    except UnreadableError as error:
        form.file.errors = [error.message]
        page = source_shown(bench, number, citation_id, form, MementoForm())
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    keep_upload(
        db.session,
        actor=current_person(),
        essay=bench.essay,
        source=source,
        data=data,
        read=read,
        folder=settings().copies_dir,
    )
    flash(_("The copy is kept, and what is quoted was looked for in it."), "success")
    here = url_for(".show", slug=slug, number=number, citation_id=citation_id)
    return redirect(here, HTTPStatus.SEE_OTHER)


def _state(bench: Bench, number: int, cited: CitationFacts, evidence: Evidence) -> str:
    return render_template(
        "evidence/_state.html",
        evidence=evidence,
        quote=cited.quote,
        href=url_for(
            ".show",
            slug=bench.essay.slug,
            number=number,
            citation_id=evidence.citation_id,
        ),
    )


def _read(file: object) -> tuple[bytes, KeptText]:
    """Read an uploaded file.

    Raises:
        UnreadableError: there is none, or no words in it that can be read.
    """
    if not isinstance(file, FileStorage) or not file.filename:
        raise UnreadableError(_("Choose a file first."))
    data = file.read()
    limit = settings().max_document_bytes
    return data, read_copy(data, name=file.filename, limit=limit)


def source_shown(
    bench: Bench, number: int, citation_id: int, form: CopyForm, archived: MementoForm
) -> str:
    """Render a source's page, with both its forms as they were filled in."""
    whole = "whole" in request.args
    return render_template(
        "evidence/show.html",
        essay=bench.essay,
        number=number,
        citation_id=citation_id,
        page=source_page(bench, number, citation_id, whole=whole),
        form=form,
        archived=archived,
        me=current_person().id,
        edits=may_on(bench.essay, Deed.RULE),
    )
