"""Every pair of the mentions of one incident side by side, whether or not it tied them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from tallystick.model.incident import Join
from tallystick.model.mention import EventMention
from tallystick.model.report import Report
from tallystick.resolution.explain import in_words
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage import link
from tallystick.resolution.linkage.links import likely
from tallystick.resolution.linkage.waterfall import steps_of
from tallystick.resolution.telling import tellings_of


def compare_every_pair(
    mentions: Sequence[EventMention], reports: Sequence[Report], *, knows: Knows, told_until: Mapping[str, date]
) -> tuple[Join, ...]:
    """What linkage makes of each pair, the earlier mention on the left: the weight of a pair rests on its two mentions
    and their reports alone, so that it is the same here as among all. ``told_until`` is of ``last_days_told``. Grows
    with the square of the mentions.
    """
    tellings = tellings_of(mentions, reports, batches={}, told_until=told_until, outlet_of=knows.outlet_of)
    links = link(tellings, knows)
    steps = steps_of(list(combinations(range(len(tellings)), 2)), links)
    joins = []
    for (a, b), found in sorted(steps.items()):
        weight = round(sum(step.weight for step in found), 2)
        joins.append(
            Join(
                left=tellings[a].mention.id,
                right=tellings[b].mention.id,
                # A pair below the floor was not kept: its score is to the two digits of its weight.
                score=links.score(a, b) or float(likely(weight)),
                weight=weight,
                steps=found,
                reasons=in_words(found),
            )
        )
    return tuple(joins)
