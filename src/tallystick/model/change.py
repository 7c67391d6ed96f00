"""What became of the incidents from one derivation of a ledger to the next."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import JsonValue

from tallystick.model.base import Noun


class What(StrEnum):
    """What became of an incident.

    ``withdrawn``: it stands no more, since no report is read as telling it or a person rejected it. ``merged``: it
    is one with another, and its id points on. ``revived``: it stands again.
    """

    ADDED = "added"
    CHANGED = "changed"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    REVIVED = "revived"


class FieldChange(Noun):
    """A field of an incident before and after, as plain values; null is "not told"."""

    field: str
    before: JsonValue = None
    after: JsonValue = None


class Change(Noun):
    """What one derivation changed of one incident, and why.

    ``version`` is that of the incident afterwards, null where it stands no more; ``points_to`` is the incident that
    it was merged with. Of an incident ``added`` the ``fields`` give what it is at a glance, of one that stands no more
    what it told, and of all others every field that changed. Why: ``reports`` are the ids of new reports that tell it,
    ``decisions`` the numbers of new decisions on it, ``readers`` those who read reports of it anew. All three are empty
    where it follows from changes elsewhere.
    """

    incident_id: str
    what: What
    version: str | None = None
    points_to: str | None = None
    fields: tuple[FieldChange, ...] = ()
    reports: tuple[str, ...] = ()
    decisions: tuple[int, ...] = ()
    readers: tuple[str, ...] = ()


class Derivation(Noun):
    """A derivation that changed something: its number from 1, when it was saved, and what was new since the one
    before: how many reports, which decisions, and the readers that read reports anew.
    """

    number: int
    at: datetime
    reports: int = 0
    decisions: tuple[int, ...] = ()
    readers: tuple[str, ...] = ()


class DatedChange(Noun):
    """A change and the derivation that made it."""

    derivation: Derivation
    change: Change
