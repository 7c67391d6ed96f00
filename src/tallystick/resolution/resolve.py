"""Mentions to incidents: one incident for what many reports tell of one happening."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from tallystick.model.decision import Decision
from tallystick.model.incident import Incident, MintedId, Tombstone
from tallystick.model.mention import EventMention, Mention
from tallystick.model.report import Report
from tallystick.model.terms import Modality
from tallystick.resolution.constraints import constraints_from
from tallystick.resolution.describe import describe
from tallystick.resolution.explain import Explanations
from tallystick.resolution.gather import Gathered, gather
from tallystick.resolution.identity import name_clusters
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage import Links, link
from tallystick.resolution.telling import Telling, last_days_told, tellings_of
from tallystick.resolution.uncollected import uncollected

Linking = Callable[[Sequence[Telling], Knows], Links]
"""Scores the pairs of tellings, on whichever engine."""

OF_EVENTS = frozenset({Modality.ACTUAL, Modality.ALLEGED, Modality.DENIED})


def tells_an_event(mention: Mention) -> TypeGuard[EventMention]:
    """True for the telling of one event that is said to have happened, or denied."""
    return isinstance(mention, EventMention) and not mention.plural and mention.modality in OF_EVENTS


@dataclass(frozen=True)
class Resolution:
    """Incidents and tombstones sorted by id, the ids given for the first time, and what they rest on."""

    incidents: tuple[Incident, ...]
    tombstones: tuple[Tombstone, ...]
    minted: tuple[MintedId, ...]
    links: Links = field(compare=False, repr=False)
    gathered: Gathered = field(compare=False, repr=False)


@uncollected()
def resolve(
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    *,
    batches: Mapping[str, int],
    knows: Knows,
    minted: Sequence[MintedId] = (),
    decisions: Sequence[Decision] = (),
    linking: Linking = link,
) -> Resolution:
    """The incidents that the event mentions come to.

    Plural mentions and those of plans, threats and hypotheses make none. ``batches`` gives the ingest batch of every
    report id, ``minted`` the incident ids of earlier runs; of the ``decisions`` in force only merges and splits
    matter here. The order of mentions, reports and decisions does not. ``claimed_by`` and ``attributed_to`` stay
    empty: they are for the attribution room.
    """
    events = [m for m in mentions if tells_an_event(m)]
    tellings = tellings_of(
        events, reports, batches=batches, told_until=last_days_told(mentions), outlet_of=knows.outlet_of
    )
    constraints = constraints_from(decisions, events)
    links = linking(tellings, knows)
    gathered = gather(links, constraints)
    clusters = [[tellings[n] for n in numbers] for numbers in gathered.clusters]
    names, fresh, tombstones = name_clusters(clusters, minted)
    explanations = Explanations(gathered, links, constraints)
    incident_of = {t.mention.id: name for name, cluster in zip(names, clusters, strict=True) for t in cluster}
    incidents = [
        describe(
            name,
            cluster,
            knows=knows,
            incident_of=incident_of,
            joins=explanations.joins(numbers),
            may_be=explanations.may_be(numbers, incident_of),
        )
        for name, cluster, numbers in zip(names, clusters, gathered.clusters, strict=True)
    ]
    return Resolution(
        incidents=tuple(sorted(incidents, key=lambda i: i.id)),
        tombstones=tuple(tombstones),
        minted=tuple(sorted(fresh, key=lambda m: m.id)),
        links=links,
        gathered=gathered,
    )
