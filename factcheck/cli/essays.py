"""factcheck essays: bring them in, list them, take them away."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from factcheck.actions.annotated import import_annotated
from factcheck.actions.archived import import_archive
from factcheck.actions.essays import MARKS, import_essay
from factcheck.actions.previews import summary
from factcheck.actions.revising import revise_essay
from factcheck.cli.annotate import annotate
from factcheck.cli.base import DeskGroup, data_option
from factcheck.cli.documents import (
    FileOrAddress,
    language_of,
    read_named,
    tell_notes,
)
from factcheck.cli.progress import working
from factcheck.cli.remote import RemoteDesk, desk_option
from factcheck.config import Settings
from factcheck.database import desk
from factcheck.exports import FORMATS, Format
from factcheck.exports.addresses import addresses_under
from factcheck.exports.archive import is_archive, read_archive
from factcheck.exports.reading import is_annotated, read_json
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.desk import EssayRow, list_essays
from factcheck.queries.editions import last_document
from factcheck.queries.essays import find_essay
from factcheck.queries.holdings import holdings_of
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.essays import EssayDetails
from factcheck.rules.scales import PRESETS
from factcheck.text.documents import read_document
from factcheck.translating import speaking

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WIDTH = 88


@click.group(cls=DeskGroup)
def essays() -> None:
    """Import essays, list them, and export them annotated."""


@essays.command("import")
@click.argument("file", type=FileOrAddress())
@click.option("--title", default="", help="Guessed from the document otherwise.")
@click.option("--byline", default="", help="Guessed from the document otherwise.")
@click.option(
    "--language",
    metavar="TAG",
    default="",
    help="As in en, ko or pt-BR; recognised otherwise.",
)
@click.option("--scale", type=click.Choice(list(PRESETS)), default="newsroom")
@click.option(
    "--mark",
    type=click.Choice(MARKS),
    default="none",
    help="none: sort by hand; suggested: what looks like something that can be checked"
    " is a claim; all: each sentence of prose is.",
)
@click.option("--json", "as_json", is_flag=True, help="Print an object, not the slug.")
@desk_option
@data_option
def import_(  # noqa: PLR0913, PLR0917  (a parameter for each option)
    settings: Settings,
    remote: str,
    file: Path | str,
    title: str,
    byline: str,
    language: str,
    scale: str,
    mark: str,
    *,
    as_json: bool,
) -> None:
    """Import FILE as an essay and print its slug.

    FILE is a Word or OpenDocument text, a PDF, a saved web page, Markdown or plain
    text in any common encoding; or what `factcheck essays export` wrote: json comes
    back with its claims, an archive with everything. How a document was read, and what
    was left out, is told on standard error. Or FILE is a web address, whose page or
    document is fetched once.
    """
    if remote and isinstance(file, str):
        raise click.ClickException("Another desk is given files; save the page first.")
    if remote and isinstance(file, Path):
        said = {"title": title, "byline": byline, "language": language}
        said |= {"scale": scale, "mark": mark, "filename": file.name}
        there = RemoteDesk(remote)
        with working("Importing"):
            found = there.import_document(file.read_bytes(), said)
        click.echo(json.dumps(found, ensure_ascii=False) if as_json else found["slug"])
        return
    with working("Importing"), desk(settings) as session:
        data = b"" if isinstance(file, str) else file.read_bytes()
        if is_archive(data):
            essay = import_archive(
                session,
                actor=None,
                archived=read_archive(data),
                copies=settings.copies_dir,
            )
        elif is_annotated(data):
            annotated = read_json(data)
            essay = import_annotated(session, actor=None, annotated=annotated)
        else:
            document = read_named(file, settings)
            tell_notes(document)
            details = EssayDetails(
                title=title or document.title,
                byline=byline or document.byline,
                appeared=document.appeared,
                language=language_of(document, language),
            )
            essay = import_essay(
                session,
                actor=None,
                document=document,
                details=details,
                scale_key=scale,
                mark=mark,
            )
        (row,) = list_essays(session, slug=essay.slug)
    click.echo(json.dumps(_row(row), ensure_ascii=False) if as_json else row.slug)


@essays.command("revise")
@click.argument("slug")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print an object, not a line.")
@data_option
def revise(settings: Settings, slug: str, file: Path, *, as_json: bool) -> None:
    """Store FILE as the next version of the essay SLUG.

    Sentences that did not change stay sorted and their claims checked. Claims whose
    words were edited or are gone wait for a reviewer, and no verdict on them counts
    until then. Earlier versions and published editions stay as they are.
    """
    with working("Comparing"), desk(settings) as session:
        document = read_document(
            file.read_bytes(), file.name, limit=settings.max_document_bytes
        )
        tell_notes(document)
        essay = find_essay(session, slug)
        revision = revise_essay(session, actor=None, essay=essay, document=document)
    found = summary(revision)
    if as_json:
        click.echo(json.dumps(found))
        return
    told = ", ".join(f"{n} {kind}" for kind, n in found["sentences"].items())
    waits = ", ".join(f"{n} {why}" for why, n in found["waiting"].items()) or "none"
    click.echo(
        f"Version {found['version']}. Sentences: {told}. Claims waiting: {waits}."
    )


essays.add_command(annotate)


@essays.command("list")
@click.option("--json", "as_json", is_flag=True, help="A JSON list of objects.")
@data_option
def list_(settings: Settings, *, as_json: bool) -> None:
    """List the essays, newest first, and how far each is."""
    with desk(settings) as session:
        rows = list_essays(session, page_size=None)
    if as_json:
        found = [_row(row) for row in rows]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    table = Table("Slug", "Title", "Sorted", "Settled", "Edition", box=None)
    for row in rows:
        table.add_row(
            row.slug,
            row.title,
            f"{row.sorted} of {row.sentences}",
            f"{row.settled} of {row.claims}",
            str(row.edition or ""),
        )
    Console().print(table)


@essays.command()
@click.argument("slug")
@click.option(
    "--as",
    "format_name",
    type=click.Choice(list(FORMATS)),
    required=True,
    help="The format to write.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file to write; standard output otherwise.",
)
@desk_option
@data_option
def export(
    settings: Settings, remote: str, slug: str, format_name: str, output: Path | None
) -> None:
    """Write the annotated essay SLUG as it stands now.

    ClaimReview is of what is published, and so of its newest edition.

    What the format holds, and what it cannot, is said on standard error.
    """
    wanted = FORMATS[format_name]
    if remote:
        there = RemoteDesk(remote)
        with working("Exporting"):
            _give(there.export(slug, format_name), output)
        _tell(wanted)
        return
    with working("Exporting"):
        with desk(settings) as session:
            annotated = _annotated(session, slug, wanted)
            held = holdings_of(
                session,
                find_essay(session, slug),
                wanted.asks,
                person=None,
                copies=settings.copies_dir,
                key=settings.read_secret_key(),
            )
        published = slug if wanted.of_editions else ""
        about = addresses_under(settings.public_url, published, settings.desk_name)
        if reason := wanted.withheld(annotated, about):
            raise click.ClickException(f"{reason} Nothing was written.")
        with speaking(settings.language):
            data, lacks = wanted.file(annotated, about, held)
    _give(data, output)
    _tell(wanted, lacks)


def _tell(wanted: Format, lacks: Iterable[str] = ()) -> None:
    """Say on standard error what the format cannot carry, and this file has lost."""
    for line in (f"{wanted.label}: {wanted.carries}", *lacks):
        click.echo(click.wrap_text(line, _WIDTH, subsequent_indent="  "), err=True)


def _annotated(session: "Session", slug: str, wanted: Format) -> AnnotatedEssay:
    """Return the essay as it stands, or its newest edition where only that is given."""
    essay = find_essay(session, slug)
    if not wanted.of_editions:
        return annotated_essay(session, essay)
    document = last_document(session, essay.id)
    if document is None or essay.unpublished_at is not None:
        return annotated_essay(session, essay)
    return read_json(document.encode())


def _give(data: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        _write_whole(output, data)


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is never seen half-written.

    A device or a pipe is written to, never replaced; a link stays one.
    """
    plain = path.is_file() or not path.exists()
    path = path.resolve() if plain else path
    part = path.with_name(f".{path.name}.part")
    try:
        if not plain:
            path.write_bytes(data)
            return
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        message = f"{path} cannot be written: {error.strerror}. Nothing was changed."
        raise click.ClickException(message) from error


def _row(row: EssayRow) -> dict[str, object]:
    fields = asdict(row)
    del fields["strip"]
    fields["created_at"] = row.created_at.isoformat()
    return fields
