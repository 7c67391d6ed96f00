"""Who did it, who claims it and who was attacked. A brand and its member do not conflict."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tallystick.model.actor import ActorRef
from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

Actors = Callable[[Telling], Sequence[ActorRef]]


def token_of(actor: ActorRef) -> str:
    """How the linkage knows an actor: by id, or by name where the knowledge base does not hold it."""
    return actor.id or f"name:{actor.name.casefold()}"


def _say_sets(word: str, ours: Actors, theirs: Actors) -> Callable[[str, Telling, Telling, Knows], str]:
    def say(level: str, a: Telling, b: Telling, knows: Knows) -> str:
        left, right = (([knows.named(x) for x in actors]) for actors in _either(ours, theirs, a, b))
        if level.startswith("same"):
            tokens = {token_of(x) for x in right}
            return f"same {word}: " + ", ".join(x.name for x in left if token_of(x) in tokens)
        names = f"{', '.join(x.name for x in left)}; {', '.join(x.name for x in right)}"
        return f"{word} do not conflict: {names}" if level.startswith("compatible") else f"different {word}: {names}"

    return say


def _either(ours: Actors, theirs: Actors, a: Telling, b: Telling) -> tuple[Sequence[ActorRef], Sequence[ActorRef]]:
    """The two sets that were compared: of a and b, or of b and a where that is how they meet."""
    return (ours(a), theirs(b)) if ours(a) and theirs(b) else (ours(b), theirs(a))


def _say_sides(level: str, a: Telling, b: Telling, knows: Knows) -> str:
    if level == "two sides":
        return "who attacks in one is not attacked in the other"
    for one, other in ((a, b), (b, a)):
        for attacker in (*one.perpetrators, *one.claimants):
            if any(_is_one_side(attacker, target, knows) for target in other.targets):
                return f"{knows.named(attacker).name} attacks in one and is attacked in the other"
    return "one side attacks in one and is attacked in the other"


def _is_one_side(a: ActorRef, b: ActorRef, knows: Knows) -> bool:
    return token_of(a) == token_of(b) or (a.id is not None and b.id is not None and knows.compatible(a, b))


def _levels(left: str, right: str, names: tuple[str, str], bits: tuple[float, float]) -> tuple[Level, Level]:
    """The same actor; or one that does not conflict: its brand or member, or a name that nobody knows."""
    same, compatible = names
    return (
        Level(same, f"list_has_any({left}s_l, {right}s_r)", bits[0]),
        Level(
            compatible,
            f"list_has_any({left}_sides_l, {right}s_r) OR {left}_unknown_l OR {right}_unknown_r",
            bits[1],
        ),
    )


_SAME_PERPETRATOR, _COMPATIBLE_PERPETRATORS = _levels(
    "perpetrator", "perpetrator", ("same perpetrator", "compatible perpetrators"), (2.0, 1.0)
)
# Names that nobody knows, but that tell a side: "regime forces" and "the rebels".
_OTHER_CAMP = (
    "(perpetrator_unknown_l OR perpetrator_unknown_r) AND perpetrator_camps_l > 0 AND perpetrator_camps_r > 0 "
    "AND (perpetrator_camps_l & perpetrator_camps_r) = 0"
)

PERPETRATOR = Comparison(
    "perpetrator",
    untold="len(perpetrators_l) = 0 OR len(perpetrators_r) = 0",
    levels=(_SAME_PERPETRATOR, Level("other camp", _OTHER_CAMP, -4.0), _COMPATIBLE_PERPETRATORS),
    otherwise=otherwise("other perpetrator", -8.0),
    say=_say_sets("perpetrator", lambda t: t.perpetrators, lambda t: t.perpetrators),
)

# One tells who did it, the other only who claims it.
_STATED_AND_CLAIMED = "len(perpetrators_l) > 0 AND len(claimants_r) > 0 AND len(perpetrators_r) = 0"
_CLAIMED_AND_STATED = "len(perpetrators_r) > 0 AND len(claimants_l) > 0 AND len(perpetrators_l) = 0"
CLAIMED_BY_PERPETRATOR = Comparison(
    "perpetrator and claimant",
    untold=f"NOT (({_STATED_AND_CLAIMED}) OR ({_CLAIMED_AND_STATED}))",
    levels=(
        Level(
            "same perpetrator and claimant",
            "list_has_any(perpetrators_l, claimants_r) OR list_has_any(claimants_l, perpetrators_r)",
            1.0,
        ),
        Level(
            "compatible perpetrator and claimant",
            "list_has_any(perpetrator_sides_l, claimants_r) OR list_has_any(claimants_l, perpetrator_sides_r) "
            "OR perpetrator_unknown_l OR perpetrator_unknown_r OR claimant_unknown_l OR claimant_unknown_r",
            0.7,
        ),
    ),
    otherwise=otherwise("other perpetrator than claimant", -2.0),
    say=_say_sets("perpetrator and claimant", lambda t: t.perpetrators, lambda t: t.claimants),
)

CLAIMANT = Comparison(
    "claimant",
    untold="len(claimants_l) = 0 OR len(claimants_r) = 0",
    levels=_levels("claimant", "claimant", ("same claimant", "compatible claimants"), (1.0, 0.7)),
    otherwise=otherwise("other claimant", -1.0),
    say=_say_sets("claimant", lambda t: t.claimants, lambda t: t.claimants),
)

TARGET_ACTOR = Comparison(
    "target actor",
    untold="len(targets_l) = 0 OR len(targets_r) = 0",
    levels=_levels("target", "target", ("same target actor", "compatible target actors"), (1.0, 0.3)),
    otherwise=otherwise("other target actor", -1.0),
    say=_say_sets("target actor", lambda t: t.targets, lambda t: t.targets),
)

# Not a rule against one incident: in a civil war both sides bear the name of the country.
_ATTACKER_ATTACKED = "list_has_any(attackers_l, target_sides_r) OR list_has_any(attackers_r, target_sides_l)"
SIDES = Comparison(
    "sides",
    untold="(len(attackers_l) = 0 OR len(targets_r) = 0) AND (len(attackers_r) = 0 OR len(targets_l) = 0)",
    levels=(Level("attacker attacked", _ATTACKER_ATTACKED, -4.0),),
    otherwise=otherwise("two sides", 0.0),
    say=_say_sides,
)
