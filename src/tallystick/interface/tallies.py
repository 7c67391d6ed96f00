"""The table of tallies."""

from __future__ import annotations

import pyarrow as pa

from tallystick.interface.columns import COUNT, DAY, TEXT, TEXTS, Column, actor_columns, make_table, quote_columns
from tallystick.interface.source import Source, record_of
from tallystick.model.tally import Tally


def tallies(source: Source) -> pa.Table:
    """The quoted counts of a ledger, one a row, each checked against the incidents on file. Raises as ``open`` does."""
    return make_table(COLUMNS, record_of(source).tallies)


COLUMNS: tuple[Column[Tally], ...] = (
    Column("id", TEXT, "id, that of the mention which tells it", lambda t: t.id),
    Column("report_id", TEXT, "id of the report that tells it", lambda t: t.report_id),
    *quote_columns(lambda t: t.quote),
    *actor_columns("counter", "who counted", lambda t: t.counter),
    Column("quoted_by", TEXT, "who is quoted with it", lambda t: t.quoted_by),
    Column("unit", TEXT, "what is counted (code)", lambda t: t.unit),
    Column("comparator", TEXT, "how the number bounds the truth (code)", lambda t: t.comparator),
    Column("value", COUNT, "the number", lambda t: t.value),
    Column("value_low", COUNT, "lower bound; null where there is none", lambda t: t.value_low),
    Column("value_high", COUNT, "upper bound; null where there is none", lambda t: t.value_high),
    Column("since", DAY, "first day of the window; null where not told", lambda t: t.since),
    Column("until", DAY, "last day of the window; null: up to the day of the report", lambda t: t.until),
    *actor_columns("by", "whose acts are counted", lambda t: t.scope.actor),
    *actor_columns("against", "against whom", lambda t: t.scope.target),
    Column("areas", TEXTS, "where (country codes, ids of places)", lambda t: t.scope.areas),
    Column("weapons", TEXTS, "with what (codes)", lambda t: t.scope.weapons),
    Column("inside", TEXTS, "ids of the incidents on file that it covers", lambda t: t.reconciliation.inside),
    Column(
        "vague",
        TEXTS,
        "ids of incidents inside it that may be one of those, and were not counted again",
        lambda t: t.reconciliation.vague,
    ),
    Column("strict", COUNT, "how many on file it surely covers, in its unit", lambda t: t.reconciliation.strict.number),
    Column("lenient", COUNT, "how many on file it may cover, in its unit", lambda t: t.reconciliation.lenient.number),
    Column(
        "surely_inside", TEXTS, "ids of the incidents that it surely covers", lambda t: t.reconciliation.strict.inside
    ),
    Column(
        "perhaps_inside", TEXTS, "ids of all incidents that it may cover", lambda t: t.reconciliation.lenient.inside
    ),
    Column("gaps", TEXTS, "why count and file may differ", lambda t: [g.reason for g in t.reconciliation.gaps]),
    Column("missing", COUNT, "how many of them nobody tells one by one", lambda t: t.reconciliation.missing),
    Column("verdict", TEXT, "what the incidents on file say of it (code)", lambda t: t.reconciliation.verdict),
    Column("note", TEXT, "the same in words", lambda t: t.reconciliation.note),
)
