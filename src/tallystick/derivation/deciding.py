"""The decisions that concern given tellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from tallystick.derivation.neighbourhood import Neighbourhood
from tallystick.ledger.standing import Standing
from tallystick.model.decision import Decision
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.resolution.anchors import Anchored
from tallystick.resolution.constraints import Constraints, constraints_from
from tallystick.resolution.resolve import tells_an_event


class Deciding:
    """Decisions, found by the reports that their anchors are words of; and the events that these reports tell."""

    def __init__(self, standing: Standing, decisions: Iterable[Decision]) -> None:
        self._standing = standing
        self._decisions = {d.id: d for d in decisions}
        self._on: dict[str, list[int]] = defaultdict(list)
        for d in self._decisions.values():
            for report_id in {q.report_id for q in (*d.anchors, *d.other_anchors)}:
                self._on[report_id].append(d.id)
        self._met: set[int] = set()
        self._events: dict[str, list[EventMention]] = {}
        self._constraints = Constraints()
        self._partners: dict[str, set[str]] = {}

    def constraints(self) -> Constraints:
        """What the decisions met so far join and part."""
        return self._constraints

    def met(self) -> list[Decision]:
        """The decisions met so far, by number."""
        return [self._decisions[number] for number in sorted(self._met)]

    def events(self) -> list[EventMention]:
        """The events of all reports in which decisions met so far are anchored."""
        return [event for events in self._events.values() for event in events]

    def meet(self, report_ids: Iterable[str]) -> bool:
        """Takes account of the decisions on words of these reports; true if there are any not met before."""
        new: set[int] = set()
        waiting = set(report_ids)
        while waiting:
            found = {number for report_id in waiting for number in self._on.get(report_id, ())} - self._met - new
            new |= found
            # What one decision says can stand against another that shares only some of its words.
            waiting = {q.report_id for number in found for q in _anchors(self._decisions[number])}
        if not new:
            return False
        self._met |= new
        self._load(q.report_id for number in new for q in _anchors(self._decisions[number]))
        self._constraints = constraints_from(self.met(), self.events())
        partners: dict[str, set[str]] = defaultdict(set)
        for a, b in (*self._constraints.joined, *self._constraints.parted):
            partners[a].add(b)
            partners[b].add(a)
        self._partners = partners
        return True

    def partners(self, mention_ids: Collection[str], near: Neighbourhood) -> set[str]:
        """The mentions that decisions join to, or part from, any of these."""
        self.meet({near.row(i).report_id for i in mention_ids})
        return {other for i in mention_ids for other in self._partners.get(i, ())}

    def welds(self, mention_ids: Collection[str], near: Neighbourhood) -> bool:
        """True if a person joined one of these tellings to another."""
        self.meet({near.row(i).report_id for i in mention_ids})
        return any(a in mention_ids or b in mention_ids for a, b in self._constraints.joined)

    def held_by(self, decision: Decision) -> set[str]:
        """The mentions at the anchors of a decision."""
        reports = {q.report_id for q in _anchors(decision)}
        self._load(reports)
        events = [event for report_id in reports for event in self._events[report_id]]
        anchored = Anchored(events)
        return {m.id for anchors in (decision.anchors, decision.other_anchors) for m in anchored.at(anchors)}

    def _load(self, report_ids: Iterable[str]) -> None:
        missing = set(report_ids) - self._events.keys()
        self._events.update({report_id: [] for report_id in missing})
        for m in self._standing.mentions_in(missing):
            if tells_an_event(m):
                self._events[m.report_id].append(m)


def _anchors(decision: Decision) -> tuple[Quote, ...]:
    return (*decision.anchors, *decision.other_anchors)
