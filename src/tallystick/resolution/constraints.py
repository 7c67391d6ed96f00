"""What people decided on which tellings belong together. It outranks every score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from tallystick.model.decision import Act, Decision
from tallystick.model.mention import EventMention
from tallystick.resolution.anchors import Anchored
from tallystick.resolution.telling import Telling

Pair = tuple[str, str]


@dataclass(frozen=True)
class Overruled:
    """What a decision on pairs lost to later ones: the latest of them, and whether some of its pairs still hold."""

    by: int
    in_part: bool


@dataclass(frozen=True)
class Constraints:
    """Pairs of mention ids, each sorted, that a person joined or parted, with the decision that did; the mentions that
    a person rejected, which are one with no other; and, by number, the decisions that later ones overrule.

    They never contradict one another: whoever is joined to a telling is parted from all that it is parted from.
    """

    joined: Mapping[Pair, Decision] = field(default_factory=dict)
    parted: Mapping[Pair, Decision] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    overruled: Mapping[int, Overruled] = field(default_factory=dict)

    def is_parted(self, a: Telling, b: Telling) -> bool:
        """True if a person said that the two are not one incident."""
        return pair_of(a.mention.id, b.mention.id) in self.parted


def pair_of(a: str, b: str) -> Pair:
    """Two ids in order."""
    return (a, b) if a < b else (b, a)


def constraints_from(decisions: Iterable[Decision], mentions: Sequence[EventMention]) -> Constraints:
    """The pairs that the decisions in force join and part, and the mentions that they reject.

    "Same" carries on (what is the same as one is the same as all that it is the same as), and so does "different"
    (Wagstaff et al. 2001 close must-links and cannot-links in this way). The latest decision is heeded first; of an
    older one only what contradicts none of those heeded.
    """
    anchored = Anchored(mentions)
    heeded = _Heeded()
    overruled: dict[int, Overruled] = {}
    for decision in sorted((d for d in decisions if d.pairs or d.mention_id is not None), key=lambda d: -d.id):
        if decision.mention_id is not None:
            found = [m.id for m in anchored.at(decision.anchors)]
            against = [by for m in found if (by := heeded.judge(m, decision)) is not None]
            if against:
                overruled[decision.id] = Overruled(by=max(against), in_part=len(against) < len(found))
            continue
        pairs = _pairs_of(decision, anchored)
        against = [by for a, b in pairs if (by := heeded.heed(a, b, decision)) is not None]
        if against:
            overruled[decision.id] = Overruled(by=max(against), in_part=len(against) < len(pairs))
    return Constraints(
        joined=heeded.joined, parted=heeded.all_parted(), rejected=heeded.rejected(), overruled=overruled
    )


def _pairs_of(decision: Decision, anchored: Anchored) -> list[Pair]:
    """The pairs that a decision is about, in the order of their words."""
    ours = [m.id for m in anchored.at(decision.anchors)]
    theirs = [m.id for m in anchored.at(decision.other_anchors)]
    if decision.act.parts:
        ours = [m for m in ours if m not in theirs]
    return [(a, b) for a, b in product(ours, theirs) if a != b]


class _Heeded:
    """What was heeded so far, free of contradictions."""

    def __init__(self) -> None:
        self.joined: dict[Pair, Decision] = {}
        self._parted: dict[Pair, Decision] = {}
        self._ties: dict[str, dict[str, int]] = defaultdict(dict)
        self._apart: dict[str, dict[str, int]] = defaultdict(dict)
        self._group: dict[str, set[str]] = {}
        self._judged: dict[str, Decision] = {}

    def judge(self, mention: str, decision: Decision) -> int | None:
        """Takes a verdict on a single mention, unless it was judged later or, rejected here, joined to another later:
        then the number of the decision that stands against it is given.
        """
        if decision.act not in (Act.ACCEPT, Act.REJECT):
            return None
        if (later := self._judged.get(mention)) is not None:
            return later.id
        if decision.act is Act.REJECT and (ties := self._ties.get(mention)):
            return max(ties.values())
        self._judged[mention] = decision
        return None

    def rejected(self) -> frozenset[str]:
        """The mentions whose latest verdict is a rejection."""
        return frozenset(m for m, verdict in self._judged.items() if verdict.act is Act.REJECT)

    def heed(self, a: str, b: str, decision: Decision) -> int | None:
        """Joins or parts two mentions as decided, unless that contradicts what was heeded before: then nothing is done
        and the number of the decision that stands against it is given.
        """
        ours, theirs = self._group_of(a), self._group_of(b)
        if decision.act.parts:
            if b in ours:
                return self._tie_between(a, b)
            self._parted.setdefault(pair_of(a, b), decision)
            self._apart[a].setdefault(b, decision.id)
            self._apart[b].setdefault(a, decision.id)
            return None
        lone = [verdict.id for m in (a, b) if (verdict := self._judged.get(m)) and verdict.act is Act.REJECT]
        if lone:
            return max(lone)
        if ours is not theirs:
            against = [number for m in ours for other, number in self._apart[m].items() if other in theirs]
            if against:
                return max(against)
            ours |= theirs
            self._group.update(dict.fromkeys(ours, ours))
        self.joined.setdefault(pair_of(a, b), decision)
        self._ties[a].setdefault(b, decision.id)
        self._ties[b].setdefault(a, decision.id)
        return None

    def all_parted(self) -> dict[Pair, Decision]:
        """The parted pairs, and with each those of all that is joined to either."""
        parted = dict(self._parted)
        for (a, b), decision in self._parted.items():
            for x, y in product(self._group_of(a), self._group_of(b)):
                parted.setdefault(pair_of(x, y), decision)
        return parted

    def _group_of(self, mention: str) -> set[str]:
        return self._group.setdefault(mention, {mention})

    def _tie_between(self, a: str, b: str) -> int:
        """The latest of the decisions by which two mentions of a group hang together, along the shortest way."""
        latest = {a: 0}
        edge = [a]
        while b not in latest:
            nearer = [(m, other, number) for m in edge for other, number in sorted(self._ties[m].items())]
            edge = []
            for m, other, number in nearer:
                if other not in latest:
                    latest[other] = max(latest[m], number)
                    edge.append(other)
        return latest[b]
