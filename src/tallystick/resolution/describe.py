"""A cluster of tellings to an incident: its fields by their rules, what stands behind each, and what disagrees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tallystick.model.incident import Incident, Join, MayBe, Sourced
from tallystick.model.terms import LinkKind
from tallystick.resolution.counts import pool_counts, pool_groups
from tallystick.resolution.knows import Knows
from tallystick.resolution.origins import informants_in, origins_in, settle
from tallystick.resolution.rules import RULES
from tallystick.resolution.status import choose_status
from tallystick.resolution.support import Chosen
from tallystick.resolution.telling import Telling
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

CAUSES = frozenset({LinkKind.RESPONDS_TO, LinkKind.TRIGGERED_BY})


def describe(
    name: str,
    cluster: Sequence[Telling],
    *,
    knows: Knows,
    incident_of: Mapping[str, str],
    joins: Sequence[Join] = (),
    may_be: Sequence[MayBe] = (),
) -> Incident:
    """One incident. The order of the tellings does not matter.

    ``incident_of`` gives the incident of every mention; ``joins`` and ``may_be`` are handed on.
    """
    cluster = sorted(cluster, key=lambda t: t.key)
    told = settle([t for t in cluster if t.is_affirmed])
    origins = origins_in(told)
    when = choose_when(told)
    groups, of_groups = pool_groups(told)
    plain: dict[str, Chosen[Any]] = {
        "kind": choose_kind(told),
        "place": choose_place(told, knows),
        "target": choose_target(told),
        "target_actor": choose_target_actor(told, knows),
        "perpetrator": choose_perpetrator(told, knows),
        "weapons": choose_weapons(told),
        "weapon_count": pool_counts(told, lambda m: m.weapon_count, field="weapon_count"),
        "killed": pool_counts(told, lambda m: m.casualties.killed, field="killed"),
        "injured": pool_counts(told, lambda m: m.casualties.injured, field="injured"),
        "outcome": choose_outcome(told),
        "status": choose_status([*told, *(t for t in cluster if not t.is_affirmed)]),
    }
    chosen: dict[str, Chosen[Any]] = {**plain, **of_groups, "start": when}
    return Incident(
        id=name,
        **{field: each.value for field, each in plain.items()},
        start=when.value.start,
        end=when.value.end,
        date_precision=when.value.precision,
        date_basis=when.value.basis,
        casualty_groups=groups,
        background=all(t.mention.background for t in told),
        responds_to=_causes(name, told, incident_of),
        mentions=tuple(t.mention.id for t in cluster),
        conflicts=tuple(c for field in RULES if field in chosen for c in chosen[field].conflicts),
        sourced=tuple(
            Sourced(field=field, mention_ids=chosen[field].mention_ids)
            for field in RULES
            if field in chosen and chosen[field].mention_ids
        ),
        joins=tuple(joins),
        may_be=tuple(may_be),
        sources=len(origins),
        origins=origins,
        informants=informants_in(told, knows.outlet_of),
    )


def _causes(name: str, told: Sequence[Telling], incident_of: Mapping[str, str]) -> tuple[str, ...]:
    """The other incidents that a telling says this one answers."""
    causes = {
        incident_of[mention_id]
        for t in told
        for link in t.mention.links
        if link.kind in CAUSES
        for mention_id in link.mention_ids
        if mention_id in incident_of
    }
    return tuple(sorted(causes - {name}))
