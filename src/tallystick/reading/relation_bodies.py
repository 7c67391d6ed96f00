"""Whether the two sides of a relation can be what it says of them: bodies that act, and fit one another."""

from __future__ import annotations

from spacy.tokens import Span

from tallystick.knowledge.actors import OF_A_STATE
from tallystick.model.actor import ActorRef
from tallystick.model.expression import ActorExpression
from tallystick.model.terms import ActorType, PlacePrecision, Predicate, ToponymUse
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import is_plural
from tallystick.reading.relation_names import Name

_NO_BODIES = (ActorType.PERSON, ActorType.GROUP_OF_PEOPLE, ActorType.UNNAMED_SET)
_NOT_ORGANISED = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
_LONGEST_NAME = 5  # words of a name that no word for a body is in; a longer run of capitals is a headline
# A state is nobody's member, wing, brand or splinter, and has none; it backs, founds, controls and is allied.
BETWEEN_BODIES_ALONE = (
    Predicate.BRAND_OF, Predicate.FRONT_FOR, Predicate.MEMBER_OF, Predicate.OFFSHOOT_OF, Predicate.SUCCESSOR_OF,
)  # fmt: skip
_OF_STATES = (Predicate.PART_OF, Predicate.SUBORDINATE_TO, Predicate.MEDIA_OUTLET_OF)


def are_bodies(document: Document, predicate: Predicate, subject: Name, other: Name) -> bool:
    """True if both names are of bodies that can stand so to each other; numbers, places and peoples cannot."""
    leader = {Predicate.SUBORDINATE_TO: other, Predicate.CONTROLS: subject}.get(predicate)
    # The language model takes many an unknown body for a person; only who commands is as likely one.
    unclear = predicate is not Predicate.CONTROLS
    sides = all(
        _is_body(document, name, may_be_person=unclear or name is leader, may_lead=name is leader)
        for name in (subject, other)
    )
    lands = predicate in BETWEEN_BODIES_ALONE and any(_is_country(document, name) for name in (subject, other))
    if predicate is Predicate.SUBORDINATE_TO and _is_part_or_place(document, subject, other):
        return False
    return sides and not lands and may_stand_so(document, predicate, subject.actor, other.actor)


def is_of_body(document: Document, name: Name) -> bool:
    """True for a name that may be an organised body's and no state's: whom "it" can mean in the next sentence."""
    if _is_country(document, name) or _type_of(document, name.actor) is ActorType.STATE:
        return False
    return _is_body(document, name, may_be_person=True, may_lead=False)


def _is_part_or_place(document: Document, subject: Name, other: Name) -> bool:
    """True where not the body itself is led ("army units led by X"), and for what may be a town ("Tokhar, which is
    controlled by X"): a name that nothing tells to be a body's."""
    words = load_lexicon("relations")
    text, told = document.report.text, _expression_at(document, subject)
    behind = text[subject.end : other.start].split()
    last = told.quote.exact.split()[-1] if told is not None else ""
    if last.lower() in words["parts"] or (behind and behind[0].lower() in words["parts"]):
        return True
    is_held = any(verb in behind for verb in words["holds"])
    own = text[subject.start : subject.end].lower().split()
    is_known = subject.actor.id is not None or bool(words_of("actors", "name_nouns").intersection(own))
    has_article = text[: subject.start].split(" ")[-2:-1] in (["the"], ["The"])
    return is_held and not is_known and not has_article


def may_stand_so(document: Document, predicate: Predicate, subject: ActorRef, other: ActorRef) -> bool:
    """True unless a side is a state, or a person, where the relation is one of organisations."""
    one, two = _type_of(document, subject), _type_of(document, other)
    leads, is_led = predicate is Predicate.CONTROLS, predicate is Predicate.SUBORDINATE_TO
    if (one in _NO_BODIES and not leads) or (two in _NO_BODIES and not is_led):
        return False
    states = [kind is ActorType.STATE for kind in (one, two)]
    if predicate in BETWEEN_BODIES_ALONE:
        return not any(states)
    if predicate is Predicate.ALLIED_WITH and one in OF_A_STATE and two in OF_A_STATE:
        return False
    return not (predicate in _OF_STATES and states[0])


def _type_of(document: Document, actor: ActorRef) -> ActorType | None:
    bodies = (e for e in document.actors if e.is_known_body and e.type not in _NO_BODIES)
    return next((e.type for e in bodies if e.actor_id == actor.id), None)


def _is_body(document: Document, name: Name, *, may_be_person: bool, may_lead: bool) -> bool:
    """True for a name in capitals of an actor that is known, or that the words or the language model take for one."""
    words = document.report.text[name.start : name.end].split()
    told = _expression_at(document, name)
    acts_for_body = told is not None and told.actor_id is not None and told.type is ActorType.PERSON
    if acts_for_body and not may_lead:
        return False
    if words[-1] in load_lexicon("relations")["unnamed"] or (told is not None and told.type is ActorType.UNNAMED_SET):
        return True
    if told is not None and told.is_known_body and not acts_for_body:
        return True
    if not any(c.isupper() for w in words for c in w) or not any(c.isalpha() for c in words[0]):
        return False
    if told is not None and may_lead and told.type is ActorType.PERSON:
        return True
    nouns = words_of("actors", "name_nouns") | set(load_lexicon("relations")["media_names"])
    if any(w.lower().removesuffix("'s").removesuffix("’s") in nouns for w in words):
        return True
    if len(words) > _LONGEST_NAME:
        return False
    if _is_country(document, name):
        return True
    is_person = told is not None and told.type is ActorType.PERSON
    if _is_place_or_people(document, name) or (told is not None and told.type in _NO_BODIES and not is_person):
        return False
    span = document.doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or _is_something_else(span):
        return False
    is_person = is_person or span.root.ent_type_ == "PERSON"
    return span.root.pos_ == "PROPN" and (may_be_person or not is_person)


def _is_something_else(words: Span) -> bool:
    """True for a place, a people, a day and a number; many a band of an unknown name is a plural ("the Red Cranes")."""
    return words.root.ent_type_ in _NOT_ORGANISED and not is_plural(words.root)


def _expression_at(document: Document, name: Name) -> ActorExpression | None:
    return next((e for e in document.actors if e.quote.start < name.end and name.start < e.quote.end), None)


def _is_place_or_people(document: Document, name: Name) -> bool:
    """True for a town, and for "Syrian" and "Western"; a country may stand for its state."""
    toponyms = [(p.quote.start, p.quote.end) for p in document.toponyms if p.use is not ToponymUse.PLACE]
    towns = [p for p in document.places if p.place is not None and p.place.precision is not PlacePrecision.COUNTRY]
    places = [(p.quote.start, p.quote.end) for p in towns]
    return any(start < name.end and name.start < end for start, end in (*toponyms, *places))


def _is_country(document: Document, name: Name) -> bool:
    return any(
        p.quote.start <= name.start and name.end <= p.quote.end
        for p in document.toponyms
        if p.place is not None and p.place.precision is PlacePrecision.COUNTRY
    )
