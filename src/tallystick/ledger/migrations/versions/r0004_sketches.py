"""What is kept of each report's text to find its copies without going over all texts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Makes the tables, empty: the next derivation is a full one, and fills them."""
    op.create_table(
        "sketch",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report_id", sa.Text, nullable=False, unique=True),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("credited", sa.Boolean, nullable=False),
        sa.Column("passages", sa.Text, nullable=False),
        sa.Column("parent_id", sa.Text, index=True),
    )
    op.create_table(
        "passage_key",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM basis")
