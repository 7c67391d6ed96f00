"""Names that nobody known bears keep the words that describe them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision: str | None = "0006"


def upgrade() -> None:
    """Makes the table of names anew, empty: the next derivation is a full one, and fills it."""
    op.drop_table("naming")
    op.create_table(
        "naming",
        sa.Column("mention_id", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("report_id", sa.Text, nullable=False, index=True),
        sa.Column("actor_id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("is_described", sa.Boolean, nullable=False),
    )
    op.create_index("ix_naming_actor", "naming", ["actor_id", "mention_id", "number"])
    op.execute("DELETE FROM basis")
