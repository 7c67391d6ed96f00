"""Words that point back to an actor of the report: "the group", "the militia", "the army"."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.knowledge.actors import KnownActor, Organ
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_phrases import Kind, noun_at, organ_id, organ_of_words, read_phrase, type_of_organ
from tallystick.reading.actor_text import ActorText, keys_of

_ARMED = frozenset(
    {
        ActorType.MILITIA,
        ActorType.ARMED_GROUP,
        ActorType.BRAND,
        ActorType.FACADE,
        ActorType.PARTY,
        ActorType.CORPS,
    }
)
_LOCAL_BODIES = (Organ.POLICE, Organ.ARMY)
_SENTENCES_BACK = 4
_POINTERS = frozenset({"the", "this", "that", "same"})
_NAMELESS = frozenset({ActorType.UNNAMED_SET, ActorType.GROUP_OF_PEOPLE})
_STATELIKE = frozenset({ActorType.STATE, ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY})


def find_back_references(text: ActorText, board: Board, knowledge: KnowledgeBase) -> Iterator[Found]:
    """Words like "the group" and "the Lebanese militia", as the armed actor named last before them that fits."""
    named = sorted((f for f in board.found if _is_named_group(f)), key=_first)
    for i in range(1, len(text)):
        if text.key(i) not in keys_of("back_references") or _goes_on(text, i):
            continue
        held = board.at(i)
        if held is not None and (held.type not in _NAMELESS or held.last != i or held.backer_id is not None):
            continue
        first = held.first if held is not None else i
        if text.key(first - 1) not in _POINTERS or not text.is_joined(first) or i - first > 2:
            continue
        if text.key(i) in keys_of("plural_references") and (first < i or text.key(i - 1) != "the"):
            continue
        wanted = _state_told(text, first, i, knowledge)
        reach = 1 if text.key(i) in keys_of("plural_references") else _SENTENCES_BACK
        oldest = _start_of_sentences_back(text, first, reach)
        earlier = [
            f
            for f in named
            if f.last < first and text.words[f.first].start >= oldest and _acts_in(f, wanted, knowledge)
        ]
        if earlier:
            meant = earlier[-1]
            name = _name_of(text, meant, knowledge)
            why = f'"{text.between(first - 1, i)}" points back to {name}'
            yield Found(first, i, meant.type, why, meant.actor_id, name)


def _start_of_sentences_back(text: ActorText, word: int, sentences: int) -> int:
    """The offset at which the sentence starts that lies so many sentences before a word's own."""
    start = text.token(word).sent.start
    for _ in range(sentences):
        start = text.doc[max(0, start - 1)].sent.start
    return int(text.doc[start].idx)


def _name_of(text: ActorText, found: Found, knowledge: KnowledgeBase) -> str:
    if found.actor_id is not None:
        return knowledge.actor(found.actor_id).name
    return found.name or text.between(found.first, found.last)


def _goes_on(text: ActorText, i: int) -> bool:
    """True for "the group of soldiers" and "the Movement for Peace"."""
    return text.key(i + 1) == "of" or (text.is_joined(i + 1) and text.key(i + 1) in keys_of("name_nouns"))


def _state_told(text: ActorText, first: int, last: int, knowledge: KnowledgeBase) -> str | None:
    for i in range(first, last):
        for actor in knowledge.match_nationality(text.key(i)):
            return actor.id
    return None


def _acts_in(found: Found, state: str | None, knowledge: KnowledgeBase) -> bool:
    if state is None or found.actor_id is None:
        return True
    return state in knowledge.actor(found.actor_id).theatre[:1]


def find_bare_bodies(text: ActorText, board: Board, knowledge: KnowledgeBase) -> Iterator[Found]:
    """Bodies and speakers told without a state: "the army", "security forces", "a security source"."""
    i = 0
    while i < len(text):
        phrase = read_phrase(text, i) if noun_at(text, i) is not None else None
        if phrase is None or phrase.first != i or not board.is_open(i, phrase.last):
            i += 1
            continue
        i = phrase.last + 1
        if phrase.kind in (Kind.ORGAN, Kind.GOVERNMENT) and _stands_alone(text, phrase.last):
            yield _bare_body(text, board, knowledge, phrase.first, phrase.last, phrase.kind, phrase.organ)
        elif phrase.kind is Kind.ROLE and text.key(phrase.last) in keys_of("speakers"):
            first = phrase.first
            while first > 0 and board.is_free(first - 1, first - 1) and _modifies_speaker(text, first):
                first -= 1
            organ = organ_of_words(text, first, phrase.last)
            why = f'a speaker without a name: "{text.between(first, phrase.last)}"'
            kind = (
                ActorType.GOVERNMENT_BODY
                if organ or text.key(phrase.last).startswith("of")
                else ActorType.GROUP_OF_PEOPLE
            )
            yield Found(first, phrase.last, kind, why)


def _bare_body(
    text: ActorText, board: Board, knowledge: KnowledgeBase, first: int, last: int, kind: Kind, organ: Organ | None
) -> Found:
    written = text.between(first, last)
    actor_type = ActorType.GOVERNMENT_BODY if kind is Kind.GOVERNMENT else type_of_organ(organ)
    if (local := _state_behind(text, last, knowledge)) is not None and (
        kind is Kind.GOVERNMENT or organ in _LOCAL_BODIES
    ):
        actor_id = organ_id(local, organ, knowledge)
        name = knowledge.actor(actor_id).name if actor_id != local.id else None
        return Found(first, last, actor_type, f'"{written}" in {local.name}', actor_id, name)
    states = {
        knowledge.state_of(f.actor_id)
        for f in board.found
        if f.last < first and f.type in _STATELIKE and f.actor_id is not None
    } - {None}
    if len(states) == 1 and text.key(first - 1) == "the" and organ is not None:
        state = knowledge.actor(str(next(iter(states))))
        actor_id = organ_id(state, organ, knowledge)
        name = knowledge.actor(actor_id).name if actor_id != state.id else None
        return Found(first, last, actor_type, f'"the {written}" of the only state named so far', actor_id, name)
    return Found(first, last, actor_type, f'a body without a name: "{written}"')


def _state_behind(text: ActorText, last: int, knowledge: KnowledgeBase) -> KnownActor | None:
    """The state of "the junta in Niger", "police in Haiti"."""
    if text.key(last + 1) != "in" or not text.is_joined(last + 2):
        return None
    states = [a for a in knowledge.match_alias(text.written(last + 2)) if a.type is ActorType.STATE]
    return states[0] if len(states) == 1 else None


def _modifies_speaker(text: ActorText, first: int) -> bool:
    if not text.is_joined(first) or text.key(first - 1) in keys_of("determiners"):
        return False
    return text.key(first - 1) in keys_of("speaker_modifiers") or text.token(first - 1).pos_ == "ADJ"


def _stands_alone(text: ActorText, i: int) -> bool:
    """True for a noun of its own: "police", but neither "police station" nor "military wing"."""
    if text.last_token(i).pos_ not in ("NOUN", "PROPN") or text.key(i) in keys_of("vague_bodies"):
        return False
    after = i + 1
    things = keys_of("thing_nouns") | keys_of("place_nouns") | keys_of("vessel_nouns")
    return not (text.is_joined(after) and not text.words[i].possessive and text.key(after) in things)


def _is_named_group(found: Found) -> bool:
    return found.type is ActorType.ARMED_GROUP or (found.type in _ARMED and found.name is not None)


def _first(found: Found) -> int:
    return found.first
