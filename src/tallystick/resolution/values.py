"""What the tellings of one incident come to, field by field, each by a named rule, with every disagreement kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tallystick.codebook import looser_kinds
from tallystick.model.actor import ActorRef
from tallystick.model.incident import Conflict
from tallystick.model.place import Place
from tallystick.model.terms import (
    DateBasis,
    DatePrecision,
    EventKind,
    Modality,
    Outcome,
    ParticipantType,
    PlacePrecision,
    Role,
    WeaponKind,
)
from tallystick.model.when import When
from tallystick.resolution.knows import Knows
from tallystick.resolution.support import Supported, conflict, support
from tallystick.resolution.telling import OWNERS, Telling

PLACE_RULE = "the closest place, of equally close ones that of most independent sources, then the earliest told"
WHEN_RULE = (
    "the finest time, of equally fine ones the best grounded (explicit, weekday, relative to dateline, publication), "
    "then that of most independent sources, then the earliest told"
)
KIND_RULE = "the most specific kind, of several that of most independent sources, then the earliest told"
MAJORITY_RULE = "the value of most independent sources, then the earliest told"

CLOSENESS = (
    PlacePrecision.SITE,
    PlacePrecision.TOWN,
    PlacePrecision.DISTRICT,
    PlacePrecision.PROVINCE,
    PlacePrecision.REGION,
    PlacePrecision.COUNTRY,
)
FINENESS = (
    DatePrecision.DAY,
    DatePrecision.WEEK,
    DatePrecision.PART_OF_MONTH,
    DatePrecision.MONTH,
    DatePrecision.YEAR,
    DatePrecision.UNKNOWN,
)
GROUND = tuple(DateBasis)

Conflicts = tuple[Conflict, ...]


def choose_place(tellings: Sequence[Telling], knows: Knows) -> tuple[Place | None, Conflicts]:
    """The closest place told. Places that contain it do not conflict with it."""
    told = support(((t.mention.where, t) for t in tellings if t.mention.where), same=_place_id)
    if not told:
        return None, ()
    ranked = sorted(told, key=lambda s: (CLOSENESS.index(s.value.precision), s.rank))
    best = ranked[0]
    others = [s for s in ranked[1:] if not knows.contains(s.value, best.value)]
    place = Place(**{name: getattr(best.value, name) for name in Place.model_fields})
    return place, conflict("place", [best, *others], PLACE_RULE, show=_place_name)


def choose_when(tellings: Sequence[Telling]) -> tuple[When, Conflicts]:
    """The finest time told. Wider times that overlap it do not conflict with it."""
    told = support(((t.mention.when, t) for t in tellings if t.mention.when.is_known), same=_days)
    if not told:
        return When(), ()
    ranked = sorted(told, key=_time_rank)
    best = ranked[0]
    others = [s for s in ranked[1:] if not (s.value.overlaps(best.value) and _time_rank(s)[:2] > _time_rank(best)[:2])]
    return best.value, conflict("start", [best, *others], WHEN_RULE, show=_show_when)


def choose_kind(tellings: Sequence[Telling]) -> tuple[EventKind, Conflicts]:
    """The most specific kind told. Looser kinds do not conflict with it."""
    told = support((t.mention.event_kind, t) for t in tellings)
    kinds = {s.value for s in told}
    specific = [s for s in told if not any(s.value in looser_kinds(other) for other in kinds)]
    return specific[0].value, conflict("kind", specific, KIND_RULE, show=_code)


def choose_weapons(tellings: Sequence[Telling]) -> tuple[WeaponKind, ...]:
    """Every weapon that any telling names, in the order of the codebook."""
    named = {w.kind for t in tellings for w in t.mention.weapons}
    return tuple(w for w in WeaponKind if w in named)


def choose_outcome(tellings: Sequence[Telling]) -> tuple[Outcome, Conflicts]:
    """The outcome of most independent sources that tell one."""
    told = support(
        (t.mention.outcome.value, t)
        for t in tellings
        if t.mention.outcome and t.mention.outcome.value is not Outcome.UNKNOWN
    )
    return (told[0].value if told else Outcome.UNKNOWN), conflict("outcome", told, MAJORITY_RULE, show=_code)


def choose_target(tellings: Sequence[Telling]) -> str | None:
    """What was attacked, as most sources name it: a thing or people rather than their owner. Names differ from
    report to report, so that a difference is no conflict.
    """
    told = [(p, t) for t in tellings for p in t.mention.participants if p.role is Role.TARGET]
    things = [(p.name, t) for p, t in told if p.type not in OWNERS and p.type is not ParticipantType.PLACE]
    named = support(things or [(p.name, t) for p, t in told], same=str.casefold)
    return named[0].value if named else None


def choose_target_actor(tellings: Sequence[Telling], knows: Knows) -> tuple[ActorRef | None, Conflicts]:
    """Whose people or things were attacked."""
    return _choose_actor("target_actor", ((a, t) for t in tellings for a in t.targets), knows)


def choose_perpetrator(tellings: Sequence[Telling], knows: Knows) -> tuple[ActorRef | None, Conflicts]:
    """Who did it, from tellings that state it as fact: neither alleged, nor told by a claimant alone, nor blamed."""
    stated = [t for t in tellings if not t.is_blame]
    facts = [t for t in stated if t.mention.modality is Modality.ACTUAL and t.mention.status_cue != "claimed_only"]
    return _choose_actor("perpetrator", ((a, t) for t in facts for a in t.perpetrators), knows)


def _choose_actor(
    field: str, told: Iterable[tuple[ActorRef, Telling]], knows: Knows
) -> tuple[ActorRef | None, Conflicts]:
    """The actor of most sources, one that the knowledge base holds before one that it does not."""
    named = support(((knows.named(actor), t) for actor, t in told), same=_actor_id)
    if not named:
        return None, ()
    best = min(named, key=lambda s: (s.value.id is None, s.rank))
    rivals = [s for s in named if s is not best and not knows.compatible(s.value, best.value)]
    # Whom a telling names together with the best one acted with it.
    others = [s for s in rivals if any(t not in best.tellings for t in s.tellings)]
    return best.value, conflict(field, [best, *others], MAJORITY_RULE, show=_actor_name)


def _time_rank(s: Supported[When]) -> tuple[bool, int, int, int, object]:
    published_only = s.value.basis is DateBasis.PUBLICATION
    width = (s.value.end - s.value.start).days if s.value.start and s.value.end else 10**6
    return (
        published_only,
        FINENESS.index(s.value.precision),
        GROUND.index(s.value.basis),
        width,
        s.rank,
    )


def _days(when: When) -> object:
    return when.start, when.end, when.precision


def _show_when(when: When) -> str:
    if when.start == when.end:
        return str(when.start)
    return f"{when.start or '..'}/{when.end or '..'}"


def _place_id(place: Place) -> str:
    return place.id


def _place_name(place: Place) -> str:
    return place.name


def _actor_id(actor: ActorRef) -> str:
    return actor.id or actor.name.casefold()


def _actor_name(actor: ActorRef) -> str:
    return actor.name


def _code(term: EventKind | Outcome) -> str:
    return term.value
