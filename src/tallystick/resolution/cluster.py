"""Numbered things to clusters: agglomerative, average linkage, and nothing together that must stay apart."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

THRESHOLD = 0.5
"""From even odds on, two are taken for one."""

Group = list[int]
Pairs = Iterable[tuple[int, int, float]]
MustPart = Callable[[Group, Group], bool]


def _never(_a: Group, _b: Group) -> bool:
    return False


def cluster(
    numbers: Sequence[int], pairs: Pairs, must_part: MustPart = _never, *, threshold: float = THRESHOLD
) -> list[Group]:
    """The clusters of the numbers, each sorted, sorted by their first; the best joined first.

    ``pairs`` are two of the numbers, each pair once, and how likely the two are one, 0 to 1; a pair that is not among
    them counts as 0. Two clusters join if nothing in them must stay apart and the average over all pairs across them
    reaches ``threshold``: so a chain of weak links does not weld two things together, and one weak link does not part
    what all others tie. The order of numbers and pairs does not matter.
    """
    groups: dict[int, Group] = {n: [n] for n in numbers}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    pairs = list(pairs)
    part = _parts((a, b) for a, b, likely in pairs if likely >= threshold)
    for a, b, likely in pairs:
        # No average of what lies below the threshold reaches it: what ties two parts together is of no account.
        if a in part and part[a] == part.get(b):
            sums[a][b] = sums[b][a] = likely
    queue = [(-s, a, b) for a, near in sums.items() for b, s in near.items() if a < b and s >= threshold]
    heapq.heapify(queue)
    while queue:
        negative, a, b = heapq.heappop(queue)
        if a not in groups or b not in groups or _average(sums, groups, a, b) != -negative:
            continue
        if must_part(groups[a], groups[b]):
            sums[a].pop(b)
            sums[b].pop(a)
            continue
        groups[a] += groups.pop(b)
        for c in _hand_over(sums, a, b):
            if (average := _average(sums, groups, a, c)) >= threshold:
                heapq.heappush(queue, (-average, min(a, c), max(a, c)))
    return sorted(sorted(group) for group in groups.values())


def _parts(ties: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each number that is tied to another, one that stands for all that hang together with it."""
    above: dict[int, int] = {}

    def top(n: int) -> int:
        while (up := above.setdefault(n, n)) != n:
            above[n] = above[up]
            n = up
        return n

    for a, b in ties:
        above[top(a)] = top(b)
    return {n: top(n) for n in list(above)}


def _average(sums: dict[int, dict[int, float]], groups: dict[int, Group], a: int, b: int) -> float:
    return sums[a].get(b, 0.0) / (len(groups[a]) * len(groups[b]))


def _hand_over(sums: dict[int, dict[int, float]], a: int, b: int) -> Iterable[int]:
    """Hand the sums of b over to a; give all that a now has sums with."""
    for c, total in sums.pop(b).items():
        sums[c].pop(b)
        if c != a:
            sums[a][c] = sums[c][a] = sums[a].get(c, 0.0) + total
    return sums[a]
