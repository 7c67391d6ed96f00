"""Words that point to several actors at once: "both groups", "the two militias", "all four", "the same militias"."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import fold_word
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
_NUMBERS = {fold_word(word): n for n, word in enumerate(("two", "three", "four", "five", "six"), start=2)}
_SENTENCES_BACK = 3
_SENTENCES_BACK_TO_ROW = 5
# Without a number only such are meant as are named in a row; a name that others use is none of them.
_IN_ROW = frozenset({ActorType.MILITIA, ActorType.ARMED_GROUP, ActorType.PARTY})
_BETWEEN = frozenset({"and", "or", "the", ""})
_ALL = frozenset({"all", "these", "those", "the"})


def find_several(text: ActorText, board: Board, knowledge: KnowledgeBase) -> Iterator[Found]:
    """Words for as many actors as were named last before them, in order; nothing where fewer were named.

    Without a number, "the militias" are those named in a row before it, if no other was named since.
    """
    for i in range(len(text)):
        read = _read(text, i)
        if read is None:
            continue
        number, last, types = read
        held = board.at(last)
        if held is not None and (held.actor_id is not None or held.backer_id is not None):
            continue
        meant = _last_row(text, board, i) if number is None else _last_named(text, board, i, number, types)
        if len(meant) == number or (number is None and meant):
            names = " and ".join(knowledge.actor(a).name for a in meant)
            why = f'"{text.between(i, last)}" points back to {names}'
            yield Found(i, last, ActorType.UNNAMED_SET, why, member_ids=meant)


def _read(text: ActorText, i: int) -> tuple[int | None, int, frozenset[ActorType]] | None:
    """How many are meant, null for all of a row; the last word; and of which types they are."""
    number: int | None = None
    noun = i + 1
    if text.key(i) == "both":
        noun, number = noun + (text.key(noun) == "the"), 2
    elif text.key(i) not in _ALL:
        return None
    elif text.key(noun) in _NUMBERS:
        noun, number = noun + 1, _NUMBERS[text.key(noun)]
    elif text.key(i) == "all":
        return None
    elif text.key(noun) == "same":
        noun += 1
    types = next((types for nouns, types in _MEANT.items() if text.key(noun) in keys_of(nouns)), None)
    if types is None or not text.is_joined(noun) or (number is None and _is_told_apart(text, noun, types)):
        return None
    return number, noun, types


def _is_told_apart(text: ActorText, noun: int, types: frozenset[ActorType]) -> bool:
    """True for "the sides", and for "the militias that …", "the groups of …": words of their own say who these are."""
    after = noun + 1
    is_clause = (
        after < len(text) and text.is_joined(after) and text.token(after).tag_ in ("WDT", "WP", "IN", "VBN", "VBG")
    )
    return types is not _GROUPS or is_clause


def _last_row(text: ActorText, board: Board, word: int) -> tuple[str, ...]:
    """The ids of two or more groups named in a row ("A, B and C"), where no other group was named since."""
    oldest = sentences_back(text, word, _SENTENCES_BACK_TO_ROW)
    row: list[Found] = []
    for found in sorted(board.found, key=_first, reverse=True):
        if found.first >= word or found.type not in _IN_ROW or found.actor_id is None or found.name is None:
            continue
        if text.words[found.first].start < oldest or (row and not _is_beside(text, found, row[-1])):
            break
        row.append(found)
    ids = tuple(dict.fromkeys(f.actor_id for f in reversed(row) if f.actor_id is not None))
    return ids if len(ids) > 1 else ()


def _is_beside(text: ActorText, one: Found, other: Found) -> bool:
    """True if nothing stands between two names but a comma, "and" and a short form in brackets."""
    bracket = text.bracket_end(one.last)
    start = (one.last if bracket is None else bracket) + 1
    same_sentence = text.token(one.first).sent == text.token(other.first).sent
    return same_sentence and all(text.key(i) in _BETWEEN for i in range(start, other.first))


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
