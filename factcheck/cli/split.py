"""factcheck split: how a document would be split."""

import json
from pathlib import Path

import click

from factcheck.cli.base import data_option
from factcheck.cli.documents import language_of, tell_notes
from factcheck.config import Settings
from factcheck.database import desk
from factcheck.errors import DatabaseError
from factcheck.queries.lessons import weights_in_force
from factcheck.text.checkable import bare_likelihood
from factcheck.text.documents import read_document
from factcheck.text.sentences import split as split_text
from factcheck.text.weights import Weights, shipped_weights


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--language", metavar="TAG", default="", help="Recognised otherwise.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@data_option
def split(settings: Settings, file: Path, language: str, *, as_json: bool) -> None:
    """Show how FILE would be split into sentences.

    Nothing is stored.
    Offsets are Unicode code points into the text with line ends as LF. `likelihood`
    is how much a sentence looks like something that can be checked, by what the desk
    in --data learned if there is one; it says nothing about whether it is true.
    """
    document = read_document(
        file.read_bytes(), file.name, limit=settings.max_document_bytes
    )
    tell_notes(document)
    language = language_of(document, language)
    weights = _weights(settings) if as_json else shipped_weights()
    for sentence in split_text(document.text, language, document.paragraphs):
        words = document.text[sentence.start : sentence.end]
        if as_json:
            row = {
                "position": sentence.position,
                "paragraph": sentence.paragraph,
                "start": sentence.start,
                "end": sentence.end,
                "kind": sentence.kind,
                "prose": sentence.prose,
                "likelihood": round(bare_likelihood(words, weights, language), 3)
                if sentence.prose
                else 0.0,
                "text": words,
            }
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            mark = " " if sentence.prose else "-"
            click.echo(f"{sentence.position:>5} {mark} {' '.join(words.split())}")


def _weights(settings: Settings) -> Weights:
    """Return the weights of the desk here, or the shipped ones where there is none."""
    try:
        with desk(settings) as session:
            return weights_in_force(session).weights
    except DatabaseError:
        return shipped_weights()
