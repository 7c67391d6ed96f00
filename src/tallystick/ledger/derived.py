"""What was derived from the mentions and the decisions, and can be thrown away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Table, delete, func, insert, select

from tallystick.ledger import changes, failures, readings, reports, schema, turn
from tallystick.ledger.causes import News, explain
from tallystick.ledger.claim_changes import changed_claims, changed_tallies
from tallystick.ledger.compare import State, changes_between
from tallystick.ledger.index import chunks_of
from tallystick.ledger.payload import noun_from, payload_of
from tallystick.ledger.report_changes import changed_reports
from tallystick.model.actor import Actor
from tallystick.model.base import Noun
from tallystick.model.claim import Claim
from tallystick.model.incident import Incident, Tombstone
from tallystick.model.mention import StatementMention
from tallystick.model.record import Record
from tallystick.model.relation import Relation
from tallystick.model.tally import Tally

N = TypeVar("N", bound=Noun)

_INCIDENT = TypeAdapter(Incident)


def save(connection: Connection, record: Record, news: News, *, dirt: int) -> None:
    """Puts what this record derives in place of what was derived before, and adds to history what that changes.

    Its reports, mentions and failures are on file already and are left alone, but for whose words a report has.
    ``dirt`` is the number of the latest change of a report that it takes account of.
    """
    number = turn.last(connection).number
    rows = [incident_row(incident, written=number) for incident in record.incidents]
    before, after = _states_that_differ(connection, record, {row["id"]: row["payload"] for row in rows})
    incidents = explain(connection, changes_between(before, after), news, before, after)
    of_reports = changed_reports(connection, news, record.reports, up_to=dirt)
    claims = changed_claims(connection, record.claims, incidents, news)
    tallies = changed_tallies(connection, record.tallies, incidents, news)
    changes.record(connection, [*incidents, *claims, *tallies, *of_reports], news)
    _replace(connection, schema.syndication, [row for r in record.reports if (row := reports.syndication_row(r))])
    _replace(connection, schema.incident, rows)
    _replace(connection, schema.tombstone, [tombstone_row(tombstone) for tombstone in record.tombstones])
    written = last_written(connection) + 1
    _replace(connection, schema.tally, [tally_row(tally, written=written) for tally in record.tallies])
    for table, nouns in (
        (schema.claim, record.claims),
        (schema.relation, record.relations),
        (schema.statement, record.statements),
        (schema.actor, record.actors),
    ):
        _replace(connection, table, [{"id": noun.id, "payload": payload_of(noun)} for noun in nouns])


def _states_that_differ(connection: Connection, record: Record, payloads: Mapping[str, str]) -> tuple[State, State]:
    """The state on file and that of the record, without the incidents and tombstones that are the same in both."""
    on_file = {
        row.id: row.payload for row in connection.execute(select(schema.incident.c.id, schema.incident.c.payload))
    }
    pointers = {row.id: row.points_to for row in connection.execute(select(schema.tombstone))}
    pointing = {t.id: t.points_to for t in record.tombstones}
    differs = {i for i in {*on_file, *payloads} if on_file.get(i) != payloads.get(i)}
    moved = {i for i in {*pointers, *pointing} if i not in pointers or i not in pointing or pointers[i] != pointing[i]}
    before = State(
        incidents={i: noun_from(_INCIDENT, on_file[i]) for i in on_file.keys() & differs},
        pointers={i: pointers[i] for i in pointers.keys() & (moved | differs)},
    )
    after = State(
        incidents={i.id: i for i in record.incidents if i.id in differs},
        pointers={i: pointing[i] for i in pointing.keys() & (moved | differs)},
    )
    return before, after


def _replace(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    connection.execute(delete(table))
    if rows:
        connection.execute(insert(table), rows)


def tombstone_row(tombstone: Tombstone) -> dict[str, Any]:
    """A tombstone as it is filed."""
    return {"id": tombstone.id, "points_to": tombstone.points_to, "payload": payload_of(tombstone)}


def last_written(connection: Connection) -> int:
    """The number of the last saving of tallies."""
    return connection.scalar(select(func.max(schema.tally.c.written))) or 0


def tally_row(tally: Tally, *, written: int) -> dict[str, Any]:
    """A tally as it is filed by the saving of that number."""
    return {"id": tally.id, "payload": payload_of(tally), "written": written}


def incident_row(incident: Incident, *, written: int) -> dict[str, Any]:
    """An incident as it is filed by the derivation of that number."""
    return {
        "id": incident.id,
        "kind": incident.kind.value,
        "first_day": incident.start,
        "last_day": incident.end,
        "country": incident.place.country if incident.place else None,
        "place_id": incident.place.id if incident.place else None,
        "status": incident.status.value,
        "review_state": incident.review_state.value,
        "background": incident.background,
        "written": written,
        "payload": payload_of(incident),
    }


def incidents_of(connection: Connection, incident_ids: Collection[str]) -> tuple[Incident, ...]:
    """Those of the incidents that stand, sorted by id."""
    return tuple(sorted(each_incident_of(connection, incident_ids), key=lambda incident: incident.id))


def each_incident_of(connection: Connection, incident_ids: Collection[str]) -> Iterator[Incident]:
    """Those of the incidents that stand, in the order given; all are read at once, and made one by one."""
    table = schema.incident
    query = select(table.c.id, table.c.payload)
    filed = {
        row.id: row.payload
        for chunk in chunks_of(incident_ids)
        for row in connection.execute(query.where(table.c.id.in_(chunk)))
    }
    # Python's search for garbage goes over every object that is held: a list of them costs more than making them.
    return (noun_from(_INCIDENT, filed[id_]) for id_ in incident_ids if id_ in filed)


def record(connection: Connection) -> Record:
    """Everything that the ledger says, each tuple sorted by id."""
    return Record(
        reports=reports.all_reports(connection),
        mentions=readings.all_mentions(connection),
        incidents=_all(connection, schema.incident, Incident),
        tallies=_all(connection, schema.tally, Tally),
        claims=_all(connection, schema.claim, Claim),
        relations=_all(connection, schema.relation, Relation),
        statements=_all(connection, schema.statement, StatementMention),
        actors=_all(connection, schema.actor, Actor),
        tombstones=_all(connection, schema.tombstone, Tombstone),
        failures=failures.latest(connection),
    )


def _all(connection: Connection, table: Table, noun: type[N]) -> tuple[N, ...]:
    adapter = TypeAdapter(noun)
    rows = connection.execute(select(table.c.id, table.c.payload))
    return tuple(noun_from(adapter, row.payload) for row in sorted(rows, key=lambda row: str(row.id)))
