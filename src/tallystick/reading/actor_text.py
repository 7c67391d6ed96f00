"""A report as folded words beside its parse, which is what the rules for actors look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache

from spacy.tokens import Doc, Token

from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.knowledge.names import Word, fold_name, fold_word, split_words
from tallystick.reading.lexicon import load_lexicon

_SOFT_GAP = re.compile(r"[ \t\u00a0\-‐‑–'’‘“”\"«»]*\n?[ \t]*")
_PHRASE_TAGS = frozenset({"VBN", "VBG", "CD", "HYPH", "JJ", "AFX"})
_PHRASE_PARTS = frozenset({"ADJ", "NOUN", "PROPN"})
_LETTERS_TO_JUDGE_CASE = 12
_LONGEST_PHRASE = 4


@cache
def keys_of(name: str) -> frozenset[str]:
    """A word list of ``lexicon/actors.yaml``, folded as the words of a report are."""
    return frozenset(fold_name(str(word)) for word in load_lexicon("actors")[name])


class ActorText:
    """The words of a report, and what can be asked of them by their index."""

    def __init__(self, doc: Doc, text: str, gazetteer: Gazetteer) -> None:
        self.doc = doc
        self._gazetteer = gazetteer
        self.text = text
        self.words: list[Word] = list(split_words(text))
        self._starts = [token.idx for token in doc]
        self._word_starts = [word.start for word in self.words]
        self._caseless_lines = _find_caseless_lines(text)

    def __len__(self) -> int:
        return len(self.words)

    def key(self, i: int) -> str:
        """The folded word; empty for an Arabic article and outside the report."""
        return self.words[i].key if 0 <= i < len(self.words) else ""

    def written(self, i: int) -> str:
        """The word as written."""
        return self.text[self.words[i].start : self.words[i].end]

    def between(self, first: int, last: int) -> str:
        """The text from one word to another, both included."""
        return self.text[self.words[first].start : self.words[last].end]

    def may_be_place(self, first: int, last: int) -> bool:
        """True if the words from one to another, both included, are the name of some place."""
        return bool(self._gazetteer.find(self.between(first, last)))

    def token(self, i: int) -> Token:
        """The token in which a word starts."""
        return self.doc[max(0, bisect_right(self._starts, self.words[i].start) - 1)]

    def last_token(self, i: int) -> Token:
        """The token in which a word ends."""
        return self.doc[max(0, bisect_right(self._starts, self.words[i].end - 1) - 1)]

    def gap(self, i: int) -> str:
        """What stands between a word and the one before it; nothing outside the report."""
        return self.text[self.words[i - 1].end : self.words[i].start] if 0 < i < len(self.words) else ""

    def is_joined(self, i: int) -> bool:
        """True if only blanks, hyphens, quotes or a possessive 's stand between a word and the one before it."""
        if not 0 < i < len(self.words):
            return False
        gap = self.gap(i)
        if gap == " ":
            return True
        if self.words[i - 1].possessive:
            gap = gap[2:] if gap[1:2] in ("s", "S") else gap[1:]
        return _SOFT_GAP.fullmatch(gap) is not None

    def is_hyphened(self, i: int) -> bool:
        """True if a word hangs on the one before it by a hyphen."""
        return 0 < i < len(self.words) and self.gap(i) in ("-", "‐", "‑", "–", ")-", "-\n")

    def is_capital(self, i: int) -> bool:
        """True if a word starts with a capital letter or a figure."""
        return self.text[self.words[i].start].isupper() or self.text[self.words[i].start].isdigit()

    def is_caseless(self, i: int) -> bool:
        """True if the line is all in capitals or all in small letters, so that case tells nothing."""
        start = self.words[i].start
        return any(a <= start < b for a, b in self._caseless_lines)

    def fits_phrase(self, i: int) -> bool:
        """True if a word can stand before the head of a noun phrase."""
        token = self.token(i)
        return token.pos_ in _PHRASE_PARTS or token.tag_ in _PHRASE_TAGS

    def starts_sentence(self, i: int) -> bool:
        """True if nothing but quotes stands between a word and the start of its sentence."""
        return self.token(i).is_sent_start is True or (i > 0 and "\n" in self.gap(i)) or i == 0

    def bracket_end(self, last: int) -> int | None:
        """The last word of a short form in brackets right behind a word ("Army of the Free (AF)"), if there is one."""
        i = last + 1
        if i >= len(self.words) or self.gap(i).strip() not in ("(", "'s ("):
            return None
        for end in range(i, min(i + 3, len(self.words))):
            if self.text.startswith(")", self.words[end].end):
                return end if sum(c.isupper() for c in self.between(i, end)) >= 2 else None
        return None

    def word_at(self, offset: int) -> int:
        """The index of the word that starts at or before an offset; -1 if there is none."""
        return bisect_right(self._word_starts, offset) - 1

    def words_in(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last word inside two offsets; null if there is none."""
        first = bisect_right(self._word_starts, start - 1)
        last = bisect_right(self._word_starts, end - 1) - 1
        return (first, last) if first <= last < len(self.words) else None

    def phrase_at(self, i: int, name: str) -> int:
        """How many words from a word on form an entry of that word list, the longest; 0 for none."""
        return self.longest_at(i, openings_of(name))

    def longest_at(self, i: int, openings: Mapping[str, frozenset[str]]) -> int:
        """How many words from a word on form one of the phrases, the longest; 0 for none."""
        phrases = openings.get(self.key(i))
        if phrases is None:
            return 0
        best, built = 0, self.key(i)
        for length in range(1, _LONGEST_PHRASE + 1):
            if built in phrases:
                best = length
            if not self.is_joined(i + length):
                break
            built = f"{built} {self.key(i + length)}"
        return best


def lemma_key(token: Token) -> str:
    """The base form of a token, folded as the word lists are."""
    return fold_word(token.lemma_)


def _find_caseless_lines(text: str) -> tuple[tuple[int, int], ...]:
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        letters = sum(c.isalpha() for c in line)
        capitals = sum(c.isupper() for c in line)
        if letters >= _LETTERS_TO_JUDGE_CASE and (capitals == 0 or capitals > 0.7 * letters):
            lines.append((start, start + len(line)))
        start += len(line)
    return tuple(lines)


@cache
def openings_of(name: str) -> dict[str, frozenset[str]]:
    """The entries of a word list by their first word."""
    return by_first_word(keys_of(name))


def by_first_word(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """Phrases by their first word."""
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        found.setdefault(phrase.split(" ")[0], set()).add(phrase)
    return {first: frozenset(group) for first, group in found.items()}


@cache
def organ_words() -> dict[str, str]:
    """Folded word or phrase → the sort of body of a state that it means."""
    table: dict[str, list[str]] = load_lexicon("actors")["organs"]
    return {fold_name(phrase): organ for organ, phrases in table.items() for phrase in phrases}
