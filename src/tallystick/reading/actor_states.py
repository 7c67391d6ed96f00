"""States in a report: their bodies, their officials, and the state itself as a doer."""

from __future__ import annotations

from tallystick.knowledge.actors import KnownActor, Organ
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import fold_word
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Found
from tallystick.reading.actor_names import Form, NameHit
from tallystick.reading.actor_phrases import Kind, Phrase, organ_id, organ_of_words, read_phrase, type_of_organ
from tallystick.reading.actor_places import is_doer_here, speaks_for_government
from tallystick.reading.actor_text import ActorText, keys_of, organ_words


def read_state(text: ActorText, hit: NameHit, knowledge: KnowledgeBase, decided: dict[int, bool]) -> Found | None:
    """The actor that the name of a state is part of, if it is one here; null for a mere place.

    ``decided`` takes down whether each name was a doer, for the names listed behind it.
    """
    state = hit.state
    if state is None:
        return None
    found = _read(text, hit, state, knowledge, decided)
    decided[hit.last] = found is not None
    return found


def _read(
    text: ActorText, hit: NameHit, state: KnownActor, knowledge: KnowledgeBase, decided: dict[int, bool]
) -> Found | None:
    if reversed_body := _body_of(text, hit, state, knowledge):
        return reversed_body
    if text.key(hit.last + 1) == "led" and text.is_hyphened(hit.last + 1):
        return Found(hit.first, hit.last, ActorType.STATE, f"{state.name} leads it", state.id, state.name)
    phrase = read_phrase(text, hit.last + 1) if _opens_phrase(text, hit, state) else None
    if phrase is not None and (hit.form is not Form.METONYM or _fits_capital(phrase)):
        return _of_phrase(text, hit, state, phrase, knowledge)
    if hit.form is Form.METONYM:
        if speaks_for_government(text, hit):
            why = f'"{text.between(hit.first, hit.last)}" speaks for the government of {state.name}'
            return Found(hit.first, hit.last, ActorType.STATE, why, state.id, state.name)
        return None
    if hit.form is Form.PEOPLE or (hit.form is Form.ADJECTIVE and _is_people(text, hit)):
        return _people(text, hit, state)
    if hit.form is Form.ADJECTIVE or _serves_as_adjective(text, hit, state):
        return _of_adjective(text, hit, state)
    if is_doer_here(text, hit, decided):
        return Found(hit.first, hit.last, ActorType.STATE, "name of a state", state.id, state.name)
    return None


def _opens_phrase(text: ActorText, hit: NameHit, state: KnownActor) -> bool:
    if not text.is_joined(hit.last + 1) or hit.form is Form.PEOPLE:
        return False
    if hit.form in (Form.ADJECTIVE, Form.METONYM) or text.words[hit.last].possessive:
        return True
    return text.last_token(hit.last).dep_ in ("compound", "nmod", "amod", "poss") or _serves_as_adjective(
        text, hit, state
    )


def _fits_capital(phrase: Phrase) -> bool:
    """True if a capital before the phrase stands for the government: its officials, its forces, its proxies."""
    is_army = phrase.kind is Kind.ORGAN and phrase.organ is Organ.ARMED_FORCES
    return phrase.kind in (Kind.ROLE, Kind.GOVERNMENT) or phrase.sponsored or is_army


def _serves_as_adjective(text: ActorText, hit: NameHit, state: KnownActor) -> bool:
    """True for "US", "UK", "UAE": short names that stand where others have a nationality word."""
    if text.words[hit.last].possessive or not text.is_joined(hit.last + 1):
        return False
    is_short = any(m.written.replace(".", "").isupper() and len(m.written) <= 6 for m in hit.meanings)
    return (is_short or not state.adjectives) and text.last_token(hit.last).dep_ in ("compound", "nmod", "amod", "poss")


def _of_phrase(
    text: ActorText, hit: NameHit, state: KnownActor, phrase: Phrase, knowledge: KnowledgeBase
) -> Found | None:
    first, last = hit.first, phrase.last
    written = text.between(first, last)
    if phrase.kind is Kind.PLACE:
        return None
    if phrase.kind is Kind.PEOPLE:
        return Found(first, last, ActorType.GROUP_OF_PEOPLE, f"people of {state.name}")
    if phrase.kind is Kind.GOVERNMENT:
        return Found(first, last, ActorType.STATE, f"the government of {state.name}", state.id, state.name)
    if phrase.kind is Kind.MEDIA:
        return Found(first, last, ActorType.MEDIA, f"media of {state.name}")
    if phrase.kind is Kind.ROLE:
        organ = phrase.organ or organ_of_words(text, hit.last + 1, phrase.last)
        is_speaker = text.key(last) in keys_of("speakers")
        kind = ActorType.GOVERNMENT_BODY if is_speaker else ActorType.PERSON
        return Found(first, last, kind, f"speaks or acts for {state.name}", organ_id(state, organ, knowledge))
    if phrase.kind is Kind.ORGAN and not _is_against_state(text, hit.last + 1, phrase.first - 1):
        organ = None if phrase.organ is Organ.INTELLIGENCE and phrase.first > hit.last + 1 else phrase.organ
        return _organ(text, first, last, state, organ, knowledge)
    backer = state.id if phrase.sponsored else None
    why = f"unnamed proxies of {state.name}" if backer else f'unnamed armed actors: "{written}"'
    kind = ActorType.GROUP_OF_PEOPLE if phrase.kind is Kind.ARMED else ActorType.UNNAMED_SET
    return Found(first, last, kind, why, backer_id=backer)


def _is_against_state(text: ActorText, first: int, last: int) -> bool:
    """True if the words between say that the forces are not the state's: "opposition", "rebel", a people."""
    return any(
        text.key(i) in keys_of("armed_adjectives") or text.token(i).ent_type_ == "NORP" for i in range(first, last + 1)
    )


def _organ(
    text: ActorText, first: int, last: int, state: KnownActor, organ: Organ | None, knowledge: KnowledgeBase
) -> Found:
    actor_id = organ_id(state, organ, knowledge)
    name = knowledge.actor(actor_id).name if actor_id != state.id else None
    return Found(
        first, last, type_of_organ(organ), f'"{text.between(first, last)}" is a body of {state.name}', actor_id, name
    )


def _body_of(text: ActorText, hit: NameHit, state: KnownActor, knowledge: KnowledgeBase) -> Found | None:
    """The body told before its state: "the government of Yemen", "the armed forces of Ukraine"."""
    of = hit.first - 1
    while of > 0 and text.key(of) == "the":
        of -= 1
    if hit.form is not Form.NAME or text.key(of) != "of" or not text.is_joined(hit.first):
        return None
    for length in (4, 3, 2, 1):
        first = of - length
        if first < 0 or not all(text.is_joined(i) for i in range(first + 1, of + 1)):
            continue
        code = organ_words().get(" ".join(text.key(i) for i in range(first, of)))
        if code == "government" and text.key(first) != "state":
            return Found(first, hit.last, ActorType.STATE, f"the government of {state.name}", state.id, state.name)
        if code not in (None, "government", "media"):
            return _organ(text, first, hit.last, state, Organ(code), knowledge)
    return None


def _is_people(text: ActorText, hit: NameHit) -> bool:
    """True for a nationality word that stands as a noun ("two Lebanese were killed")."""
    token = text.last_token(hit.last)
    return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj") and token.pos_ in ("NOUN", "PROPN")


def _people(text: ActorText, hit: NameHit, state: KnownActor) -> Found:
    if text.key(hit.first - 1) == "the" and text.last_token(hit.last).dep_ in ("nsubj", "pobj"):
        why = f'"the {text.between(hit.first, hit.last)}" stands for {state.name}'
        return Found(hit.first, hit.last, ActorType.STATE, why, state.id, state.name)
    return Found(hit.first, hit.last, ActorType.GROUP_OF_PEOPLE, f"people of {state.name}")


def _of_adjective(text: ActorText, hit: NameHit, state: KnownActor) -> Found | None:
    """The state as doer or owner of what the nationality word describes ("Israeli strike", "U.S. base")."""
    after = hit.last + 1
    if text.key(after) in ("and", "or"):
        after += 1
    if not text.is_joined(after) or not text.fits_phrase(after):
        return None
    head = text.last_token(hit.last).head
    if fold_word(head.lower_) in keys_of("culture_nouns") | keys_of("place_nouns"):
        return None
    if text.key(after) in keys_of("culture_nouns") or text.token(after).ent_type_ in ("LOC", "LANGUAGE"):
        return None
    why = f'"{text.between(hit.first, hit.last)}" tells whose it is'
    return Found(hit.first, hit.last, ActorType.STATE, why, state.id, state.name)
