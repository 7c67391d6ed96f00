"""Whether an incident is of the sort that a tally counts: whose attack, on whom, where, with what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

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


def why_outside_scope(
    tally: TallyMention,
    incident: Incident,
    *,
    answers: bool,
    in_area: InArea,
    same_side: SameSide,
    area_name: Callable[[str], str] = str,
) -> str | None:
    """Why a tally does not count an incident, or null if it does, the days apart.

    A tally counts what one side does to the other. ``answers`` says that the reports tell the incident as a response
    to the attacks that are counted; it decides where the tally names neither side, or only describes one ("militias").
    """
    return (
        _DID_NOT_HAPPEN.get(incident.status)
        or _wrong_place(tally, incident, in_area, same_side, area_name)
        or _wrong_side(tally, incident, answers, same_side)
        or _wrong_weapon(tally, incident)
    )


def _wrong_place(
    tally: TallyMention, incident: Incident, in_area: InArea, same_side: SameSide, area_name: Callable[[str], str]
) -> str | None:
    areas = tally.scope.areas
    if not areas:
        return None
    counted = _and(area_name(a) for a in areas)
    if incident.place is None:
        target, aimed_at = tally.scope.target, incident.target_actor
        if target and aimed_at and same_side(target, aimed_at):
            return None
        return f"its place is not told; the tally counts {counted}"
    if any(in_area(incident, area) for area in areas):
        return None
    return f"in {incident.place.name}; the tally counts {counted}"


def _wrong_side(tally: TallyMention, incident: Incident, answers: bool, same_side: SameSide) -> str | None:
    actor, target = tally.scope.actor, tally.scope.target
    doer, aimed_at = incident.perpetrator, incident.target_actor
    doers = (doer,) if doer else incident.claimed_by
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


def _names(actors: Iterable[ActorRef]) -> str:
    return _and(a.name for a in actors)


def _and(words: Iterable[str]) -> str:
    *first, last = list(words)
    return f"{', '.join(first)} and {last}" if first else last
