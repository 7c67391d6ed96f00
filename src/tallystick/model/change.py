"""What became of incidents, claims, tallies and reports from one derivation of a ledger to the next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import JsonValue, model_validator

from tallystick.model.base import Noun


class Subject(StrEnum):
    """What a change is of."""

    INCIDENT = "incident"
    CLAIM = "claim"
    TALLY = "tally"
    REPORT = "report"


class What(StrEnum):
    """What became of it.

    ``withdrawn``: it stands no more, since no report is read as telling it or, of an incident, a person rejected it.
    ``merged``: an incident is one with another, and its id points on. ``revived``: an incident stands again. Reports
    are only ever added and changed.
    """

    ADDED = "added"
    CHANGED = "changed"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    REVIVED = "revived"


class FieldChange(Noun):
    """A field before and after, as plain values; null is "not told". Of the incidents that a claim covers, and of those
    that a tally counts or leaves out, ``before`` has only those that went, and ``after`` those that came.
    """

    field: str
    before: JsonValue = None
    after: JsonValue = None


class Change(Noun):
    """What one derivation changed of one incident, claim, tally or report, and why.

    ``version`` is that of an incident afterwards, null where it stands no more; ``points_to`` is the incident that
    it was merged with. Of an incident ``added`` the ``fields`` give what it is at a glance, of all else added or gone
    what it tells or told, and of all others every field that changed. Why: ``reports`` are the ids of new reports that
    tell it, ``decisions`` the numbers of new decisions on it, ``readers`` those who read reports of it anew; of a claim
    or a tally also those behind the incidents with which it changed. All three are empty where it follows from changes
    elsewhere.
    """

    subject: Subject = Subject.INCIDENT
    id: str
    what: What
    version: str | None = None
    points_to: str | None = None
    fields: tuple[FieldChange, ...] = ()
    reports: tuple[str, ...] = ()
    decisions: tuple[int, ...] = ()
    readers: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _of_an_incident(cls, fields: Any) -> Any:
        """Until schema 0005 all changes were of incidents, and named them so."""
        if isinstance(fields, Mapping) and "incident_id" in fields:
            return {("id" if name == "incident_id" else name): value for name, value in fields.items()}
        return fields


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
