"""Capitals for text that has none to tell by: written in capitals only, or in small letters only.

The parser, and the rules for names, go by capitals. Such a text is parsed, and its layers read, in a copy with the
capitals that it would have. Only the case of letters differs from the report, so that every offset holds and every
quote is the report's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.gazetteer_entry import NameMatch
from tallystick.reading.english_words import is_english, odd_capitals
from tallystick.reading.lexicon import words_of

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_START = re.compile(
    r"(?:\A|(?P<stop>\S*[.!?])[\"”’')\]]*\s+|\n\s*\n| {3,})[\"“‘'(\[\s]*(?=(?P<first>[^\W\d_]))"
)
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_BLOCK = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
_FEW_LETTERS = 40
_FEW_WORDS = 3
_FEW_BODY_WORDS = 2
_LONGEST_NAME = 6
_SEEN = 20_000  # characters by which a text is judged
_UPPER, _LOWER = 0.6, 0.004  # shares of capitals above and below which they tell no names

_Words = Sequence[re.Match[str]]


class Letterer:
    """Restores capitals by what is known: the names of actors and places, and the words of the language."""

    def __init__(self, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._names = _index_names(
            (*(name for actor in knowledge.actors for name in actor.names()), *gazetteer.site_names)
        )

    def restore(self, text: str) -> str:
        """The text as it is where capitals tell names in it, else with capitals restored; its length stays.

        In a text that uses capitals, a block of capitals only (a headline) is restored by itself.
        """
        if is_caseless(text):
            return self._restore(text)
        if not any(_is_headline(block.group()) for block in _BLOCK.finditer(text)):
            return text
        return _BLOCK.sub(lambda m: self._restore(m.group()) if _is_headline(m.group()) else m.group(), text)

    def _restore(self, text: str) -> str:
        small = "".join(_one_letter(c, c.lower()) for c in text)
        letters = list(small)
        words = list(_WORD.finditer(small))
        at = 0
        while at < len(words):
            named = self._name_at(words, at, small) or [_written(words, at, small)]
            for word, written in zip(words[at:], named, strict=False):
                letters[word.start() : word.start() + len(written)] = written
            at += len(named)
        for start in _SENTENCE_START.finditer(small):
            if not _is_abbreviation(start["stop"] or ""):
                letters[start.start("first")] = _one_letter(start["first"], start["first"].upper())
        return "".join(letters)

    def _name_at(self, words: _Words, at: int, small: str) -> list[str]:
        """The words of the longest known name of an actor or a place from an index on, as they are written."""
        for count in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
            span = words[at : at + count]
            if small[span[0].start() : span[-1].end()].count(" ") != count - 1:
                continue
            known = self._names.get(" ".join(w.group() for w in span))
            if known is not None:
                return list(known)
            if count > 1 and (_is_body(span) or self._is_place(span, small)):
                return [w.group() if i and _is("particles", w) else _name(w.group()) for i, w in enumerate(span)]
        return []

    def _is_place(self, span: _Words, small: str) -> bool:
        """True for a name of the gazetteer that opens like one ("la union")."""
        if not _is("openers", span[0]) or _is("particles", span[-1]):
            return False
        return any(e.match <= NameMatch.ALIAS for e in self._gazetteer.entries(small[span[0].start() : span[-1].end()]))


def is_caseless(text: str) -> bool:
    """True for a text of capitals only or of small letters only, as far as that can be told."""
    letters = [c for c in text[:_SEEN] if c.isalpha() and c.lower() != c.upper()]
    if len(letters) < _FEW_LETTERS:
        return False
    capitals = sum(c.isupper() for c in letters) / len(letters)
    return capitals > _UPPER or capitals < _LOWER


def _is_headline(block: str) -> bool:
    return block.isupper() and len(_WORD.findall(block)) >= _FEW_WORDS


def _is_body(span: _Words) -> bool:
    """True for "national liberation front" and "army of national liberation"."""
    heads = [w for w in span if _is("bodies", w)]
    others = [w for w in span if not (_is("bodies", w) or _is("particles", w))]
    edges = (span[0], span[-1])
    return (
        len(heads) == 1
        and heads[0] in edges
        and len(others) >= _FEW_BODY_WORDS
        and all(_is("body_words", w) for w in others)
        and not any(_is("particles", w) for w in edges)
    )


def _is_abbreviation(word: str) -> bool:
    """True for "u.s." and "gen.", behind which a sentence goes on."""
    bare = word.strip("(\"'“").removesuffix(".")
    return bare in words_of("lettering", "titles") or _ABBREVIATED.fullmatch(bare) is not None


def _written(words: _Words, at: int, small: str) -> str:
    """A word that is in no known name, as it is written in running text."""
    match = words[at]
    word = match.group()
    bare = re.split("['’]", word, maxsplit=1)[0]
    before = words[at - 1].group() if at else ""
    after = words[at + 1].group() if at + 1 < len(words) else ""
    next_letter = small[match.end() : match.end() + 1]
    if "." in word:
        return word if _is("small", match) else word.upper()
    if bare in words_of("lettering", "always"):
        return _name(word)
    if bare in words_of("lettering", "months_too"):
        beside_number = before[:1].isdigit() or after[:1].isdigit()
        in_a_month = len(bare) > 3 and before in words_of("lettering", "before_month")
        return _name(word) if beside_number or in_a_month else word
    if next_letter == "." and bare in words_of("lettering", "titles"):
        return _name(word)
    if len(bare) == 1 and (next_letter == "." or (next_letter == "-" and after[:1].isdigit())):
        return word.upper()
    if bare == "us":
        means_people = before != "the" and (next_letter != " " or after in words_of("lettering", "after_people"))
        return word if means_people and next_letter != "-" else word.upper()
    if bare in words_of("lettering", "openers"):
        return _name(word) if after and not is_english(after) and before not in ("de", "del") else word
    if bare in words_of("lettering", "given") and next_letter == " " and after and not is_english(after):
        return _name(word)
    if bare in words_of("lettering", "particles") or is_english(bare) or bare[0].isdigit():
        return word
    if next_letter == "-" and bare in words_of("lettering", "prefixes"):
        return word
    return (odd_capitals(bare) or _unlisted(bare, small, match, after)) + word[len(bare) :]


def _unlisted(word: str, small: str, match: re.Match[str], after: str) -> str:
    """A name: an abbreviation or a make in capitals ("MRTA", "(eln)", "m-16"), any other with its first letter so."""
    behind = small[match.end() : match.end() + 1]
    in_brackets = small[: match.start()].endswith("(") and behind == ")"
    is_make = any(c.isdigit() for c in word) or (behind == "-" and after[:1].isdigit())
    has_vowel = bool(set(word) & set("aeiouyáéíóúü"))
    if not has_vowel or (in_brackets and len(word) <= _LONGEST_NAME) or (is_make and len(word) <= _LONGEST_NAME):
        return "".join(_one_letter(c, c.upper()) for c in word)
    return _name(word)


def _index_names(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Small-lettered names to their words as written; a name that is only words of the language in small is none."""
    index: dict[str, tuple[str, ...]] = {}
    for name in names:
        words = tuple(w.group() for w in _WORD.finditer(name.removeprefix("the ")))
        small = tuple("".join(_one_letter(c, c.lower()) for c in word) for word in words)
        if not words or words == small or (len(words) == 1 and is_english(small[0])):
            continue
        index.setdefault(" ".join(small), words)
    return index


def _is(key: str, word: re.Match[str]) -> bool:
    return word.group() in words_of("lettering", key)


def _name(word: str) -> str:
    return _one_letter(word[0], word[0].upper()) + word[1:]


def _one_letter(letter: str, changed: str) -> str:
    """The changed letter, if it is still one: "ß" has no capital of its own length."""
    return changed if len(changed) == 1 else letter
