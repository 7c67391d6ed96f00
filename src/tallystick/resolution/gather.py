"""All tellings to clusters, the surest first: firm ones, vague ones, bare ones, and at last what people joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tallystick.resolution.apart import Apart
from tallystick.resolution.cluster import THRESHOLD, Group, cluster
from tallystick.resolution.constraints import Constraints, pair_of
from tallystick.resolution.groups import Candidate, Groups
from tallystick.resolution.linkage import FLOOR, Links
from tallystick.resolution.vague import attach_vague


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
    part of the tellings that no link leaves comes out the same alone as among all. What a person rejected is seen by no
    stage.
    """
    tellings = links.tellings
    rejected = {n for n, telling in enumerate(tellings) if telling.mention.id in constraints.rejected}
    stays = {n for group in settled for n in group}
    settled = [group for group in settled if rejected.isdisjoint(group)]
    moving = [n for n in range(len(tellings)) if n not in stays and n not in rejected]
    affirmed = [n for n in moving if tellings[n].is_affirmed]
    firm = [n for n in affirmed if tellings[n].is_firm]
    vague = [n for n in affirmed if not tellings[n].is_firm and not tellings[n].tells_nothing_new]
    bare = [n for n in affirmed if tellings[n].tells_nothing_new]
    groups = Groups(links, Apart(tellings, constraints))
    groups.add(cluster(firm, links.among(firm, floor=FLOOR), groups.apart.must_part))
    at = [groups.add([[n for n in group if tellings[n].is_firm]]) for group in settled]
    may_be = attach_vague(vague, groups)
    left = [n for n in vague if n not in groups.home]
    groups.add(cluster(left, links.among(left, floor=FLOOR), groups.apart.must_part))
    for group, home in zip(settled, at, strict=True):
        for n in group:
            if not tellings[n].is_firm:
                groups.put(n, home)
    _attach_bare(bare, groups)
    _join_as_decided(groups, constraints)
    _attach_denials([n for n in moving if not tellings[n].is_affirmed], groups)
    groups.add([n] for n in sorted(rejected) if tellings[n].is_affirmed)
    clusters = tuple(sorted(tuple(sorted(g)) for g in groups.groups if g))
    return Gathered(clusters=clusters, may_be=may_be, left=frozenset(left))


def _attach_bare(bare: Sequence[int], groups: Groups) -> None:
    """Put each bare "the attack" to the likeliest event of its report, of equals to the nearest told before it; one
    that fits none makes a cluster of its own.
    """
    for n in bare:
        apart = {g for g in groups.told_with(n) if groups.apart.must_part([n], groups.groups[g])}
        fits = [other for other in groups.beside(n) if groups.home[other] not in apart]
        if fits:
            groups.put(n, groups.home[max(fits, key=lambda other: (*_nearness(n, other, groups.links), -other))])
        else:
            groups.add([[n]])


def _nearness(number: int, other: int, links: Links) -> tuple[float, int]:
    """How likely two tellings of one report are one, and how near the other stands before the first in the text."""
    distance = links.tellings[number].mention.trigger.start - links.tellings[other].mention.trigger.start
    return links.score(number, other), -distance if distance >= 0 else distance - 10**9


def _join_as_decided(groups: Groups, constraints: Constraints) -> None:
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


def _parted_in(groups: Groups, constraints: Constraints, group: Group) -> Callable[[int], bool]:
    tellings = groups.links.tellings

    def parted(number: int) -> bool:
        mention = tellings[number].mention.id
        return any(pair_of(mention, tellings[n].mention.id) in constraints.parted for n in group)

    return parted


def _attach_denials(denials: Sequence[int], groups: Groups) -> None:
    """Put each denial to the incident that it most likely denies. A denial makes no incident of its own."""
    chosen: list[tuple[int, int]] = []
    for n in denials:
        bare = groups.links.tellings[n].tells_nothing_new
        fits = [
            (candidate.score, -candidate.telling, g)
            for g, candidate in groups.fits(n).items()
            if candidate.score >= THRESHOLD or (bare and g in groups.told_with(n))
        ]
        if fits:
            chosen.append((n, max(fits)[2]))
    for n, g in chosen:
        if not groups.apart.must_part([n], groups.groups[g]):
            groups.put(n, g)
