"""The countries that a tally counts in, so that an incident elsewhere does not have it checked anew."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision: str | None = "0017"


def upgrade() -> None:
    """Adds the column, and fills it from what the tallies say."""
    op.add_column("tally_window", sa.Column("countries", sa.Text))
    connection = op.get_bind()
    fill = sa.text("UPDATE tally_window SET countries = :countries WHERE tally_id = :id")
    for row in connection.execute(sa.text("SELECT id, payload FROM mention WHERE kind = 'tally'")).all():
        countries = _countries(row.payload)
        if countries is not None:
            connection.execute(fill, {"id": row.id, "countries": countries})


def _countries(payload: str) -> str | None:
    """As a derivation files them: null where a tally may count anywhere, or where its areas are not all countries."""
    areas = json.loads(payload)["scope"]["areas"]
    return json.dumps(sorted(areas)) if areas and all(len(area) == 2 for area in areas) else None
