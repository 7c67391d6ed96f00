"""Is what a person decides on still as they saw it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection

from tallystick.errors import Code, TallystickError
from tallystick.ledger import changes, incidents, journal, paging, turn
from tallystick.model.change import DatedChange, What
from tallystick.model.change_words import decision_in_words, what_in_words, why_in_words
from tallystick.model.decision import Act, Decision, meant
from tallystick.model.digest import version_of, version_of_relation
from tallystick.model.quote import Quote
from tallystick.model.relation import Relation


class ChangedError(TallystickError):
    """What was decided on is not as it was seen. ``changes`` tells in words who changed what since, and when."""

    def __init__(self, id_: str, changes: Iterable[str]) -> None:
        self.changes = tuple(changes)
        super().__init__(Code.E311, id=id_, changes="; ".join(self.changes))


def pending(connection: Connection) -> tuple[Decision, ...]:
    """The decisions that nothing was derived from yet, oldest first."""
    last = turn.last(connection).decision
    return tuple(entry for entry in journal.entries(connection) if entry.id > last)


def check_unchanged(connection: Connection, draft: Decision, seen: Mapping[str, str]) -> None:
    """Checks that each incident still is of the version that was seen, and that no decision on it is pending; the same
    of the relation, if it is a decision on one.

    Raises:
        ChangedError: E311, which tells who changed what and when.

    """
    since = _Since(connection)
    for id_, version in sorted(seen.items()):
        if draft.relation is not None:
            told = since.on_relation(id_, version)
        else:
            told = since.on_incident(id_, version, quotes=(*draft.anchors, *draft.other_anchors))
        if told:
            raise ChangedError(id_, told)


def check_undecided(connection: Connection, draft: Decision, last_seen: int) -> None:
    """Checks that the journal holds no entry after that number on the same mention or name.

    Raises:
        ChangedError: E311, which tells who decided what and when.

    """
    entries = {entry.id: entry for entry in journal.entries(connection)}
    told = [
        _in_words(entry)
        for entry in entries.values()
        if entry.id > last_seen and draft.is_on_same(meant(entry, entries))
    ]
    if told:
        raise ChangedError(str(draft.mention_id or draft.name), told)


class _Since:
    """What became of something since it was seen, in words, a line each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._entries = {entry.id: entry for entry in journal.entries(connection)}
        self._waiting = {entry.id for entry in pending(connection)}

    def on_incident(self, id_: str, version: str, *, quotes: tuple[Quote, ...]) -> list[str]:
        found = incidents.incident_if_any(self._connection, id_)
        told = [] if found and version_of(found) == version else self._became(id_, version)
        return told + [
            _in_words(entry) for entry, on in self._changing() if entry.id in self._waiting and on.touches(id_, quotes)
        ]

    def on_relation(self, id_: str, version: str) -> list[str]:
        relation = paging.get(self._connection, Relation, id_)
        if relation is None:
            return ["no report tells it any more"]
        decided = [entry for entry, on in self._changing() if on.is_on_relation(relation)]
        if version_of_relation(relation) == version:
            return [_in_words(entry) for entry in decided if entry.id in self._waiting]
        # Nothing is kept of what a relation was before, but whoever decided last made it what it is.
        return [_in_words(decided[-1])] if decided else ["it was read anew"]

    def _became(self, incident_id: str, version: str) -> list[str]:
        """What became of an incident after it was of that version; of one older than its history, all of it."""
        made = changes.history(self._connection, ids=[incident_id])
        after = max((n for n, each in enumerate(made, start=1) if each.change.version == version), default=0)
        if after == 0 and (not made or made[0].change.what is What.ADDED):
            return [f"it never was of version {version}"]
        return [f"{_minute(each.derivation.at)} {self._change_in_words(each)}" for each in made[after:]]

    def _changing(self) -> Iterator[tuple[Decision, Decision]]:
        """The entries that are more than a note, each with the decision that it is or brings back or takes back."""
        for entry in self._entries.values():
            if entry.act is not Act.UNSURE:
                yield entry, meant(entry, self._entries)

    def _change_in_words(self, made: DatedChange) -> str:
        return f"{made.change.what.value}, {what_in_words(made.change)} ({why_in_words(made, self._entries)})"


def _in_words(entry: Decision) -> str:
    return f"{_minute(entry.at)} {decision_in_words(entry)}"


def _minute(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
