"""History of claims, tallies and reports beside that of incidents, and what a report was said to be before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    """The changes on file are all of incidents, and stay as they are."""
    op.execute("ALTER TABLE change RENAME COLUMN incident_id TO subject_id")
    op.add_column("dirty_report", sa.Column("before", sa.Text))
