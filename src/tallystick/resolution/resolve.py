"""Mentions to incidents: one incident for what many reports tell of one happening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tallystick.model.decision import Decision
from tallystick.model.incident import Incident, MintedId, Tombstone
from tallystick.model.mention import EventMention, Mention
from tallystick.model.report import Report
from tallystick.model.terms import LinkKind, Modality
from tallystick.resolution.constraints import constraints_from
from tallystick.resolution.counts import pool_counts, pool_groups
from tallystick.resolution.explain import Explanations
from tallystick.resolution.gather import Gathered, gather
from tallystick.resolution.identity import name_clusters
from tallystick.resolution.knows import Knows
from tallystick.resolution.linkage import Links, link
from tallystick.resolution.origins import informants_in, origins_in, settle
from tallystick.resolution.status import choose_status
from tallystick.resolution.telling import Telling, tellings_of
from tallystick.resolution.values import (
    choose_kind,
    choose_outcome,
    choose_perpetrator,
    choose_place,
    choose_target,
    choose_target_actor,
    choose_weapons,
    choose_when,
)

OF_EVENTS = frozenset({Modality.ACTUAL, Modality.ALLEGED, Modality.DENIED})
CAUSES = frozenset({LinkKind.RESPONDS_TO, LinkKind.TRIGGERED_BY})


@dataclass(frozen=True)
class Resolution:
    """Incidents and tombstones sorted by id, and the ids given for the first time."""

    incidents: tuple[Incident, ...]
    tombstones: tuple[Tombstone, ...]
    minted: tuple[MintedId, ...]


def resolve(
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    *,
    batches: Mapping[str, int],
    knows: Knows,
    minted: Sequence[MintedId] = (),
    decisions: Sequence[Decision] = (),
) -> Resolution:
    """The incidents that the event mentions come to.

    Plural mentions and those of plans, threats and hypotheses make none. ``batches`` gives the ingest batch of every
    report id, ``minted`` the incident ids of earlier runs; of the ``decisions`` in force only merges and splits
    matter here. The order of mentions, reports and decisions does not. ``claimed_by`` and ``attributed_to`` stay
    empty: they are for the attribution room.
    """
    events = [m for m in mentions if isinstance(m, EventMention) and not m.plural and m.modality in OF_EVENTS]
    tellings = tellings_of(events, reports, batches=batches, outlet_of=knows.outlet_of)
    constraints = constraints_from(decisions, events)
    links = link(tellings, knows)
    gathered = gather(links, constraints)
    clusters = [[tellings[n] for n in numbers] for numbers in gathered.clusters]
    names, fresh, tombstones = name_clusters(clusters, minted)
    named = _Named(links, gathered, Explanations(gathered, links, constraints), names)
    incidents = [_describe(n, cluster, named) for n, cluster in enumerate(clusters)]
    return Resolution(
        incidents=tuple(sorted(incidents, key=lambda i: i.id)),
        tombstones=tuple(tombstones),
        minted=tuple(sorted(fresh, key=lambda m: m.id)),
    )


@dataclass(frozen=True)
class _Named:
    """The clusters and their names, and all that describes how they came about."""

    links: Links
    gathered: Gathered
    explanations: Explanations
    names: Sequence[str]

    @cached_property
    def incident_of(self) -> dict[str, str]:
        """The name of the incident of each mention, by id."""
        tellings = self.links.tellings
        return {
            tellings[n].mention.id: name
            for name, numbers in zip(self.names, self.gathered.clusters, strict=True)
            for n in numbers
        }


def _describe(number: int, cluster: Sequence[Telling], named: _Named) -> Incident:
    """One incident: its fields by their rules, its mentions, the joins and the conflicts."""
    knows = named.links.knows
    name = named.names[number]
    told = settle([t for t in cluster if t.is_affirmed])
    kind, kind_conflicts = choose_kind(told)
    when, when_conflicts = choose_when(told)
    place, place_conflicts = choose_place(told, knows)
    target_actor, target_conflicts = choose_target_actor(told, knows)
    perpetrator, perpetrator_conflicts = choose_perpetrator(told, knows)
    outcome, outcome_conflicts = choose_outcome(told)
    weapon_count, weapon_conflicts = pool_counts(told, lambda m: m.weapon_count, field="weapon_count")
    killed, killed_conflicts = pool_counts(told, lambda m: m.casualties.killed, field="killed")
    injured, injured_conflicts = pool_counts(told, lambda m: m.casualties.injured, field="injured")
    groups, group_conflicts = pool_groups(told)
    origins = origins_in(told)
    causes = {
        named.incident_of[mention_id]
        for t in told
        for link in t.mention.links
        if link.kind in CAUSES
        for mention_id in link.mention_ids
        if mention_id in named.incident_of
    }
    return Incident(
        id=name,
        kind=kind,
        weapons=choose_weapons(told),
        weapon_count=weapon_count,
        start=when.start,
        end=when.end,
        date_precision=when.precision,
        date_basis=when.basis,
        place=place,
        target=choose_target(told),
        target_actor=target_actor,
        perpetrator=perpetrator,
        killed=killed,
        injured=injured,
        casualty_groups=groups,
        outcome=outcome,
        status=choose_status(cluster),
        background=all(t.mention.background for t in told),
        responds_to=tuple(sorted(causes - {name})),
        mentions=tuple(t.mention.id for t in cluster),
        conflicts=(
            *kind_conflicts,
            *when_conflicts,
            *place_conflicts,
            *target_conflicts,
            *perpetrator_conflicts,
            *outcome_conflicts,
            *weapon_conflicts,
            *killed_conflicts,
            *injured_conflicts,
            *group_conflicts,
        ),
        joins=named.explanations.joins(named.gathered.clusters[number]),
        may_be=named.explanations.may_be(named.gathered.clusters[number], named.incident_of),
        sources=len(origins),
        origins=origins,
        informants=informants_in(told, knows.outlet_of),
    )
