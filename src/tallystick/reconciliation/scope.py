"""Whether an incident is of the sort that a tally counts: whose attack, on whom, where, with what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tallystick.model.actor import ActorRef
from tallystick.model.countable import Countable
from tallystick.model.mention import TallyMention
from tallystick.model.presence import Presence
from tallystick.model.terms import EventKind, ReviewState, Status, WeaponKind
from tallystick.reconciliation.bar import Bar

SameSide = Callable[[ActorRef, ActorRef], bool | None]
InArea = Callable[[Countable, str], bool]

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

NOT_EXHAUSTIVE = re.compile(
    r"\b(primarily|mainly|mostly|largely|chiefly|predominantly|often|including|includes?|such as|among them|some)\b",
    re.IGNORECASE,
)
_DID_NOT_HAPPEN = {
    Status.DENIED: "it is denied",
    Status.DISCOUNTED: "it is discounted",
    Status.RETRACTED: "the report of it was retracted",
}


def lies_nowhere(incident: Countable, area: str) -> bool:  # noqa: ARG001
    """No place is known to hold another."""
    return False


class Setting(NamedTuple):
    """What ties an incident to a tally beside the scope.

    ``answers``: a report tells the incident as a response to the attacks that are counted. ``told_here``: the
    tally's own report tells the incident. ``countries``: where a tally that names no area may count.
    """

    answers: bool
    told_here: bool
    countries: frozenset[str]


def countries_of(tally: TallyMention) -> tuple[str, ...]:
    """The countries that a tally counts in, by their codes, sorted; empty where it names another area, or none."""
    areas = tally.scope.areas
    return tuple(sorted(areas)) if all(len(area) == 2 for area in areas) else ()


def why_elsewhere(
    tally: TallyMention,
    incident: Countable,
    setting: Setting,
    *,
    in_area: InArea,
    around_area: InArea,
    same_side: SameSide,
    area_name: Callable[[str], str] = str,
) -> Bar | None:
    """Why an incident lies where a tally does not count, or null if it may lie where it does.

    ``around_area`` is whether the place of an incident is an area that holds the one counted.
    """
    if tally.scope.areas:
        return _outside_areas(tally, incident, setting, in_area, around_area, same_side, area_name)
    return _untied(tally, incident, setting, same_side)


def why_other_sort(tally: TallyMention, incident: Countable, setting: Setting, *, same_side: SameSide) -> Bar | None:
    """Why an incident is not of the sort that a tally counts, or null if it is.

    A tally counts what one side does to the other. Where it names neither side, or only describes one ("militias"),
    a response to the counted attacks is not one of them.
    """
    unreal = _DID_NOT_HAPPEN.get(incident.status)
    return (
        (Bar(unreal) if unreal else None)
        or _wrong_side(tally, incident, setting.answers, same_side)
        or _wrong_weapon(tally, incident)
    )


def land_of(incident: Countable) -> str | None:
    """The country of an incident, or at sea the id of its place."""
    return None if incident.place is None else incident.place.country or incident.place.id


def is_of_the_sides(tally: TallyMention, incident: Countable, same_side: SameSide) -> bool:
    """True if the incident is known to hit the tally's target, or to be done by its actor."""
    return are_of_the_sides(tally, doers_of(incident), incident.target_actor, same_side)


def are_of_the_sides(
    tally: TallyMention, doers: Iterable[ActorRef], aimed_at: ActorRef | None, same_side: SameSide
) -> bool:
    """True if one of the doers is known to be of the side of the tally's actor, or their target of its target's."""
    actor, target = tally.scope.actor, tally.scope.target
    hits = target and aimed_at and same_side(target, aimed_at)
    return bool(hits) or any(bool(actor and same_side(actor, d)) for d in doers)


def presence_of(incident: Countable) -> Presence | None:
    """Who is where, as an incident that is no background tells it; null for one that a person rejected."""
    land = land_of(incident)
    if land is None or incident.background or incident.review_state is ReviewState.REJECTED:
        return None
    return Presence(doers=doers_of(incident), target=incident.target_actor, land=land)


def is_between_others(tally: TallyMention, incident: Countable, *, same_side: SameSide) -> bool:
    """True if the incident happened and is known to be neither by the tally's actor nor on its target, but of others.

    It goes by who is in it alone. A tally does not name such an incident as outside unless its own report tells it.
    """
    wrong = _wrong_side(tally, incident, False, same_side) if did_happen(incident) else None
    return wrong is not None and wrong.far


def did_happen(incident: Countable) -> bool:
    """True unless it is denied, discounted or retracted."""
    return incident.status not in _DID_NOT_HAPPEN


def _outside_areas(
    tally: TallyMention,
    incident: Countable,
    setting: Setting,
    in_area: InArea,
    around_area: InArea,
    same_side: SameSide,
    area_name: Callable[[str], str],
) -> Bar | None:
    areas = tally.scope.areas
    if incident.place is None:
        if is_of_the_sides(tally, incident, same_side):
            return None
        counted = _and(area_name(a) for a in areas)
        return Bar(f"its place is not told; the tally counts {counted}", may=setting.told_here)
    if any(in_area(incident, area) for area in areas):
        return None
    may = any(around_area(incident, area) for area in areas)
    counted = _and(area_name(a) for a in areas)
    return Bar(f"{'told only as ' if may else ''}in {incident.place.name}; the tally counts {counted}", may=may)


def _untied(tally: TallyMention, incident: Countable, setting: Setting, same_side: SameSide) -> Bar | None:
    """Where a tally names no area, an incident must be tied to it by its sides, by its country or by its report."""
    if is_of_the_sides(tally, incident, same_side):
        return None
    if incident.place is None:
        return None if setting.told_here else Bar("nothing ties it to the tally: neither place nor sides are told")
    if land_of(incident) in setting.countries:
        return None
    return Bar(f"in {incident.place.name}; the tally names no area, and nothing else ties it to that place")


def _wrong_side(tally: TallyMention, incident: Countable, answers: bool, same_side: SameSide) -> Bar | None:
    actor, target = tally.scope.actor, tally.scope.target
    aimed_at, doers = incident.target_actor, doers_of(incident)
    if target and any(same_side(target, d) for d in doers):
        what = incident.kind.value.replace("_", " ")
        return Bar(f"done by the side that is attacked: {what} by {_names(doers)}")
    if actor and aimed_at and same_side(actor, aimed_at):
        return Bar(f"aimed at the side whose attacks are counted: {aimed_at.name}")
    if actor and doers and all(same_side(actor, d) is False for d in doers):
        words = f"done by {_names(doers)}; the tally counts attacks by {actor.name}"
        return Bar(words, far=not is_of_the_sides(tally, incident, same_side))
    if target and aimed_at and same_side(target, aimed_at) is False:
        words = f"aimed at {aimed_at.name}; the tally counts attacks on {target.name}"
        return Bar(words, far=not is_of_the_sides(tally, incident, same_side))
    is_aimed = target is not None and target.id is not None
    if answers and not is_aimed and not (actor and actor.id):
        return Bar("told as a response to the attacks that are counted")
    if actor and actor.id and not is_aimed and not doers:
        return _doer_untold(actor, incident, same_side)
    return None


def _doer_untold(actor: ActorRef, incident: Countable, same_side: SameSide) -> Bar:
    blamed = tuple(dict.fromkeys(a for one in incident.attributed_to for a in one.actors))
    if blamed and any(same_side(actor, b) for b in blamed):
        return Bar(
            f"attributed to {_names(blamed)}, not told as fact; the tally counts attacks by {actor.name}", may=True
        )
    may = not blamed or any(same_side(actor, b) is None for b in blamed)
    return Bar(f"who did it is not told; the tally counts attacks by {actor.name}", may=may)


def _wrong_weapon(tally: TallyMention, incident: Countable) -> Bar | None:
    counted = frozenset(tally.scope.weapons)
    used = weapons_of(incident)
    if not counted or not used or used & counted or NOT_EXHAUSTIVE.search(tally.quote.exact):
        return None
    with_ = _and(sorted(w.value.replace("_", " ") for w in used))
    return Bar(f"done with {with_}; the tally counts {_and(sorted(counted))}")


def weapons_of(incident: Countable) -> frozenset[WeaponKind]:
    """The weapons that are told, or that the kind of event names by itself."""
    return frozenset(incident.weapons) or WEAPONS_OF_KIND.get(incident.kind, frozenset())


def doers_of(incident: Countable) -> tuple[ActorRef, ...]:
    """Who did it, as reports state or as they claim it themselves."""
    return (incident.perpetrator,) if incident.perpetrator else incident.claimed_by


def _names(actors: Iterable[ActorRef]) -> str:
    return _and(a.name for a in actors)


def _and(words: Iterable[str]) -> str:
    *first, last = list(words)
    return f"{', '.join(first)} and {last}" if first else last
