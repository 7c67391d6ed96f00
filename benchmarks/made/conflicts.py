"""The conflicts of the made world: where, how much of all, by whom, against whom and how.

Countries, actors and places are those of the packaged knowledge; nothing that is told of them happened. The shares
follow the order of ACLED's yearly counts by country of 2022 and 2023 roughly, and are rounded: they are our guess.
"""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.model.terms import EventKind as Kind
from tallystick.model.terms import WeaponKind as Weapon

Manner = tuple[tuple[Kind, float], ...]
"""Kinds of attack and how common each is among those of an attacker, in parts of one."""

ARMY: Manner = (
    (Kind.SHELLING, 0.4), (Kind.AIRSTRIKE, 0.18), (Kind.DRONE_ATTACK, 0.16), (Kind.MISSILE_ATTACK, 0.06),
    (Kind.ARMED_CLASH, 0.12), (Kind.RAID, 0.05), (Kind.ROCKET_ATTACK, 0.03),
)  # fmt: skip
AIR: Manner = (
    (Kind.AIRSTRIKE, 0.6), (Kind.DRONE_ATTACK, 0.2), (Kind.SHELLING, 0.1), (Kind.MISSILE_ATTACK, 0.05),
    (Kind.RAID, 0.05),
)  # fmt: skip
ROCKETEERS: Manner = (
    (Kind.ROCKET_ATTACK, 0.4), (Kind.DRONE_ATTACK, 0.32), (Kind.MISSILE_ATTACK, 0.12), (Kind.MORTAR_ATTACK, 0.1),
    (Kind.IED, 0.06),
)  # fmt: skip
INSURGENTS: Manner = (
    (Kind.SHOOTING, 0.24), (Kind.IED, 0.2), (Kind.AMBUSH, 0.14), (Kind.ARMED_CLASH, 0.12), (Kind.RAID, 0.08),
    (Kind.SUICIDE_BOMBING, 0.04), (Kind.ABDUCTION, 0.06), (Kind.ASSASSINATION, 0.04), (Kind.GRENADE_ATTACK, 0.04),
    (Kind.MORTAR_ATTACK, 0.03), (Kind.BOMBING, 0.01),
)  # fmt: skip

WEAPONS: dict[Kind, tuple[Weapon, ...]] = {
    Kind.DRONE_ATTACK: (Weapon.DRONE,),
    Kind.ROCKET_ATTACK: (Weapon.ROCKET,),
    Kind.MISSILE_ATTACK: (Weapon.MISSILE,),
    Kind.MORTAR_ATTACK: (Weapon.MORTAR,),
    Kind.SHELLING: (Weapon.ARTILLERY, Weapon.ARTILLERY, Weapon.MORTAR, Weapon.ROCKET),
    Kind.AIRSTRIKE: (Weapon.AIRCRAFT, Weapon.BOMB, Weapon.MISSILE, Weapon.DRONE),
    Kind.IED: (Weapon.IED,),
    Kind.BOMBING: (Weapon.BOMB, Weapon.VEHICLE_BOMB),
    Kind.SUICIDE_BOMBING: (Weapon.SUICIDE_BOMB, Weapon.VEHICLE_BOMB),
    Kind.GRENADE_ATTACK: (Weapon.GRENADE,),
}
"""With what an attack of a kind is made, as often as it stands here; small arms for all other kinds."""


@dataclass(frozen=True)
class Side:
    """One that attacks: the id of the actor, its share of the attacks, its manner and whom it attacks."""

    actor: str
    share: float
    manner: Manner
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """A country (ISO 3166-1 alpha-2), its share of all incidents, and who fights there."""

    country: str
    share: float
    sides: tuple[Side, ...]


CONFLICTS = (
    Conflict("UA", 0.2, (
        Side("ru-armed-forces", 0.8, ARMY, ("ua", "ua-armed-forces")),
        Side("ua-armed-forces", 0.2, ARMY, ("ru-armed-forces",)),
    )),
    Conflict("SY", 0.12, (
        Side("sy-armed-forces", 0.3, ARMY, ("hayat-tahrir-al-sham", "syrian-national-army")),
        Side("ru-armed-forces", 0.12, AIR, ("hayat-tahrir-al-sham",)),
        Side("islamic-state", 0.18, INSURGENTS, ("sy-armed-forces", "syrian-democratic-forces")),
        Side("hayat-tahrir-al-sham", 0.12, ARMY, ("sy-armed-forces",)),
        Side("tr-armed-forces", 0.12, AIR, ("syrian-democratic-forces",)),
        Side("il-armed-forces", 0.06, AIR, ("sy-armed-forces", "ir")),
        Side("islamic-resistance-in-iraq", 0.1, ROCKETEERS, ("us", "us-armed-forces")),
    )),
    Conflict("PS", 0.1, (
        Side("il-armed-forces", 0.7, AIR, ("hamas", "palestinian-islamic-jihad")),
        Side("al-qassam-brigades", 0.2, INSURGENTS, ("il-armed-forces",)),
        Side("al-quds-brigades", 0.1, ROCKETEERS, ("il", "il-armed-forces")),
    )),
    Conflict("YE", 0.09, (
        Side("houthi-armed-forces", 0.5, ARMY, ("ye-armed-forces", "sa")),
        Side("saudi-led-coalition", 0.3, AIR, ("houthis",)),
        Side("aqap", 0.12, INSURGENTS, ("southern-transitional-council", "ye-armed-forces")),
        Side("southern-transitional-council", 0.08, ARMY, ("aqap", "ye-armed-forces")),
    )),
    Conflict("SD", 0.08, (
        Side("rapid-support-forces", 0.5, ARMY, ("sd-armed-forces",)),
        Side("sd-armed-forces", 0.42, AIR, ("rapid-support-forces",)),
        Side("splm-n", 0.08, INSURGENTS, ("sd-armed-forces",)),
    )),
    Conflict("MM", 0.08, (
        Side("mm-armed-forces", 0.5, ARMY, ("peoples-defence-force-myanmar", "arakan-army")),
        Side("peoples-defence-force-myanmar", 0.3, INSURGENTS, ("mm-armed-forces",)),
        Side("arakan-army", 0.12, ARMY, ("mm-armed-forces",)),
        Side("tnla", 0.08, ARMY, ("mm-armed-forces",)),
    )),
    Conflict("IQ", 0.07, (
        Side("islamic-resistance-in-iraq", 0.3, ROCKETEERS, ("us", "us-armed-forces", "global-coalition")),
        Side("kataib-hezbollah", 0.12, ROCKETEERS, ("us", "us-armed-forces")),
        Side("islamic-state", 0.4, INSURGENTS, ("iq-armed-forces", "popular-mobilization-forces")),
        Side("tr-armed-forces", 0.12, AIR, ("pkk",)),
        Side("us-armed-forces", 0.06, AIR, ("kataib-hezbollah",)),
    )),
    Conflict("LB", 0.06, (
        Side("il-armed-forces", 0.6, AIR, ("hezbollah",)),
        Side("hezbollah", 0.4, ROCKETEERS, ("il", "il-armed-forces")),
    )),
    Conflict("BF", 0.05, (
        Side("jnim", 0.65, INSURGENTS, ("bf-armed-forces", "vdp")),
        Side("islamic-state-sahel", 0.2, INSURGENTS, ("bf-armed-forces",)),
        Side("bf-armed-forces", 0.15, AIR, ("jnim",)),
    )),
    Conflict("ML", 0.04, (
        Side("jnim", 0.6, INSURGENTS, ("ml-armed-forces", "wagner-group")),
        Side("islamic-state-sahel", 0.2, INSURGENTS, ("ml-armed-forces",)),
        Side("ml-armed-forces", 0.2, AIR, ("jnim",)),
    )),
    Conflict("NG", 0.05, (
        Side("iswap", 0.4, INSURGENTS, ("ng-army", "ng-armed-forces")),
        Side("boko-haram", 0.35, INSURGENTS, ("ng-army",)),
        Side("ng-air-force", 0.25, AIR, ("iswap",)),
    )),
    Conflict("SO", 0.04, (
        Side("al-shabaab", 0.85, INSURGENTS, ("so-armed-forces", "so-police")),
        Side("us-armed-forces", 0.15, AIR, ("al-shabaab",)),
    )),
    Conflict("CO", 0.02, (
        Side("eln", 0.5, INSURGENTS, ("co-army",)),
        Side("farc-dissidents", 0.5, INSURGENTS, ("co-army",)),
    )),
)  # fmt: skip
"""Shares add up to one."""
