"""Who is where, apart from the incidents that tell it; and tallies bear the number of the saving that wrote them."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision: str | None = "0010"

_AT_ONCE = 2_000


def upgrade() -> None:
    """Fills the new table from the incidents on file, as a derivation would."""
    op.add_column("tally", sa.Column("written", sa.Integer, nullable=False, server_default="1"))
    op.create_index("ix_tally_written", "tally", ["written"])
    presence = op.create_table(
        "presence",
        sa.Column("incident_id", sa.Text, primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
    )
    incident = sa.table("incident", sa.column("id"), sa.column("payload"))
    connection, after = op.get_bind(), ""
    query = sa.select(incident.c.id, incident.c.payload).order_by(incident.c.id).limit(_AT_ONCE)
    while found := connection.execute(query.where(incident.c.id > after)).all():
        after = found[-1].id
        rows = [{"incident_id": row.id, "payload": told} for row in found if (told := _presence(row.payload))]
        if rows:
            connection.execute(sa.insert(presence), rows)


def _presence(payload: str) -> str | None:
    incident: dict[str, Any] = json.loads(payload)
    place = incident.get("place") or {}
    land = place.get("country") or place.get("id")
    if not land or incident.get("background") or incident.get("review_state") == "rejected":
        return None
    doer = incident.get("perpetrator")
    doers = [doer] if doer else incident.get("claimed_by", [])
    presence = {"doers": doers, "land": land, "target": incident.get("target_actor")}
    return json.dumps(presence, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
