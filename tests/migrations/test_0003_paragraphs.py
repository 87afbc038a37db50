"""Essays stored before paragraphs had kinds get them, and look as they did."""

import pytest
from alembic import command
from sqlalchemy import text

from factcheck import database

TEXT = "# On Mao\n\nMao left. It ended.\n\n* * *\n\nBy Ann Lee"
SPANS = [(1, 0, 8), (2, 10, 19), (2, 20, 29), (3, 31, 36), (4, 38, 48)]
ESSAY = [
    "INSERT INTO scales (id, key, version, name) VALUES (1, 'newsroom', 1, 'N')",
    (
        "INSERT INTO essays (id, slug, title, byline, appeared, language, direction,"
        " reviews_needed, scale_id, last_claim_number, created_at, revision)"
        " VALUES (1, 's', 'T', '', '', '', 'ltr', 1, 1, 1, '2026-01-01', 1)"
    ),
    (
        "INSERT INTO versions (id, essay_id, number, current, text, length, sha256,"
        " created_at) VALUES (1, 1, 1, true, :text, 48, 'x', '2026-01-01')"
    ),
]
SENTENCE = (
    'INSERT INTO sentences (version_id, position, paragraph, start, "end", sorting,'
    " reason, revision) VALUES (1, :position, :paragraph, :start, :end, :sorting,"
    " :reason, 1)"
)
SORTED = {"sorting": "not_a_claim", "reason": "not_prose"}
OPEN = {"sorting": "to_sort", "reason": None}


@pytest.fixture
def upgraded(bare_url):
    command.upgrade(database.alembic_config(bare_url), "0002_the_desk")
    engine = database.open_engine(bare_url)
    with engine.begin() as connection:
        for row in ESSAY:
            connection.execute(text(row), {"text": TEXT} if ":text" in row else {})
        for position, (paragraph, start, end) in enumerate(SPANS, 1):
            place = {"position": position, "paragraph": paragraph}
            span = {"start": start, "end": end}
            sorting = OPEN if paragraph == 2 else SORTED
            connection.execute(text(SENTENCE), {**place, **span, **sorting})
    database.upgrade(bare_url)
    yield engine
    engine.dispose()


def test_paragraphs_get_the_kind_they_were_drawn_as(upgraded):
    with upgraded.connect() as connection:
        rows = connection.execute(
            text("SELECT number, kind FROM paragraphs ORDER BY number")
        )
        assert [tuple(row) for row in rows] == [
            (1, "heading"),
            (2, "prose"),
            (3, "separator"),
            (4, "byline"),
        ]
        assert connection.execute(text("SELECT layout FROM versions")).scalar() == 1
