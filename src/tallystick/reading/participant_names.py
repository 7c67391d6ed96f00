"""The participant that a noun names, and of what sort it is."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.expression import ActorExpression, PlaceExpression
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, ParticipantType, Role, WeaponKind
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.person_names import full_name, person_name, suffers
from tallystick.reading.phrases import noun_phrase, objects_of_prepositions

_BORNE = (WeaponKind.SMALL_ARMS, WeaponKind.SUICIDE_BOMB)
_BODIES = (ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY)


def as_alleged(doer: Participant) -> Participant:
    """The doer as one who is only said, blamed or suspected to be it."""
    return doer.model_copy(update={"alleged": True})


def as_possible(doer: Participant) -> Participant:
    """The doer as one of whom it is left open that he did it."""
    return doer.model_copy(update={"alleged": True, "possible": True})


def participant_of(document: Document, token: Token, role: Role) -> Participant:
    """The participant that a noun names."""
    expression = document.actor_at.get(token.i)
    span = _doer_phrase(token) if role is Role.PERPETRATOR else noun_phrase(token)
    acts = role not in (Role.TARGET, Role.VICTIM)
    if expression is not None and acts and not (role is Role.PERPETRATOR and _is_unnamed(expression, token)):
        return Participant(
            role=role,
            type=_type_of_actor(expression),
            name=expression.name,
            actor_id=expression.actor_id,
            quote=expression.quote,
            described=expression.described,
        )
    if token.dep_ == "conj" and is_stored(token.head):
        span = token.doc[token.head.i : span.end]
    place = document.place_at.get(token.i)
    quote = document.quote_span(span) if place is None else _with_place(document, span, place)
    within = _actor_within(document, token)
    is_known = expression is not None and expression.is_known_body
    person = None
    if not is_known and token.i not in document.place_at:
        person = person_name(token, is_person=_must_be_person(document, token))
    name = quote.exact if person is None else person.text
    if person is not None and suffers(token):
        name = full_name(person, document.persons)
    return Participant(
        role=role,
        type=_type_of_noun(document, token) if person is None else ParticipantType.PERSON,
        name=" ".join(name.split()),
        actor_id=within.actor_id if within else None,
        quote=quote,
    )


def _must_be_person(document: Document, token: Token) -> bool:
    """True for a name that is no place's and no known actor's, of somebody killed, or met before as a person's."""
    if token.pos_ != "PROPN" or token.i in document.place_at or token.ent_type_ in ("GPE", "LOC", "FAC", "NORP"):
        return False
    expression = document.actor_at.get(token.i)
    if expression is not None and (expression.is_known_body or expression.type is ActorType.GROUP_OF_PEOPLE):
        return False
    met = any(token.lower_ == t.lower_ for n in document.persons for t in n if t.ent_type_ == "PERSON")
    return met or (suffers(token) and token.tag_ == "NNP")


def _doer_phrase(token: Token) -> Span:
    """A doer with all that stands before the noun; with "of armed men" behind "a group", and "loyal to" somebody."""
    span = noun_phrase(token, tail=False)
    if (tied := _tied_to(token)) is not None:
        return token.doc[span.start : tied.i + 1]
    if token.lemma_.lower() not in words_of("roles", "heads_of_doers"):
        return span
    inner = next(objects_of_prepositions(token, frozenset({"of"})), None)
    return span if inner is None else token.doc[span.start : inner.i + 1]


def _tied_to(noun: Token) -> Token | None:
    """The general of "forces loyal to the general": whose side a doer is on, told right behind him."""
    for tie in noun.rights:
        if tie.i == noun.i + 1 and tie.lower_ in words_of("actors", "ties"):
            return next(
                (g for p in tie.rights if p.dep_ in ("prep", "agent") for g in p.rights if g.dep_ == "pobj"), None
            )
    return None


def _is_unnamed(expression: ActorExpression, token: Token) -> bool:
    """True for "two unidentified men", "urban commandos" and "Kurdish forces", whom the noun phrase tells best."""
    if expression.actor_id is not None or expression.backer_id is not None:
        return False
    if expression.quote.exact == token.text and any(c.dep_ == "amod" and c.text[:1].isupper() for c in token.lefts):
        return True
    if expression.type in _BODIES and token.pos_ == "NOUN" and expression.name == expression.quote.exact:
        return True
    return expression.type is ActorType.GROUP_OF_PEOPLE or token.lower_ in words_of("roles", "plain_doers")


def is_stored(token: Token) -> bool:
    """True for "weapons" in "weapons and ammunition storage areas": what is stored there, not what is hit."""
    if any(c.dep_ in ("det", "nummod", "amod", "poss") for c in token.lefts):
        return False
    listed = next((c for c in token.rights if c.dep_ == "conj"), None)
    if listed is None or token.lemma_.lower() not in words_of("roles", "stored"):
        return False
    return listed.lemma_.lower() in words_of("cues", "facility") and any(c.dep_ == "compound" for c in listed.lefts)


def is_doer(document: Document, token: Token) -> bool:
    """True if a noun can do an attack: an actor, or people who bear arms."""
    if token.dep_ == "compound" and token.head.lemma_.lower() in ("jet", "aircraft", "plane", "bomber"):
        return token.i in document.actor_at and document.actor_at[token.i].actor_id is not None
    lemma = token.lemma_.lower()
    if lemma in words_of("actors", "speakers"):
        return False
    expression = document.actor_at.get(token.i)
    if expression is not None:
        is_civil = expression.actor_id is not None and expression.type is ActorType.ORGANISATION
        return expression.type is not ActorType.MEDIA and not is_civil
    if token.dep_ in ("compound", "amod") and lemma in words_of("roles", "labels"):
        return False
    if lemma in words_of("roles", "doers"):
        return True
    return lemma in words_of("roles", "people_as_doers") and token.dep_ in ("nsubj", "pobj", "conj", "nsubjpass")


def weapon_heads(frame: Frame) -> frozenset[int]:
    """The tokens that name a frame's weapons, without those for who bears them ("sniper", "suicide attackers")."""
    doc = frame.sentence.doc
    return frozenset(
        w.head
        for w in frame.weapons
        if w.kind not in _BORNE or doc[w.head].lemma_.lower() not in words_of("roles", "doers")
    )


def _with_place(document: Document, span: Span, place: PlaceExpression) -> Quote:
    """A noun phrase that holds all of a place name, which a parser may have cut."""
    if span.start_char <= place.quote.start and place.quote.end <= span.end_char:
        return document.quote_span(span)
    return place.quote


def _actor_within(document: Document, token: Token) -> ActorExpression | None:
    own = document.actor_at.get(token.i)
    if own is not None:
        return own
    for inner in noun_phrase(token):
        expression = document.actor_at.get(inner.i)
        if is_told_apart(token, inner):
            return None
        if expression is not None and (
            expression.actor_id is not None or expression.type is not ActorType.GROUP_OF_PEOPLE
        ):
            return expression
    return None


def is_told_apart(people: Token, name: Token) -> bool:
    """True for "a rival of the group" and "a splinter of the group": people told by a name that is another's."""
    before = people.doc[people.left_edge.i : name.i]
    return any(t.lemma_.lower() in words_of("roles", "apart_from") for t in before)


def _type_of_actor(expression: ActorExpression) -> ParticipantType:
    if expression.type is ActorType.STATE:
        return ParticipantType.STATE
    if expression.type is ActorType.PERSON:
        return ParticipantType.PERSON
    if expression.type in (ActorType.GROUP_OF_PEOPLE, ActorType.UNNAMED_SET):
        return ParticipantType.GROUP_OF_PEOPLE
    return ParticipantType.ORGANISATION


def _type_of_noun(document: Document, token: Token) -> ParticipantType:
    lemma = token.lemma_.lower()
    if lemma in words_of("cues", "vehicles"):
        return ParticipantType.VEHICLE
    if _is_people(lemma):
        is_group = token.tag_ in ("NNS", "NNPS") or lemma in words_of("roles", "groups")
        return ParticipantType.GROUP_OF_PEOPLE if is_group else ParticipantType.PERSON
    if lemma in words_of("cues", "facility"):
        return ParticipantType.FACILITY
    if document.place_at.get(token.i) is not None:
        return ParticipantType.PLACE
    expression = document.actor_at.get(token.i)
    if expression is not None:
        return _type_of_actor(expression)
    if token.head.lemma_.lower() in words_of("roles", "done_to_people"):
        return ParticipantType.GROUP_OF_PEOPLE
    return ParticipantType.FACILITY


def _is_people(lemma: str) -> bool:
    return lemma in words_of("cues", "people") or any(
        lemma in words_of("roles", key) for key in ("doers", "people_as_doers")
    )
