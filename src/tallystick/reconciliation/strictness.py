"""Whether the words of a tally surely cover an incident that fits it."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.model.countable import Countable
from tallystick.model.mention import TallyMention
from tallystick.model.terms import EventKind, Status, TallyUnit
from tallystick.reconciliation.scope import NOT_EXHAUSTIVE, InArea, SameSide, Setting, doers_of, weapons_of

_STRIKES = frozenset(
    {
        EventKind.AIRSTRIKE,
        EventKind.DRONE_ATTACK,
        EventKind.MISSILE_ATTACK,
        EventKind.ROCKET_ATTACK,
        EventKind.MORTAR_ATTACK,
        EventKind.SHELLING,
        EventKind.NAVAL_ATTACK,
        EventKind.BOMBING,
        EventKind.ATTACK_UNSPECIFIED,
    }
)
_NO_ATTACKS = frozenset({EventKind.ARMED_CLASH, EventKind.ABDUCTION, EventKind.OTHER_VIOLENCE})
_UNSETTLED = {Status.CLAIMED_ONLY: "told by the claimant alone", Status.CONTESTED: "it is contested"}


def why_unsettled(incident: Countable) -> str | None:
    """Why an incident is surely covered by no tally, or null if others than the claimant tell it and none denies it."""
    return _UNSETTLED.get(incident.status)


def why_unsure(
    tally: TallyMention, incident: Countable, setting: Setting, *, in_area: InArea, same_side: SameSide
) -> str | None:
    """Why an incident that a tally counts is not surely covered by the words of its scope, or null if it is.

    Surely covered is what lies in an area that is named, on the side of the target and by the side of the actor as far
    as the tally names them, with a weapon that it counts; if it also lies in the window whole, and is not unsettled.
    """
    reasons = [r for r in _doubts(tally, incident, setting, in_area, same_side) if r]
    return "; ".join(reasons) or None


def _doubts(
    tally: TallyMention, incident: Countable, setting: Setting, in_area: InArea, same_side: SameSide
) -> Iterator[str | None]:
    yield _where(tally, incident, setting, in_area)
    yield _who(tally, incident, setting, same_side)
    yield _whom(tally, incident, same_side)
    yield _what(tally, incident)


def _where(tally: TallyMention, incident: Countable, setting: Setting, in_area: InArea) -> str | None:
    if not tally.scope.areas:
        has_sides = tally.scope.actor is not None or tally.scope.target is not None
        return None if has_sides or setting.told_here else "the tally names no area"
    if incident.place is None:
        return "its place is not told"
    return None if any(in_area(incident, area) for area in tally.scope.areas) else "it may lie in another area"


def _who(tally: TallyMention, incident: Countable, setting: Setting, same_side: SameSide) -> str | None:
    actor, doers = tally.scope.actor, doers_of(incident)
    if actor is None:
        told = tally.scope.target is not None or setting.told_here
        return None if told else "the tally does not say whose attacks it counts"
    if not doers:
        return "who did it is not told"
    if any(same_side(actor, d) for d in doers):
        return None
    return f"whether {' and '.join(d.name for d in doers)} is of the side of {actor.name} is not known"


def _whom(tally: TallyMention, incident: Countable, same_side: SameSide) -> str | None:
    target, aimed_at = tally.scope.target, incident.target_actor
    if target is None:
        return None
    if target.id is None:
        return _of_what(target.name, incident.target)
    if aimed_at is None:
        return "at whom it was aimed is not told"
    if same_side(target, aimed_at):
        return None
    return f"whether {aimed_at.name} is of the side of {target.name} is not known"


def _of_what(counted: str, hit: str | None) -> str | None:
    """Whether what was hit goes by the words of a target that a tally only describes ("attacks on ships")."""
    if hit is None:
        return f"whether it was aimed at {counted} is not told"
    names_it = _stem(counted.rsplit(maxsplit=1)[-1]) in map(_stem, hit.split())
    return None if names_it else f"whether {hit} is of {counted} is not told"


def _stem(word: str) -> str:
    return word.casefold().removesuffix("s")


def _what(tally: TallyMention, incident: Countable) -> str | None:
    counted = tally.scope.weapons
    if counted and not weapons_of(incident) and not NOT_EXHAUSTIVE.search(tally.quote.exact):
        return "with what it was done is not told"
    is_other = (tally.unit is TallyUnit.STRIKES and incident.kind not in _STRIKES) or (
        tally.unit in (TallyUnit.ATTACKS, TallyUnit.STRIKES) and incident.kind in _NO_ATTACKS
    )
    return f"told as {incident.kind.value.replace('_', ' ')}; the tally counts {tally.unit.value}" if is_other else None
