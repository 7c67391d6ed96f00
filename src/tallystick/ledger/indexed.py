"""What the last derivation filed for the next, looked up piece by piece."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from tallystick.ledger import index_schema
from tallystick.ledger.index import Naming, Placed, Tie, chunks_of
from tallystick.ledger.payload import noun_from
from tallystick.ledger.pieces import Pieces
from tallystick.model.place import Place
from tallystick.model.presence import Presence

_PLACE = TypeAdapter(Place)
_PRESENCE = TypeAdapter(Presence)
_PLACED = [index_schema.telling.c[name] for name in Placed._fields]
_TIE = [index_schema.tie.c[name] for name in Tie._fields]


class Indexed(Pieces):
    """Where mentions stood, which of them were tied, and who is named where."""

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

    def incidents_naming(self, incident_ids: Collection[str]) -> frozenset[str]:
        """The ids of the incidents that name one of those."""
        table = index_schema.reference
        return frozenset(r.incident_id for r in self._of(select(table.c.incident_id), table.c.names_id, incident_ids))

    def incidents_of_doers(self, actor_keys: Collection[str]) -> frozenset[str]:
        """The ids of the incidents for which one of those actors is named, by a claim or otherwise."""
        table = index_schema.claimant
        return frozenset(r.incident_id for r in self._of(select(table.c.incident_id), table.c.actor_key, actor_keys))

    def presences(self) -> tuple[Presence, ...]:
        """Who is where by all incidents on file, each presence once."""
        payloads = self._connection.scalars(select(index_schema.presence.c.payload).distinct())
        return tuple(noun_from(_PRESENCE, payload) for payload in payloads)

    def relation_keys(self, relation_ids: Collection[str]) -> frozenset[str]:
        """The keys of the actors between whom those relations stood when last derived."""
        table = index_schema.relation_end
        return frozenset(r.actor_key for r in self._of(select(table.c.actor_key), table.c.relation_id, relation_ids))

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
        found: list[Naming] = []
        for actor_id in actor_ids:
            of_actor = and_(*_namings_of(actor_id, but_in))
            first = select(*columns).where(of_actor).order_by(table.c.mention_id, table.c.number).limit(1)
            found += [Naming._make(row) for row in self._connection.execute(first)]
            names = self._connection.scalars(select(table.c.name).where(of_actor).distinct())
            found += [found[-1]._replace(name=name) for name in names]
        return found

    def count_reports_naming(self, actor_id: str, *, but_in: Collection[str]) -> int:
        """How many reports name that actor, but for those left out."""
        column = index_schema.naming.c.report_id
        query = select(func.count(column.distinct())).where(*_namings_of(actor_id, but_in))
        return self._connection.scalar(query) or 0

    def first_to_name(self, actor_id: str, *, but_in: Collection[str], most: int) -> frozenset[str]:
        """The ids of the first mention of each of the first reports that name that actor, and of those that describe
        it, in the order of their ids, but for the reports left out; at most so many of each.
        """
        table = index_schema.naming
        query = (
            select(func.min(table.c.mention_id))
            .where(*_namings_of(actor_id, but_in))
            .group_by(table.c.report_id)
            .order_by(table.c.report_id)
            .limit(most)
        )
        return frozenset(
            mention_id
            for each in (query, query.where(table.c.is_described))
            for mention_id in self._connection.scalars(each)
        )

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


def _namings_of(actor_id: str, but_in: Collection[str]) -> list[ColumnElement[bool]]:
    """That a naming is of that actor, and in none of the reports left out."""
    table = index_schema.naming
    return [table.c.actor_id == actor_id, *(table.c.report_id.not_in(chunk) for chunk in chunks_of(but_in))]
