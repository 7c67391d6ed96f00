"""Why the tellings of each cluster were taken for one incident, and what the vague ones may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from tallystick.model.decision import Decision
from tallystick.model.incident import Join, MayBe, Step
from tallystick.resolution.constraints import Constraints, pair_of
from tallystick.resolution.gather import Gathered
from tallystick.resolution.groups import Candidate
from tallystick.resolution.linkage import Links
from tallystick.resolution.linkage.waterfall import Pair, steps_of


class Explanations:
    """The joins of every cluster, and the candidates of the vague ones."""

    def __init__(self, gathered: Gathered, links: Links, constraints: Constraints) -> None:
        self._gathered = gathered
        self._links = links
        self._constraints = constraints

    def joins(self, cluster: tuple[int, ...]) -> tuple[Join, ...]:
        """For every telling of a cluster but the first, its strongest tie to an earlier one."""
        return tuple(self._join(best, n) for best, n in self._ties[cluster])

    def may_be(self, cluster: Sequence[int], incident_of: Mapping[str, str]) -> tuple[MayBe, ...]:
        """The other incidents that the vague tellings of a cluster may mean, each by its best link, best first."""
        ids, ours = self._links.ids, set(cluster)
        best: dict[str, MayBe] = {}
        for n, candidate in self._candidates(cluster):
            name = incident_of.get(ids[candidate.telling])
            if name is not None and candidate.telling not in ours:
                steps = self._steps[_pair(n, candidate.telling)]
                found = MayBe(
                    id=name,
                    score=candidate.score,
                    reasons=in_words(steps),
                    left=ids[n],
                    right=ids[candidate.telling],
                    weight=round(sum(step.weight for step in steps), 2),
                    steps=steps,
                )
                best[name] = max(best.get(name, found), found, key=lambda m: m.score)
        return tuple(sorted(best.values(), key=lambda m: (-m.score, m.id)))

    @cached_property
    def _steps(self) -> Mapping[Pair, tuple[Step, ...]]:
        ties = {_pair(a, b) for ties in self._ties.values() for a, b in ties}
        means = {_pair(n, c.telling) for cluster in self._gathered.clusters for n, c in self._candidates(cluster)}
        return steps_of(ties | means, self._links)

    @cached_property
    def _ties(self) -> Mapping[tuple[int, ...], tuple[Pair, ...]]:
        """For each cluster, every telling but the first behind the earlier one that it is tied to most."""
        return {
            cluster: tuple((self._strongest(cluster[:at], n), n) for at, n in enumerate(cluster) if at)
            for cluster in self._gathered.clusters
        }

    def _strongest(self, earlier: Sequence[int], number: int) -> int:
        """The first that a person joined with it, else that with the best score, else the first of all."""
        if self._constraints.joined:
            decided = next((o for o in earlier if self._decision(o, number) is not None), None)
            if decided is not None:
                return decided
        wanted = set(earlier)
        scores = ((likely, -other) for other, likely in self._links.near(number) if other in wanted)
        return -max(scores, default=(0.0, -earlier[0]))[1]

    def _candidates(self, cluster: Sequence[int]) -> Iterator[tuple[int, Candidate]]:
        for n in cluster:
            for candidate in self._gathered.may_be.get(n, ()):
                yield n, candidate

    def _decision(self, a: int, b: int) -> Decision | None:
        ids = self._links.ids
        return self._constraints.joined.get(pair_of(ids[a], ids[b]))

    def _join(self, a: int, b: int) -> Join:
        ids, tellings = self._links.ids, self._links.tellings
        if (decision := self._decision(a, b)) is not None:
            return Join(left=ids[a], right=ids[b], score=1.0, reasons=(_decided(decision),))
        score, steps = self._links.score(a, b), self._steps[_pair(a, b)]
        reasons = in_words(steps) if score else ("joined through others",)
        if tellings[b].tells_nothing_new or tellings[a].tells_nothing_new:
            reasons = ("tells neither day nor place: taken for the likeliest event of its report", *reasons)
        weight = round(sum(s.weight for s in steps), 2)
        return Join(left=ids[a], right=ids[b], score=score, weight=weight, steps=steps, reasons=reasons)


def in_words(steps: Sequence[Step]) -> tuple[str, ...]:
    """The steps but the first, the strongest first, those against one incident led by "but"; those that say nothing
    either way left out.
    """
    ranked = sorted((s for s in steps[1:] if s.weight), key=lambda s: -abs(s.weight))
    return tuple(s.words if s.weight > 0 else f"but {s.words}" for s in ranked)


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _decided(decision: Decision) -> str:
    why = f": {decision.reason}" if decision.reason else ""
    return f"joined by {decision.by} (decision {decision.id}){why}"
