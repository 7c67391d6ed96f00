"""Whether an incident is of the sort that a tally counts: whose attack, on whom, where, with what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tallystick.model.actor import ActorRef
from tallystick.model.incident import Incident
from tallystick.model.mention import TallyMention
from tallystick.model.terms import EventKind, Status, WeaponKind

SameSide = Callable[[ActorRef, ActorRef], bool | None]
InArea = Callable[[Incident, str], bool]

WEAPONS_OF_KIND: dict[EventKind, frozenset[WeaponKind]] = {
    EventKind.DRONE_ATTACK: frozenset({WeaponKind.DRONE}),
    EventKind.ROCKET_ATTACK: frozenset({WeaponKind.ROCKET}),
    EventKind.MISSILE_ATTACK: frozenset({WeaponKind.MISSILE}),
    EventKind.MORTAR_ATTACK: frozenset({WeaponKind.MORTAR}),
    EventKind.IED: frozenset({WeaponKind.IED, WeaponKind.VEHICLE_BOMB, WeaponKind.MINE}),
    EventKind.SUICIDE_BOMBING: frozenset({WeaponKind.SUICIDE_BOMB}),
    EventKind.GRENADE_ATTACK: frozenset({WeaponKind.GRENADE}),
    EventKind.SHOOTING: frozenset({WeaponKind.SMALL_ARMS}),
}
"""The weapon that a kind of event names by itself."""

_NOT_EXHAUSTIVE = re.compile(
    r"\b(primarily|mainly|mostly|largely|chiefly|predominantly|often|including|includes?|such as|among them|some)\b",
    re.IGNORECASE,
)
_DID_NOT_HAPPEN = {
    Status.DENIED: "it is denied",
    Status.DISCOUNTED: "it is discounted",
    Status.RETRACTED: "the report of it was retracted",
}


class Setting(NamedTuple):
    """What ties an incident to a tally beside the scope.

    ``answers``: a report tells the incident as a response to the attacks that are counted. ``told_here``: the
    tally's own report tells the incident. ``countries``: where a tally that names no area may count.
    """

    answers: bool
    told_here: bool
    countries: frozenset[str]


def why_elsewhere(
    tally: TallyMention,
    incident: Incident,
    setting: Setting,
    *,
    in_area: InArea,
    same_side: SameSide,
    area_name: Callable[[str], str] = str,
) -> str | None:
    """Why an incident lies where a tally does not count, or null if it may lie where it does."""
    if tally.scope.areas:
        return _outside_areas(tally, incident, in_area, same_side, area_name)
    return _untied(tally, incident, setting, same_side)


def why_other_sort(tally: TallyMention, incident: Incident, setting: Setting, *, same_side: SameSide) -> str | None:
    """Why an incident is not of the sort that a tally counts, or null if it is.

    A tally counts what one side does to the other. Where it names neither side, or only describes one ("militias"),
    a response to the counted attacks is not one of them.
    """
    return (
        _DID_NOT_HAPPEN.get(incident.status)
        or _wrong_side(tally, incident, setting.answers, same_side)
        or _wrong_weapon(tally, incident)
    )


def land_of(incident: Incident) -> str | None:
    """The country of an incident, or at sea the id of its place."""
    return None if incident.place is None else incident.place.country or incident.place.id


def is_of_the_sides(tally: TallyMention, incident: Incident, same_side: SameSide) -> bool:
    """True if the incident is known to hit the tally's target, or to be done by its actor."""
    actor, target = tally.scope.actor, tally.scope.target
    hits = target and incident.target_actor and same_side(target, incident.target_actor)
    return bool(hits) or any(bool(actor and same_side(actor, d)) for d in _doers(incident))


def _outside_areas(
    tally: TallyMention, incident: Incident, in_area: InArea, same_side: SameSide, area_name: Callable[[str], str]
) -> str | None:
    areas = tally.scope.areas
    counted = _and(area_name(a) for a in areas)
    if incident.place is None:
        if is_of_the_sides(tally, incident, same_side):
            return None
        return f"its place is not told; the tally counts {counted}"
    if any(in_area(incident, area) for area in areas):
        return None
    return f"in {incident.place.name}; the tally counts {counted}"


def _untied(tally: TallyMention, incident: Incident, setting: Setting, same_side: SameSide) -> str | None:
    """Where a tally names no area, an incident must be tied to it by its sides, by its country or by its report."""
    if is_of_the_sides(tally, incident, same_side):
        return None
    if incident.place is None:
        return None if setting.told_here else "nothing ties it to the tally: neither place nor sides are told"
    if land_of(incident) in setting.countries:
        return None
    return f"in {incident.place.name}; the tally names no area, and nothing else ties it to that place"


def _wrong_side(tally: TallyMention, incident: Incident, answers: bool, same_side: SameSide) -> str | None:
    actor, target = tally.scope.actor, tally.scope.target
    aimed_at, doers = incident.target_actor, _doers(incident)
    what = incident.kind.value.replace("_", " ")
    if target and any(same_side(target, d) for d in doers):
        return f"done by the side that is attacked: {what} by {_names(doers)}"
    if actor and aimed_at and same_side(actor, aimed_at):
        return f"aimed at the side whose attacks are counted: {aimed_at.name}"
    if actor and doers and all(same_side(actor, d) is False for d in doers):
        return f"done by {_names(doers)}; the tally counts attacks by {actor.name}"
    if target and aimed_at and same_side(target, aimed_at) is False:
        return f"aimed at {aimed_at.name}; the tally counts attacks on {target.name}"
    if actor and actor.id and not target and not doers:
        return f"who did it is not told; the tally counts attacks by {actor.name}"
    if answers and not target and not (actor and actor.id):
        return "told as a response to the attacks that are counted"
    return None


def _wrong_weapon(tally: TallyMention, incident: Incident) -> str | None:
    counted = frozenset(tally.scope.weapons)
    used = frozenset(incident.weapons) or WEAPONS_OF_KIND.get(incident.kind, frozenset())
    if not counted or not used or used & counted or _NOT_EXHAUSTIVE.search(tally.quote.exact):
        return None
    return (
        f"done with {_and(sorted(w.value.replace('_', ' ') for w in used))}; the tally counts {_and(sorted(counted))}"
    )


def _doers(incident: Incident) -> tuple[ActorRef, ...]:
    return (incident.perpetrator,) if incident.perpetrator else incident.claimed_by


def _names(actors: Iterable[ActorRef]) -> str:
    return _and(a.name for a in actors)


def _and(words: Iterable[str]) -> str:
    *first, last = list(words)
    return f"{', '.join(first)} and {last}" if first else last
