"""Bodies and speakers told without a state: "the army", "the government in Niamey", "police said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tallystick.knowledge.actors import KnownActor, Organ
from tallystick.knowledge.base import KnowledgeBase
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_phrases import (
    Kind,
    Phrase,
    noun_at,
    organ_id,
    organ_of_words,
    read_phrase,
    type_of_organ,
)
from tallystick.reading.actor_scene import Scene
from tallystick.reading.actor_text import ActorText, keys_of, organ_words

_LOCAL_BODIES = (
    Organ.POLICE,
    Organ.ARMY,
    Organ.DEFENCE_MINISTRY,
    Organ.INTERIOR_MINISTRY,
    Organ.FOREIGN_MINISTRY,
    Organ.HEALTH_MINISTRY,
    Organ.PRESIDENCY,
)
_ARMIES = (Organ.ARMED_FORCES, Organ.ARMY, Organ.NAVY, Organ.AIR_FORCE)
_STATELIKE = frozenset({ActorType.STATE, ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY})


def find_bare_bodies(text: ActorText, board: Board, scene: Scene, knowledge: KnowledgeBase) -> Iterator[Found]:
    """Bodies and speakers without a state, in order: of the state that the report tells them to be of, if it does."""
    whose = _Whose(text, board, scene, knowledge)
    i = 0
    while i < len(text):
        phrase = read_phrase(text, i) if noun_at(text, i) is not None else None
        if phrase is None or phrase.first != i or not board.is_open(i, phrase.last):
            i += 1
            continue
        i = phrase.last + 1
        if phrase.kind in (Kind.ORGAN, Kind.GOVERNMENT) and _stands_alone(text, phrase.last):
            yield _bare_body(text, whose, phrase)
        elif phrase.kind is Kind.ROLE and text.key(phrase.last) in keys_of("speakers"):
            yield _speaker(text, board, whose, phrase)
        elif phrase.kind is Kind.ROLE and phrase.organ is not None and (told := whose.of_speaker(phrase)) is not None:
            kind = knowledge.actor(told.actor_id).type
            yield Found(phrase.first, phrase.last, ActorType.PERSON, told.why, told.actor_id, acts_for=kind)


def _bare_body(text: ActorText, whose: _Whose, phrase: Phrase) -> Found:
    first, last = phrase.first, phrase.last
    kind = ActorType.GOVERNMENT_BODY if phrase.kind is Kind.GOVERNMENT else type_of_organ(phrase.organ)
    told = whose.of(phrase)
    if told is None:
        return Found(first, last, kind, f'a body without a name: "{text.between(first, last)}"')
    return Found(first, last, kind, told.why, told.actor_id, told.name)


def _speaker(text: ActorText, board: Board, whose: _Whose, phrase: Phrase) -> Found:
    first = phrase.first
    while first > 0 and board.is_free(first - 1, first - 1) and _modifies_speaker(text, first):
        first -= 1
    organ = organ_of_words(text, first, phrase.last)
    written = text.between(first, phrase.last)
    is_body = organ is not None or text.key(phrase.last).startswith("of")
    kind = ActorType.GOVERNMENT_BODY if is_body else ActorType.GROUP_OF_PEOPLE
    told = whose.of_speaker(Phrase(first, phrase.last, Kind.ROLE, organ))
    if told is None:
        return Found(first, phrase.last, kind, f'a speaker without a name: "{written}"')
    return Found(first, phrase.last, kind, told.why, told.actor_id)


@dataclass(frozen=True)
class _Told:
    actor_id: str
    name: str | None
    why: str


class _Whose:
    """Of which state a body is that is told without one."""

    def __init__(self, text: ActorText, board: Board, scene: Scene, knowledge: KnowledgeBase) -> None:
        self._text = text
        self._board = board
        self._scene = scene
        self._knowledge = knowledge

    def of(self, phrase: Phrase) -> _Told | None:
        """The body of the state that the words around tell, and the ground; null where nothing does."""
        written = self._text.between(phrase.first, phrase.last)
        behind = self._state_behind(phrase.last)
        if behind is not None and (phrase.kind is Kind.GOVERNMENT or phrase.organ in _LOCAL_BODIES):
            return self._body(behind, phrase.organ, f'"{written}" in {behind.name}')
        if not self._is_definite(phrase):
            return None
        if (named := self._named_before(phrase)) is not None:
            return self._body(named, phrase.organ, f'"{written}" as that of {named.name}, named before')
        for state_id, ground in (
            (self._scene.at(phrase.first), "where the sentence plays"),
            (self._scene.main, "where the report plays"),
        ):
            state = self._state_with_body(state_id, phrase)
            if state is not None:
                return self._body(state, phrase.organ, f'"{written}" of {state.name}, {ground}')
        return self._of_only_state(phrase, written)

    def of_speaker(self, phrase: Phrase) -> _Told | None:
        """The body that a speaker or leader is of, if the phrase tells one ("army spokesman")."""
        return self.of(Phrase(phrase.first, phrase.last, Kind.ORGAN, phrase.organ)) if phrase.organ else None

    def _body(self, state: KnownActor, organ: Organ | None, why: str) -> _Told:
        actor_id = organ_id(state, organ, self._knowledge)
        return _Told(actor_id, self._knowledge.actor(actor_id).name if actor_id != state.id else None, why)

    def _state_behind(self, last: int) -> KnownActor | None:
        """The state of "the junta in Niger", "the government in Niamey", "police in Haiti"."""
        text = self._text
        if text.key(last + 1) != "in" or not text.is_joined(last + 2):
            return None
        called = text.written(last + 2)
        states = [a for a in self._knowledge.match_alias(called) if a.type is ActorType.STATE]
        states = states or [a for a in self._knowledge.actors if called in a.metonyms]
        return states[0] if len(states) == 1 else None

    def _is_definite(self, phrase: Phrase) -> bool:
        """True for "the army", "the soldiers" and "police said", but neither "soldiers" nor "foreign police"."""
        text, before = self._text, phrase.first - 1
        noun = " ".join(text.key(i) for i in range(phrase.first, phrase.last + 1))
        if noun in keys_of("any_bodies"):
            return False
        if text.is_joined(phrase.first):
            if text.key(before) == "the":
                return True
            if text.key(before) in keys_of("determiners") or text.token(before).tag_ == "CD":
                return False
            if text.token(before).pos_ in ("ADJ", "NOUN", "PROPN") and not self._is_of_place(before):
                return False
        return noun not in keys_of("people_of_forces")

    def _is_of_place(self, word: int) -> bool:
        return self._text.token(word).ent_type_ in ("GPE", "LOC") or self._text.key(word) in keys_of("of_any_state")

    def _named_before(self, phrase: Phrase) -> KnownActor | None:
        """The state of the last body before that was called so with its state ("the Israeli army … the army")."""
        noun = self._text.key(phrase.last)
        for found in sorted(self._board.found, key=_last, reverse=True):
            if found.last >= phrase.first or found.type not in _STATELIKE or found.actor_id is None:
                continue
            if any(self._text.key(i) == noun for i in range(found.first, found.last + 1)):
                state = self._knowledge.state_of(found.actor_id)
                return self._knowledge.actor(state) if state is not None else None
        return None

    def _state_with_body(self, state_id: str | None, phrase: Phrase) -> KnownActor | None:
        """The state of that id, unless it is known to have no such force."""
        if state_id is None or not self._knowledge.has(state_id):
            return None
        state = self._knowledge.actor(state_id)
        has_none = phrase.organ in _ARMIES and organ_id(state, phrase.organ, self._knowledge) == state.id
        return None if has_none else state

    def _of_only_state(self, phrase: Phrase, written: str) -> _Told | None:
        states = {
            self._knowledge.state_of(f.actor_id)
            for f in self._board.found
            if f.last < phrase.first and f.type in _STATELIKE and f.actor_id is not None
        } - {None}
        if len(states) != 1 or self._text.key(phrase.first - 1) != "the" or phrase.organ is None:
            return None
        state = self._knowledge.actor(str(next(iter(states))))
        return self._body(state, phrase.organ, f'"the {written}" of the only state named so far')


def _modifies_speaker(text: ActorText, first: int) -> bool:
    if not text.is_joined(first) or text.key(first - 1) in keys_of("determiners"):
        return False
    return text.key(first - 1) in keys_of("speaker_modifiers") or text.token(first - 1).pos_ == "ADJ"


def _stands_alone(text: ActorText, i: int) -> bool:
    """True for a noun of its own: "police", but neither "police station" nor "military wing"."""
    if text.last_token(i).pos_ not in ("NOUN", "PROPN") or _is_vague(text, i):
        return False
    after = i + 1
    things = keys_of("thing_nouns") | keys_of("place_nouns") | keys_of("vessel_nouns")
    return not (text.is_joined(after) and not text.words[i].possessive and text.key(after) in things)


def _is_vague(text: ActorText, i: int) -> bool:
    """True for "the force", but not for the "force" of "the air force"."""
    return text.key(i) in keys_of("vague_bodies") and f"{text.key(i - 1)} {text.key(i)}" not in organ_words()


def _last(found: Found) -> int:
    return found.last
