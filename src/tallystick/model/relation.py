"""How two actors stand to each other."""

from __future__ import annotations

from datetime import date

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.mention import RelationMention
from tallystick.model.terms import Grade, InBase, Predicate, RelationStanding


class KnownRelation(Noun):
    """A relation of the knowledge base: actor ids, dates, grade and a citation."""

    subject: str
    predicate: Predicate
    object: str
    since: date | None = None
    until: date | None = None
    grade: Grade
    citation: str


class BaseSays(Noun):
    """What the knowledge base says beside a told relation.

    ``relation`` is the one that says it, null where the base holds none. ``note`` is that in words: "in the base: self
    acknowledged", "new", "contradicts: Quds Force part of IRGC".
    """

    verdict: InBase = InBase.NEW
    note: str = "new"
    relation: KnownRelation | None = None


class Relation(RelationMention):
    """A relation that a report tells, a proposal until a person decides.

    ``decided_by`` is the number of the decision in force on it, null while nobody decided.
    """

    standing: RelationStanding = RelationStanding.PROPOSED
    decided_by: int | None = None
    base: BaseSays = BaseSays()


class RelationEnds(Noun):
    """Who stands how to whom: by this, and by its words, a decision finds the relation again."""

    subject: ActorRef
    predicate: Predicate
    object: ActorRef

    def told_by(self, mention: RelationMention) -> bool:
        """True if a mention says the same of the same two."""
        return (
            self.predicate is mention.predicate
            and _same(self.subject, mention.subject)
            and _same(self.object, mention.object)
        )

    def __str__(self) -> str:
        return f"{self.subject.name} {self.predicate} {self.object.name}"


def _same(one: ActorRef, other: ActorRef) -> bool:
    """True for one actor; a name that an actor was found for meanwhile stays the same actor."""
    if one.id is not None and other.id is not None:
        return one.id == other.id
    return one.name.casefold() == other.name.casefold()
