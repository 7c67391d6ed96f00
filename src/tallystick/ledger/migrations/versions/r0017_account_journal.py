"""The journal of accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision: str | None = "0016"


def upgrade() -> None:
    """Adds the table; what was done to accounts before is not known."""
    op.create_table(
        "account_entry",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("deed", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
    )
