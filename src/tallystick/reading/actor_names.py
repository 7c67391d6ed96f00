"""The names of known actors in a report, found in one pass over its words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from tallystick.knowledge.actors import AmbiguousAlias, KnownActor
from tallystick.knowledge.ambiguity import Bearer, Meant, choose_bearer
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.names import split_words
from tallystick.model.terms import ActorType
from tallystick.reading.actor_scene import Scene
from tallystick.reading.actor_text import ActorText, keys_of

_ABBREVIATION = re.compile(r"[^\W\d_a-z]{2,8}s?|(?:[A-Z]\.){2,}[A-Z]?", re.UNICODE)
_WITH_ARTICLE = re.compile(r"[Aa]l[- ]")
_NEAR = 10  # what a state counts more in the sentence of the name
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "X"})


class Form(Enum):
    """In what way a name names."""

    NAME = "name"
    AMBIGUOUS = "ambiguous name"
    ADJECTIVE = "nationality word"
    PEOPLE = "people"
    METONYM = "capital or seat"


@dataclass(frozen=True)
class Meaning:
    """One actor that a name can mean."""

    actor: KnownActor
    form: Form
    written: str

    @property
    def alias(self) -> AmbiguousAlias | None:
        """The ambiguous name that it is; null for a name that always means the actor."""
        if self.form is not Form.AMBIGUOUS:
            return None
        return next(a for a in self.actor.ambiguous_aliases if a.name == self.written)


@dataclass
class NameHit:
    """A known name at the words ``first`` to ``last``, with what it can mean."""

    first: int
    last: int
    meanings: tuple[Meaning, ...]

    @property
    def state(self) -> KnownActor | None:
        """The state, if the name is that of a state in any form."""
        return next((m.actor for m in self.meanings if m.actor.type is ActorType.STATE), None)

    @property
    def form(self) -> Form:
        """The first form."""
        return self.meanings[0].form


@dataclass
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


def find_names(text: ActorText, knowledge: KnowledgeBase) -> list[NameHit]:
    """The longest known names, left to right, none overlapping another."""
    root = _name_tree(knowledge)
    hits: list[NameHit] = []
    i = 0
    while i < len(text):
        if text.words[i].key not in root.children:
            i += 1
            continue
        hit = _longest_at(text, root, i)
        if hit is None:
            i += 1
        else:
            hits.append(hit)
            i = hit.last + 1
    return hits


def _longest_at(text: ActorText, root: _Node, first: int) -> NameHit | None:
    node, best, i = root, None, first
    while i < len(text):
        if i > first and not text.is_joined(i):
            break
        key = text.words[i].key
        if key or i == first:
            step = node.children.get(key)
            if step is None:
                break
            node = step
            meanings = tuple(
                m
                for m in node.meanings
                if _is_written_so(text, first, i, m) and not _is_rather_place(text, first, i, m)
            )
            if meanings:
                best = NameHit(_with_article(text, first), i, meanings)
        i += 1
    return best


def _with_article(text: ActorText, first: int) -> int:
    """The word before, if it is the Arabic article of the name ("al-Qaeda")."""
    if first > 0 and text.words[first - 1].key == "" and text.is_joined(first):
        return first - 1
    return first


def _is_rather_place(text: ActorText, first: int, last: int, meaning: Meaning) -> bool:
    """True for the town of Mannar or Mayadin, whose name an actor bears as well but for the Arabic article.

    Where the article stands, the name is that of an outlet only if it says or does something, or has something said to
    it: towns are hit, outlets are not.
    """
    if first < last or not _WITH_ARTICLE.match(meaning.written) or not text.may_be_place(first, last):
        return False
    if text.words[first - 1].key != "" or not text.is_joined(first):
        return meaning.written.split("-")[-1].split(" ")[-1] not in meaning.actor.names()
    token = text.last_token(last)
    acts = token.dep_ in ("nsubj", "poss", "compound") or token.head.lower_ in ("by", "to", "on", "told", "according")
    return meaning.actor.type is ActorType.MEDIA and not acts


def _is_written_so(text: ActorText, first: int, last: int, meaning: Meaning) -> bool:
    """True if the capitals of a report allow the name: "IS" is no "is", "Badr" no "badr"."""
    known = meaning.written
    if text.is_caseless(first):
        if first < last or not known.isupper():
            return True
        if text.key(first) in keys_of("plain_words"):
            return text.is_capital(first) and text.token(first).pos_ == "PROPN"
        return len(known) > 4 or text.token(first).pos_ in _NOMINAL
    if known.islower() or not known[:1].isascii():
        return True
    written = text.between(first, last)
    if _ABBREVIATION.fullmatch(known) and first == last:
        return sum(c.isupper() for c in written) >= 2 or written == known
    return any(text.is_capital(i) for i in range(first, last + 1))


@lru_cache(maxsize=8)
def _name_tree(knowledge: KnowledgeBase) -> _Node:
    root = _Node()
    for actor in knowledge.actors:
        for form, names in _names_by_form(actor):
            for name in names:
                keys = [word.key for word in split_words(name) if word.key]
                if keys[:1] == ["the"]:
                    keys = keys[1:]
                if not keys:
                    continue
                node = root
                for key in keys:
                    node = node.children.setdefault(key, _Node())
                if all(m.actor.id != actor.id or m.form is not form or m.written != name for m in node.meanings):
                    node.meanings.append(Meaning(actor, form, name))
    return root


def _names_by_form(actor: KnownActor) -> tuple[tuple[Form, tuple[str, ...]], ...]:
    return (
        (Form.NAME, actor.names()),
        (Form.AMBIGUOUS, tuple(alias.name for alias in actor.ambiguous_aliases)),
        (Form.ADJECTIVE, actor.attributes()),
        (Form.PEOPLE, actor.people),
        (Form.METONYM, actor.metonyms),
    )


class Surroundings:
    """What the names of a report say of where it plays, by which an ambiguous name is read."""

    def __init__(self, text: ActorText, hits: list[NameHit], scene: Scene) -> None:
        self._text = text
        self._states = Counter(scene.states)
        self._by_sentence: dict[int, set[str]] = {}
        self._named: set[str] = set()
        for hit in hits:
            sentence = text.token(hit.first).sent.start
            near = self._by_sentence.setdefault(sentence, set())
            for meaning in hit.meanings:
                if meaning.actor.type is ActorType.STATE:
                    self._states[meaning.actor.id] += 1
                    near.add(meaning.actor.id)
                elif meaning.form is Form.NAME and len({m.actor.id for m in hit.meanings}) == 1:
                    self._named.add(meaning.actor.id)
                    if hit.first < hit.last:
                        self._states.update(meaning.actor.theatre[:1])

    def choose(self, hit: NameHit) -> Meant:
        """The actor meant, and why; null where the report does not tell which."""
        distinct = {m.actor.id: m for m in reversed(hit.meanings)}
        return choose_bearer(
            self._text.between(hit.first, hit.last),
            [Bearer(m.actor, m.alias) for m in distinct.values()],
            told=self._told_around(hit),
            actors=self._named,
        )

    def _told_around(self, hit: NameHit) -> dict[str, int]:
        """How much the report tells of each state; what the sentence of the name tells of weighs most."""
        near = self._by_sentence.get(self._text.token(hit.first).sent.start, set())
        return {state: self._states[state] + _NEAR * (state in near) for state in {*self._states, *near}}
