"""What was fetched from the network, by its address."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision: str | None = "0009"


def upgrade() -> None:
    """Adds the table, empty."""
    op.create_table(
        "retrieval",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("final", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
    )
