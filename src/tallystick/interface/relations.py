"""The table of relations between actors."""

from __future__ import annotations

import pyarrow as pa

from tallystick.interface.columns import DAY, TEXT, Column, actor_columns, make_table, quote_columns
from tallystick.interface.source import Source, record_of
from tallystick.model.relation import Relation


def relations(source: Source) -> pa.Table:
    """The relations that the reports of a ledger tell, one a row. Raises as ``open`` does."""
    return make_table(COLUMNS, record_of(source).relations)


COLUMNS: tuple[Column[Relation], ...] = (
    Column("id", TEXT, "id, that of the mention which tells it", lambda r: r.id),
    Column("report_id", TEXT, "id of the report that tells it", lambda r: r.report_id),
    *quote_columns(lambda r: r.quote),
    *actor_columns("subject", "who", lambda r: r.subject),
    Column("predicate", TEXT, "how the two stand to each other (code)", lambda r: r.predicate),
    *actor_columns("object", "to whom", lambda r: r.object),
    Column("since", DAY, "first day; null where not told", lambda r: r.since),
    Column("until", DAY, "last day; null where not told", lambda r: r.until),
    Column("grade", TEXT, "how well it is evidenced (code)", lambda r: r.grade),
    Column("standing", TEXT, "whether a person accepted or rejected it (code)", lambda r: r.standing),
    Column("in_base", TEXT, "what the knowledge base says beside it (code)", lambda r: r.base.verdict),
    Column("base_note", TEXT, "the same in words", lambda r: r.base.note),
)
