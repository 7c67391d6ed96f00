"""Words that point back to an actor of the report: "the group", "the Lebanese militia", "the Guards"."""

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
_BRANDS = frozenset({ActorType.BRAND, ActorType.FACADE})
_CIVIL = frozenset({ActorType.ORGANISATION, ActorType.GOVERNMENT_BODY, ActorType.COALITION})
_SENTENCES_BACK = 4
_LONGEST_LEAD = 3
_POINTERS = frozenset({"the", "this", "that", "same"})
_PICKING = frozenset({"that", "which", "who", "behind"})
_LONGEST_CLAUSE = 8
_NAMELESS = frozenset({ActorType.UNNAMED_SET, ActorType.GROUP_OF_PEOPLE})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_back_references(text: ActorText, board: Board, knowledge: KnowledgeBase) -> Iterator[Found]:
    """Words like "the group" and "the Lebanese militia", as the actor named last before them that fits."""
    named = sorted((f for f in board.found if _is_named_group(f)), key=_first)
    bodies = sorted((f for f in board.found if f.type in _CIVIL and f.actor_id and not f.acts_for), key=_first)
    for i in range(1, len(text)):
        is_civil = text.key(i) in keys_of("civil_references")
        if not (is_civil or text.key(i) in keys_of("back_references")) or _goes_on(text, i):
            continue
        first = _first_of_phrase(text, board, i)
        if first is None:
            continue
        wanted = _state_told(text, first, i, knowledge)
        is_plural = text.key(i) in keys_of("plural_references")
        groups = {f.actor_id or f.name for f in named if f.last < first}
        if is_plural and first < i and (len(groups) != 1 or wanted is not None):
            continue
        oldest = sentences_back(text, first, 1 if is_plural and len(groups) > 1 else _SENTENCES_BACK)
        earlier = [
            f
            for f in (bodies if is_civil else named)
            if f.last < first and text.words[f.first].start >= oldest and _acts_in(f, wanted, knowledge)
        ]
        if (told := names_in_clause(text, i)) is not None:
            earlier = [f for f in earlier if _tells_of(text, f, told)]
        if earlier:
            meant = _most_likely(text, earlier, text.key(i))
            name = _name_of(text, meant, knowledge)
            why = f'"{text.between(first - 1, i)}" points back to {name}'
            yield Found(first, i, meant.type, why, meant.actor_id, name)


def find_parts(text: ActorText, board: Board, knowledge: KnowledgeBase) -> Iterator[Found]:
    """A group told by what it belongs to: "the al-Qaeda affiliate", as the other group named last before it."""
    for i in range(2, len(text)):
        whole = board.at(i) or board.at(i - 1)
        if whole is None or whole.actor_id is None or text.key(i) not in keys_of("part_nouns"):
            continue
        if text.key(whole.first - 1) not in _POINTERS or whole.first == i or not text.is_joined(i):
            continue
        earlier = [f for f in board.found if _is_named_group(f) and f.actor_id != whole.actor_id]
        earlier = [f for f in earlier if f.last < whole.first and f.actor_id is not None]
        if earlier:
            meant = max(earlier, key=_first)
            name = _name_of(text, meant, knowledge)
            why = f'"{text.between(whole.first - 1, i)}" points back to {name}'
            yield Found(whole.first, i, meant.type, why, meant.actor_id, name)


def find_shortened(text: ActorText, board: Board) -> Iterator[Found]:
    """The last word of a longer name with "the" before it: "the Guards" behind "Revolutionary Guards"."""
    shortened: dict[str, Found] = {}
    starts = {f.last: f for f in board.found if f.first < f.last and f.actor_id is not None and f.name is not None}
    for i in range(1, len(text)):
        if (whole := starts.get(i)) is not None and text.is_capital(i) and not whole.acts_for:
            shortened[text.key(i)] = whole
            continue
        meant = shortened.get(text.key(i))
        if meant is None or text.key(i - 1) != "the" or not text.is_capital(i) or not board.is_open(i, i):
            continue
        if text.is_joined(i) and not (text.is_joined(i + 1) and text.is_capital(i + 1)) and not text.is_caseless(i):
            why = f'"{text.between(i - 1, i)}" is short for {meant.name}, named before'
            yield Found(i, i, meant.type, why, meant.actor_id, meant.name)


def sentences_back(text: ActorText, word: int, sentences: int) -> int:
    """The offset at which the sentence starts that lies so many sentences before a word's own."""
    start = text.token(word).sent.start
    for _ in range(sentences):
        start = text.doc[max(0, start - 1)].sent.start
    return int(text.doc[start].idx)


def names_in_clause(text: ActorText, noun: int) -> frozenset[str] | None:
    """The words in capitals by which a clause picks out one of several: the Harir of "the group that named Harir".

    Null without such a clause, and where it names nothing.
    """
    if not text.is_joined(noun + 1) or text.key(noun + 1) not in _PICKING or text.is_caseless(noun):
        return None
    words: set[str] = set()
    for i in range(noun + 2, min(noun + 2 + _LONGEST_CLAUSE, len(text))):
        is_end = not text.is_joined(i) or text.token(i).sent != text.token(noun).sent
        if is_end or (words and text.token(i).tag_ in ("VBZ", "VBP", "VBD", "MD")):
            break
        if text.is_capital(i) and text.key(i):
            words.add(text.key(i))
    return frozenset(words) or None


def _tells_of(text: ActorText, found: Found, words: frozenset[str]) -> bool:
    """True if the sentence in which an actor is named holds one of the words."""
    sentence = text.token(found.first).sent
    span = text.words_in(sentence.start_char, sentence.end_char)
    return span is not None and any(text.key(i) in words for i in range(span[0], span[1] + 1))


def _first_of_phrase(text: ActorText, board: Board, i: int) -> int | None:
    """The first word behind "the" or "this" of the phrase that a noun ends; null if none of these opens it."""
    held = board.at(i)
    is_told_of_backer = held is not None and held.backer_id is not None and text.key(i).endswith("s")
    if held is not None and (held.type not in _NAMELESS or held.last != i or is_told_of_backer or held.actor_id):
        return None
    first = held.first if held is not None else i
    while text.key(first - 1) not in _POINTERS and i - first < _LONGEST_LEAD:
        if not text.is_joined(first) or not text.fits_phrase(first - 1) or not board.is_open(first - 1, first - 1):
            return None
        first -= 1
    if text.key(first - 1) not in _POINTERS or not text.is_joined(first) or i - first > _LONGEST_LEAD - 1:
        return None
    return first if text.key(i) not in keys_of("plural_references") or text.key(first - 1) == "the" else None


def _most_likely(text: ActorText, earlier: list[Found], noun: str) -> Found:
    """The actor named last; of those of one sentence its subject, and no brigade where a movement is told of."""
    if noun in keys_of("whole_references"):
        earlier = [f for f in earlier if text.key(f.last) not in keys_of("wing_nouns")] or earlier
    is_coalition = noun in keys_of("coalition_nouns")
    if is_coalition or noun in keys_of("civil_references"):
        earlier = [f for f in earlier if (f.type is ActorType.COALITION) is is_coalition] or earlier
    if noun in keys_of("brand_nouns"):
        earlier = [f for f in earlier if f.type in _BRANDS] or earlier
    sentence = text.token(earlier[-1].first).sent
    there = [f for f in earlier if text.token(f.first).sent == sentence]
    subjects = [f for f in there if text.last_token(f.last).dep_ in _SUBJECTS]
    return (subjects or there)[-1]


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
    if found.acts_for is not None:
        return False
    return found.type is ActorType.ARMED_GROUP or (found.type in _ARMED and found.name is not None)


def _first(found: Found) -> int:
    return found.first
