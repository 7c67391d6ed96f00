"""Whether the two sides of a relation can be what it says of them: bodies that act, and fit one another."""

from __future__ import annotations

from tallystick.model.actor import ActorRef
from tallystick.model.expression import ActorExpression
from tallystick.model.terms import ActorType, Predicate, ToponymUse
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.relation_names import Name

_NO_BODIES = (ActorType.PERSON, ActorType.GROUP_OF_PEOPLE, ActorType.UNNAMED_SET)
_NOT_ORGANISED = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
# A state is nobody's member, wing, brand or splinter, and has none; it backs, founds, controls and is allied.
_BETWEEN_BODIES_ALONE = (
    Predicate.BRAND_OF, Predicate.FRONT_FOR, Predicate.MEMBER_OF, Predicate.OFFSHOOT_OF, Predicate.SUCCESSOR_OF,
)  # fmt: skip
_OF_STATES = (Predicate.PART_OF, Predicate.SUBORDINATE_TO, Predicate.MEDIA_OUTLET_OF)


def are_bodies(document: Document, predicate: Predicate, subject: Name, other: Name) -> bool:
    """True if both names are of bodies that can stand so to each other; numbers, places and peoples cannot."""
    # A parser takes an unknown body for a person; what is told of a wing or a splinter is told of no person.
    named = predicate not in (Predicate.CONTROLS, Predicate.BACKED_BY, Predicate.MEMBER_OF)
    sides = all(_is_body(document, name, may_be_person=named) for name in (subject, other))
    return sides and may_stand_so(document, predicate, subject.actor, other.actor)


def may_stand_so(document: Document, predicate: Predicate, subject: ActorRef, other: ActorRef) -> bool:
    """True unless a side is a state, or a person, where the relation is one of organisations."""
    one, two = _type_of(document, subject), _type_of(document, other)
    if one in _NO_BODIES or (two in _NO_BODIES and predicate is not Predicate.SUBORDINATE_TO):
        return False
    states = [kind is ActorType.STATE for kind in (one, two)]
    if predicate in _BETWEEN_BODIES_ALONE:
        return not any(states)
    return not (predicate in _OF_STATES and states[0])


def _type_of(document: Document, actor: ActorRef) -> ActorType | None:
    return next((e.type for e in document.actors if actor.id is not None and e.actor_id == actor.id), None)


def _is_body(document: Document, name: Name, *, may_be_person: bool) -> bool:
    """True for a name in capitals of an actor that is known, or that the words or the language model take for one."""
    words = document.report.text[name.start : name.end].split()
    if not any(c.isupper() for w in words for c in w) or not any(c.isalpha() for c in words[0]):
        return False
    told = _expression_at(document, name)
    if told is not None and told.actor_id is not None:
        return True
    if any(w.lower().strip("’'s") in words_of("actors", "name_nouns") for w in words):
        return True
    is_person = told is not None and told.type is ActorType.PERSON
    if _is_place_or_people(document, name) or (told is not None and told.type in _NO_BODIES and not is_person):
        return False
    span = document.doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or span.root.ent_type_ in _NOT_ORGANISED:
        return False
    is_person = is_person or span.root.ent_type_ == "PERSON"
    return span.root.pos_ == "PROPN" and (may_be_person or not is_person)


def _expression_at(document: Document, name: Name) -> ActorExpression | None:
    return next((e for e in document.actors if e.quote.start < name.end and name.start < e.quote.end), None)


def _is_place_or_people(document: Document, name: Name) -> bool:
    """True for a town, and for "Syrian" and "Western"."""
    toponyms = [(p.quote.start, p.quote.end) for p in document.toponyms if p.use is not ToponymUse.PLACE]
    places = [(p.quote.start, p.quote.end) for p in document.places if p.place is not None]
    return any(start < name.end and name.start < end for start, end in (*toponyms, *places))
