"""The incidents on file, so arranged that those a tally may cover are found without going over all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tallystick.model.actor import ActorRef
from tallystick.model.countable import Countable
from tallystick.model.mention import EventMention, Mention, TallyMention
from tallystick.model.presence import Presence
from tallystick.model.terms import LinkKind
from tallystick.reconciliation.asking import asked_once
from tallystick.reconciliation.calendar import Calendar
from tallystick.reconciliation.scope import InArea, SameSide, Setting, are_of_the_sides, is_of_the_sides, land_of

_Sides = tuple[ActorRef | None, ActorRef | None]


class Ties(NamedTuple):
    """The incidents that a report tells as answers to those that a tally counts, those that its own report tells, and
    where it may count if it names no area.
    """

    answers: frozenset[str]
    told_here: frozenset[str]
    countries: frozenset[str]

    def setting(self, incident: Countable) -> Setting:
        """What ties one incident to the tally."""
        return Setting(incident.id in self.answers, incident.id in self.told_here, self.countries)


class File:
    """Incidents by day and by report, with what is asked of them again and again kept."""

    def __init__(
        self,
        incidents: Iterable[Countable],
        mentions: Iterable[Mention],
        *,
        in_area: InArea,
        around_area: InArea,
        same_side: SameSide,
        presences: Iterable[Presence] = (),
    ) -> None:
        """Arranges the incidents; of the mentions it keeps how they tell them. ``presences`` are of incidents on file
        beside these.
        """
        self._presences = tuple(presences)
        self._incidents: Sequence[Countable] = sorted(incidents, key=lambda i: i.id)
        self._number = {incident.id: n for n, incident in enumerate(self._incidents)}
        self._asked = {True: around_area, False: in_area}
        self.same_side = asked_once(same_side)
        self._areas: dict[tuple[bool, str, str | None, str], bool] = {}
        self._lands: dict[_Sides, frozenset[str]] = {}
        self._undated_of: dict[_Sides, tuple[int, ...]] = {}
        self._calendar = Calendar(self._incidents, same_side=self.same_side, may_lie=self._may_lie)
        self._told_in: dict[str, set[str]] = defaultdict(set)
        self._answers: dict[str, set[str]] = defaultdict(set)
        self._loose_answers: dict[str, list[tuple[int, str]]] = defaultdict(list)
        events = {m.id: m for m in mentions if isinstance(m, EventMention)}
        for incident in self._incidents:
            for mention in incident.mentions:
                if mention in events:
                    self._take_up(incident, events[mention])

    def within_reach(self, tally: TallyMention, since: date | None, until: date | None) -> list[Countable]:
        """The incidents that a tally may concern, in the order of their ids: those of its own report, those that share
        a day with its window, and those of no told day that are of its sides. Those of other reports that are known to
        be between others than its sides are not among them.
        """
        found = {self._number[i] for i in self._told_in.get(tally.report_id, ())}
        found.update(self._calendar.between(tally, since, until))
        found.update(self._undated if since is None and until is None else self._undated_of_the_sides(tally))
        return [self._incidents[n] for n in sorted(found)]

    def tied(self, tally: TallyMention) -> Ties:
        """What ties incidents to a tally beside its scope."""
        return Ties(
            answers=self._answers_to(tally),
            told_here=frozenset(self._told_in.get(tally.report_id, ())),
            countries=self._countries(tally),
        )

    def in_area(self, incident: Countable, area: str) -> bool:
        """Whether an incident lies in an area, asked once a place."""
        return self._lies(incident, area, around=False)

    def around_area(self, incident: Countable, area: str) -> bool:
        """Whether the place of an incident is an area that holds another, asked once a place."""
        return self._lies(incident, area, around=True)

    def _take_up(self, incident: Countable, event: EventMention) -> None:
        self._told_in[event.report_id].add(incident.id)
        for link in event.links:
            if link.kind is not LinkKind.RESPONDS_TO:
                continue
            for mention_id in link.mention_ids:
                self._answers[mention_id].add(incident.id)
            if not link.mention_ids:
                self._loose_answers[link.quote.report_id].append((link.quote.start, incident.id))

    def _lies(self, incident: Countable, area: str, *, around: bool) -> bool:
        place = incident.place
        if place is None:
            return False
        key = (around, place.id, place.country, area)
        if key not in self._areas:
            self._areas[key] = self._asked[around](incident, area)
        return self._areas[key]

    def _answers_to(self, tally: TallyMention) -> frozenset[str]:
        """The incidents that a report tells as a response to the counted attacks: by the tally's id, or in the tally's
        own report behind it and with no single event named ("in response to these attacks").
        """
        loose = self._loose_answers.get(tally.report_id, ())
        return frozenset(self._answers.get(tally.id, ())) | {i for start, i in loose if start > tally.quote.start}

    def _countries(self, tally: TallyMention) -> frozenset[str]:
        """Where a tally that names no area may count: where its report tells of incidents that are no background, and
        where incidents on file are known to be between its sides.
        """
        if tally.scope.areas:
            return frozenset()
        told_here = (self._incidents[self._number[i]] for i in self._told_in.get(tally.report_id, ()))
        return self._lands_of_the_sides(tally) | frozenset(_lands(told_here))

    def _lands_of_the_sides(self, tally: TallyMention) -> frozenset[str]:
        sides = (tally.scope.actor, tally.scope.target)
        if sides not in self._lands:
            among = (self._incidents[n] for n in self._calendar.of_the_sides(tally))
            beside = (p.land for p in self._presences if are_of_the_sides(tally, p.doers, p.target, self.same_side))
            self._lands[sides] = frozenset((*_lands(among), *beside))
        return self._lands[sides]

    def _may_lie(self, incident: Countable, areas: tuple[str, ...]) -> bool:
        if incident.place is None:
            return True
        return any(self.in_area(incident, area) or self.around_area(incident, area) for area in areas)

    def _undated_of_the_sides(self, tally: TallyMention) -> tuple[int, ...]:
        sides = (tally.scope.actor, tally.scope.target)
        if sides not in self._undated_of:
            self._undated_of[sides] = tuple(
                n for n in self._undated if is_of_the_sides(tally, self._incidents[n], self.same_side)
            )
        return self._undated_of[sides]

    @cached_property
    def _undated(self) -> tuple[int, ...]:
        return tuple(n for n, i in enumerate(self._incidents) if i.start is None and i.end is None)


def _lands(incidents: Iterable[Countable]) -> Iterator[str]:
    return (land for i in incidents if not i.background and (land := land_of(i)) is not None)
