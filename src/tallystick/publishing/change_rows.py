"""Changes as rows: the corrections feed, and the history of one incident, claim, tally or report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC

from tallystick.model.change import DatedChange, Subject
from tallystick.model.change_words import decision_in_words, what_in_words, why_in_words
from tallystick.model.decision import Decision
from tallystick.publishing.rows import Row


def change_row(made: DatedChange, *, journal: Mapping[int, Decision], names: Mapping[str, str]) -> Row:
    """What became of one of these, in values and in words. ``names`` says what reports are called, by id."""
    change = made.change.model_dump(mode="json")
    return {
        "derivation": made.derivation.number,
        "at": made.derivation.at.isoformat(timespec="seconds"),
        "subject": change.pop("subject"),
        "id": change.pop("id"),
        "incident_id": made.change.id if made.change.subject is Subject.INCIDENT else None,
        **change,
        "summary": what_in_words(made.change, names),
        "why": why_in_words(made, journal, names),
    }


def decision_row(decision: Decision, *, incident_id: str | None, state: str) -> Row:
    """A decision on an incident as a line of a history, with how it stands now: the keys of a change, no derivation."""
    return {
        "derivation": None,
        "at": decision.at.astimezone(UTC).isoformat(timespec="seconds"),
        "subject": Subject.INCIDENT.value,
        "id": incident_id,
        "incident_id": incident_id,
        "what": "decided",
        "version": None,
        "points_to": None,
        "fields": [],
        "reports": [],
        "decisions": [decision.id],
        "readers": [],
        "summary": decision_in_words(decision),
        "why": state,
    }
