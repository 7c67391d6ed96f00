"""Who does what to whom in an event."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.expression import ActorExpression, PlaceExpression
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, ParticipantType, Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import (
    agent_of,
    noun_phrase,
    object_of,
    objects_of_prepositions,
    passive_subject_of,
    says,
    subject_of,
)
from tallystick.reading.telling import find_speaker

_AT_TARGET = frozenset(
    {"on", "against", "at", "upon", "toward", "towards", "into", "over", "near", "inside", "in", "for"}
)
_DIRECT = frozenset({"on", "against", "at", "upon", "toward", "towards", "into", "over"})
_DONE_TO_PEOPLE = frozenset(
    {"kidnap", "abduct", "kill", "murder", "assassinate", "execute", "behead", "shoot", "wound", "injure"}
)
_BURSTS = frozenset({"explode", "detonate", "burst", "blow", "crash", "fall", "land", "slam"})
_INTERCEPTS = frozenset(
    {
        "down",
        "intercept",
        "neutralise",
        "neutralize",
        "thwart",
        "foil",
        "repel",
        "jam",
        "bring",
        "engage",
        "shoot",
        "deal",
        "detect",
        "stop",
        "destroy",
        "take",
    }
)
_DOERS = frozenset(
    {
        "gunman",
        "militant",
        "insurgent",
        "rebel",
        "attacker",
        "assailant",
        "bomber",
        "terrorist",
        "guerrilla",
        "separatist",
        "fighter",
        "extremist",
        "jihadist",
        "bandit",
    }
)
_FORCES = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.CORPS, ActorType.COALITION)
_BURST_AT = frozenset({"outside", "near", "inside", "in", "beside", "under"})
_MADE = ("-made", "-supplied", "-origin", "-built", "-designed")


def find_participants(document: Document, frame: Frame) -> tuple[Participant, ...]:
    """The perpetrator, the targets and those who fended it off, each with the words that name them."""
    found: list[Participant] = []
    blamed = _find_blame(document, frame)
    doer = _find_doer(document, frame) if blamed is None else None
    if doer is not None:
        found.append(doer)
    elif blamed is not None:
        found += blamed
    found += _find_targets(document, frame, taken={p.quote.start for p in found})
    defender = _find_defender(document, frame)
    if defender is not None:
        found.append(defender)
    return tuple(found)


def participant_of(document: Document, token: Token, role: Role) -> Participant:
    """The participant that a noun names."""
    expression = document.actor_at.get(token.i)
    span = noun_phrase(token, tail=role is not Role.PERPETRATOR)
    if expression is not None and role in (Role.PERPETRATOR, Role.CLAIMANT, Role.RESPONDER):
        return Participant(
            role=role,
            type=_type_of_actor(expression),
            name=expression.name,
            actor_id=expression.actor_id,
            quote=expression.quote,
        )
    place = document.place_at.get(token.i)
    quote = document.quote_span(span) if place is None else _with_place(document, span, place)
    within = _actor_within(document, token)
    return Participant(
        role=role,
        type=_type_of_noun(document, token),
        name=" ".join(quote.exact.split()),
        actor_id=within.actor_id if within else None,
        quote=quote,
    )


def _with_place(document: Document, span: Span, place: PlaceExpression) -> Quote:
    """A noun phrase that holds all of a place name, which a parser may have cut."""
    if span.start_char <= place.quote.start and place.quote.end <= span.end_char:
        return document.quote_span(span)
    return place.quote


def is_doer(document: Document, token: Token) -> bool:
    """True if a noun can do an attack: an actor, or people who bear arms."""
    if document.actor_at.get(token.i) is not None:
        return document.actor_at[token.i].type not in (ActorType.MEDIA,)
    return token.lemma_.lower() in _DOERS


def _find_doer(document: Document, frame: Frame) -> Participant | None:
    for trigger in sorted(frame.triggers, key=_noun_last):
        token = trigger.token
        for candidate in _doers_of(token):
            if is_doer(document, candidate) and candidate.i not in _weapon_tokens(frame):
                return participant_of(document, candidate, Role.PERPETRATOR)
    return _doer_of_weapon(document, frame) or _speaker_as_doer(document, frame)


def _find_blame(document: Document, frame: Frame) -> list[Participant] | None:
    """Who is blamed and by whom ("the United States blamed the group for the attack"): said to be, and not stated."""
    for above in frame.head.ancestors:
        if above.lemma_.lower() not in ("blame", "accuse", "attribute", "suspect"):
            continue
        blamer = subject_of(above) or agent_of(above)
        accused = object_of(above) or passive_subject_of(above)
        if above.lemma_.lower() == "attribute":
            accused = next(objects_of_prepositions(above, frozenset({"to"})), None)
        if accused is None or not is_doer(document, accused):
            return None
        parties = [participant_of(document, accused, Role.PERPETRATOR)]
        if blamer is not None and blamer.pos_ != "PRON":
            parties.append(participant_of(document, blamer, Role.ATTRIBUTOR))
        return parties
    return None


def _doers_of(token: Token) -> Iterator[Token]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "ADJ"):
        if lemma == "die":
            return
        if lemma in _INTERCEPTS and lemma != "destroy" and not _is_shooting_people(token, lemma):
            return
        agent = agent_of(token)
        if agent is not None:
            yield agent
        is_passive = token.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children)
        subject = None if is_passive else subject_of(token)
        if subject is not None:
            yield subject
            yield from (c for c in subject.lefts if c.dep_ in ("poss", "compound", "amod", "nmod"))
        return
    if token.pos_ not in ("NOUN", "PROPN"):
        return
    yield from (c for c in token.lefts if c.dep_ in ("poss", "compound", "amod", "nmod"))
    yield from objects_of_prepositions(token, frozenset({"by"}))
    yield from _agents_behind(token)
    verb = token.head
    if (
        token.dep_ in ("dobj", "obj")
        and verb.pos_ == "VERB"
        and verb.lemma_.lower() in words_of("triggers", "light")
        and not says(verb)
    ):
        subject = subject_of(verb)
        if subject is not None:
            yield subject
    if token.dep_ == "nsubjpass" and verb.pos_ == "VERB" and not says(verb):
        agent = agent_of(verb)
        if agent is not None:
            yield agent


def _agents_behind(noun: Token) -> Iterator[Token]:
    """The doer of "an attack on the bridge by the security service", where a parser hangs "by" on the bridge."""
    for inner in noun.subtree:
        if inner.lower_ == "by" and noun.i < inner.i < noun.i + 12 and inner.head.pos_ in ("NOUN", "PROPN"):
            yield from (g for g in inner.rights if g.dep_ == "pobj")


def _is_shooting_people(token: Token, lemma: str) -> bool:
    return lemma == "shoot" and not any(c.lower_ == "down" for c in token.children)


def _speaker_as_doer(document: Document, frame: Frame) -> Participant | None:
    """The state force that tells its own deed ("the corps said it fired missiles at …").

    An armed group that does so makes a claim, which is not yet a fact.
    """
    head = frame.head
    subject = subject_of(head) if head.pos_ == "VERB" else None
    if subject is None or subject.lower_ not in ("it", "they", "he", "we"):
        return None
    speaker = find_speaker(head, frame.sentence)
    expression = document.actor_at.get(speaker.i) if speaker is not None else None
    if speaker is None or expression is None or expression.type not in _FORCES or head.lemma_.lower() in _INTERCEPTS:
        return None
    return participant_of(document, speaker, Role.PERPETRATOR)


def _doer_of_weapon(document: Document, frame: Frame) -> Participant | None:
    """The side whose weapon it is ("US F-15 jets struck", "a Houthi missile hit")."""
    for weapon in frame.weapons:
        head = frame.sentence.doc[weapon.head]
        if any(
            head.doc[i].lower_.endswith(_MADE) or head.doc[i].lower_ in ("made", "supplied", "origin")
            for i in range(head.left_edge.i, head.i)
        ):
            continue
        if head.head.lemma_.lower() in ("down", "intercept") and head.dep_ == "nsubj":
            continue
        for child in head.subtree:
            if (
                child.i < head.i
                and child.dep_ in ("compound", "amod", "poss", "nmod")
                and document.actor_at.get(child.i)
            ):
                return participant_of(document, child, Role.PERPETRATOR)
    return None


def _find_targets(document: Document, frame: Frame, *, taken: set[int]) -> list[Participant]:
    targets: list[Participant] = []
    seen: set[int] = set()
    for trigger in frame.triggers:
        for token in _targets_of(trigger.token, frame):
            for one in _and_listed(token, frame):
                if (
                    one.i in seen
                    or one.i in _weapon_tokens(frame)
                    or one.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
                ):
                    continue
                if document.date_at.get(one.i) is not None or one.lemma_.lower() in words_of("triggers", "nouns"):
                    continue
                seen.add(one.i)
                if one.pos_ == "PRON" or (one.pos_ == "NUM" and not document.place_at.get(one.i)):
                    continue
                if _is_number_of_weapons(one, frame):
                    continue
                hurt = trigger.strength == "effect" and one.lemma_.lower() in words_of("cues", "people")
                made = participant_of(document, one, Role.VICTIM if hurt else Role.TARGET)
                if made.quote.start not in taken and all(not made.quote.overlaps(t.quote) for t in targets):
                    targets.append(made)
        if any(t.role is Role.TARGET for t in targets) and trigger.strength in ("noun", "verb"):
            break
    return targets


def _is_number_of_weapons(token: Token, frame: Frame) -> bool:
    """True for "dozens" in "fired dozens of rockets"."""
    heads = _weapon_tokens(frame)
    return any(c.lower_ == "of" and any(g.i in heads for g in c.rights) for c in token.rights)


def _targets_of(token: Token, frame: Frame) -> Iterator[Token]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "ADJ"):
        if lemma in _INTERCEPTS and lemma not in ("destroy", "shoot") and lemma != "target":
            yield from objects_of_prepositions(token, _AT_TARGET - {"for"})
            return
        passive = passive_subject_of(token)
        if passive is not None and passive.i not in _weapon_tokens(frame):
            yield passive
        thing = object_of(token)
        if thing is not None and thing.i not in _weapon_tokens(frame):
            yield thing
        reach = _DIRECT | ({"for"} if lemma == "go" else set()) | (_BURST_AT if lemma in _BURSTS else set())
        yield from objects_of_prepositions(token, reach)
        if thing is not None:
            yield from objects_of_prepositions(thing, _DIRECT)
        return
    yield from objects_of_prepositions(token, _DIRECT)
    if token.dep_ == "pobj" and token.head.lower_ == "under" and token.head.head.pos_ == "VERB":
        subject = subject_of(token.head.head)
        if subject is not None:
            yield subject
    verb = token.head
    if token.dep_ in ("nsubj", "nsubjpass") and verb.pos_ == "VERB":
        if object_of(verb) is not None and verb.lemma_.lower() in ("hit", "target", "strike", "damage", "destroy"):
            yield object_of(verb)  # type: ignore[misc]
        yield from objects_of_prepositions(verb, _AT_TARGET - {"in", "for"})
    elif token.dep_ in ("dobj", "obj"):
        yield from objects_of_prepositions(verb, _DIRECT)
    for child in token.rights:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in ("target", "hit", "strike", "aim", "direct"):
            thing = object_of(child)
            if thing is not None:
                yield thing
            yield from objects_of_prepositions(child, _DIRECT)


def _and_listed(token: Token, frame: Frame) -> Iterator[Token]:
    yield token
    for child in token.rights:
        if child.dep_ == "conj" and child.i < frame.segment.end:
            yield from _and_listed(child, frame)


def _find_defender(document: Document, frame: Frame) -> Participant | None:
    """Who shot it down: told of the target's side, never of the attacker."""
    for trigger in frame.triggers:
        token = trigger.token
        lemma = token.lemma_.lower()
        if (
            token.pos_ == "VERB"
            and lemma in _INTERCEPTS
            and (lemma != "shoot" or not _is_shooting_people(token, lemma))
        ):
            subject = subject_of(token) or agent_of(token)
            if subject is not None and document.actor_at.get(subject.i) is not None:
                return participant_of(document, subject, Role.RESPONDER)
    return None


def _actor_within(document: Document, token: Token) -> ActorExpression | None:
    own = document.actor_at.get(token.i)
    if own is not None:
        return own
    for inner in noun_phrase(token):
        expression = document.actor_at.get(inner.i)
        if expression is not None and (
            expression.actor_id is not None or expression.type is not ActorType.GROUP_OF_PEOPLE
        ):
            return expression
    return None


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
    if lemma in words_of("cues", "people"):
        return (
            ParticipantType.GROUP_OF_PEOPLE
            if token.tag_ in ("NNS", "NNPS") or lemma in ("force", "personnel")
            else ParticipantType.PERSON
        )
    if lemma in words_of("cues", "facility"):
        return ParticipantType.FACILITY
    if document.place_at.get(token.i) is not None:
        return ParticipantType.PLACE
    expression = document.actor_at.get(token.i)
    if expression is not None:
        return _type_of_actor(expression)
    return ParticipantType.GROUP_OF_PEOPLE if token.head.lemma_.lower() in _DONE_TO_PEOPLE else ParticipantType.FACILITY


def _weapon_tokens(frame: Frame) -> frozenset[int]:
    return frozenset(w.head for w in frame.weapons)


def _noun_last(trigger: object) -> int:
    return 1 if getattr(trigger, "strength", "") == "weapon" else 0
