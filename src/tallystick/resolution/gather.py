"""All tellings to clusters, the surest first: firm ones, vague ones, bare ones, and at last what people joined."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tallystick.resolution.apart import Apart
from tallystick.resolution.cluster import THRESHOLD, Group, cluster
from tallystick.resolution.constraints import Constraints, pair_of
from tallystick.resolution.linkage import FLOOR, Links

PLAUSIBLE = 0.2
"""From here on a vague telling is shown with an incident that it may mean."""

OUTDONE = 4.0
"""A vague telling can mean no other incident than the likeliest if that outdoes all others together so many times."""

_LEAST = 1e-4  # scores are given to four digits


@dataclass(frozen=True)
class Candidate:
    """A telling that a vague one may mean, and how likely the two are of one incident, 0 to 1."""

    telling: int
    score: float


@dataclass(frozen=True)
class Gathered:
    """The clusters of tellings, by number, each sorted, sorted by their first; and what the vague ones may mean.

    ``may_be`` gives, for a vague telling that could mean several incidents, the likeliest telling of each, best first;
    ``left`` are the vague ones that were put to no incident of the firm ones.
    """

    clusters: tuple[tuple[int, ...], ...]
    may_be: Mapping[int, tuple[Candidate, ...]]
    left: frozenset[int]


def gather(links: Links, constraints: Constraints, *, settled: Sequence[Group] = ()) -> Gathered:
    """The clusters, each with at least one telling that says it happened.

    ``settled`` are tellings that stay together and where they are: others are put to them, or join them by a decision.

    Each stage looks at what the stages before it made, and at the links of its own tellings, at nothing else: so a
    part of the tellings that no link leaves comes out the same alone as among all.
    """
    tellings = links.tellings
    stays = {n for group in settled for n in group}
    moving = [n for n in range(len(tellings)) if n not in stays]
    affirmed = [n for n in moving if tellings[n].is_affirmed]
    firm = [n for n in affirmed if tellings[n].is_firm]
    vague = [n for n in affirmed if not tellings[n].is_firm and not tellings[n].tells_nothing_new]
    bare = [n for n in affirmed if tellings[n].tells_nothing_new]
    groups = _Groups(links, Apart(tellings, constraints))
    groups.add(cluster(firm, _pairs_of(firm, links), groups.must_part))
    at = [groups.add([[n for n in group if tellings[n].is_firm]]) for group in settled]
    may_be = _attach_vague(vague, groups)
    left = [n for n in vague if n not in groups.home]
    groups.add(cluster(left, _pairs_of(left, links), groups.must_part))
    for group, home in zip(settled, at, strict=True):
        for n in group:
            if not tellings[n].is_firm:
                groups.put(n, home)
    _attach_bare(bare, groups)
    _join_as_decided(groups, constraints)
    _attach_denials([n for n in moving if not tellings[n].is_affirmed], groups)
    clusters = tuple(sorted(tuple(sorted(g)) for g in groups.groups if g))
    return Gathered(clusters=clusters, may_be=may_be, left=frozenset(left))


class _Groups:
    """The clusters so far, and in which each telling is."""

    def __init__(self, links: Links, apart: Apart) -> None:
        self.links = links
        self.groups: list[Group] = []
        self.home: dict[int, int] = {}
        self.firm = {n for n, t in enumerate(links.tellings) if t.is_firm}
        self.must_part = apart.must_part

    def add(self, groups: Iterable[Group]) -> int:
        """Adds clusters; gives the number of the last."""
        for group in groups:
            self.groups.append(group)
            self.home.update(dict.fromkeys(group, len(self.groups) - 1))
        return len(self.groups) - 1

    def put(self, number: int, group: int) -> None:
        self.groups[group].append(number)
        self.home[number] = group

    def fits(self, number: int, *, by_firm: bool = False) -> dict[int, Candidate]:
        """The clusters that a telling has a kept link to and need not stay apart from, with the best link; with
        ``by_firm``, by their firm tellings alone.
        """
        best: dict[int, tuple[float, int]] = {}
        home, firm = self.home, self.firm
        for other, score in self.links.near(number):
            if score >= FLOOR and other in home and (not by_firm or other in firm):
                group = home[other]
                if group not in best or score > best[group][0]:
                    best[group] = (score, other)
        return {
            group: Candidate(other, score)
            for group, (score, other) in best.items()
            if not self.must_part([number], self.groups[group])
        }

    def tells_it_too(self, number: int, group: int) -> bool:
        """True if the report of the telling tells of that cluster."""
        report = self.links.tellings[number].mention.report_id
        return any(self.links.tellings[n].mention.report_id == report for n in self.groups[group])


def _pairs_of(numbers: Sequence[int], links: Links) -> list[tuple[int, int, float]]:
    chosen = set(numbers)
    return [
        (n, other, score) for n in numbers for other, score in links.near(n) if n < other in chosen and score >= FLOOR
    ]


def _attach_vague(vague: Sequence[int], groups: _Groups) -> dict[int, tuple[Candidate, ...]]:
    """Put each telling without a day or a close place to the one incident that it can mean; give back what each of the
    others may mean. The surest goes first: what its report tells apart from it can then no longer mean the same. A link
    to another vague one does not count, so that no guess rests on a guess.
    """
    waiting = set(vague)
    queue = [(-c.score, n, g) for n in vague for g, c in _meant(n, groups)]
    heapq.heapify(queue)
    while queue:
        negative, n, g = heapq.heappop(queue)
        if n not in waiting or [(g, -negative)] != [(group, c.score) for group, c in _meant(n, groups)]:
            continue
        groups.put(n, g)
        waiting.remove(n)
        for other, _ in groups.links.near(n):
            if other in waiting:
                for group, candidate in _meant(other, groups):
                    heapq.heappush(queue, (-candidate.score, other, group))
    return {n: found for n in sorted(waiting) if (found := _may_mean(n, groups))}


def _meant(number: int, groups: _Groups) -> list[tuple[int, Candidate]]:
    """The one incident that a telling can mean, if there is one; one of its own report before those of others."""
    fits = groups.fits(number, by_firm=True)
    own = {g: c for g, c in fits.items() if c.score >= THRESHOLD and groups.tells_it_too(number, g)}
    ranked = sorted((own or fits).items(), key=lambda fit: (-fit[1].score, fit[0]))
    others = sum(_odds(candidate) for _, candidate in ranked[1:])
    is_sure = bool(ranked) and ranked[0][1].score >= THRESHOLD and _odds(ranked[0][1]) >= OUTDONE * others
    return ranked[:1] if is_sure else []


def _odds(candidate: Candidate) -> float:
    return candidate.score / max(1 - candidate.score, _LEAST)


def _may_mean(number: int, groups: _Groups) -> tuple[Candidate, ...]:
    plausible = (c for c in groups.fits(number, by_firm=True).values() if c.score >= PLAUSIBLE)
    return tuple(sorted(plausible, key=lambda c: (-c.score, c.telling)))


def _attach_bare(bare: Sequence[int], groups: _Groups) -> None:
    """Put each bare "the attack" to the likeliest event of its report, of equals to the nearest told before it; one
    that fits none makes a cluster of its own.
    """
    tellings = groups.links.tellings
    by_report: dict[str, set[int]] = defaultdict(set)
    for n, group in groups.home.items():
        by_report[tellings[n].mention.report_id].add(group)
    for n in bare:
        report = tellings[n].mention.report_id
        best: tuple[float, int, int] | None = None
        for g in by_report[report]:
            if groups.must_part([n], groups.groups[g]):
                continue
            for other in groups.groups[g]:
                if tellings[other].mention.report_id == report:
                    distance = tellings[n].mention.trigger.start - tellings[other].mention.trigger.start
                    nearness = -distance if distance >= 0 else distance - 10**9
                    rank = (groups.links.score(n, other), nearness, -other)
                    best = max(best, rank) if best else rank
        if best is None:
            groups.add([[n]])
            by_report[report].add(groups.home[n])
        else:
            groups.put(n, groups.home[-best[2]])


def _join_as_decided(groups: _Groups, constraints: Constraints) -> None:
    """Join what people joined. Where two whole clusters may not join, since a person parted some of their members,
    only the tellings that the person named move.
    """
    numbers = groups.links.number_of
    for a, b in sorted(constraints.joined, key=lambda pair: (-constraints.joined[pair].id, pair)):
        one, other = groups.home.get(numbers.get(a, -1)), groups.home.get(numbers.get(b, -1))
        if one is None or other is None or one == other:
            continue
        parted = _parted_in(groups, constraints, groups.groups[one])
        moving = list(groups.groups[other])
        if any(map(parted, moving)):
            moving = [numbers[b]]
        if any(map(parted, moving)):
            continue
        groups.groups[other] = [n for n in groups.groups[other] if n not in moving]
        for n in moving:
            groups.put(n, one)


def _parted_in(groups: _Groups, constraints: Constraints, group: Group) -> Callable[[int], bool]:
    tellings = groups.links.tellings

    def parted(number: int) -> bool:
        mention = tellings[number].mention.id
        return any(pair_of(mention, tellings[n].mention.id) in constraints.parted for n in group)

    return parted


def _attach_denials(denials: Sequence[int], groups: _Groups) -> None:
    """Put each denial to the incident that it most likely denies. A denial makes no incident of its own."""
    chosen: list[tuple[int, int]] = []
    for n in denials:
        bare = groups.links.tellings[n].tells_nothing_new
        fits = [
            (candidate.score, -candidate.telling, g)
            for g, candidate in groups.fits(n).items()
            if candidate.score >= THRESHOLD or (bare and groups.tells_it_too(n, g))
        ]
        if fits:
            chosen.append((n, max(fits)[2]))
    for n, g in chosen:
        if not groups.must_part([n], groups.groups[g]):
            groups.put(n, g)
