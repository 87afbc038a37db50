"""What commands say of a document that they read."""

from pathlib import Path
from typing import Any

import click

from factcheck.config import Settings
from factcheck.fetching.essays import fetch_document
from factcheck.text.documents import Document, read_document
from factcheck.translating import language_name


class FileOrAddress(click.Path):
    """A file that is there, or a web address."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, path_type=Path)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        """Return a Path, or the address as it was given."""
        if str(value).startswith(("http://", "https://")):
            return value
        return super().convert(value, param, ctx)


def read_named(named: Path | str, settings: Settings) -> Document:
    """Read a file, or what is at a web address.

    Raises:
        UnreadableError: it cannot become an essay.
        FetchError: what is at the address cannot or may not be had.
    """
    if isinstance(named, str):
        return fetch_document(named, settings)
    limit = settings.max_document_bytes
    return read_document(named.read_bytes(), named.name, limit=limit)


def tell_notes(document: Document) -> None:
    """Say on standard error how a document was read and what was left out."""
    for note in document.notes:
        click.echo(note, err=True)


def language_of(document: Document, language: str) -> str:
    """Return the language that was named, else the document's, which is told."""
    if language:
        return language
    found = document.language
    told = (
        f"Its language is taken to be {language_name(found)} ({found});"
        " --language names another."
        if found
        else "Its language is not recognised; --language names it."
    )
    click.echo(told, err=True)
    return found
