"""Which incidents are to be told anew, once it is known where the tellings go that a change reaches."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tallystick.derivation.deciding import Deciding
from tallystick.derivation.loading import Tellings
from tallystick.derivation.neighbourhood import Neighbourhood
from tallystick.derivation.placing import Placing
from tallystick.derivation.rows import LEFT, VAGUE
from tallystick.ledger.standing import Standing
from tallystick.resolution.describe import CAUSES


class Group(NamedTuple):
    """The mentions of one incident to be told anew, and the incident on file in which those stay that do not move."""

    members: frozenset[str]
    stays_in: str | None


class Regrouping:
    """The incidents to be told anew. ``on_file`` are the ids of the incidents that they take the place of."""

    def __init__(self, near: Neighbourhood, standing: Standing) -> None:
        self._near = near
        self._standing = standing
        self.groups: list[Group] = []
        self.on_file: set[str] = set()

    @property
    def members(self) -> set[str]:
        """All mentions of the incidents to be told anew."""
        return {i for group in self.groups for i in group.members}

    def take_up(self, placing: Placing) -> None:
        """The incidents whose mentions are others than before, or changed, or have other surroundings."""
        near, reached = self._near, placing.reached
        homes = {i: home for i in reached if (home := near.home_on_file(i)) is not None}
        met = {*homes.values(), *(c.incident_id for c in placing.clusters if c.incident_id)}
        stay = {name: frozenset(members) - reached for name, members in near.in_incidents(met).items()}
        came_from: dict[str, set[str]] = {}
        for i, home in homes.items():
            came_from.setdefault(home, set()).add(i)
        settled: set[str] = set()
        for cluster in placing.clusters:
            name = cluster.incident_id
            if not cluster.placed:
                continue
            homes_of = {homes.get(i) for i in cluster.placed} | ({name} if name else set())
            only = next(iter(homes_of)) if len(homes_of) == 1 else None
            if (
                only
                and cluster.placed == came_from[only]
                and (name or not stay[only])
                and not self._changed(cluster.placed)
            ):
                settled.add(only)
                continue
            self._add(cluster.placed | (stay[name] if name else frozenset()), name)
        for name in sorted(came_from.keys() - settled):
            if stay[name] and not any(group.stays_in == name for group in self.groups):
                self._add(stay[name], name)
            self.on_file.add(name)

    def add(self, incident_ids: Collection[str]) -> None:
        """Incidents on file whose mentions stay as they are."""
        for name in sorted(set(incident_ids) - self.on_file):
            self._add(frozenset(self._near.in_incidents([name])[name]), name)

    def follow(self, deciding: Deciding, tellings: Tellings) -> None:
        """Adds the incidents that name these, that respond to what these now tell, or on which decisions were taken
        that concern these too.
        """
        self.add(self._standing.incidents_naming(self.on_file))
        self.add(self._responding(tellings))
        while True:
            told = self.members
            deciding.meet({self._near.row(i).report_id for i in told})
            held = {i for d in deciding.met() if not told.isdisjoint(ids := deciding.held_by(d)) for i in ids}
            homes = {home for i in held - told if (home := self._near.home_on_file(i)) is not None}
            if homes <= self.on_file:
                return
            self.add(homes)

    def _responding(self, tellings: Tellings) -> set[str]:
        """The incidents on file whose mentions are told as caused by one of these mentions."""
        told = self.members
        rows = [self._near.row(i) for i in self._near.in_reports({self._near.row(i).report_id for i in told})]
        waiting = {row.mention_id: row.incident_id for row in rows if row.mention_id not in told and row.incident_id}
        return {
            waiting[m.id]
            for m in tellings.events(list(waiting))
            if any(link.kind in CAUSES and not told.isdisjoint(link.mention_ids) for link in m.links)
        }

    def _changed(self, mention_ids: Collection[str]) -> bool:
        """True if one of these was told anew, or is vague, so that it goes by what is around it."""
        near = self._near
        return any(i in near.fresh or i in near.seeds or near.row(i).sort in (VAGUE, LEFT) for i in mention_ids)

    def _add(self, members: frozenset[str], stays_in: str | None) -> None:
        self.groups.append(Group(members, stays_in))
        if stays_in:
            self.on_file.add(stays_in)
