"""Who stands behind a name: relations of the knowledge base and of the reports on file, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tallystick.attribution.agreement import agree
from tallystick.attribution.likelihood import strongest
from tallystick.attribution.names import key
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import ActorRef
from tallystick.model.attribution import ChainStep
from tallystick.model.base import Noun
from tallystick.model.mention import RelationMention
from tallystick.model.relation import KnownRelation, Relation
from tallystick.model.terms import ActorType, Grade, Predicate, RelationStanding

_IN_WORDS = {
    Predicate.BRAND_OF: "is a brand of",
    Predicate.FRONT_FOR: "is a front for",
    Predicate.MEMBER_OF: "is a member of",
    Predicate.BACKED_BY: "is backed by",
    Predicate.CONTROLS: "controls",
}
_NAMES_MEMBER_SECOND = (Predicate.BRAND_OF, Predicate.FRONT_FOR)


class Behind(Noun):
    """An actor that stands behind another, the best grade on which that rests, and each ground: a step and a grade."""

    actor: ActorRef
    grade: Grade
    steps: tuple[ChainStep, ...]
    grades: tuple[Grade, ...]


class Network:
    """The relations on a day: those of the knowledge base, and those that reports on file assert."""

    def __init__(self, knowledge: KnowledgeBase, told: Iterable[RelationMention]) -> None:
        self._knowledge = knowledge
        self._told = sorted(told, key=lambda r: r.id)
        self._covers = {key(r.subject) for r in self._told if r.predicate in _NAMES_MEMBER_SECOND}
        self._members: dict[tuple[str, date | None], tuple[Behind, ...]] = {}

    def is_cover(self, actor: ActorRef) -> bool:
        """True for a brand or a facade: a name that others act under."""
        known = actor.id is not None and self._knowledge.has(actor.id)
        if known and actor.id and self._knowledge.actor(actor.id).type in (ActorType.BRAND, ActorType.FACADE):
            return True
        return key(actor) in self._covers

    def members_of(self, actor: ActorRef, on: date | None) -> tuple[Behind, ...]:
        """Who acts under the name, sorted by name."""
        asked = key(actor), on
        if asked not in self._members:
            self._members[asked] = self._find_members(actor, on)
        return self._members[asked]

    def _find_members(self, actor: ActorRef, on: date | None) -> tuple[Behind, ...]:
        found: list[tuple[ActorRef, Grade, ChainStep]] = []
        for known in self._knowledge.members_of(actor.id, on) if actor.id else ():
            other = known.object if known.subject == actor.id else known.subject
            found.append(self._from_base(other, known))
        for told in self._told_on(on):
            if told.predicate in _NAMES_MEMBER_SECOND and key(told.subject) == key(actor):
                found.append(_from_report(told.object, told))
            elif told.predicate is Predicate.MEMBER_OF and key(told.object) == key(actor):
                found.append(_from_report(told.subject, told))
        return _gather(found)

    def are_akin(self, one: ActorRef, other: ActorRef, on: date | None) -> bool:
        """True if one of the two acts under the other's name."""
        return any(
            key(inner) in {key(m.actor) for m in self.members_of(outer, on)}
            for inner, outer in ((one, other), (other, one))
        )

    def backers_of(self, actor: ActorRef, on: date | None) -> tuple[Behind, ...]:
        """Who backs or controls the actor, sorted by name."""
        found: list[tuple[ActorRef, Grade, ChainStep]] = []
        for known in self._knowledge.backers_of(actor.id, on) if actor.id else ():
            other = known.object if known.subject == actor.id else known.subject
            found.append(self._from_base(other, known))
        for told in self._told_on(on):
            if told.predicate is Predicate.BACKED_BY and _key_of_backed(told) == key(actor):
                found.append(_from_report(told.object, told))
            elif told.predicate is Predicate.CONTROLS and key(told.object) == key(actor):
                found.append(_from_report(told.subject, told))
        return _gather(found)

    def state_of(self, actor: ActorRef) -> str | None:
        """The id of the state that the actor is or is a body of."""
        return self._knowledge.state_of(actor.id) if actor.id else None

    def _told_on(self, on: date | None) -> Iterable[RelationMention]:
        for relation in self._told:
            early = on is not None and relation.since is not None and on < relation.since
            late = on is not None and relation.until is not None and on > relation.until
            if not early and not late:
                yield relation

    def _from_base(self, other: str, known: KnownRelation) -> tuple[ActorRef, Grade, ChainStep]:
        subject = self._ref(known.subject)
        relation = f"{subject.name} {_in_words(subject, known.predicate)} {self._ref(known.object).name}"
        step = ChainStep(text=f"{relation} (knowledge base, {_words(known.grade)}).", citation=known.citation)
        return self._ref(other), known.grade, step

    def _ref(self, actor_id: str) -> ActorRef:
        return self._knowledge.ref(actor_id) if self._knowledge.has(actor_id) else ActorRef(id=actor_id, name=actor_id)


def member_of(told: RelationMention) -> tuple[str, str] | None:
    """The keys of a name and of who acts under it, where a relation says so."""
    subject, other = key(told.subject), key(told.object)
    if told.predicate in _NAMES_MEMBER_SECOND:
        return subject, other
    return (other, subject) if told.predicate is Predicate.MEMBER_OF else None


def _key_of_backed(told: RelationMention) -> str:
    """Who is backed; a set without a name by all of its words, which are those of its report alone."""
    return key(ActorRef(name=told.quote.exact) if "subject" in told.unnamed else told.subject)


def _in_words(subject: ActorRef, predicate: Predicate) -> str:
    verb, _, rest = _IN_WORDS[predicate].partition(" ")
    return f"{agree(verb, subject)} {rest}".rstrip()


def _from_report(other: ActorRef, told: RelationMention) -> tuple[ActorRef, Grade, ChainStep]:
    subject = told.quote.exact if told.is_in_passing else told.subject.name
    said = f"{subject} {_in_words(told.subject, told.predicate)} {told.object.name}"
    text = f"{said}, as one report says{_accepted(told)} ({_words(told.grade)})."
    return other, told.grade, ChainStep(text=text, quotes=(told.quote,))


def _accepted(told: RelationMention) -> str:
    """That a person took a proposal for true, and by which decision; nothing of one on which nobody decided."""
    if not isinstance(told, Relation) or told.standing is not RelationStanding.ACCEPTED:
        return ""
    return f" and decision {told.decided_by} accepts" if told.decided_by is not None else " and a person accepts"


def _gather(found: Sequence[tuple[ActorRef, Grade, ChainStep]]) -> tuple[Behind, ...]:
    by_actor: dict[str, list[tuple[ActorRef, Grade, ChainStep]]] = {}
    for one in found:
        by_actor.setdefault(key(one[0]), []).append(one)
    gathered = [
        Behind(
            actor=rows[0][0],
            grade=strongest(tuple(r[1] for r in rows)),
            steps=tuple(r[2] for r in rows),
            grades=tuple(r[1] for r in rows),
        )
        for rows in by_actor.values()
    ]
    return tuple(sorted(gathered, key=lambda b: (b.actor.name, key(b.actor))))


def _words(grade: Grade) -> str:
    return f"graded {grade.value.replace('_', ' ')}"
