"""Evidence from who did it, who claims it and who was attacked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from tallystick.model.actor import ActorRef
from tallystick.model.terms import ParticipantType, Role
from tallystick.resolution.features.evidence import Evidence, veto
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import OWNERS, Telling


def compare_actors(a: Telling, b: Telling, knows: Knows) -> Iterator[Evidence]:
    """Perpetrators known to be different rule one incident out. A brand and its member do not conflict. That an
    attacker of one is attacked in the other speaks strongly against one incident, and rules it out not: in a civil
    war both sides bear the name of the country.
    """
    if culprit := _attacker_attacked(a, b, knows) or _attacker_attacked(b, a, knows):
        yield Evidence(-4.0, f"{knows.named(culprit).name} attacks in one and is attacked in the other")
    if a.perpetrators and b.perpetrators:
        yield from _compare_sets(
            a.perpetrators, b.perpetrators, knows, word="perpetrator", same=2.0, like=1.0, unlike=None
        )
    for one, other in ((a, b), (b, a)):
        if one.perpetrators and other.claimants and not other.perpetrators:
            yield from _compare_sets(
                one.perpetrators, other.claimants, knows, word="perpetrator and claimant", same=1.0, like=0.7, unlike=-2
            )
    if a.claimants and b.claimants:
        yield from _compare_sets(a.claimants, b.claimants, knows, word="claimant", same=1.0, like=0.7, unlike=-1.0)
    yield from _compare_targets(a, b, knows)


def is_same_actor(a: ActorRef, b: ActorRef) -> bool:
    """True if both point to one actor, by id, or by name where one has no id."""
    if a.id and b.id:
        return a.id == b.id
    return a.name.casefold() == b.name.casefold()


def _attacker_attacked(a: Telling, b: Telling, knows: Knows) -> ActorRef | None:
    attackers = (*a.perpetrators, *a.claimants)
    return next((x for x in attackers for y in b.targets if _is_one_side(x, y, knows)), None)


def _is_one_side(a: ActorRef, b: ActorRef, knows: Knows) -> bool:
    return is_same_actor(a, b) or (a.id is not None and b.id is not None and knows.compatible(a, b))


def _compare_sets(
    ours: Sequence[ActorRef],
    theirs: Sequence[ActorRef],
    knows: Knows,
    *,
    word: str,
    same: float,
    like: float,
    unlike: float | None,
) -> Iterator[Evidence]:
    ours, theirs = ([knows.named(x) for x in actors] for actors in (ours, theirs))
    if shared := next((x for x in ours for y in theirs if is_same_actor(x, y)), None):
        yield Evidence(same, f"same {word}: {shared.name}")
        return
    names = f"{', '.join(x.name for x in ours)}; {', '.join(y.name for y in theirs)}"
    if any(knows.compatible(x, y) for x in ours for y in theirs):
        yield Evidence(like, f"{word} do not conflict: {names}")
    elif unlike is None:
        yield veto(f"different {word}: {names}")
    else:
        yield Evidence(unlike, f"different {word}: {names}")


def _compare_targets(a: Telling, b: Telling, knows: Knows) -> Iterator[Evidence]:
    if a.targets and b.targets:
        yield from _compare_sets(a.targets, b.targets, knows, word="target actor", same=1.0, like=0.3, unlike=-1.0)
    ours, theirs = _things(a), _things(b)
    if ours and theirs and max(fuzz.token_set_ratio(x, y) for x in ours for y in theirs) >= 80:
        yield Evidence(0.7, f"like target: {ours[0]}")


def _things(t: Telling) -> list[str]:
    """What was attacked, other than a place or an owner: those are compared on their own."""
    place = t.mention.where.name.casefold() if t.mention.where else ""
    return [
        name
        for p in t.mention.participants
        if p.role in (Role.TARGET, Role.VICTIM) and p.type not in OWNERS and p.type is not ParticipantType.PLACE
        if fuzz.token_set_ratio(name := p.name.casefold(), place) < 90
    ]
