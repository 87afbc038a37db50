"""factcheck essays annotate: bring annotations that were made elsewhere."""

from pathlib import Path

import click

from factcheck.actions.margins import take_comments
from factcheck.cli.base import data_option
from factcheck.cli.progress import working
from factcheck.config import Settings
from factcheck.database import desk
from factcheck.queries.essays import current_version, find_essay, whole_text
from factcheck.queries.people import find_person
from factcheck.text.placing import Fit, Placed, as_comment, place_all
from factcheck.text.readers.annotations import read_annotations

_SHOWN = 60


@click.command("annotate")
@click.argument("slug")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", metavar="EMAIL", required=True, help="Whose drafts they become.")
@data_option
def annotate(settings: Settings, slug: str, file: Path, by: str) -> None:
    """Bring annotations from FILE to the essay SLUG.

    FILE holds W3C Web Annotations, or what Hypothesis exports or its API answers, in
    JSON. The words that they are about become claims, and what they say drafts of
    reviews. Words that stand in several places, or nowhere, are listed on standard
    error and left out.
    """
    with working("Looking for the words"), desk(settings) as session:
        person, essay = find_person(session, by), find_essay(session, slug)
        text = whole_text(session, current_version(session, essay).id)
        placed = place_all(text, read_annotations(file.read_bytes()))
        taken = take_comments(
            session,
            actor=person,
            essay=essay,
            text=text,
            comments=[
                as_comment(each.annotation, each.spans[0])
                for each in placed
                if each.fit is Fit.FOUND
            ],
        )
    for each in placed:
        if each.fit is not Fit.FOUND:
            click.echo(_told(each), err=True)
    left = f" {taken.left} claims were reviewed already." if taken.left else ""
    click.echo(f"{taken.drafts} drafts of {len(placed)} annotations.{left}")


def _told(placed: Placed) -> str:
    words = placed.annotation.exact[:_SHOWN]
    if placed.fit is Fit.SEVERAL:
        return f"In {len(placed.spans)} places, left out: “{words}”"
    return f"Not found, left out: “{words}”" if words else "About no words, left out."
