"""Paragraphs and their kinds; how often a version's sentences were laid out anew."""

from collections.abc import Iterator
from itertools import groupby

import sqlalchemy as sa
from alembic import op

revision = "0003_paragraphs"
down_revision = "0002_the_desk"
branch_labels = None
depends_on = None


def upgrade() -> None:
    paragraphs = op.create_table(
        "paragraphs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_paragraphs_counted_from_one")),
        sa.CheckConstraint(
            "kind IN ('prose', 'heading', 'byline', 'separator', 'list_item', 'quotation', 'footnote')",
            name=op.f("ck_paragraphs_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["versions.id"],
            name=op.f("fk_paragraphs_version_id_versions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraphs")),
        sa.UniqueConstraint(
            "version_id", "number", name=op.f("uq_paragraphs_version_id_number")
        ),
    )
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("layout", sa.Integer(), server_default="1", nullable=False)
        )
    connection = op.get_bind()
    for version_id in connection.scalars(sa.text("SELECT id FROM versions")).all():
        rows = [
            {"version_id": version_id, "number": number, "kind": kind, "revision": 1}
            for number, kind in _kinds(connection, version_id)
        ]
        if rows:
            op.bulk_insert(paragraphs, rows)


def downgrade() -> None:
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.drop_column("layout")
    op.drop_table("paragraphs")


def _kinds(connection: sa.Connection, version_id: int) -> Iterator[tuple[int, str]]:
    """Guess what each paragraph was: pages stay as they were, or get a heading."""
    text = connection.scalars(
        sa.text("SELECT text FROM versions WHERE id = :version"),
        {"version": version_id},
    ).one()
    sentences = connection.execute(
        sa.text(
            'SELECT paragraph, start, "end", reason FROM sentences'
            " WHERE version_id = :version ORDER BY position"
        ),
        {"version": version_id},
    )
    for number, group in groupby(sentences, key=lambda row: row[0]):
        rows = list(group)
        prose = any(reason != "not_prose" for *_, reason in rows)
        words = text[rows[0][1] : rows[-1][2]]
        yield number, "prose" if prose else _kind_alone(words)


def _kind_alone(words: str) -> str:
    """What is no prose was drawn as an ornament without letters, as an aside with."""
    if not any(character.isalnum() for character in words):
        return "separator"
    return "heading" if words.startswith("#") else "byline"
