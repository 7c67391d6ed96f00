"""What one report tells of one happening, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from benchmarks.made.happening import Happening
from tallystick.model.actor import ActorRef
from tallystick.model.place import Place
from tallystick.model.terms import DateBasis, DatePrecision, EventKind, Modality, Outcome, WeaponKind


@dataclass(slots=True)
class Seen:
    """A telling; what is null is not told. ``bare``: no more than "the attack", of what the report has told before."""

    happening: Happening
    published: date
    kind: EventKind
    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    basis: DateBasis = DateBasis.NONE
    place: Place | None = None
    weapon: WeaponKind | None = None
    weapon_count: int | None = None
    doer: ActorRef | None = None
    blamed: bool = False
    claimant: ActorRef | None = None
    target: str | None = None
    against: ActorRef | None = None
    killed: int | None = None
    injured: int | None = None
    at_least: bool = False
    outcome: Outcome | None = None
    modality: Modality = Modality.ACTUAL
    background: bool = False
    bare: bool = False
