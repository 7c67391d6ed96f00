"""Word lists of Arabic, and where their phrases stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from tallystick.knowledge.arabic_calendar import arabic_calendar
from tallystick.reading.arabic.words import Word, fold, fold_phrase
from tallystick.reading.lexicon import load_lexicon

_Value = TypeVar("_Value")
_ENDINGS = ("", "ا", "ين", "ان", "ون", "ات", "ه", "ها", "هم", "اته", "اتها", "اتهم", "نا")
_AFTER_TA = ("", "ين", "ان", "ه", "ها", "هم")
_FEMININE = "ه"


class Stretch(NamedTuple):
    """Words from ``first`` to ``last`` (inclusive), as indices; ``start`` is where they begin, clitics left off."""

    first: int
    last: int
    start: int


class Phrases(Generic[_Value]):
    """Phrases of one or more words, each with a value; the first that a phrase was given counts."""

    def __init__(self, phrases: Iterable[tuple[str, _Value]], *, inflected: bool = False) -> None:
        self._values: dict[tuple[str, ...], _Value] = {}
        for phrase, value in phrases:
            words = fold_phrase(phrase)
            for last in inflections(words[-1]) if inflected and len(words) == 1 else (words[-1],):
                self._values.setdefault((*words[:-1], last), value)
        self._longest = max((len(words) for words in self._values), default=0)

    def at(self, words: Sequence[Word], first: int) -> tuple[Stretch, _Value] | None:
        """The longest phrase that begins at a word; later words may have an article."""
        for count in range(min(self._longest, len(words) - first), 0, -1):
            for form in words[first].forms:
                for rest in _ways(words[first + 1 : first + count]):
                    value = self._values.get((form.letters, *rest))
                    if value is not None:
                        return Stretch(first, first + count - 1, form.start), value
        return None


def _ways(words: Sequence[Word]) -> list[tuple[str, ...]]:
    ways: list[tuple[str, ...]] = [()]
    for word in words:
        ways = [(*way, form.letters) for way in ways for form in word.forms[:3]]
    return ways


@cache
def inflections(noun: str) -> frozenset[str]:
    """A folded noun with the endings of case, number and owner that may be written onto it."""
    made = {noun + ending for ending in _ENDINGS}
    if noun.endswith(_FEMININE):
        stem = noun.removesuffix(_FEMININE)
        made |= {stem + "ت" + ending for ending in _AFTER_TA} | {stem + "ات" + e for e in ("", "ه", "ها", "هم")}
    return frozenset(made)


@cache
def conjugations(verb: str) -> frozenset[str]:
    """A folded verb of the third person, past and present, both genders and numbers."""
    stem = verb[1:] if len(verb) > _SHORT_VERB and verb.startswith("ا") else verb
    return frozenset(
        [verb + end for end in ("", "ت", "وا", "ه", "ها", "ته", "تها")]
        + [front + stem + end for front in ("ي", "ت") for end in ("", "ون", "وا")]
    )


_SHORT_VERB = 3


@cache
def _lists() -> dict[str, Any]:
    return {**arabic_calendar(), **load_lexicon("arabic")}


@cache
def words_in(key: str, part: object = None) -> frozenset[str]:
    """The single words of a list of the lexicon, folded; of one ``part`` of it if it has parts."""
    listed = _lists()[key]
    return frozenset(fold(word) for word in (listed if part is None else listed[part]))


@cache
def words_in_parts(key: str) -> frozenset[str]:
    """The single words of all parts of a list of the lexicon, folded."""
    return frozenset().union(*(words_in(key, part) for part in _lists()[key]))


@cache
def verbs_in(*keys: str) -> frozenset[str]:
    """The verbs of lists of the lexicon, with all their forms."""
    return frozenset().union(*(conjugations(verb) for key in keys for verb in words_in(key)))


@cache
def nouns_in(key: str) -> frozenset[str]:
    """The words of a list of the lexicon with all their endings."""
    return frozenset().union(*(inflections(word) for word in words_in(key)))


@cache
def phrases_in(key: str) -> Phrases[str]:
    """A list of the lexicon that has parts ("drone: [...]"), each phrase with the name of its part; nouns inflected."""
    listed: Mapping[object, Sequence[str]] = _lists()[key]
    return Phrases(((phrase, str(part)) for part, each in listed.items() for phrase in each), inflected=True)


@cache
def cues_in(key: str) -> Phrases[bool]:
    """A plain list of phrases of the lexicon, as they stand."""
    return Phrases((phrase, True) for phrase in _lists()[key])


def has_cue(words: Sequence[Word], key: str) -> bool:
    """True if any phrase of a plain list stands among the words."""
    return any(cues_in(key).at(words, i) is not None for i in range(len(words)))


@cache
def all_words() -> frozenset[str]:
    """Every single word of the lexicon, folded: none of them alone is a name."""
    return frozenset(_words_below(_lists()))


def _words_below(listed: object) -> Iterator[str]:
    if isinstance(listed, Mapping):
        for part in listed.values():
            yield from _words_below(part)
    elif isinstance(listed, list):
        yield from (fold(word) for word in listed if isinstance(word, str) and " " not in word)
