"""Tellings are looked up by the very places and days that they tell, and shared passages are counted where they lie."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision: str | None = "0005"


def upgrade() -> None:
    """Makes what is new, empty: the next derivation is a full one, and fills it."""
    op.drop_index("ix_telling_country_days", "telling")
    op.drop_index("ix_telling_place_id", "telling")
    op.drop_column("telling", "country")
    op.add_column("telling", sa.Column("weekday", sa.Integer))
    op.create_index("ix_telling_weekday", "telling", ["weekday"])
    op.create_index("ix_telling_place_days", "telling", ["place_id", "first_day", "last_day"])
    op.create_index("ix_telling_days", "telling", ["first_day", "last_day"])
    op.create_table(
        "place",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("country", sa.Text, index=True),
        sa.Column("latitude", sa.Float, index=True),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.drop_table("passage_key")
    op.create_table(
        "passage_key",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("is_head", sa.Boolean, nullable=False),
        sa.Column("is_short", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.drop_table("sketch")
    op.create_table(
        "sketch",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report_id", sa.Text, nullable=False, unique=True),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("credited", sa.Boolean, nullable=False),
        sa.Column("is_short", sa.Boolean, nullable=False),
        sa.Column("passages", sa.Text, nullable=False),
        sa.Column("parent_id", sa.Text, index=True),
    )
    op.execute("DELETE FROM basis")
