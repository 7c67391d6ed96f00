"""What stands in a ledger at one moment, read piece by piece: only what a change concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, extract, func, or_, select

from tallystick.ledger import derived, dirt, families, index_schema, journal, minting, reports, schema, turn, windows
from tallystick.ledger.index import Naming, Placed, Tie, chunks_of
from tallystick.ledger.kin import KinOnFile
from tallystick.ledger.payload import noun_from
from tallystick.model.actor import Actor
from tallystick.model.claim import Claim
from tallystick.model.decision import Decision, in_force
from tallystick.model.incident import Incident, MintedId
from tallystick.model.mention import Mention, RelationMention
from tallystick.model.place import Place
from tallystick.model.report import Report

_MENTION: TypeAdapter[Mention] = TypeAdapter(Mention)
_RELATION = TypeAdapter(RelationMention)
_CLAIM = TypeAdapter(Claim)
_PLACE = TypeAdapter(Place)
_ACTOR = TypeAdapter(Actor)

_HEAD = [schema.report.c[name] for name in Report.model_fields if name in schema.report.c and name != "text"]
_PLACED = [index_schema.telling.c[name] for name in Placed._fields]
_TIE = [index_schema.tie.c[name] for name in Tie._fields]


class Standing:
    """One state of the ledger, whatever others write meanwhile; open it with ``Ledger.standing``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def inputs(self) -> str | None:
        """What beside reports and decisions the derived state rests on; null if nothing was derived."""
        return self._connection.scalar(select(index_schema.basis.c.inputs))

    def dirty(self) -> tuple[int, frozenset[str]]:
        """The reports that changed since the last derivation, and the number of the latest change."""
        return dirt.latest(self._connection), dirt.marked(self._connection)

    def count_reports(self) -> int:
        """How many reports are on file."""
        return self._connection.scalar(select(func.count()).select_from(schema.report)) or 0

    def has_reports(self, least: int) -> bool:
        """True if so many reports are on file, without counting them."""
        report = schema.report.c.number
        nth = select(report).order_by(report).limit(1).offset(max(0, least - 1))
        return least == 0 or self._connection.scalar(nth) is not None

    def count_incidents(self) -> int:
        """How many incidents are on file."""
        return self._connection.scalar(select(func.count()).select_from(schema.incident)) or 0

    def count_years(self) -> dict[int, int]:
        """How many reports were published in each year; undated ones are left out."""
        published = schema.report.c.published_on
        year = extract("year", published)
        query = select(year, func.count()).where(published.is_not(None)).group_by(year)
        return {int(row[0]): int(row[1]) for row in self._connection.execute(query)}

    def families(self, report_ids: Collection[str]) -> frozenset[str]:
        """Those reports and all that were of their families when last derived."""
        return families.of(self._connection, report_ids)

    def kin(self) -> KinOnFile:
        """Whose copies the reports were when last derived."""
        return KinOnFile(self._connection)

    def heads(self, report_ids: Collection[str]) -> tuple[Report, ...]:
        """Those reports, sorted by id, without their texts and without whose words they have."""
        rows = self._of(select(*_HEAD), schema.report.c.id, report_ids)
        found = (Report.model_validate({**row._mapping, "text": ""}) for row in rows)
        return tuple(sorted(found, key=lambda report: report.id))

    def published(self, report_ids: Collection[str]) -> dict[str, date | None]:
        """The day of publication of each of those reports, null if it bears none."""
        query = select(schema.report.c.id, schema.report.c.published_on)
        return {row.id: row.published_on for row in self._of(query, schema.report.c.id, report_ids)}

    def reports(self, report_ids: Collection[str]) -> tuple[Report, ...]:
        """Those reports, sorted by id."""
        return reports.reports_of(self._connection, report_ids)

    def batch_of(self, report_ids: Collection[str]) -> dict[str, int]:
        """The batch of each of those reports."""
        query = select(schema.report.c.id, schema.report.c.batch)
        return {row.id: row.batch for row in self._of(query, schema.report.c.id, report_ids)}

    def mentions(self, mention_ids: Collection[str]) -> tuple[Mention, ...]:
        """Those mentions, sorted by id."""
        return self._mentions(schema.mention.c.id, mention_ids)

    def mentions_in(self, report_ids: Collection[str]) -> tuple[Mention, ...]:
        """All mentions of those reports, sorted by id."""
        return self._mentions(schema.mention.c.report_id, report_ids)

    def claim_mentions_in(self, report_ids: Collection[str]) -> tuple[Mention, ...]:
        """The claims that those reports tell, sorted by id."""
        query = select(schema.mention.c.payload).where(schema.mention.c.kind == "claim")
        rows = self._of(query, schema.mention.c.report_id, report_ids)
        return tuple(sorted((noun_from(_MENTION, row.payload) for row in rows), key=lambda m: m.id))

    def placed(self, mention_ids: Collection[str]) -> list[Placed]:
        """Where those mentions stood when last derived."""
        return self._placed(index_schema.telling.c.mention_id, mention_ids)

    def placed_in(self, report_ids: Collection[str]) -> list[Placed]:
        """Where the mentions of those reports stood."""
        return self._placed(index_schema.telling.c.report_id, report_ids)

    def placed_as(self, incident_ids: Collection[str]) -> list[Placed]:
        """The mentions of those incidents."""
        return self._placed(index_schema.telling.c.incident_id, incident_ids)

    def placed_at(self, place_ids: Collection[str | None], *, dated: bool | None = None) -> list[Placed]:
        """The tellings of those places, null for none told: all, or those with days to be looked up by or without."""
        first_day = index_schema.telling.c.first_day
        query = select(*_PLACED)
        if dated is not None:
            query = query.where(first_day.is_not(None) if dated else first_day.is_(None))
        return self._placed_where(query, place_ids)

    def placed_between(
        self, first: date, last: date, *, places: Collection[str | None] | None, widest: int
    ) -> list[Placed]:
        """The tellings that can be of one of these days, at those places, null for none told; without places, anywhere.

        ``widest`` is how many days lie between the first and the last of a telling at most.
        """
        table = index_schema.telling
        lowest = date.fromordinal(max(1, first.toordinal() - widest))
        query = select(*_PLACED).where(table.c.first_day.between(lowest, last), table.c.last_day >= first)
        return self._placed_where(query, places)

    def placed_on(self, weekdays: Collection[int], *, places: Collection[str] | None) -> list[Placed]:
        """The tellings of those days of the week that tell no other day, at those places; without places, anywhere."""
        return self._placed_where(select(*_PLACED).where(index_schema.telling.c.weekday.in_(weekdays)), places)

    def places_by(self, place: Place, *, degrees: float) -> tuple[Place, ...]:
        """The places told of which one may lie in the other, for all that their countries tell, and those that lie so
        near to it from north to south.
        """
        table = index_schema.place
        query = select(table.c.payload)
        if place.country is not None:
            near: list[ColumnElement[bool]] = [table.c.country == place.country, table.c.country.is_(None)]
            if place.latitude is not None:
                near.append(table.c.latitude.between(place.latitude - degrees, place.latitude + degrees))
            query = query.where(or_(*near))
        return tuple(noun_from(_PLACE, payload) for payload in self._connection.scalars(query))

    def ties(self, mention_ids: Collection[str]) -> list[Tie]:
        """The kept pairs with one of those mentions, each once."""
        found = {
            Tie._make(row)
            for side in (index_schema.tie.c.left_id, index_schema.tie.c.right_id)
            for row in self._of(select(*_TIE), side, mention_ids)
        }
        return list(found)

    def incidents(self, incident_ids: Collection[str]) -> tuple[Incident, ...]:
        """Those of the incidents that stand, sorted by id."""
        return derived.incidents_of(self._connection, incident_ids)

    def incidents_naming(self, incident_ids: Collection[str]) -> frozenset[str]:
        """The ids of the incidents that name one of those."""
        table = index_schema.reference
        return frozenset(r.incident_id for r in self._of(select(table.c.incident_id), table.c.names_id, incident_ids))

    def incidents_claimed_by(self, actor_keys: Collection[str]) -> frozenset[str]:
        """The ids of the incidents that one of those actors claims."""
        table = index_schema.claimant
        return frozenset(r.incident_id for r in self._of(select(table.c.incident_id), table.c.actor_key, actor_keys))

    def relations_of(self, actor_keys: Collection[str]) -> tuple[RelationMention, ...]:
        """The relations, as last derived, in which one of those actors is a side; sorted by id."""
        table = schema.relation
        end = index_schema.relation_end
        query = select(table.c.id, table.c.payload).join(end, end.c.relation_id == table.c.id)
        rows = {row.id: row.payload for row in self._of(query, end.c.actor_key, actor_keys)}
        return tuple(noun_from(_RELATION, rows[i]) for i in sorted(rows))

    def relation_keys(self, relation_ids: Collection[str]) -> frozenset[str]:
        """The keys of the actors between whom those relations stood when last derived."""
        table = index_schema.relation_end
        return frozenset(r.actor_key for r in self._of(select(table.c.actor_key), table.c.relation_id, relation_ids))

    def claims(self, claim_ids: Collection[str]) -> tuple[Claim, ...]:
        """Those claims, as last derived."""
        rows = self._of(select(schema.claim.c.payload), schema.claim.c.id, claim_ids)
        return tuple(noun_from(_CLAIM, row.payload) for row in rows)

    def actors(self, actor_ids: Collection[str]) -> tuple[Actor, ...]:
        """Those actors, as last derived."""
        rows = self._of(select(schema.actor.c.payload), schema.actor.c.id, actor_ids)
        return tuple(noun_from(_ACTOR, row.payload) for row in rows)

    def namings(self, mention_ids: Collection[str]) -> frozenset[str]:
        """The ids of the actors that those mentions named when last derived."""
        table = index_schema.naming
        return frozenset(r.actor_id for r in self._of(select(table.c.actor_id), table.c.mention_id, mention_ids))

    def names_of(self, actor_ids: Collection[str], *, but_in: Collection[str]) -> list[Naming]:
        """How each of those actors was named, each name once and each actor's first naming among them, but for those
        in the reports left out.
        """
        table = index_schema.naming
        columns = [table.c[name] for name in Naming._fields]
        rest = [table.c.report_id.not_in(chunk) for chunk in chunks_of(but_in)]
        found: list[Naming] = []
        for actor_id in actor_ids:
            of_actor = and_(table.c.actor_id == actor_id, *rest)
            first = select(*columns).where(of_actor).order_by(table.c.mention_id, table.c.number).limit(1)
            found += [Naming._make(row) for row in self._connection.execute(first)]
            names = self._connection.scalars(select(table.c.name).where(of_actor).distinct())
            found += [found[-1]._replace(name=name) for name in names]
        return found

    def minted_in(self, report_ids: Collection[str]) -> tuple[MintedId, ...]:
        """The ids once given for words of those reports, sorted."""
        return minting.minted_in(self._connection, report_ids)

    def stale_tallies(self) -> frozenset[str]:
        """The ids of the tallies that are to be reconciled before they are read."""
        return windows.stale(self._connection)

    def decisions_in_force(self, *, until: int) -> tuple[Decision, ...]:
        """The decisions that held up to that number, oldest first."""
        return in_force(entry for entry in journal.entries(self._connection) if entry.id <= until)

    def decisions_since(self, *, until: int) -> tuple[Decision, ...]:
        """The decisions taken since the last derivation, up to that number; of an undo, all that it takes back or
        brings back.
        """
        entries = {entry.id: entry for entry in journal.entries(self._connection) if entry.id <= until}
        last = turn.last(self._connection).decision
        found: dict[int, Decision] = {}
        for entry in entries.values():
            one: Decision | None = entry if entry.id > last else None
            while one is not None and one.id not in found:
                found[one.id] = one
                one = entries[one.undoes] if one.undoes is not None else None
        return tuple(found.values())

    def _of(self, query: Select[Any], column: ColumnElement[Any], ids: Collection[str]) -> Iterator[Row[Any]]:
        for chunk in chunks_of(ids):
            yield from self._connection.execute(query.where(column.in_(chunk)))

    def _placed(self, column: ColumnElement[Any], ids: Collection[str]) -> list[Placed]:
        return [Placed._make(row) for row in self._of(select(*_PLACED), column, ids)]

    def _placed_where(self, query: Select[Any], places: Collection[str | None] | None) -> list[Placed]:
        """The tellings that a query finds at these places, or anywhere."""
        if places is None:
            return [Placed._make(row) for row in self._connection.execute(query)]
        place = index_schema.telling.c.place_id
        rows = list(self._of(query, place, [i for i in places if i is not None]))
        if None in places:
            rows += self._connection.execute(query.where(place.is_(None)))
        return [Placed._make(row) for row in rows]

    def _mentions(self, column: ColumnElement[Any], ids: Collection[str]) -> tuple[Mention, ...]:
        rows = self._of(select(schema.mention.c.payload), column, ids)
        return tuple(sorted((noun_from(_MENTION, row.payload) for row in rows), key=lambda m: m.id))
