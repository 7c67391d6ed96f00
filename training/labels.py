"""What the encoder tells of each word piece: label lists in the order of its outputs.

The order is the contract with the runtime (``src/tallystick/reading/trained``); ``card.json`` repeats it.
"""

from __future__ import annotations

ROLES = ("perpetrator_individual", "perpetrator_organisation", "target", "victim", "weapon")
ROLE_TAGS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))

# Kinds of event that reports tell apart by their words; finer kinds are left to the rules.
# The plainest comes first: it is what an event gets where neither word list nor weapon says better.
KINDS_OF_GROUP: dict[str, tuple[str, ...]] = {
    "bombardment": ("shelling", "drone_attack", "rocket_attack", "missile_attack", "mortar_attack", "naval_attack"),
    "airstrike": ("airstrike",),
    "explosion": ("bombing", "ied", "suicide_bombing", "grenade_attack"),
    "armed_assault": ("armed_clash", "shooting", "ambush", "raid"),
    "killing": ("assassination", "execution"),
    "abduction": ("abduction",),
    "destruction": ("sabotage", "arson"),
    "attack_unspecified": ("attack_unspecified",),
    "harm": ("other_violence", "chemical_attack"),
}
TRIGGER_GROUPS = ("none", *KINDS_OF_GROUP)
GROUP_OF_KIND = {kind: group for group, kinds in KINDS_OF_GROUP.items() for kind in kinds}

MODALITIES = ("actual", "alleged", "planned", "threatened", "hypothetical", "denied")

EVENT_SIZE = 64
"""Length of the vector by which two triggers are compared."""

IGNORED = -100
"""A label that no loss looks at: nothing is known of this piece."""


def tag_of(role: str, *, first: bool) -> int:
    """The index in ``ROLE_TAGS`` of a piece that begins (``first``) or goes on a filler of ``role``."""
    return ROLE_TAGS.index(f"{'B' if first else 'I'}-{role}")
