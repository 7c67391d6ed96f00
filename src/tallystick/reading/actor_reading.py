"""A report read for its actors, the surest first."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import fold_name
from tallystick.model.terms import ActorType
from tallystick.reading.actor_abbreviations import Abbreviation, find_abbreviations, spells
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_linking import link_in_context
from tallystick.reading.actor_members import extend_over_members
from tallystick.reading.actor_name_guards import ends_name, is_dateline, is_part_of_person, lies_in_person
from tallystick.reading.actor_names import Form, NameHit, Surroundings, find_names
from tallystick.reading.actor_phrases import Kind, read_phrase
from tallystick.reading.actor_scene import Scene
from tallystick.reading.actor_sets import find_unnamed_sets
from tallystick.reading.actor_states import read_state
from tallystick.reading.actor_text import ActorText, keys_of
from tallystick.reading.actor_tied import read_tied
from tallystick.reading.actor_unknown import find_again, find_entities, find_name_runs, find_self_named

_PROPER = (ActorType.ARMED_GROUP, ActorType.PARTY, ActorType.ORGANISATION, ActorType.PERSON, ActorType.GOVERNMENT_BODY)
_NEARLY_SAME = 85  # of 100, Indel similarity


class ActorReading:
    """One report being read; the steps share the names and what is found so far."""

    def __init__(self, text: ActorText, board: Board, scene: Scene, knowledge: KnowledgeBase) -> None:
        self._text = text
        self._board = board
        self._scene = scene
        self._knowledge = knowledge
        self._hits = find_names(text, knowledge)
        self._surroundings = Surroundings(text, self._hits, scene)
        self._chosen: dict[int, tuple[KnownActor | None, str]] = {}
        self._known: dict[int, tuple[NameHit, KnownActor]] = {}
        for hit in self._hits:
            actor, why = self._surroundings.choose(hit)
            self._chosen[hit.first] = (actor, why)
            if actor is not None:
                chosen_first = [m for m in hit.meanings if m.actor.id == actor.id]
                hit.meanings = (*chosen_first, *(m for m in hit.meanings if m.actor.id != actor.id))
                self._known.update(dict.fromkeys(range(hit.first, hit.last + 1), (hit, actor)))

    def read(self) -> None:
        """Fill the board, the surest first."""
        text, board = self._text, self._board
        self._read_introduced(find_abbreviations(text, {hit.last: hit.first for hit in self._hits}))
        self._add_unless_known(find_self_named(text, board))
        self._add_unless_known(find_name_runs(text, board))
        self._read_known_names()
        for found in find_unnamed_sets(text, board, self._known):
            board.replace(found)
        for found in find_entities(text, board):
            board.add(found)
        for found in [f for f in board.found if f.actor_id is None and _is_proper(f)]:
            for again in find_again(text, board, found):
                board.add(again)
        link_in_context(text, board, self._scene, self._knowledge)

    def _read_introduced(self, abbreviations: tuple[Abbreviation, ...]) -> None:
        """Let a short form mean what the report says that it means."""
        for one in abbreviations:
            hit, actor = self._known.get(one.last, (None, None))
            if hit is not None and actor is not None and hit.last == one.last and one.first >= hit.first - 1:
                if spells(actor.name, one.short) or spells(self._text.between(hit.first, hit.last), one.short):
                    self._introduce(one, actor.id, actor.name, actor.type, f"introduced here for {actor.name}")
                continue
            if (variant := self._spelling_of_known(one)) is not None:
                why = f"a spelling of {variant.name}, by its short form"
                self._board.add(Found(one.first, one.last, variant.type, why, variant.id, variant.name))
                continue
            if not self._is_body(one):
                continue
            name = self._text.between(one.first, one.last)
            long_form = Found(one.first, one.last, ActorType.ARMED_GROUP, "a name that the report itself abbreviates")
            if self._board.is_free(one.first, one.last):
                self._board.add(long_form)
                self._introduce(one, None, name, long_form.type, f'short for "{name}", introduced in this report')

    def _is_body(self, one: Abbreviation) -> bool:
        keys = {self._text.key(i) for i in range(one.first, one.last + 1)}
        things = keys_of("thing_nouns") | keys_of("not_bodies") | keys_of("place_nouns")
        return self._text.key(one.last) not in things and not keys & keys_of("weapon_names")

    def _spelling_of_known(self, one: Abbreviation) -> KnownActor | None:
        """The known actor whose short form it is, if the long form is nearly one of its names."""
        owners = [a for a in self._knowledge.match_alias(one.short) if a.type is not ActorType.STATE]
        long_form = fold_name(self._text.between(one.first, one.last))
        near = [a for a in owners if any(ratio(fold_name(n), long_form) >= _NEARLY_SAME for n in a.names())]
        return near[0] if len(near) == 1 else None

    def _introduce(self, one: Abbreviation, actor_id: str | None, name: str, kind: ActorType, why: str) -> None:
        short = fold_name(one.short)
        for i in range(len(self._text)):
            if self._text.key(i) != short or i == one.at or self._text.written(i).upper() != self._text.written(i):
                continue
            if actor_id is not None:
                actor = self._knowledge.actor(actor_id)
                hit = self._known[i][0] if i in self._known and self._known[i][0].first == i else NameHit(i, i, ())
                self._known[i] = (hit, actor)
                self._chosen[i] = (actor, why)
                if not hit.meanings:
                    self._hits.append(hit)
            elif self._board.is_free(i, i):
                self._board.add(Found(i, i, kind, why, actor_id, name))
        self._board.set_aside(one.at, one.at)

    def _add_unless_known(self, names: Iterable[Found]) -> None:
        """Unknown names, among them such as are longer than a known one inside them."""
        for found in names:
            if not self._holds_known_name(found):
                self._board.add(found)

    def _holds_known_name(self, found: Found) -> bool:
        """True if the words are a known name, or one with no more than a general word around it."""
        inside = {i: self._known[i] for i in range(found.first, found.last + 1) if i in self._known}
        if not inside:
            return False
        general = keys_of("name_nouns") | keys_of("armed_sets") | keys_of("texts") | {"", "the", "of", "by"}
        rest = [i for i in range(found.first, found.last + 1) if i not in inside]
        if any(hit.first < found.first or hit.last > found.last for hit, _ in inside.values()):
            return True
        if all(actor.type is ActorType.STATE for _, actor in inside.values()):
            phrase = read_phrase(self._text, max(inside) + 1)
            plain = phrase is not None and phrase.kind is not Kind.PLACE and phrase.first == max(inside) + 1
            return plain or all(self._text.key(i) in general for i in rest)
        return all(self._text.key(i) in general for i in rest)

    def _read_known_names(self) -> None:
        decided: dict[int, bool] = {}
        for hit in sorted(self._hits, key=lambda h: h.first):
            if not self._board.is_open(hit.first, hit.last):
                continue
            if is_dateline(self._text, hit):
                self._board.set_aside(hit.first, hit.last)
                continue
            actor, why = self._chosen[hit.first]
            if actor is None:
                self._board.add(Found(hit.first, hit.last, _common_type(hit), why))
                continue
            if lies_in_person(self._text, hit):
                continue
            if (bracket := self._text.bracket_end(hit.last)) is not None:
                self._board.set_aside(hit.last + 1, bracket)
            found = read_tied(self._text, hit, actor, self._known)
            if found is None and hit.meanings and actor.type is ActorType.STATE:
                if is_part_of_person(self._text, hit) or ends_name(self._text, hit, self._known):
                    continue
                found = read_state(self._text, hit, self._knowledge, decided)
                if found is None:
                    self._board.set_aside(hit.first, hit.last)
                    continue
                if self._starts_known(hit):
                    continue
            elif found is None:
                found = self._named(hit, actor, why)
            self._board.add(found)

    def _named(self, hit: NameHit, actor: KnownActor, why: str) -> Found:
        phrase = read_phrase(self._text, hit.last + 1) if self._text.is_joined(hit.last + 1) else None
        first = self._with_nationality(hit, actor)
        if phrase is not None and phrase.kind is Kind.ROLE:
            is_speaker = self._text.key(phrase.last) in keys_of("speakers")
            kind = actor.type if is_speaker else ActorType.PERSON
            return Found(first, phrase.last, kind, f"speaks or acts for {actor.name}", actor.id)
        last = extend_over_members(self._text, hit)
        return Found(first, last, actor.type, why, actor.id, actor.name)

    def _with_nationality(self, hit: NameHit, actor: KnownActor) -> int:
        """The first word with a nationality word before it that belongs to the actor ("Iranian Quds Force")."""
        before = self._known.get(hit.first - 1)
        if before is None or not self._text.is_joined(hit.first) or before[1].type is not ActorType.STATE:
            return hit.first
        if before[0].form is Form.METONYM:
            return hit.first
        theirs = (actor.country, *actor.theatre)
        return (
            before[0].first if before[1].id in theirs and self._board.is_free(before[0].first, hit.first) else hit.first
        )

    def _starts_known(self, hit: NameHit) -> bool:
        """True if a nationality word is left to the known name right behind it."""
        after = self._known.get(hit.last + 1)
        if after is None or not self._text.is_joined(hit.last + 1) or after[1].type is ActorType.STATE:
            return False
        return (
            hit.form is Form.ADJECTIVE
            and hit.state is not None
            and hit.state.id in (after[1].country, *after[1].theatre)
        )


def _common_type(hit: NameHit) -> ActorType:
    types = {meaning.actor.type for meaning in hit.meanings}
    return types.pop() if len(types) == 1 else ActorType.UNKNOWN


def _is_proper(found: Found) -> bool:
    if not ("knowledge base" in found.why or "abbreviates" in found.why):
        return False
    return found.type in _PROPER and (found.first < found.last or found.type is ActorType.ARMED_GROUP)
