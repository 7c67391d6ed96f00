"""Evidence from the kind of event and its weapons."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.codebook import entry, is_compatible_kind, is_same_family
from tallystick.model.terms import EventKind, WeaponKind
from tallystick.resolution.features.evidence import Evidence, veto
from tallystick.resolution.telling import Telling

UNTOLD = frozenset({EventKind.ATTACK_UNSPECIFIED, EventKind.OTHER_VIOLENCE})
UNTELLING = frozenset({WeaponKind.AIRCRAFT, WeaponKind.BOMB, WeaponKind.OTHER})
"""Weapons that carry or contain others: jets and the missiles that they fire do not conflict."""


def compare_manner(a: Telling, b: Telling) -> Iterator[Evidence]:
    """Kinds and weapons. Two kinds that cannot be one are told apart for good within one report; in two reports
    they speak against one incident, mildly where one is easily mistaken for the other.
    """
    same_report = a.mention.report_id == b.mention.report_id
    yield _compare_kinds(a.mention.event_kind, b.mention.event_kind, same_report=same_report)
    ours, theirs = ({w.kind for w in t.mention.weapons} for t in (a, b))
    if shared := ours & theirs:
        yield Evidence(0.7, "same weapon: " + ", ".join(sorted(entry(w).label.lower() for w in shared)))
    elif ours - UNTELLING and theirs - UNTELLING and not (ours | theirs) & UNTELLING:
        words = f"different weapons: {_names(ours)}; {_names(theirs)}"
        yield veto(words) if same_report else Evidence(-0.7, words)


def _compare_kinds(a: EventKind, b: EventKind, *, same_report: bool) -> Evidence:
    labels = f"{entry(a).label.lower()} and {entry(b).label.lower()}"
    if a == b:
        return Evidence(0.3 if a in UNTOLD else 1.5, f"same kind: {entry(a).label.lower()}")
    if is_compatible_kind(a, b):
        return Evidence(0.0 if a in UNTOLD or b in UNTOLD else 0.7, f"kinds that can be one: {labels}")
    if same_report:
        return veto(f"told as {labels} in one report")
    return Evidence(-1.5 if is_same_family(a, b) else -4.0, f"different kinds: {labels}")


def _names(weapons: set[WeaponKind]) -> str:
    return ", ".join(sorted(entry(w).label.lower() for w in weapons))
