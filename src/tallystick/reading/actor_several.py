"""Words that point to several actors at once: "both groups", "the two militias", "both sides"."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_references import sentences_back
from tallystick.reading.actor_text import ActorText, keys_of

_GROUPS = frozenset(
    {ActorType.MILITIA, ActorType.ARMED_GROUP, ActorType.BRAND, ActorType.FACADE, ActorType.PARTY, ActorType.CORPS}
)
_MEANT = {
    "several_nouns": _GROUPS,
    "side_nouns": _GROUPS | {ActorType.ARMED_FORCES},
    "state_nouns_together": frozenset({ActorType.STATE}),
}
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_SENTENCES_BACK = 3


def find_several(text: ActorText, board: Board, knowledge: KnowledgeBase) -> Iterator[Found]:
    """Words for as many actors as were named last before them, in order; nothing where fewer were named."""
    for i in range(len(text)):
        read = _read(text, i)
        if read is None:
            continue
        number, last, types = read
        held = board.at(last)
        if held is not None and (held.actor_id is not None or held.backer_id is not None):
            continue
        meant = _last_named(text, board, i, number, types)
        if len(meant) == number:
            names = " and ".join(knowledge.actor(a).name for a in meant)
            why = f'"{text.between(i, last)}" points back to {names}'
            yield Found(i, last, ActorType.UNNAMED_SET, why, member_ids=meant)


def _read(text: ActorText, i: int) -> tuple[int, int, frozenset[ActorType]] | None:
    """How many are meant, the last word, and of which types they are."""
    if text.key(i) == "both":
        noun = i + 1
        noun += text.key(noun) == "the"
        number = 2
    elif text.key(i) == "the" and text.key(i + 1) in _NUMBERS:
        noun, number = i + 2, _NUMBERS[text.key(i + 1)]
    else:
        return None
    types = next((types for nouns, types in _MEANT.items() if text.key(noun) in keys_of(nouns)), None)
    return (number, noun, types) if types is not None and text.is_joined(noun) else None


def _last_named(text: ActorText, board: Board, word: int, number: int, types: frozenset[ActorType]) -> tuple[str, ...]:
    oldest = sentences_back(text, word, _SENTENCES_BACK)
    meant: list[str] = []
    for found in sorted(board.found, key=_first, reverse=True):
        if found.first >= word or found.type not in types or found.actor_id is None or found.actor_id in meant:
            continue
        if text.words[found.first].start < oldest or len(meant) == number:
            break
        meant.append(found.actor_id)
    return tuple(reversed(meant))


def _first(found: Found) -> int:
    return found.first
