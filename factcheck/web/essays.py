"""Essays: import one, change its details, read it with what was found so far."""

from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Field

from factcheck.actions.annotated import import_annotated
from factcheck.actions.archived import import_archive
from factcheck.actions.essays import edit_essay, import_essay
from factcheck.actions.margins import take_comments
from factcheck.database import db
from factcheck.doors import settings
from factcheck.errors import FactcheckError, InvalidError, StaleError
from factcheck.exports.addresses import Link
from factcheck.exports.archive import is_archive, read_archive
from factcheck.exports.reading import is_annotated, read_json
from factcheck.queries.annotated import annotated_for
from factcheck.queries.essays import find_essay
from factcheck.rules.paragraphs import kind_labels
from factcheck.rules.permissions import Deed
from factcheck.text.documents import Document, megabytes
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.sentences import Sentence, split
from factcheck.translating import _, direction_of
from factcheck.web.allowed import may_on, require_on_essay
from factcheck.web.documents import ACCEPTED, FORMATS, brought_back, carried, read_given
from factcheck.web.earlier import tell_of_earlier
from factcheck.web.forms.essays import (
    EditForm,
    ReadForm,
    StoreForm,
    named_languages,
)
from factcheck.web.forms.refusals import show_on
from factcheck.web.pages import edition_links, essay_page
from factcheck.web.security import current_person, require_deed

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Blueprint("essays", __name__, url_prefix="/essays")

SHOWN = 8
REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY


@bp.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Read a document and show what was understood; then store it."""
    require_deed(Deed.IMPORT)
    if request.form.get("step") == "store":
        return _store()
    form = ReadForm()
    if form.validate_on_submit():
        try:
            return _read(form)
        except FactcheckError as error:
            field: Field = form.file if form.file.data else form.pasted
            if (form.address.data or "").strip():
                field = form.address
            field.errors = [*field.errors, error.message]
    page = render_template(
        "essays/new.html",
        form=form,
        languages=named_languages(),
        accepted=ACCEPTED,
        limit=megabytes(settings().max_upload_bytes),
    )
    return page, REFUSED if form.errors else HTTPStatus.OK


@bp.get("/<slug>")
def show(slug: str) -> ResponseReturnValue:
    """Show the annotated essay as it stands now."""
    essay = find_essay(db.session, slug)
    return essay_page(
        annotated_for(db.session, current_person(), essay),
        workbench=url_for("workbench.show", slug=slug),
        editions=_editions(essay),
        downloads="exports.download",
        may=lambda deed: may_on(essay, deed),
    )


@bp.route("/<slug>/details", methods=["GET", "POST"])
def details(slug: str) -> ResponseReturnValue:
    """Change what the essay is called and how it is checked."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.EDIT_ESSAY)
    form = EditForm() if request.method == "POST" else EditForm(obj=essay)
    form.follow_language()
    theirs: dict[str, object] = {}
    if form.validate_on_submit():
        try:
            edit_essay(
                db.session,
                actor=current_person(),
                essay=essay,
                details=form.details(),
                revision=form.revision.data or 0,
            )
        except InvalidError as error:
            show_on(form, error)
        except StaleError as error:
            theirs = form.differing(error.theirs)
            form.revision.process_data(essay.revision)
            form.revision.raw_data = None
        else:
            flash(_("The details are kept."), "success")
            return redirect(url_for(".details", slug=slug))
    status = _status(form, theirs)
    page = render_template(
        "essays/details.html",
        essay=essay,
        form=form,
        theirs=theirs,
        languages=named_languages(),
    )
    return page, status


def _editions(essay: "Essay") -> tuple[Link, ...]:
    """Link to what was published, and for editors to publishing the next."""
    published = edition_links(essay.slug)
    if not may_on(essay, Deed.PUBLISH):
        return published
    return (
        Link(_("Publish an edition"), url_for("editions.publish", slug=essay.slug)),
        *published,
    )


def _store() -> ResponseReturnValue:
    """Store what the preview showed."""
    form = StoreForm()
    form.validate_on_submit()
    document = brought_back(form.carried())
    if request.form.get("again"):
        return _preview(document, form)
    if form.errors:
        return _preview(document, form, REFUSED)
    try:
        essay = import_essay(
            db.session,
            actor=current_person(),
            document=document,
            details=form.details(),
            scale_key=form.scale.data,
            mark=form.mark.data,
        )
        if form.comments.data and document.comments:
            take_comments(
                db.session,
                actor=current_person(),
                essay=essay,
                text=document.text,
                comments=document.comments,
            )
    except InvalidError as error:
        show_on(form, error)
        return _preview(document, form, REFUSED)
    flash(_("“%(title)s” is stored.", title=essay.title), "success")
    tell_of_earlier(essay)
    return redirect(url_for("workbench.show", slug=essay.slug))


def _preview(
    document: Document, form: StoreForm, status: HTTPStatus = HTTPStatus.OK
) -> ResponseReturnValue:
    """Show what was understood, with title and byline to correct."""
    language = form.language.data or ""
    sentences = split(document.text, language, document.paragraphs)
    page = render_template(
        "essays/preview.html",
        form=form,
        document=document,
        sentences=len(sentences),
        prose=sum(1 for s in sentences if s.prose),
        kinds=Counter({s.paragraph: s.kind for s in sentences}.values()),
        direction=form.direction.data or direction_of(language),
        first=[_words(document, s) for s in sentences[:SHOWN]],
        kind_labels=kind_labels(),
        format_name=_(FORMATS.get(document.format, "plain")),
        languages=named_languages(),
    )
    return page, status


def _words(document: Document, sentence: Sentence) -> tuple[str, ParagraphKind, bool]:
    words = document.text[sentence.start : sentence.end]
    return words, sentence.kind, sentence.prose


def _read(form: ReadForm) -> ResponseReturnValue:
    """Read a file or a pasted text; an exported essay is stored at once.

    Raises:
        UnreadableError: it cannot become an essay.
        InvalidError: an exported essay says something of itself that cannot be kept.
    """
    upload = form.file.data
    if upload:
        data = upload.read()
        upload.seek(0)
        if is_archive(data):
            return _bring_in(data)
        if is_annotated(data):
            return _bring_back(data)
    document = read_given(upload, form.pasted.data or "", form.address.data or "")
    return _preview(document, _store_form(document, form.language.data or ""))


def _store_form(document: Document, language: str) -> StoreForm:
    """Fill step two with what was read; nothing of step one's form is taken over."""
    return StoreForm(
        formdata=None,
        title=document.title,
        byline=document.byline,
        appeared=document.appeared,
        language=language or document.language,
        **carried(document),
    )


def _bring_in(data: bytes) -> ResponseReturnValue:
    """Store an archive that a desk exported."""
    essay = import_archive(
        db.session,
        actor=current_person(),
        archived=read_archive(data),
        copies=settings().copies_dir,
    )
    flash(
        _(
            "“%(title)s” is stored with its versions, reviews, history and editions."
            " Whoever of its people has no account here came along by name.",
            title=essay.title,
        ),
        "success",
    )
    return redirect(url_for(".show", slug=essay.slug))


def _bring_back(data: bytes) -> ResponseReturnValue:
    """Store an annotated essay that this program exported."""
    annotated = read_json(data)
    essay = import_annotated(db.session, actor=current_person(), annotated=annotated)
    flash(
        _(
            "“%(title)s” is stored with its claims, reviews and sources. Its"
            " reviewers came along by name and cannot sign in.",
            title=essay.title,
        ),
        "success",
    )
    return redirect(url_for(".show", slug=essay.slug))


def _status(form: EditForm, theirs: dict[str, object]) -> HTTPStatus:
    if theirs:
        return HTTPStatus.CONFLICT
    return REFUSED if form.errors else HTTPStatus.OK
