"""What a derivation changes of what was derived before, written row by row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, select

from tallystick.ledger import changes, dirt, families, index, index_schema, kin, minting, schema, turn, windows
from tallystick.ledger.causes import News, explain
from tallystick.ledger.claim_changes import changed_claims, changed_tallies
from tallystick.ledger.compare import State, changes_between
from tallystick.ledger.derived import incident_row, incidents_of, last_written, tally_row, tombstone_row
from tallystick.ledger.index import Index, chunks_of, put, take_out
from tallystick.ledger.kin import Kin
from tallystick.ledger.payload import payload_of
from tallystick.ledger.report_changes import changed_reports
from tallystick.ledger.windows import TallyWindow
from tallystick.model.actor import Actor
from tallystick.model.claim import Claim
from tallystick.model.incident import Incident, MintedId, Tombstone
from tallystick.model.mention import StatementMention
from tallystick.model.relation import Relation
from tallystick.model.report import Report
from tallystick.model.tally import Tally

_Filed = Claim | Relation | StatementMention | Actor


@dataclass(frozen=True, kw_only=True)
class Delta:
    """The rows that differ.

    Args:
        reports: the reports that changed, of which this takes account.
        dirt: the number of the latest change of a report that this takes account of.
        recast: the reports that now have other words than before: copies of another, or crediting another.
        kin: the sketches of the reports that are new or differ, or are now taken from another.
        forgotten: the mentions that are gone or told anew.
        replaced: the mentions of which only the incident differs.
        index: what is filed of the mentions that are new or replaced, and of the incidents.
        gone: the ids of the incidents that stand no more.
        incidents: those that are new or differ.
        minted: the ids given for the first time.
        raised: the ids of which it was decided anew whether they are tombstones.
        tombstones: those that they now are.
        claims: those that are new or differ.
        relations: those that are new or were decided on.
        statements: those that are new.
        tallies: the windows of those that are new.
        actors: those that are new or differ.
        unmet: the ids of the actors that no mention names any more.

    """

    reports: frozenset[str]
    dirt: int
    recast: Sequence[Report] = ()
    kin: Sequence[Kin] = ()
    forgotten: Collection[str] = ()
    replaced: Collection[str] = ()
    index: Index = field(default_factory=Index)
    gone: Collection[str] = ()
    incidents: Sequence[Incident] = ()
    minted: Sequence[MintedId] = ()
    raised: Collection[str] = ()
    tombstones: Sequence[Tombstone] = ()
    claims: Sequence[Claim] = ()
    relations: Sequence[Relation] = ()
    statements: Sequence[StatementMention] = ()
    tallies: Sequence[TallyWindow] = ()
    actors: Sequence[Actor] = ()
    unmet: Collection[str] = ()


def save(connection: Connection, delta: Delta, news: News) -> None:
    """Writes the rows that differ, and adds to history what that changes."""
    touched = {*delta.gone, *(incident.id for incident in delta.incidents)}
    before = State(
        {i.id: i for i in incidents_of(connection, touched)}, _pointers(connection, touched | {*delta.raised})
    )
    after = State({i.id: i for i in delta.incidents}, {t.id: t.points_to for t in delta.tombstones})
    incidents = explain(connection, changes_between(before, after), news, before, after)
    reports = changed_reports(connection, news, delta.recast, up_to=delta.dirt)
    told = [claim.id for claim in delta.claims]
    claims = changed_claims(connection, delta.claims, incidents, news, among={*delta.forgotten, *told})
    tallies = changed_tallies(connection, (), incidents, news, among=_tallies_gone(delta))
    changes.record(connection, [*incidents, *claims, *tallies, *reports], news)
    _take_out_mentions(connection, delta)
    told_before = set(_presences(connection, touched).values())
    for table in (index_schema.reference, index_schema.presence):
        take_out(connection, table.c.incident_id, touched)
    take_out(connection, index_schema.claimant.c.incident_id, {*touched, *delta.index.doers})
    take_out(connection, schema.incident.c.id, touched)
    number = turn.last(connection).number
    put(connection, schema.incident, [incident_row(incident, written=number) for incident in delta.incidents])
    told_now = {payload_of(presence) for presence in delta.index.presences.values()}
    differing = told_before ^ told_now
    moved = differing != _told_beside(connection, differing)
    index.add(connection, delta.index)
    index.add_references(connection, delta.incidents)
    minting.save(connection, delta.minted)
    take_out(connection, schema.tombstone.c.id, delta.raised)
    put(connection, schema.tombstone, [tombstone_row(stone) for stone in delta.tombstones])
    for kind, nouns in (
        (schema.claim, delta.claims),
        (schema.relation, delta.relations),
        (schema.statement, delta.statements),
        (schema.actor, delta.actors),
    ):
        _put_anew(connection, kind, nouns)
    take_out(connection, schema.actor.c.id, delta.unmet)
    families.recast(connection, delta.recast)
    kin.save(connection, delta.kin)
    windows.add_stale(connection, delta.tallies)
    touching = windows.touching(before.incidents, after.incidents)
    windows.mark_stale(connection, touching, index.reports_of(connection, touching.mentions), moved=moved)
    dirt.wash(connection, delta.dirt)


def save_tallies(connection: Connection, tallies: Sequence[Tally], *, of: int | None) -> int | None:
    """Puts tallies that were reconciled anew in place of what they were, and adds to history what that changes: to the
    derivation ``of`` that number if it is the last, else to a new one, whose number it gives.
    """
    written = last_written(connection) + 1
    rows = {tally.id: tally_row(tally, written=written) for tally in tallies}
    on_file = _tallies_on_file(connection, rows)
    differing = [tally for tally in tallies if on_file.get(tally.id) != rows[tally.id]["payload"]]
    ids = [tally.id for tally in differing]
    of = changes.record(connection, changed_tallies(connection, differing, among=ids), News(), of=of)
    take_out(connection, schema.tally.c.id, ids)
    put(connection, schema.tally, [rows[id_] for id_ in ids])
    windows.freshen(connection, rows)
    return of


def _tallies_on_file(connection: Connection, tally_ids: Collection[str]) -> dict[str, str]:
    table = schema.tally
    return {
        row.id: row.payload
        for chunk in chunks_of(tally_ids)
        for row in connection.execute(select(table.c.id, table.c.payload).where(table.c.id.in_(chunk)))
    }


def _pointers(connection: Connection, ids: Collection[str]) -> dict[str, str | None]:
    table = schema.tombstone
    return {
        row.id: row.points_to
        for chunk in chunks_of(ids)
        for row in connection.execute(select(table.c.id, table.c.points_to).where(table.c.id.in_(chunk)))
    }


def _presences(connection: Connection, incident_ids: Collection[str]) -> dict[str, str]:
    table = index_schema.presence
    return {
        row.incident_id: row.payload
        for chunk in chunks_of(incident_ids)
        for row in connection.execute(select(table).where(table.c.incident_id.in_(chunk)))
    }


def _told_beside(connection: Connection, presences: Collection[str]) -> set[str]:
    """Those of the presences that other incidents on file tell too."""
    payload = index_schema.presence.c.payload
    return {
        told for chunk in chunks_of(presences) for told in connection.scalars(select(payload).where(payload.in_(chunk)))
    }


def _take_out_mentions(connection: Connection, delta: Delta) -> None:
    forgotten = delta.forgotten
    take_out(connection, schema.tally.c.id, _tallies_gone(delta))
    for column in (
        index_schema.tie.c.left_id,
        index_schema.tie.c.right_id,
        index_schema.naming.c.mention_id,
        index_schema.relation_end.c.relation_id,
        schema.claim.c.id,
        schema.relation.c.id,
        schema.statement.c.id,
    ):
        take_out(connection, column, forgotten)
    windows.forget(connection, forgotten)
    take_out(connection, index_schema.telling.c.mention_id, {*forgotten, *delta.replaced})


def _tallies_gone(delta: Delta) -> set[str]:
    """The tallies that are told no more. One told anew stays as it was until it is reconciled."""
    return {*delta.forgotten} - {window.tally_id for window in delta.tallies}


def _put_anew(connection: Connection, table: Table, nouns: Sequence[_Filed]) -> None:
    take_out(connection, table.c.id, [noun.id for noun in nouns])
    put(connection, table, [{"id": noun.id, "payload": payload_of(noun)} for noun in nouns])
