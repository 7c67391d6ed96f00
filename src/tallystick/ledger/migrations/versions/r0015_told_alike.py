"""Who is where is found by what is told of it, to see whether other incidents tell the same."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision: str | None = "0014"


def upgrade() -> None:
    """Makes the index."""
    op.create_index("ix_presence_payload", "presence", ["payload"])
