"""Earlier verdicts found: other desks' collections, an index, and people's answers."""

import sqlalchemy as sa
from alembic import op

revision = "0013_earlier_verdicts"
down_revision = "0012_mementos"
branch_labels = None
depends_on = None

# Terms are made by text/terms: white space parts them, and nothing else may.
FTS5 = """
CREATE VIRTUAL TABLE indexed_words USING fts5(
    terms, content='indexed_claims', content_rowid='id', detail='none', tokenize='ascii'
);;
CREATE TRIGGER indexed_words_added AFTER INSERT ON indexed_claims BEGIN
    INSERT INTO indexed_words(rowid, terms) VALUES (new.id, new.terms);
END;;
CREATE TRIGGER indexed_words_removed AFTER DELETE ON indexed_claims BEGIN
    INSERT INTO indexed_words(indexed_words, rowid, terms)
    VALUES ('delete', old.id, old.terms);
END;;
CREATE TRIGGER indexed_words_changed AFTER UPDATE ON indexed_claims BEGIN
    INSERT INTO indexed_words(indexed_words, rowid, terms)
    VALUES ('delete', old.id, old.terms);
    INSERT INTO indexed_words(rowid, terms) VALUES (new.id, new.terms);
END
"""
GIN = """
CREATE INDEX indexed_words ON indexed_claims
USING gin (array_to_tsvector(string_to_array(terms, ' '))) WITH (fastupdate = off)
"""


def upgrade() -> None:
    op.create_table(
        "collections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.Column("imported_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["imported_by_id"],
            ["people.id"],
            name=op.f("fk_collections_imported_by_id_people"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collections")),
        sa.UniqueConstraint("name", name=op.f("uq_collections_name")),
    )
    op.create_table(
        "collected_claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("collection_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("claimant", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("reviewed_on", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "claim <> '' AND verdict <> ''",
            name=op.f("ck_collected_claims_claim_and_verdict"),
        ),
        sa.ForeignKeyConstraint(
            ["collection_id"],
            ["collections.id"],
            name=op.f("fk_collected_claims_collection_id_collections"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collected_claims")),
        sa.UniqueConstraint(
            "collection_id",
            "position",
            name=op.f("uq_collected_claims_collection_id_position"),
        ),
    )
    op.create_table(
        "indexed_claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        sa.Column("collected_id", sa.Integer(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(claim_id IS NULL) <> (collected_id IS NULL)",
            name=op.f("ck_indexed_claims_one_claim"),
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name=op.f("fk_indexed_claims_claim_id_claims")
        ),
        sa.ForeignKeyConstraint(
            ["collected_id"],
            ["collected_claims.id"],
            name=op.f("fk_indexed_claims_collected_id_collected_claims"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indexed_claims")),
        sa.UniqueConstraint("claim_id", name=op.f("uq_indexed_claims_claim_id")),
        sa.UniqueConstraint(
            "collected_id", name=op.f("uq_indexed_claims_collected_id")
        ),
    )
    op.create_table(
        "indexed_terms",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term", name=op.f("pk_indexed_terms")),
    )
    op.create_table(
        "earlier_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("earlier_id", sa.Integer(), nullable=True),
        sa.Column("collected_id", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "answer IN ('linked', 'dismissed')",
            name=op.f("ck_earlier_answers_answer_known"),
        ),
        sa.CheckConstraint(
            "earlier_id IS NULL OR collected_id IS NULL",
            name=op.f("ck_earlier_answers_not_two_claims"),
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name=op.f("fk_earlier_answers_claim_id_claims")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_earlier_answers_person_id_people"),
        ),
        sa.ForeignKeyConstraint(
            ["earlier_id"],
            ["claims.id"],
            name=op.f("fk_earlier_answers_earlier_id_claims"),
        ),
        sa.ForeignKeyConstraint(
            ["collected_id"],
            ["collected_claims.id"],
            name=op.f("fk_earlier_answers_collected_id_collected_claims"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_earlier_answers")),
        sa.UniqueConstraint(
            "claim_id",
            "person_id",
            "earlier_id",
            name=op.f("uq_earlier_answers_claim_id_person_id_earlier_id"),
        ),
        sa.UniqueConstraint(
            "claim_id",
            "person_id",
            "collected_id",
            name=op.f("uq_earlier_answers_claim_id_person_id_collected_id"),
        ),
    )
    op.create_index(
        op.f("ix_earlier_answers_earlier_id"), "earlier_answers", ["earlier_id"]
    )
    op.create_index(
        op.f("ix_earlier_answers_collected_id"), "earlier_answers", ["collected_id"]
    )
    own = FTS5 if op.get_bind().dialect.name == "sqlite" else GIN
    for statement in own.split(";;"):
        op.execute(statement.strip())


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE indexed_words")
    op.drop_table("earlier_answers")
    op.drop_table("indexed_terms")
    op.drop_table("indexed_claims")
    op.drop_table("collected_claims")
    op.drop_table("collections")
