"""Tombstones are found by what they point to, as every history of an incident asks."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision: str | None = "0011"


def upgrade() -> None:
    """Makes the index."""
    op.create_index("ix_tombstone_points_to", "tombstone", ["points_to"])
