"""Every pair of the mentions of one incident side by side, whether or not it tied them together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tallystick.model.incident import Join
from tallystick.model.mention import EventMention, Mention
from tallystick.model.report import Report
from tallystick.resolution.explain import in_words
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage import link
from tallystick.resolution.linkage.links import likely
from tallystick.resolution.linkage.waterfall import steps_of
from tallystick.resolution.resolve import tells_an_event
from tallystick.resolution.telling import last_days_told, tellings_of


def compare_every_pair(
    mentions: Sequence[EventMention], told: Sequence[Mention], reports: Sequence[Report], *, knows: Knows
) -> tuple[Join, ...]:
    """What linkage makes of each pair, the earlier mention on the left: the weight of a pair rests on its two mentions
    and their reports alone, so that it is the same here as among all. ``told`` are all mentions of those reports, or
    more. Grows with the square of the mentions.
    """
    wanted = {m.id for m in mentions}
    concerned = {m.report_id for m in mentions}
    heard = [m for m in told if m.report_id in concerned]
    events = [m for m in heard if tells_an_event(m)]
    made = tellings_of(events, reports, batches={}, told_until=last_days_told(heard), outlet_of=knows.outlet_of)
    tellings = [t for t in made if t.mention.id in wanted]
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
