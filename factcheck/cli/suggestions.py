"""factcheck suggestions: what the desk learned about what can be checked."""

import json
import os
from dataclasses import asdict
from datetime import datetime

import click

from factcheck.actions.lessons import begin_night, end_night, forget, learn_now
from factcheck.cli.base import DeskGroup, data_option
from factcheck.config import Settings
from factcheck.database import desk
from factcheck.queries.lessons import (
    LessonRow,
    lesson_row,
    lesson_status,
    list_lessons,
    sorted_sentences,
    weights_in_force,
)
from factcheck.rules.lessons import OUTCOME_SAID, night_of
from factcheck.text.accuracy import Measured
from factcheck.text.training import learn as learn_from
from factcheck.text.weights import shipped_weights

_POLITE = 10  # Of 19: whoever answers requests goes first.
json_option = click.option("--json", "as_json", is_flag=True, help="Print an object.")


@click.group(cls=DeskGroup)
def suggestions() -> None:
    """Learn which sentences can be checked, or forget it."""


@suggestions.command()
@click.option(
    "--nightly",
    is_flag=True,
    help="Once a night whoever asks, and only if something new was sorted.",
)
@json_option
@data_option
def learn(settings: Settings, *, nightly: bool, as_json: bool) -> None:
    """Learn from what people of this desk sorted; takes seconds.

    A tenth of their sentences is held back. What is learned from the others is kept
    only if it is better on that tenth than what is in force. It never leaves the desk.
    `factcheck serve` does it every night by itself.
    """
    if nightly:
        done = _learn_at_night(settings)
    else:
        with desk(settings) as session:
            done = lesson_row(session, learn_now(session, actor=None).id)
    if as_json:
        click.echo(json.dumps(_fields(done) if done else None))
    else:
        click.echo(_said(done) if done else "Nothing new to learn this night.")


@suggestions.command()
@json_option
@data_option
def status(settings: Settings, *, as_json: bool) -> None:
    """Say which weights are in force, and what there is to learn from."""
    with desk(settings) as session:
        found, lessons = lesson_status(session), list_lessons(session)
    if as_json:
        about = {
            "weights": "own" if found.in_force.own else "shipped",
            "sentences": found.sentences,
            "claims": found.claims,
            "enough": found.enough,
            "held_back": asdict(found.held),
            "lessons": [_fields(row) for row in lessons],
        }
        click.echo(json.dumps(about, indent=1))
        return
    whose = "own" if found.in_force.own else "shipped"
    click.echo(
        f"In force: the {whose} weights.\n"
        f"People sorted {found.sentences:,} English sentences, {found.claims:,} of them"
        f" as claims. {found.held.sentences:,} are held back to judge by"
        f"{': ' + _figures(found.held) if found.enough else '; that is too few.'}"
    )
    for row in lessons:
        click.echo(f"{row.began_at:%Y-%m-%d %H:%M}  {_said(row)}")


@suggestions.command("forget")
@json_option
@data_option
def forget_(settings: Settings, *, as_json: bool) -> None:
    """Go back to the shipped weights; what was learned is deleted."""
    with desk(settings) as session:
        done = forget(session, actor=None)
    if as_json:
        click.echo(json.dumps({"forgotten": done}))
    elif done:
        click.echo("The shipped weights are in force. What was learned is deleted.")
    else:
        click.echo("The shipped weights were in force already.")


def _learn_at_night(settings: Settings) -> LessonRow | None:
    """Claim the night first, so that a lesson runs once however many ask for it."""
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    hour = max(0, settings.learn_hour)
    with desk(settings) as session:
        lesson = begin_night(session, night=night_of(datetime.now().astimezone(), hour))
        if lesson is None:
            return None
        rows, in_force = sorted_sentences(session), weights_in_force(session).weights
    taught = learn_from(rows, shipped_weights(), in_force)
    with desk(settings) as session:
        end_night(session, lesson_id=lesson.id, taught=taught)
        return lesson_row(session, lesson.id)


def _said(row: LessonRow) -> str:
    parts = [f"{OUTCOME_SAID[row.outcome]}."]
    if row.sentences:
        parts.append(f"From {row.sentences:,} sentences.")
    if row.before and row.after:
        parts.append(f"Before: {_figures(row.before)} Learned: {_figures(row.after)}")
    return " ".join(parts)


def _figures(found: Measured) -> str:
    return (
        f"precision {found.precision:.3f}, recall {found.recall:.3f}"
        f" on {found.sentences:,} sentences."
    )


def _fields(row: LessonRow) -> dict[str, object]:
    return asdict(row) | {"began_at": row.began_at.isoformat()}
