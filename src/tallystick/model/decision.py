"""What a person decided. Never edited: an undo is a new decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from pydantic import Field

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.mention import RelationMention
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
    def judges(self) -> bool:
        """True if it says whether an incident is one."""
        return self in (Act.ACCEPT, Act.REJECT)

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
    tells. ``unsure`` changes nothing. ``undo`` names the decision it takes back in ``undoes``.

    A decision on a single mention names it, as it was then called, in ``mention_id``: rejected, it tells no event, and
    is one with no other; accepted, nothing changes. One on a relation that a report tells names it in ``relation``, and
    has the words of the relation as its anchor. One on a name that no knowledge base holds has the name, folded, in
    ``name``: ``same`` says that it is a name of ``actor``, ``accept`` that it is nobody known, ``reject`` that it is no
    actor.

    ``score`` is how sure the machine was of what stood on file when it was decided on, 0 to 1; null where it gave none.
    """

    id: int
    at: datetime
    by: str
    act: Act
    incident_id: str | None = None
    anchors: tuple[Quote, ...] = ()
    other_anchors: tuple[Quote, ...] = ()
    mention_id: str | None = None
    relation: RelationEnds | None = None
    name: str | None = None
    actor: ActorRef | None = None
    field: str | None = None
    value: str | None = None
    reason: str | None = None
    undoes: int | None = None
    score: float | None = Field(default=None, ge=0, le=1)

    @property
    def is_on_events(self) -> bool:
        """True if it is on an incident or on what tells one, not on a relation or a name."""
        return self.relation is None and self.name is None

    @property
    def pairs(self) -> bool:
        """True if it says of two sides whether they are one happening."""
        return self.is_on_events and (self.act.joins or self.act.parts)

    def touches(self, incident_id: str, quotes: tuple[Quote, ...]) -> bool:
        """True if it was taken on the incident of that id, or on words that overlap one of the quotes."""
        if not self.is_on_events:
            return False
        ours = (*self.anchors, *self.other_anchors)
        return self.incident_id == incident_id or any(a.overlaps(q) for a in ours for q in quotes)

    def is_on_relation(self, told: RelationMention) -> bool:
        """True if it was taken on that relation: on words that overlap it and that say the same of the same two."""
        if self.relation is None or not self.relation.told_by(told):
            return False
        return any(anchor.overlaps(told.quote) for anchor in self.anchors)

    def is_on_same(self, other: Decision) -> bool:
        """True if the other is on the same name or the same single mention."""
        if self.name is not None:
            return self.name == other.name
        return self.mention_id is not None and self.mention_id == other.mention_id


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
