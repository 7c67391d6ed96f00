"""Weapons named in a report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from tallystick.model.terms import EventKind, WeaponKind
from tallystick.reading.lexicon import load_lexicon, words_of

_LONGEST = 5


@dataclass(frozen=True)
class WeaponSpan:
    """A weapon's tokens, ``end`` exclusive; ``head`` is the index of its last word."""

    kind: WeaponKind
    start: int
    end: int

    @property
    def head(self) -> int:
        """Index of the word that the phrase hangs on."""
        return self.end - 1


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


@cache
def _phrases() -> dict[tuple[str, ...], WeaponKind]:
    phrases: dict[tuple[str, ...], WeaponKind] = {}
    for code, entry in load_lexicon("weapons").items():
        for phrase in entry["phrases"]:
            for words in (tuple(phrase.split()), tuple(phrase.replace("-", " - ").split())):
                phrases[words] = WeaponKind(code)
                phrases[(*words[:-1], _plural(words[-1]))] = WeaponKind(code)
    return phrases


@cache
def event_kind_of(weapon: WeaponKind) -> EventKind:
    """The kind of event that a weapon tells by itself."""
    lexicon = load_lexicon("weapons")
    return EventKind(lexicon[weapon.value]["kind"]) if weapon.value in lexicon else EventKind.ATTACK_UNSPECIFIED


def find_weapons(doc: Doc) -> tuple[WeaponSpan, ...]:
    """Every weapon named, longest match first, left to right, without overlaps."""
    words = [t.lower_ for t in doc]
    phrases = _phrases()
    firsts = _first_words()
    found: list[WeaponSpan] = []
    i = 0
    while i < len(words):
        step = 1
        if words[i] in firsts or ("-" in words[i] and words[i].removesuffix("s") in firsts):
            for length in range(min(_LONGEST, len(words) - i), 0, -1):
                kind = _match(tuple(words[i : i + length]), phrases)
                if kind is not None and _is_weapon(doc[i + length - 1], kind):
                    found.append(WeaponSpan(kind, i, i + length))
                    step = length
                    break
        i += step
    return tuple(found)


def _match(words: tuple[str, ...], phrases: dict[tuple[str, ...], WeaponKind]) -> WeaponKind | None:
    if words in phrases:
        return phrases[words]
    if len(words) == 1:
        return next((phrases[(w,)] for w in _readings(words[0]) if (w,) in phrases), None)
    return None


def _readings(word: str) -> tuple[str, ...]:
    """A hyphened token stands for its whole and, where the tokenizer kept it whole, for its spelling apart."""
    return (word, word.removesuffix("s")) if "-" in word else (word,)


def brings_down_aircraft(verb: Token) -> bool:
    """True for "shot down two jets" and "a warplane was downed", by which a manned aircraft is what is attacked."""
    lemma = verb.lemma_.lower()
    if lemma != "down" and not (lemma in ("shoot", "bring") and any(c.lower_ == "down" for c in verb.children)):
        return False
    manned = words_of("triggers", "manned_aircraft")
    return any(c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in manned for c in verb.children)


def _is_weapon(token: Token, kind: WeaponKind) -> bool:
    if token.pos_ in ("VERB", "ADV"):
        return False
    if kind is WeaponKind.AIRCRAFT and brings_down_aircraft(token.head):
        return False
    if token.lemma_.lower() == "bomber" and kind is WeaponKind.AIRCRAFT and _is_person(token):
        return False
    if token.lower_ in ("mine", "mines") and token.i and token.nbor(-1).lower_ in words_of("senses", "pits"):
        return False
    return not (token.lower_ in ("jet", "jets", "mine", "shell", "shells", "gun", "grad") and token.pos_ == "PRON")


def _is_person(bomber: Token) -> bool:
    """True for the bomber who "drove into the gate" and the one who "blew himself up"."""
    return bomber.dep_ == "nsubj" and bomber.head.lemma_.lower() in words_of("triggers", "bomber_deeds")


def _plural(word: str) -> str:
    return word + "s"
