"""What a person decided. Never edited: an undo is a new decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.relation import RelationEnds


class Act(StrEnum):
    """What can be decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    PIN = "pin"
    MERGE = "merge"
    SPLIT = "split"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNDO = "undo"

    @property
    def joins(self) -> bool:
        """True if it says that tellings are of one happening."""
        return self in (Act.MERGE, Act.SAME)

    @property
    def parts(self) -> bool:
        """True if it says that tellings are of two happenings."""
        return self in (Act.SPLIT, Act.DIFFERENT)

    @property
    def settles(self) -> bool:
        """True if it sets the value of a field."""
        return self in (Act.EDIT, Act.PIN)


class Decision(Noun):
    """One entry of the journal.

    ``incident_id`` is the incident decided on; ``anchors`` are the trigger quotes of its mentions at that moment, by
    which the decision finds its incident again after a re-reading. ``merge`` and ``same`` join the tellings at
    ``other_anchors`` to those at ``anchors``; ``split`` and ``different`` part them. ``edit`` sets ``field`` to
    ``value`` (JSON); ``pin`` sets all fields of the JSON object ``value``, which belong to ``field``, to what a report
    tells. ``unsure`` changes nothing. ``undo`` names the decision it takes back in ``undoes``. A decision on a relation
    that a report tells names it in ``relation``, and has the words of the relation as its anchor.
    """

    id: int
    at: datetime
    by: str
    act: Act
    incident_id: str | None = None
    anchors: tuple[Quote, ...] = ()
    other_anchors: tuple[Quote, ...] = ()
    relation: RelationEnds | None = None
    field: str | None = None
    value: str | None = None
    reason: str | None = None
    undoes: int | None = None

    def touches(self, incident_id: str, quotes: tuple[Quote, ...]) -> bool:
        """True if it was taken on the incident of that id, or on words that overlap one of the quotes."""
        if self.relation is not None:
            return False
        ours = (*self.anchors, *self.other_anchors)
        return self.incident_id == incident_id or any(a.overlaps(q) for a in ours for q in quotes)


def undone(journal: Iterable[Decision]) -> dict[int, int]:
    """The entries that do not hold, by number, each with the undo that takes it back and itself holds."""
    found: dict[int, int] = {}
    # An undo is younger than what it takes back, so from the youngest on each entry's fate is settled when met.
    for decision in sorted(journal, key=lambda d: -d.id):
        if decision.undoes is not None and decision.id not in found:
            found.setdefault(decision.undoes, decision.id)
    return found


def in_force(journal: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, oldest first. Undos are left out."""
    entries = sorted(journal, key=lambda d: d.id)
    taken_back = undone(entries)
    return tuple(d for d in entries if d.act is not Act.UNDO and d.id not in taken_back)


def meant(entry: Decision, journal: Mapping[int, Decision]) -> Decision:
    """What an undo takes back or, undoing an undo, brings back; any other entry itself."""
    while entry.undoes is not None:
        entry = journal[entry.undoes]
    return entry
