"""What commands say of a document that they read."""

import click

from factcheck.text.documents import Document
from factcheck.translating import language_name


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
