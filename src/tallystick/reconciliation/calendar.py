"""The incidents on file by who is in them, by where they lie and by day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from tallystick.model.actor import ActorRef
from tallystick.model.countable import Countable
from tallystick.model.mention import TallyMention
from tallystick.reconciliation.scope import SameSide, did_happen, doers_of, is_between_others, is_of_the_sides

_SHORT = timedelta(days=31)
"""How long an incident may have lasted to be looked up by its first day; the few longer ones are always met."""

_Sides = tuple[ActorRef | None, ActorRef | None]
_Parties = tuple[tuple[ActorRef, ...], ActorRef | None, bool]
_Days = list[tuple[date, int]]
_MayLie = Callable[[Countable, tuple[str, ...]], bool]


class Calendar:
    """Incidents by number, those between the same parties together: of a tally's sides are all of them, or none is.

    So what is asked of the sides is asked once for a pair of them and for each set of parties, and those that are
    known to be between others are passed over unseen.
    """

    def __init__(self, incidents: Sequence[Countable], *, same_side: SameSide, may_lie: _MayLie) -> None:
        """``may_lie`` is whether an incident may lie in one of several areas, which goes by its place alone."""
        self._incidents = incidents
        self._same_side = same_side
        self._may_lie = may_lie
        self._between: dict[_Parties, list[int]] = defaultdict(list)
        for n, incident in enumerate(incidents):
            self._between[(doers_of(incident), incident.target_actor, did_happen(incident))].append(n)
        self._others: dict[_Sides, frozenset[_Parties]] = {}
        self._days: dict[tuple[_Parties, tuple[str, ...]], _Days] = {}
        self._places: dict[_Parties, dict[tuple[str, str | None] | None, list[int]]] = {}
        dated = ((n, i) for n, i in enumerate(incidents) if i.start is not None or i.end is not None)
        self.long = tuple(n for n, i in dated if not _is_short(i))

    def of_the_sides(self, tally: TallyMention) -> Iterator[int]:
        """The incidents that are known to hit the tally's target, or to be done by its actor."""
        for numbers in self._between.values():
            if is_of_the_sides(tally, self._incidents[numbers[0]], self._same_side):
                yield from numbers

    def between(self, tally: TallyMention, since: date | None, until: date | None) -> Iterator[int]:
        """The incidents that share a day with ``since`` to ``until`` and may lie where the tally counts, without those
        known to be between others than its sides. Null is open; the long ones are all among them.
        """
        others = self._between_others(tally)
        for parties in self._between:
            if parties not in others:
                yield from self._in_window(self._days_of(parties, tally.scope.areas), since, until)
        yield from self.long

    def _in_window(self, days: _Days, since: date | None, until: date | None) -> Iterator[int]:
        first = 0 if since is None else bisect_left(days, (since - _SHORT, -1))
        last = len(days) if until is None else bisect_right(days, (until, len(self._incidents)))
        for _, n in days[first:last]:
            end = self._incidents[n].end
            if since is None or end is None or end >= since:
                yield n

    def _between_others(self, tally: TallyMention) -> frozenset[_Parties]:
        sides = (tally.scope.actor, tally.scope.target)
        if sides not in self._others:
            self._others[sides] = frozenset(
                parties
                for parties, numbers in self._between.items()
                if is_between_others(tally, self._incidents[numbers[0]], same_side=self._same_side)
            )
        return self._others[sides]

    def _days_of(self, parties: _Parties, areas: tuple[str, ...]) -> _Days:
        """The first days of the short incidents between parties that may lie in one of those areas."""
        if (parties, areas) not in self._days:
            near = [
                n
                for numbers in self._by_place(parties).values()
                if not areas or self._may_lie(self._incidents[numbers[0]], areas)
                for n in numbers
            ]
            self._days[parties, areas] = sorted((self._incidents[n].start or date.min, n) for n in near)
        return self._days[parties, areas]

    def _by_place(self, parties: _Parties) -> dict[tuple[str, str | None] | None, list[int]]:
        if parties not in self._places:
            found: dict[tuple[str, str | None] | None, list[int]] = defaultdict(list)
            for n in self._between[parties]:
                if _is_short(self._incidents[n]):
                    place = self._incidents[n].place
                    found[(place.id, place.country) if place else None].append(n)
            self._places[parties] = found
        return self._places[parties]


def _is_short(incident: Countable) -> bool:
    return incident.start is not None and incident.end is not None and incident.end - incident.start <= _SHORT
