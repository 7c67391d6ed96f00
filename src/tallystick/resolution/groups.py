"""The clusters in the making: which tellings each holds, and which of them a telling fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass

from tallystick.resolution.apart import Apart
from tallystick.resolution.cluster import Group
from tallystick.resolution.linkage import FLOOR, Links


@dataclass(frozen=True)
class Candidate:
    """A telling that a vague one may mean, and how likely the two are of one incident, 0 to 1."""

    telling: int
    score: float


class Groups:
    """The clusters so far, and in which each telling is."""

    def __init__(self, links: Links, apart: Apart) -> None:
        self.links = links
        self.apart = apart
        self.groups: list[Group] = []
        self.home: dict[int, int] = {}
        self._firm = {n for n, t in enumerate(links.tellings) if t.is_firm}
        self._of_report: dict[str, list[int]] = defaultdict(list)
        for n, t in enumerate(links.tellings):
            self._of_report[t.mention.report_id].append(n)

    def add(self, groups: Iterable[Group]) -> int:
        """Adds clusters; gives the number of the last."""
        for group in groups:
            self.groups.append(group)
            self.home.update(dict.fromkeys(group, len(self.groups) - 1))
        return len(self.groups) - 1

    def put(self, number: int, group: int) -> None:
        """Adds a telling to a cluster."""
        self.groups[group].append(number)
        self.home[number] = group

    def fits(self, number: int, *, by_firm: bool = False) -> dict[int, Candidate]:
        """The clusters that a telling has a kept link to and need not stay apart from, with the best link; with
        ``by_firm``, by their firm tellings alone.
        """
        best: dict[int, tuple[float, int]] = {}
        home, firm = self.home, self._firm
        for other, score in self.links.near(number):
            if score >= FLOOR and other in home and (not by_firm or other in firm):
                group = home[other]
                if group not in best or score > best[group][0]:
                    best[group] = (score, other)
        own = self.told_with(number)
        return {
            group: Candidate(other, score)
            for group, (score, other) in best.items()
            if not self._must_part(number, group, own)
        }

    def told_by(self, number: int, groups: Container[int]) -> dict[int, list[Candidate]]:
        """For each of some clusters, the firm tellings of it that a telling has a kept link to, the likeliest first."""
        found: dict[int, list[Candidate]] = defaultdict(list)
        for other, score in self.links.near(number):
            if score >= FLOOR and other in self._firm and (group := self.home.get(other, -1)) in groups:
                found[group].append(Candidate(other, score))
        return {group: sorted(told, key=lambda c: (-c.score, c.telling)) for group, told in found.items()}

    def beside(self, number: int) -> list[int]:
        """The tellings in clusters that the report of a telling tells too."""
        return [n for n in self._of_report[self.links.tellings[number].mention.report_id] if n in self.home]

    def told_with(self, number: int) -> set[int]:
        """The clusters that the report of a telling tells of."""
        return {self.home[n] for n in self.beside(number)}

    def _must_part(self, number: int, group: int, own: set[int]) -> bool:
        # Of all clusters near a telling few are told by its report: the others are done with here.
        return (group in own or self.apart.is_decided(number)) and self.apart.must_part([number], self.groups[group])
