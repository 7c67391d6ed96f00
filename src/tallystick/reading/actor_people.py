"""Named persons and the body that they speak or act for: "Pat Ryder, the Pentagon's press secretary", "Col. X of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_scene import Scene
from tallystick.reading.actor_text import ActorText, keys_of, lemma_key
from tallystick.reading.lexicon import words_of

_LONGEST_APPOSITION = 12
_TITLE_GAP = re.compile(r"[.,]?['’]?s?[.,]?\s*")
_ENDS = re.compile(r"[,;:.()\n–—]")
_STATELIKE = frozenset({ActorType.STATE, ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY})


def link_persons(text: ActorText, board: Board, scene: Scene, knowledge: KnowledgeBase) -> Iterator[Found]:
    """Persons without a link whose body the report tells, and the words that name them again by their last name."""
    linked: dict[str, Found] = {}
    named = [f for f in board.found if f.actor_id is None and _may_be_person(text, board, f)]
    for found in sorted([*named, *_last_names(text, board)], key=_first):
        name = text.key(found.last)
        told = _body_of(text, board, scene, knowledge, found)
        if told is not None:
            linked[name] = told
        elif name in linked:
            told = replace(linked[name], first=found.first, last=found.last, name=found.name)
        if told is not None:
            yield told
    for i in range(len(text)):
        if (same := linked.get(text.key(i))) is None or not text.is_capital(i) or not board.is_open(i, i):
            continue
        if i > same.last and text.token(i).pos_ == "PROPN":
            name_as_told = text.between(same.first, same.last)
            yield replace(same, first=i, last=i, name=name_as_told, why=f'"{text.written(i)}" is {name_as_told}')


def _may_be_person(text: ActorText, board: Board, found: Found) -> bool:
    """True for a person's name, also one that the recogniser takes for a body's right behind an office."""
    if _is_role(text, found.last):
        return False
    if found.type is not ActorType.ORGANISATION or found.last - found.first not in (1, 2):
        return found.type is ActorType.PERSON
    if any(text.key(i) in keys_of("name_nouns") for i in range(found.first, found.last + 1)):
        return False
    return text.gap(found.first) == " " and _office_before(text, board, found) is not None


def _last_names(text: ActorText, board: Board) -> Iterator[Found]:
    """Single names of persons with a title before: "President Petro", "Gen. Burhan"."""
    for i in range(1, len(text)):
        if text.token(i).ent_type_ != "PERSON" or not text.is_capital(i) or not board.is_open(i, i):
            continue
        is_whole = text.token(i).ent_iob_ == "B" or _is_title(text, i - 1)
        goes_on = text.is_joined(i + 1) and text.token(i + 1).ent_iob_ == "I"
        if is_whole and not goes_on and _is_title(text, i - 1):
            yield Found(i, i, ActorType.PERSON, "a name behind a title; not in the knowledge base")


def find_speakers_of(text: ActorText, board: Board, knowledge: KnowledgeBase) -> Iterator[Found]:
    """Speakers and leaders without a name, right behind a body: "the army's chief spokesman"."""
    for found in list(board.found):
        if found.actor_id is not None or not _is_role(text, found.last) or not text.is_joined(found.first):
            continue
        body = board.at(found.first - 1)
        if body is not None and body.actor_id is not None and body.acts_for is None:
            actor = knowledge.actor(body.actor_id)
            yield replace(found, actor_id=actor.id, acts_for=actor.type, why=f"speaks or acts for {actor.name}")


def _body_of(text: ActorText, board: Board, scene: Scene, knowledge: KnowledgeBase, person: Found) -> Found | None:
    body = _office_before(text, board, person) or _apposition(text, board, person) or _of_body(text, board, person)
    if body is not None and body.actor_id is not None:
        person = replace(person, type=ActorType.PERSON)
        actor = knowledge.actor(body.actor_id)
        why = f"{text.between(body.first, body.last)}: speaks or acts for {actor.name}"
        return replace(person, actor_id=actor.id, acts_for=actor.type, why=why)
    office = _state_office(text, person)
    state = _last_state(text, board, knowledge, person.first) or scene.main if office is not None else None
    if state is None or not knowledge.has(state):
        return None
    why = f'"{office}" of {knowledge.actor(state).name}, of which the report tells'
    return replace(person, actor_id=state, acts_for=ActorType.STATE, why=why)


def _before_titles(text: ActorText, first: int) -> int:
    """The word before a name and the titles that stand before it ("Brig. Gen.", "Sheikh")."""
    i = first - 1
    while i >= 0 and _TITLE_GAP.fullmatch(text.gap(i + 1)) and _is_title(text, i):
        i -= 1
    return i


def _is_title(text: ActorText, i: int) -> bool:
    return text.is_capital(i) and text.key(i).removesuffix(".") in words_of("roles", "titles")


def _office_before(text: ActorText, board: Board, person: Found) -> Found | None:
    """The office right before a name: "the Pentagon's press secretary, Brig. Gen. X", "White House spokesman X"."""
    i = _before_titles(text, person.first)
    held = board.at(i)
    if held is None or held.actor_id is None or not _TITLE_GAP.fullmatch(text.gap(i + 1)):
        return None
    return held if _is_role(text, held.last) else None


def _apposition(text: ActorText, board: Board, person: Found) -> Found | None:
    """The body told behind a comma: "X, a spokesman for Y, said", "X, who commands Y"."""
    i = person.last + 1
    if text.gap(i)[:1] != "," or text.gap(i).strip() != ",":
        return None
    has_office, last = False, min(len(text), i + _LONGEST_APPOSITION)
    for at in range(i, last):
        if at > i and _ENDS.search(text.gap(at)):
            return None
        has_office = has_office or _is_role(text, at) or (text.key(i) == "who" and _leads(text, at))
        held = board.at(at)
        if held is None or held.actor_id is None or (held.type is ActorType.PERSON and held.acts_for is None):
            continue
        if has_office or _is_role(text, held.last):
            return held
    return None


def _of_body(text: ActorText, board: Board, person: Found) -> Found | None:
    """The body behind "of": "Colonel X of the Diyala police"."""
    i = person.last + 1
    if text.key(i) not in ("of", "from") or text.gap(i) != " ":
        return None
    while text.is_joined(i) and i - person.last < 6:
        held = board.at(i)
        if held is not None:
            return held if held.actor_id is not None and held.type is not ActorType.STATE else None
        i += 1
    return None


def _state_office(text: ActorText, person: Found) -> str | None:
    """The office that only a state gives, right before a name: "President X", "Foreign Minister X"."""
    i = person.first - 1
    if i < 0 or not _TITLE_GAP.fullmatch(text.gap(person.first)):
        return None
    for first in (i - 1, i):
        words = " ".join(text.key(k) for k in range(max(0, first), i + 1))
        if words in keys_of("state_offices"):
            return text.between(max(0, first), i)
    return None


def _last_state(text: ActorText, board: Board, knowledge: KnowledgeBase, word: int) -> str | None:
    """The state that acted last in the sentence of a word or the one before it."""
    sentence = text.token(word).sent
    start = text.doc[max(0, sentence.start - 1)].sent.start
    before = [
        f
        for f in board.found
        if f.last < word and f.type in _STATELIKE and f.actor_id is not None and text.token(f.first).i >= start
    ]
    return knowledge.state_of(str(max(before, key=_first).actor_id)) if before else None


def _is_role(text: ActorText, i: int) -> bool:
    return text.key(i) in keys_of("roles")


def _leads(text: ActorText, i: int) -> bool:
    return lemma_key(text.token(i)) in keys_of("leads") and text.token(i).pos_ == "VERB"


def _first(found: Found) -> int:
    return found.first
