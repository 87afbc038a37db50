"""${message}.

Rules: the file is numbered and named (0002_rulings.py) and its revision is its
name; constraints are named; a step goes down again; data is moved in SQL, not
through models, which change later.
"""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
