"""The desk: invitations, assignments, rulings, talk, corrections, passkeys."""

import sqlalchemy as sa
from alembic import op

revision = "0002_the_desk"
down_revision = "0001_the_first_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk_pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_pages")),
        sa.UniqueConstraint("key", name=op.f("uq_desk_pages_key")),
    )
    op.create_table(
        "desk_settings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_desk_settings")),
    )
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=True),
        sa.Column("transports", sa.Text(), nullable=True),
        sa.Column("backup_state", sa.Boolean(), nullable=False),
        sa.Column("device_type", sa.Text(), nullable=False),
        sa.Column("extensions", sa.Text(), nullable=True),
        sa.Column("create_datetime", sa.DateTime(), nullable=False),
        sa.Column("lastuse_datetime", sa.DateTime(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("usage", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["people.id"], name=op.f("fk_passkeys_user_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkeys")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkeys_credential_id")),
    )
    with op.batch_alter_table("passkeys", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_passkeys_user_id"), ["user_id"], unique=False
        )

    op.create_table(
        "error_reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("essay_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("claim_number", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("read_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state IN ('new', 'read', 'answered')",
            name=op.f("ck_error_reports_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["essay_id"], ["essays.id"], name=op.f("fk_error_reports_essay_id_essays")
        ),
        sa.ForeignKeyConstraint(
            ["read_by_id"],
            ["people.id"],
            name=op.f("fk_error_reports_read_by_id_people"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_error_reports")),
    )
    with op.batch_alter_table("error_reports", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_error_reports_essay_id"), ["essay_id"], unique=False
        )

    op.create_table(
        "essay_roles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("essay_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "role IN ('reviewer', 'editor')", name=op.f("ck_essay_roles_role_known")
        ),
        sa.ForeignKeyConstraint(
            ["essay_id"], ["essays.id"], name=op.f("fk_essay_roles_essay_id_essays")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_essay_roles_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_essay_roles")),
        sa.UniqueConstraint(
            "essay_id", "person_id", name=op.f("uq_essay_roles_essay_id_person_id")
        ),
    )
    with op.batch_alter_table("essay_roles", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_essay_roles_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "guests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("essay_id", sa.Integer(), nullable=False),
        sa.Column("secret_sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"],
            ["people.id"],
            name=op.f("fk_guests_created_by_id_people"),
        ),
        sa.ForeignKeyConstraint(
            ["essay_id"], ["essays.id"], name=op.f("fk_guests_essay_id_essays")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guests")),
        sa.UniqueConstraint("secret_sha256", name=op.f("uq_guests_secret_sha256")),
    )
    with op.batch_alter_table("guests", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_guests_essay_id"), ["essay_id"], unique=False
        )

    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("secret_sha256", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("essay_id", sa.Integer(), nullable=True),
        sa.Column("invited_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.Column("used_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "role IN ('reviewer', 'editor', 'admin')",
            name=op.f("ck_invitations_role_known"),
        ),
        sa.CheckConstraint(
            "(used_at IS NULL) = (used_by_id IS NULL)",
            name=op.f("ck_invitations_used_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["essay_id"], ["essays.id"], name=op.f("fk_invitations_essay_id_essays")
        ),
        sa.ForeignKeyConstraint(
            ["invited_by_id"],
            ["people.id"],
            name=op.f("fk_invitations_invited_by_id_people"),
        ),
        sa.ForeignKeyConstraint(
            ["used_by_id"], ["people.id"], name=op.f("fk_invitations_used_by_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("secret_sha256", name=op.f("uq_invitations_secret_sha256")),
    )
    op.create_table(
        "assignments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("assigned_by_id", sa.Integer(), nullable=True),
        sa.Column("assigned_at", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('assigned', 'taken')", name=op.f("ck_assignments_kind_known")
        ),
        sa.ForeignKeyConstraint(
            ["assigned_by_id"],
            ["people.id"],
            name=op.f("fk_assignments_assigned_by_id_people"),
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name=op.f("fk_assignments_claim_id_claims")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_assignments_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
        sa.UniqueConstraint(
            "claim_id", "person_id", name=op.f("uq_assignments_claim_id_person_id")
        ),
    )
    with op.batch_alter_table("assignments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_assignments_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "comments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name=op.f("fk_comments_author_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name=op.f("fk_comments_claim_id_claims")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
    )
    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_comments_claim_id"), ["claim_id"], unique=False
        )

    op.create_table(
        "inquiries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Text(), nullable=False),
        sa.Column("resolved", sa.Boolean(), nullable=False),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name=op.f("fk_inquiries_claim_id_claims")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"],
            ["people.id"],
            name=op.f("fk_inquiries_created_by_id_people"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiries")),
    )
    with op.batch_alter_table("inquiries", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_inquiries_claim_id"), ["claim_id"], unique=False
        )

    op.create_table(
        "rewordings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status IN ('proposed', 'accepted', 'rejected', 'answered', 'withdrawn')",
            name=op.f("ck_rewordings_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name=op.f("fk_rewordings_claim_id_claims")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"],
            ["people.id"],
            name=op.f("fk_rewordings_created_by_id_people"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rewordings")),
    )
    with op.batch_alter_table("rewordings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_rewordings_claim_id"), ["claim_id"], unique=False
        )

    op.create_table(
        "rulings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("verdict_id", sa.Integer(), nullable=True),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("disagreement", sa.Text(), nullable=False),
        sa.Column("print_dissent", sa.Boolean(), nullable=False),
        sa.Column("sources", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("ruled_by_id", sa.Integer(), nullable=False),
        sa.Column("ruled_at", sa.DateTime(), nullable=False),
        sa.Column("reopened_at", sa.DateTime(), nullable=True),
        sa.Column("replaced_at", sa.DateTime(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(outcome = 'verdict' AND verdict_id IS NOT NULL) OR (outcome = 'not_a_claim' AND verdict_id IS NULL)",
            name=op.f("ck_rulings_outcome_fits"),
        ),
        sa.CheckConstraint(
            "disagreement IN ('', 'fact', 'weight', 'scope', 'wording', 'guideline_gap')",
            name=op.f("ck_rulings_disagreement_known"),
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name=op.f("fk_rulings_claim_id_claims")
        ),
        sa.ForeignKeyConstraint(
            ["ruled_by_id"], ["people.id"], name=op.f("fk_rulings_ruled_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["verdict_id"], ["verdicts.id"], name=op.f("fk_rulings_verdict_id_verdicts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rulings")),
    )
    with op.batch_alter_table("rulings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_rulings_claim_id"), ["claim_id"], unique=False
        )
        batch_op.create_index(
            "ix_rulings_one_in_force",
            ["claim_id"],
            unique=True,
            sqlite_where=sa.text("replaced_at IS NULL"),
            postgresql_where=sa.text("replaced_at IS NULL"),
        )

    op.create_table(
        "mentions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["comments.id"],
            name=op.f("fk_mentions_comment_id_comments"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_mentions_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentions")),
        sa.UniqueConstraint(
            "comment_id", "person_id", name=op.f("uq_mentions_comment_id_person_id")
        ),
    )
    with op.batch_alter_table("mentions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_mentions_person_id"), ["person_id"], unique=False
        )

    with op.batch_alter_table("editions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("corrections", sa.JSON(), server_default="[]", nullable=False)
        )

    with op.batch_alter_table("essays", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "take_minutes", sa.Integer(), server_default="240", nullable=False
            )
        )
        batch_op.add_column(
            sa.Column(
                "hide_names", sa.Boolean(), server_default=sa.false(), nullable=False
            )
        )
        batch_op.add_column(sa.Column("reveal_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("unpublished_at", sa.DateTime(), nullable=True))
        batch_op.add_column(
            sa.Column("unpublished_note", sa.Text(), server_default="", nullable=False)
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_essays_take_minutes_positive"), "take_minutes > 0"
        )

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("time_zone", sa.Text(), server_default="UTC", nullable=False)
        )
        batch_op.add_column(
            sa.Column("interests", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("digest", sa.Text(), server_default="never", nullable=False)
        )
        batch_op.add_column(sa.Column("digest_sent_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("tf_primary_method", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("tf_totp_secret", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("mf_recovery_codes", sa.Text(), nullable=True))
        batch_op.add_column(
            sa.Column("fs_webauthn_user_handle", sa.Text(), nullable=True)
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_people_fs_webauthn_user_handle"), ["fs_webauthn_user_handle"]
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_people_digest_known"),
            "digest IN ('never', 'daily', 'weekly')",
        )

    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_verdict_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("first_given_at", sa.DateTime(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_reviews_first_verdict_id_verdicts"),
            "verdicts",
            ["first_verdict_id"],
            ["id"],
        )

    op.execute(
        "UPDATE reviews SET first_verdict_id = verdict_id, first_given_at = given_at"
        " WHERE given_at IS NOT NULL"
    )


def downgrade() -> None:
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_reviews_first_verdict_id_verdicts"), type_="foreignkey"
        )
        batch_op.drop_column("first_given_at")
        batch_op.drop_column("first_verdict_id")

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_people_digest_known"), type_="check")
        batch_op.drop_constraint(
            batch_op.f("uq_people_fs_webauthn_user_handle"), type_="unique"
        )
        batch_op.drop_column("fs_webauthn_user_handle")
        batch_op.drop_column("mf_recovery_codes")
        batch_op.drop_column("tf_totp_secret")
        batch_op.drop_column("tf_primary_method")
        batch_op.drop_column("digest_sent_at")
        batch_op.drop_column("digest")
        batch_op.drop_column("interests")
        batch_op.drop_column("time_zone")

    with op.batch_alter_table("essays", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("ck_essays_take_minutes_positive"), type_="check"
        )
        batch_op.drop_column("unpublished_note")
        batch_op.drop_column("unpublished_at")
        batch_op.drop_column("reveal_at")
        batch_op.drop_column("hide_names")
        batch_op.drop_column("take_minutes")

    with op.batch_alter_table("editions", schema=None) as batch_op:
        batch_op.drop_column("corrections")

    with op.batch_alter_table("mentions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mentions_person_id"))

    op.drop_table("mentions")
    with op.batch_alter_table("rulings", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_rulings_one_in_force",
            sqlite_where=sa.text("replaced_at IS NULL"),
            postgresql_where=sa.text("replaced_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_rulings_claim_id"))

    op.drop_table("rulings")
    with op.batch_alter_table("rewordings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rewordings_claim_id"))

    op.drop_table("rewordings")
    with op.batch_alter_table("inquiries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inquiries_claim_id"))

    op.drop_table("inquiries")
    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comments_claim_id"))

    op.drop_table("comments")
    with op.batch_alter_table("assignments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assignments_person_id"))

    op.drop_table("assignments")
    op.drop_table("invitations")
    with op.batch_alter_table("guests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guests_essay_id"))

    op.drop_table("guests")
    with op.batch_alter_table("essay_roles", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_essay_roles_person_id"))

    op.drop_table("essay_roles")
    with op.batch_alter_table("error_reports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_error_reports_essay_id"))

    op.drop_table("error_reports")
    with op.batch_alter_table("passkeys", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_passkeys_user_id"))

    op.drop_table("passkeys")
    op.drop_table("desk_settings")
    op.drop_table("desk_pages")
