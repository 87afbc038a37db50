"""How pages answer on a full desk: 200 essays with 20,000 claims, beside 20 with 2,000.

No floor here: what counts is that the number of queries does not grow with the desk.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from factcheck import database
from factcheck.actions.annotated import import_annotated
from factcheck.actions.editions import publish_edition
from factcheck.config import Settings
from factcheck.rules.annotated import AnnotatedEssay
from tests.bench.clock import beside
from tests.bench.desks import Desk, add_people
from tests.bench.essays import sample
from tests.bench.pages import ask, listening, signed_in
from tests.bench.report import TENFOLD, Measure, Reading

ESSAYS = (20, 200)
SENTENCES = 500
PAGES = {
    "the desk": "/",
    "the annotated essay": "/essays/{}",
    "the workbench": "/essays/{}/workbench",
    "a claim's page": "/essays/{}/claims/1",
    "assignments": "/essays/{}/assignments",
    "rulings": "/essays/{}/rulings",
    "agreement": "/essays/{}/agreement",
    "inquiries": "/essays/{}/inquiries",
    "rewordings": "/essays/{}/rewordings",
    "history": "/essays/{}/history",
    "publishing": "/essays/{}/publish",
    "mentions": "/mentions",
    "reports": "/reports",
    "corrections": "/corrections",
    "the feed": "/corrections.atom",
    "an edition": "/e/{}",
    "a claim of an edition": "/e/{}/claims/1",
}


def measure_full_desks(turns: int) -> list[Measure]:
    """Ask for each page of the desk as an editor; growth is from 20 to 200 essays."""
    readings: dict[str, dict[int, Reading]] = {name: {} for name in PAGES}
    for essays in ESSAYS:
        with _full_desk(essays) as desk, signed_in(desk) as (app, client):
            with app.app_context():
                engine = database.db.engine
            for name, path in PAGES.items():
                work = ask(client, path.format(desk.slug))
                work()
                with listening(engine) as asked:
                    size = work()
                value, _ = beside(work, lambda: None, turns)
                more = f"{size:,} bytes, {len(asked)} queries"
                readings[name][essays] = Reading(value, more=more)
    return [Measure(name, "ms", found, (TENFOLD,)) for name, found in readings.items()]


@contextmanager
def _full_desk(essays: int) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        settings = Settings(data_dir=Path(folder), fetch=False)
        database.upgrade(settings.database)
        settings = replace(settings, secret_key=settings.read_secret_key())
        slug = _fill(settings, sample(SENTENCES).annotated, essays)
        yield Desk(settings, slug, (), ())


def _fill(settings: Settings, annotated: AnnotatedEssay, essays: int) -> str:
    """Import one essay many times; publish the last, and return its slug."""
    with database.desk(settings) as session:
        editor, *_ = add_people(session, 1)
        for _ in range(essays):
            essay = import_annotated(session, actor=editor, annotated=annotated)
        publish_edition(session, actor=editor, essay=essay, note="First edition.")
        return essay.slug
