"""The table of mentions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from tallystick.interface.columns import (
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    TEXTS,
    Column,
    make_table,
    place_columns,
    quote_columns,
    range_columns,
)
from tallystick.interface.source import Source, record_of
from tallystick.model.mention import EventMention, Mention
from tallystick.model.terms import Role
from tallystick.model.when import When
from tallystick.reading.reader import Reading


@dataclass(frozen=True)
class Told:
    """A mention, the same as an event if it is one, and what only a ledger knows of it."""

    mention: Mention
    event: EventMention | None
    path: str | None
    incident_id: str | None


def mentions(source: Source | Reading) -> pa.Table:
    """The mentions of a ledger or of a reading, of every kind, one a row. Raises as ``open`` does.

    Columns that belong to events are null for other kinds. ``path`` and ``incident_id`` are null for a reading.
    """
    if isinstance(source, Reading):
        return make_table(COLUMNS, [_told(m) for m in source.mentions])
    record = record_of(source)
    paths = {report.id: report.path for report in record.reports}
    incident_of = {mention: incident.id for incident in record.incidents for mention in incident.mentions}
    return make_table(
        COLUMNS,
        [_told(m, path=paths.get(m.report_id), incident_id=incident_of.get(m.id)) for m in record.mentions],
    )


def _told(mention: Mention, *, path: str | None = None, incident_id: str | None = None) -> Told:
    return Told(mention, mention if isinstance(mention, EventMention) else None, path, incident_id)


def _of_event(value: Callable[[EventMention], object]) -> Callable[[Told], object]:
    return lambda told: value(told.event) if told.event else None


def _when(told: Told) -> When:
    return told.event.when if told.event else When()


def _names(*roles: Role) -> Callable[[Told], object]:
    return _of_event(lambda event: list(dict.fromkeys(p.name for p in event.participants if p.role in roles)))


COLUMNS: tuple[Column[Told], ...] = (
    Column("id", TEXT, "id of the mention", lambda t: t.mention.id),
    Column("kind", TEXT, "event, claim, tally, relation or statement", lambda t: t.mention.kind),
    Column("report_id", TEXT, "id of the report that tells it", lambda t: t.mention.report_id),
    Column("path", TEXT, "path of that report", lambda t: t.path),
    Column("incident_id", TEXT, "the incident that it was joined to", lambda t: t.incident_id),
    *quote_columns(lambda t: t.mention.quote),
    Column("modality", TEXT, "how the report puts it (code)", lambda t: t.mention.modality),
    Column("confidence", NUMBER, "the reader's own, 0 to 1", lambda t: t.mention.confidence),
    Column("event_kind", TEXT, "what happened (code)", _of_event(lambda e: e.event_kind)),
    Column("start", DAY, "first day on which it may have happened", lambda t: _when(t).start),
    Column("end", DAY, "last day on which it may have happened", lambda t: _when(t).end),
    Column("date_precision", TEXT, "how fine the date is (code)", _of_event(lambda e: e.when.precision)),
    Column("date_basis", TEXT, "what the date rests on (code)", _of_event(lambda e: e.when.basis)),
    *place_columns(lambda t: t.event.where if t.event else None),
    Column("perpetrators", TEXTS, "who is said to have done it, or suspected or inferred", _names(Role.PERPETRATOR)),
    Column("targets", TEXTS, "who or what was attacked", _names(Role.TARGET, Role.VICTIM)),
    Column("weapons", TEXTS, "with what (codes)", _of_event(lambda e: list(dict.fromkeys(w.kind for w in e.weapons)))),
    *range_columns("weapon_count", "projectiles or aircraft", lambda t: t.event.weapon_count if t.event else None),
    *range_columns("killed", "people killed", lambda t: t.event.casualties.killed if t.event else None),
    *range_columns("injured", "people injured", lambda t: t.event.casualties.injured if t.event else None),
    Column(
        "outcome",
        TEXT,
        "what came of the projectiles (code)",
        _of_event(lambda e: e.outcome.value if e.outcome else None),
    ),
    Column(
        "reporter",
        TEXT,
        "on whose word the report says it",
        _of_event(lambda e: e.reporter.name if e.reporter else None),
    ),
    Column("background", FLAG, "true for history told as background", _of_event(lambda e: e.background)),
    Column("reader", TEXT, "name and version of the reader", lambda t: t.mention.reader),
)
