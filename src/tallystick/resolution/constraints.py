"""What people decided on which tellings belong together. It outranks every score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tallystick.model.decision import Act, Decision
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.resolution.telling import Telling


@dataclass(frozen=True)
class Constraints:
    """Pairs of mention ids, each sorted, that a person joined or parted, with the decision that did."""

    joined: Mapping[tuple[str, str], Decision] = field(default_factory=dict)
    parted: Mapping[tuple[str, str], Decision] = field(default_factory=dict)

    def is_parted(self, a: Telling, b: Telling) -> bool:
        """True if a person said that the two are not one incident."""
        return pair_of(a.mention.id, b.mention.id) in self.parted


def pair_of(a: str, b: str) -> tuple[str, str]:
    """Two ids in order."""
    return (a, b) if a < b else (b, a)


def mentions_at(anchors: Sequence[Quote], mentions: Iterable[EventMention]) -> list[EventMention]:
    """The mentions whose trigger overlaps an anchor. Where several share the trigger, an anchor that also overlaps
    the place of one picks that one.
    """
    found = [m for m in mentions if any(m.trigger.overlaps(q) for q in anchors)]
    picked = [m for m in found if m.where and any(m.where.quote.overlaps(q) for q in anchors)]
    triggers = {m.trigger for m in picked}
    return [m for m in found if m in picked or m.trigger not in triggers]


def constraints_from(decisions: Iterable[Decision], mentions: Sequence[EventMention]) -> Constraints:
    """The pairs that the merges and splits in force join and part. Of two decisions on one pair the later holds."""
    joined: dict[tuple[str, str], Decision] = {}
    parted: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda d: d.id):
        if decision.act not in (Act.MERGE, Act.SPLIT):
            continue
        ours = {m.id for m in mentions_at(decision.anchors, mentions)}
        theirs = {m.id for m in mentions_at(decision.other_anchors, mentions)}
        if decision.act is Act.MERGE:
            now, then = joined, parted
        else:
            now, then, ours = parted, joined, ours - theirs
        for pair in {pair_of(a, b) for a in ours for b in theirs if a != b}:
            then.pop(pair, None)
            now[pair] = decision
    return Constraints(joined=joined, parted=parted)
