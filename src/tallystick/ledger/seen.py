"""Is an incident still as the person who decides on it saw it?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection

from tallystick.errors import Code, TallystickError
from tallystick.ledger import changes, incidents, journal, turn
from tallystick.model.change import DatedChange, What
from tallystick.model.change_words import decision_in_words, what_in_words, why_in_words
from tallystick.model.decision import Act, Decision, meant
from tallystick.model.digest import version_of


def pending(connection: Connection) -> tuple[Decision, ...]:
    """The decisions that nothing was derived from yet, oldest first."""
    last = turn.last(connection).decision
    return tuple(entry for entry in journal.entries(connection) if entry.id > last)


def check_unchanged(connection: Connection, draft: Decision, seen: Mapping[str, str]) -> None:
    """Checks that each incident still is of the version that was seen, and that no decision on it is pending.

    Raises:
        TallystickError: E311, which tells who changed what and when.

    """
    entries = {entry.id: entry for entry in journal.entries(connection)}
    waiting = [entry for entry in pending(connection) if entry.act is not Act.UNSURE]
    quotes = (*draft.anchors, *draft.other_anchors)
    for incident_id, version in sorted(seen.items()):
        found = incidents.incident_if_any(connection, incident_id)
        told = [] if found and version_of(found) == version else _since(connection, incident_id, version, entries)
        told += [
            f"{_minute(entry.at)} {decision_in_words(entry)}"
            for entry in waiting
            if meant(entry, entries).touches(incident_id, quotes)
        ]
        if told:
            raise TallystickError(Code.E311, id=incident_id, changes="; ".join(told))


def _since(connection: Connection, incident_id: str, version: str, entries: Mapping[int, Decision]) -> list[str]:
    """What became of an incident after it was of that version; of one older than its history, all of it."""
    made = changes.history(connection, ids=[incident_id])
    after = max((n for n, each in enumerate(made, start=1) if each.change.version == version), default=0)
    if after == 0 and (not made or made[0].change.what is What.ADDED):
        return [f"it never was of version {version}"]
    return [f"{_minute(each.derivation.at)} {_in_words(each, entries)}" for each in made[after:]]


def _in_words(made: DatedChange, entries: Mapping[int, Decision]) -> str:
    return f"{made.change.what.value}, {what_in_words(made.change)} ({why_in_words(made, entries)})"


def _minute(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
