"""Words that point back to an actor of the report: "the group", "the militia", "the army"."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Board, Found
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
_SENTENCES_BACK = 4
_POINTERS = frozenset({"the", "this", "that", "same"})
_NAMELESS = frozenset({ActorType.UNNAMED_SET, ActorType.GROUP_OF_PEOPLE})


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


def _is_named_group(found: Found) -> bool:
    return found.type is ActorType.ARMED_GROUP or (found.type in _ARMED and found.name is not None)


def _first(found: Found) -> int:
    return found.first
