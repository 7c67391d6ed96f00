"""What stands in a ledger at one moment, read piece by piece: only what a change concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from typing import TypeVar

from pydantic import TypeAdapter
from sqlalchemy import func, select

from tallystick.ledger import (
    changes,
    countables,
    derived,
    dirt,
    doubts,
    glances,
    incidents,
    index_schema,
    journal,
    minting,
    paging,
    schema,
    tallies,
    turn,
    windows,
)
from tallystick.ledger.changes import GlancedChange
from tallystick.ledger.countables import FiledCountable
from tallystick.ledger.glances import Glance
from tallystick.ledger.indexed import Indexed
from tallystick.ledger.on_file import OnFile
from tallystick.ledger.payload import noun_from
from tallystick.model.actor import Actor
from tallystick.model.base import Noun
from tallystick.model.change import Derivation
from tallystick.model.claim import Claim
from tallystick.model.decision import Decision, in_force
from tallystick.model.incident import Incident, MintedId
from tallystick.model.relation import Relation
from tallystick.model.tally import Tally

N = TypeVar("N", bound=Noun)

_RELATION = TypeAdapter(Relation)
_CLAIM = TypeAdapter(Claim)
_ACTOR = TypeAdapter(Actor)
_TALLY = TypeAdapter(Tally)


class Standing(OnFile, Indexed):
    """One state of the ledger, whatever others write meanwhile; open it with ``Ledger.standing``."""

    def inputs(self) -> str | None:
        """What beside reports and decisions the derived state rests on; null if nothing was derived."""
        return self._connection.scalar(select(index_schema.basis.c.inputs))

    def dirty(self) -> tuple[int, frozenset[str]]:
        """The reports that changed since the last derivation, and the number of the latest change."""
        return dirt.latest(self._connection), dirt.marked(self._connection)

    def count_incidents(self) -> int:
        """How many incidents are on file."""
        return self._connection.scalar(select(func.count()).select_from(schema.incident)) or 0

    def turn(self) -> int:
        """How many derivations were saved: what is derived changes only with this number."""
        return turn.last(self._connection).number

    def least_sure_events(self, *, most: int) -> list[tuple[str, float]]:
        """The event mentions of incidents that nobody has passed, with how sure the reader was, least first."""
        return doubts.least_sure_events(self._connection, most=most)

    def least_sure_relations(self) -> Iterator[Relation]:
        """The relations that reports tell, as last derived, those first of which the reader was least sure."""
        return doubts.least_sure_relations(self._connection)

    def glances(self, *, after: int) -> Iterator[Glance]:
        """A look at each incident that a derivation wrote after the one of that number."""
        return glances.written_after(self._connection, after)

    def glances_of(self, incident_ids: Collection[str]) -> Iterator[Glance]:
        """A look at each of those incidents that stand."""
        return glances.of(self._connection, incident_ids)

    def latest_derivations(self, *, most: int) -> tuple[Derivation, ...]:
        """The last derivations that changed something, the latest first."""
        return changes.latest(self._connection, most=most)

    def changes_of(self, number: int) -> Iterator[tuple[str, GlancedChange]]:
        """A look at each change that the derivation of that number made, with the id of what it changed."""
        return changes.glanced(self._connection, number)

    def incidents_changed_after(self, number: int, *, most: int) -> tuple[str, ...]:
        """The ids of the incidents that derivations after that number changed, sorted, at most so many."""
        return changes.incidents_changed_after(self._connection, number, most=most)

    def changed_since(self, moment: datetime) -> frozenset[str]:
        """The ids of what was changed by a derivation from that moment on, which bears its zone."""
        return changes.ids_since(self._connection, moment)

    def incident_ids(self) -> frozenset[str]:
        """The ids of all incidents on file."""
        return frozenset(self._connection.scalars(select(schema.incident.c.id)))

    def incidents(self, incident_ids: Collection[str]) -> tuple[Incident, ...]:
        """Those of the incidents that stand, sorted by id."""
        return derived.incidents_of(self._connection, incident_ids)

    def each_incident(self, incident_ids: Collection[str]) -> Iterator[Incident]:
        """Those of the incidents that stand, in the order given. They are read at once, and made one by one as they are
        taken, which may be after this state is closed.
        """
        return derived.each_incident_of(self._connection, incident_ids)

    def countables(self, incident_ids: Collection[str]) -> Iterator[FiledCountable]:
        """Those of the incidents that stand, as counts go by them."""
        return countables.countables_of(self._connection, incident_ids)

    def incidents_between(self, since: date, until: date, *, countries: Collection[str]) -> frozenset[str]:
        """The ids of the incidents that share a day with ``since`` to ``until`` in one of these countries, or in none
        that is told; without countries, anywhere.
        """
        return incidents.ids_between(self._connection, since, until, countries=countries)

    def last_days(self, incident_ids: Collection[str]) -> dict[str, date | None]:
        """The last day of each of those incidents that stand, null where none is told."""
        table = schema.incident
        query = select(table.c.id, func.coalesce(table.c.last_day, table.c.first_day).label("day"))
        return {row.id: row.day for row in self._of(query, table.c.id, incident_ids)}

    def incidents_of_no_day(self, *, countries: Collection[str]) -> frozenset[str]:
        """The ids of the incidents whose day is not told, in one of these countries alike."""
        return incidents.ids_of_no_day(self._connection, countries=countries)

    def relations_of(self, actor_keys: Collection[str]) -> tuple[Relation, ...]:
        """The relations, as last derived, in which one of those actors is a side; sorted by id."""
        table = schema.relation
        end = index_schema.relation_end
        query = select(table.c.id, table.c.payload).join(end, end.c.relation_id == table.c.id)
        rows = {row.id: row.payload for row in self._of(query, end.c.actor_key, actor_keys)}
        return tuple(noun_from(_RELATION, rows[i]) for i in sorted(rows))

    def page(self, noun: type[N], *, after: str, most: int) -> tuple[N, ...]:
        """The nouns of that sort whose ids come after one, in the order of their ids, at most so many: fewer where they
        are long, and none only where none follows.

        Raises KeyError for a noun that has no table of its own.
        """
        return paging.page(self._connection, noun, after=after, most=most)

    def follows(self, noun: type[Noun], *, after: str) -> bool:
        """Whether there is a noun of that sort whose id comes after that. Raises as ``page`` does."""
        return paging.follows(self._connection, noun, after=after)

    def get(self, noun: type[N], noun_id: str) -> N | None:
        """The noun of that sort with that id; null if there is none. Raises as ``page`` does."""
        return paging.get(self._connection, noun, noun_id)

    def count(self, noun: type[Noun]) -> int:
        """How many nouns of that sort are on file. Raises as ``page`` does."""
        return paging.count(self._connection, noun)

    def all_relations(self) -> tuple[Relation, ...]:
        """Every relation that reports tell, as last derived, sorted by id."""
        payloads = self._connection.scalars(select(schema.relation.c.payload).order_by(schema.relation.c.id))
        return tuple(noun_from(_RELATION, payload) for payload in payloads)

    def relations(self, relation_ids: Iterable[str]) -> tuple[Relation, ...]:
        """Those relations, as last derived, sorted by id."""
        rows = self._of(select(schema.relation.c.payload), schema.relation.c.id, tuple(relation_ids))
        return tuple(sorted((noun_from(_RELATION, row.payload) for row in rows), key=lambda r: r.id))

    def all_actors(self) -> tuple[Actor, ...]:
        """Every actor that the mentions name, as last derived, sorted by id."""
        payloads = self._connection.scalars(select(schema.actor.c.payload).order_by(schema.actor.c.id))
        return tuple(noun_from(_ACTOR, payload) for payload in payloads)

    def claims(self, claim_ids: Collection[str]) -> tuple[Claim, ...]:
        """Those claims, as last derived."""
        rows = self._of(select(schema.claim.c.payload), schema.claim.c.id, claim_ids)
        return tuple(noun_from(_CLAIM, row.payload) for row in rows)

    def tallies(self, tally_ids: Collection[str]) -> tuple[Tally, ...]:
        """Those tallies, as last checked."""
        rows = self._of(select(schema.tally.c.payload), schema.tally.c.id, tally_ids)
        return tuple(noun_from(_TALLY, row.payload) for row in rows)

    def tallies_in_short(self, *, after: int) -> Iterator[Tally]:
        """The tallies that were saved after the saving of that number, sorted by id, with what lists and charts show of
        their checks: of the incidents only those inside.
        """
        return tallies.in_short(self._connection, after=after)

    def last_tallies_written(self) -> int:
        """The number of the last saving of tallies."""
        return derived.last_written(self._connection)

    def tally_ids(self) -> frozenset[str]:
        """The ids of all tallies on file."""
        return frozenset(self._connection.scalars(select(schema.tally.c.id)))

    def actors(self, actor_ids: Collection[str]) -> tuple[Actor, ...]:
        """Those actors, as last derived."""
        rows = self._of(select(schema.actor.c.payload), schema.actor.c.id, actor_ids)
        return tuple(noun_from(_ACTOR, row.payload) for row in rows)

    def minted_in(self, report_ids: Collection[str]) -> tuple[MintedId, ...]:
        """The ids once given for words of those reports, sorted."""
        return minting.minted_in(self._connection, report_ids)

    def stale_tallies(self) -> frozenset[str]:
        """The ids of the tallies that are to be reconciled before they are read."""
        return windows.stale(self._connection)

    def count_stale_tallies(self) -> int:
        """How many these are."""
        return windows.count_stale(self._connection)

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
