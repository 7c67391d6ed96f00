"""The table of claims of responsibility."""

from __future__ import annotations

import pyarrow as pa

from tallystick.interface.columns import COUNT, DAY, TEXT, TEXTS, Column, actor_columns, make_table, quote_columns
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
    Column("number", COUNT, "how many are claimed, null where no numeral says so", lambda c: c.covers.number),
    Column("incident_ids", TEXTS, "the incidents claimed", lambda c: c.covers.incident_ids),
    Column("mode", TEXT, "how it was claimed (code)", lambda c: c.mode),
    Column("channel", TEXT, "by which outlet or service, null if not told", lambda c: c.channel and c.channel.name),
    Column(
        "made_on", DAY, "the first day on which it is said to have been made", lambda c: c.made_on and c.made_on.start
    ),
    Column("status", TEXT, "whether the claim stands after every report on file (code)", lambda c: c.status),
    Column("superseded_by", TEXT, "id of the claim that took its place", lambda c: c.superseded_by),
    Column("life", TEXTS, "its steps in order (codes)", lambda c: [step.step for step in c.life]),
)
