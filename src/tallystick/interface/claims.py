"""The table of claims of responsibility."""

from __future__ import annotations

import pyarrow as pa

from tallystick.interface.columns import TEXT, TEXTS, Column, actor_columns, make_table, quote_columns
from tallystick.interface.source import Source, record_of
from tallystick.model.claim import Claim


def claims(source: Source) -> pa.Table:
    """The claims of a ledger, one a row. One over "most of the attacks" marks no incident. Raises as ``open`` does."""
    return make_table(COLUMNS, record_of(source).claims)


COLUMNS: tuple[Column[Claim], ...] = (
    Column("id", TEXT, "id, that of the mention which tells it", lambda c: c.id),
    Column("report_id", TEXT, "id of the report that tells it", lambda c: c.report_id),
    *quote_columns(lambda c: c.quote),
    *actor_columns("claimant", "who claims", lambda c: c.claimant),
    Column("quantifier", TEXT, "how much is claimed (code)", lambda c: c.covers.quantifier),
    Column("incident_ids", TEXTS, "the incidents claimed", lambda c: c.covers.incident_ids),
    Column("mode", TEXT, "how it was claimed (code)", lambda c: c.mode),
    Column("status", TEXT, "whether the claim stands (code)", lambda c: c.status),
)
