"""Mentions are found by how sure the reader was, and decisions by the name that they are on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision: str | None = "0013"


def upgrade() -> None:
    """Adds both columns; the sureness is in the payloads already, and no decision on a name was taken before."""
    op.add_column("mention", sa.Column("confidence", sa.Float))
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    told = "json_extract(payload, '$.confidence')" if is_sqlite else "(payload::jsonb ->> 'confidence')::float"
    op.execute(f"UPDATE mention SET confidence = {told}")
    op.create_index("ix_mention_confidence", "mention", ["kind", "confidence", "id"])
    op.add_column("decision", sa.Column("name", sa.Text))
    op.create_index("ix_decision_name", "decision", ["name"])
