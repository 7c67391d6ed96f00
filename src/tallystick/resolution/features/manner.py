"""What happened, and with what: kinds and weapons that can be one, not only equal ones."""

from __future__ import annotations

from tallystick.codebook import entry
from tallystick.model.terms import EventKind, WeaponKind
from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

UNTOLD = frozenset({EventKind.ATTACK_UNSPECIFIED, EventKind.OTHER_VIOLENCE})
UNTELLING = frozenset({WeaponKind.AIRCRAFT, WeaponKind.BOMB, WeaponKind.OTHER})
"""Weapons that carry or contain others: jets and the missiles that they fire do not conflict."""

_ONE_ABOVE = "(list_contains(looser_kinds_l, kind_r) OR list_contains(looser_kinds_r, kind_l))"
_SHARED = "list_has_any(weapons_l, weapons_r)"


def _say_kind(level: str, a: Telling, b: Telling, _knows: Knows) -> str:
    ours, theirs = (entry(t.mention.event_kind).label.lower() for t in (a, b))
    if level.startswith("same kind"):
        return f"same kind: {ours}"
    can = "kinds that can be one" if level.startswith("kinds that can") else "different kinds"
    return f"{can}: {ours} and {theirs}"


def _say_weapon(level: str, a: Telling, b: Telling, _knows: Knows) -> str:
    ours, theirs = ({w.kind for w in t.mention.weapons} for t in (a, b))
    if level == "same weapon":
        return "same weapon: " + _names(ours & theirs)
    word = "different weapons" if level == "other weapon" else "weapons that do not conflict"
    return f"{word}: {_names(ours)}; {_names(theirs)}"


def _names(weapons: set[WeaponKind]) -> str:
    return ", ".join(sorted(entry(w).label.lower() for w in weapons))


KIND = Comparison(
    "kind",
    untold="FALSE",
    levels=(
        Level("same kind, unspecified", "kind_l = kind_r AND kind_untold_l", 0.3),
        Level("same kind", "kind_l = kind_r", 1.5),
        Level("kinds that can be one, unspecified", f"{_ONE_ABOVE} AND (kind_untold_l OR kind_untold_r)", 0.0),
        Level("kinds that can be one", _ONE_ABOVE, 0.7),
        Level("kinds of one family", "kind_family_l = kind_family_r", -1.5),
    ),
    otherwise=otherwise("other kind", -4.0),
    say=_say_kind,
)

WEAPON = Comparison(
    "weapon",
    untold="len(weapons_l) = 0 OR len(weapons_r) = 0",
    levels=(
        Level("same weapon", _SHARED, 0.7),
        Level("weapons that do not conflict", "weapon_untelling_l OR weapon_untelling_r", 0.0),
    ),
    otherwise=otherwise("other weapon", -0.7),
    say=_say_weapon,
)
