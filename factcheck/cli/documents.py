"""What commands say of a document that they read."""

import click

from factcheck.text.documents import Document


def tell_notes(document: Document) -> None:
    """Say on standard error how a document was read and what was left out."""
    for note in document.notes:
        click.echo(note, err=True)
