"""What the tellings of one incident come to, field by field, each by its rule, with every disagreement kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from tallystick.codebook import looser_kinds
from tallystick.model.actor import ActorRef
from tallystick.model.place import Place
from tallystick.model.terms import DateBasis, EventKind, Modality, Outcome, ParticipantType, Role, WeaponKind
from tallystick.model.when import When
from tallystick.resolution.features.manner import UNTELLING
from tallystick.resolution.knows import Knows
from tallystick.resolution.rules import GROUND, RULES, find_conflict
from tallystick.resolution.support import Chosen, support
from tallystick.resolution.telling import OWNERS, Telling

Tellings = Sequence[Telling]


def choose_place(tellings: Tellings, knows: Knows) -> Chosen[Place | None]:
    """The closest place told. Places that contain it do not conflict with it."""
    told = support(((t.mention.where, t) for t in tellings if t.mention.where), same=_place_id)
    if not told:
        return Chosen(None)
    best, *rest = RULES["place"].order(told)
    others = [s for s in rest if not knows.contains(s.value, best.value)]
    place = Place(**{name: getattr(best.value, name) for name in Place.model_fields})
    return Chosen(place, best.mention_ids, find_conflict("place", [best, *others], show=_place_name))


def choose_when(tellings: Tellings) -> Chosen[When]:
    """The finest time told. Times that share a day with it do not conflict with it, nor does a day of publication that
    stands in for one that is not told.
    """
    told = support(((t.mention.when, t) for t in tellings if t.mention.when.is_known), same=_days, prefer=_ground)
    if not told:
        return Chosen(When())
    best, *rest = RULES["start"].order(told)
    others = [s for s in rest if not s.value.overlaps(best.value) and s.value.basis is not DateBasis.PUBLICATION]
    return Chosen(best.value, best.mention_ids, find_conflict("start", [best, *others], show=_show_when))


def choose_kind(tellings: Tellings) -> Chosen[EventKind]:
    """The most specific kind told. Looser kinds do not conflict with it."""
    told = support((t.mention.event_kind, t) for t in tellings)
    kinds = {s.value for s in told}
    specific = RULES["kind"].order(s for s in told if not any(s.value in looser_kinds(other) for other in kinds))
    return Chosen(specific[0].value, specific[0].mention_ids, find_conflict("kind", specific, show=_code))


def choose_weapons(tellings: Tellings) -> Chosen[tuple[WeaponKind, ...]]:
    """Every weapon that any telling names, in the order of the codebook. Tellings that share none disagree, but for
    weapons that carry or hold others.
    """
    named = [(frozenset(w.kind for w in t.mention.weapons), t) for t in tellings if t.mention.weapons]
    every = frozenset[WeaponKind]().union(*(kinds for kinds, _ in named))
    told = support((kinds - UNTELLING, t) for kinds, t in named if kinds - UNTELLING)
    apart = any(a.value.isdisjoint(b.value) for a, b in combinations(told, 2))
    return Chosen(
        tuple(w for w in WeaponKind if w in every),
        tuple(t.mention.id for _, t in named),
        find_conflict("weapons", told, show=_codes) if apart else (),
    )


def choose_outcome(tellings: Tellings) -> Chosen[Outcome]:
    """The outcome of most independent sources that tell one."""
    told = support(
        (t.mention.outcome.value, t)
        for t in tellings
        if t.mention.outcome and t.mention.outcome.value is not Outcome.UNKNOWN
    )
    if not told:
        return Chosen(Outcome.UNKNOWN)
    ranked = RULES["outcome"].order(told)
    return Chosen(ranked[0].value, ranked[0].mention_ids, find_conflict("outcome", ranked, show=_code))


def choose_target(tellings: Tellings) -> Chosen[str | None]:
    """What was attacked, as most sources name it: a thing or people rather than their owner. Names differ from
    report to report, so that a difference is no conflict.
    """
    told = [(p, t) for t in tellings for p in t.mention.participants if p.role is Role.TARGET]
    things = [(p.name, t) for p, t in told if p.type not in OWNERS and p.type is not ParticipantType.PLACE]
    named = support(things or [(p.name, t) for p, t in told], same=str.casefold)
    if not named:
        return Chosen(None)
    best = RULES["target"].order(named)[0]
    return Chosen(best.value, best.mention_ids)


def choose_target_actor(tellings: Tellings, knows: Knows) -> Chosen[ActorRef | None]:
    """Whose people or things were attacked."""
    return _choose_actor("target_actor", ((a, t) for t in tellings for a in t.targets), knows)


def choose_perpetrator(tellings: Tellings, knows: Knows) -> Chosen[ActorRef | None]:
    """Who did it, from tellings that state it as fact: neither alleged, nor told by a claimant alone, nor blamed."""
    stated = [t for t in tellings if not t.is_blame]
    facts = [t for t in stated if t.mention.modality is Modality.ACTUAL and t.mention.status_cue != "claimed_only"]
    return _choose_actor("perpetrator", ((a, t) for t in facts for a in t.perpetrators), knows)


def _choose_actor(field: str, told: Iterable[tuple[ActorRef, Telling]], knows: Knows) -> Chosen[ActorRef | None]:
    """One actor; those that do not exclude it, and those told together with it, do not conflict with it."""
    named = support(((knows.named(actor), t) for actor, t in told), same=_actor_id)
    if not named:
        return Chosen(None)
    best, *rest = RULES[field].order(named)
    rivals = [s for s in rest if not knows.compatible(s.value, best.value)]
    # Whom a telling names together with the best one acted with it.
    others = [s for s in rivals if any(t not in best.tellings for t in s.tellings)]
    return Chosen(best.value, best.mention_ids, find_conflict(field, [best, *others], show=_actor_name))


def _days(when: When) -> object:
    return when.start, when.end, when.precision


def _ground(when: When) -> int:
    return GROUND.index(when.basis)


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


def _codes(weapons: frozenset[WeaponKind]) -> str:
    return ", ".join(w.value for w in WeaponKind if w in weapons)
