"""Incidents bear the number of the derivation that wrote them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    """Adds the number; what was written before is of derivation 1, so that one who has seen nothing yet sees it."""
    op.add_column("incident", sa.Column("written", sa.Integer, nullable=False, server_default="1"))
    op.create_index("ix_incident_written", "incident", ["written"])
