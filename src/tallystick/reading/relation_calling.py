"""The sides of a relation under the names by which they are known."""

from __future__ import annotations

from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.actor import ActorRef
from tallystick.model.mention import RelationMention
from tallystick.model.terms import ActorType, Grade, Predicate
from tallystick.reading.document import Document
from tallystick.reading.relation_grade import grade_of


def called_rightly(document: Document, told: RelationMention, knowledge: KnowledgeBase) -> RelationMention:
    """The relation with known actors under their known names, and its sides marked that only describe somebody."""
    sides = {"subject": told.subject, "object": told.object}
    called = {side: _known_or_written(ref, knowledge) for side, ref in sides.items()}
    unnamed = tuple(s for s, r in called.items() if r.id is None and _only_describes(document, told, r))
    span = document.span_of(told.quote)
    grade = told.grade if told.grade is not Grade.ASSERTED or span is None else grade_of(span.sent.text)
    return told.model_copy(update={**called, "unnamed": unnamed, "grade": grade})


def is_state(ref: ActorRef, knowledge: KnowledgeBase) -> bool:
    """True for an actor of the knowledge base that is a state."""
    return ref.id is not None and knowledge.actor(ref.id).type is ActorType.STATE


def _known_or_written(ref: ActorRef, knowledge: KnowledgeBase) -> ActorRef:
    if ref.id is not None:
        return knowledge.ref(ref.id)
    # The state of "US-backed" is a word of the set's and no actor expression of its own.
    states = [actor for actor in knowledge.match_alias(ref.name) if actor.type is ActorType.STATE]
    return knowledge.ref(states[0].id) if len(states) == 1 else ActorRef(name=" ".join(ref.name.split()))


def _only_describes(document: Document, told: RelationMention, ref: ActorRef) -> bool:
    if told.predicate is Predicate.ESTABLISHED and ref == told.object:
        return False
    if not any(c.isupper() for c in ref.name):
        return True
    sets = (ActorType.UNNAMED_SET, ActorType.GROUP_OF_PEOPLE)
    return any(
        e.type in sets
        and ref.name in e.quote.exact
        and e.quote.start < told.quote.end
        and told.quote.start < e.quote.end
        for e in document.actors
    )
