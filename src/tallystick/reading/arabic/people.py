"""How many people Arabic text counts beside a word of harm: in figures, in words, in the dual, one by one."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tallystick.model.mention import CountedRange
from tallystick.model.terms import Comparator
from tallystick.reading.arabic.numbers import is_dual, number_at
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import nouns_in, phrases_in, verbs_in, words_in
from tallystick.reading.arabic.words import Word

_REACH = 3  # words between a word of harm and those whom it counts
_BEFORE = 6  # words before it
_OWNERS = ("ها", "هم", "هما", "ه")
_DUAL_OF_OWNED = ("ا", "ي")


class People(NamedTuple):
    """People counted by the words ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    value: int


def harm_at(word: Word) -> str | None:
    """``killed`` or ``injured`` for a word of that harm; null for another."""
    return next((harm for harm in ("killed", "injured") if word.is_one_of(_words_of(harm))), None)


def are_harmed(word: Word) -> bool:
    """True for a noun of the people harmed ("dead"), which stands behind its number."""
    return word.is_one_of(nouns_in("killed_people") | nouns_in("injured_people"))


def people_from(passage: Passage, first: int, stop: int) -> People | None:
    """The people counted from word ``first`` on, one after the other ("an officer and four recruits"); null if none."""
    words = passage.words
    for at in range(first, min(first + _REACH, stop)):
        found = _one_count(passage, at, stop)
        if found is not None:
            return _with_those_joined(passage, found, stop)
        is_compared = any(
            phrases_in("comparators").at(words, i) is not None for i in range(max(first, at - _REACH), at + 1)
        )
        if harm_at(words[at]) or words[at].is_one_of(words_in("of_whom")):
            return None
        if words[at].is_one_of(words_in("particles")) and not is_compared:
            return None
    return None


def people_until(passage: Passage, last: int, start: int) -> People | None:
    """The people counted before word ``last``: "twelve people at least were killed"; null if none."""
    for at in range(last - 1, max(start, last - _BEFORE) - 1, -1):
        if harm_at(passage.words[at]):
            return None
        found = _one_count(passage, at, last)
        is_whole = found is not None and (at == start or number_at(passage.words, at - 1) is None)
        if found is not None and is_whole:
            return found
    return None


def bounds_of(passage: Passage, value: int, first: int, last: int) -> CountedRange:
    """The count with its bounds: no upper one behind "at least" and "more than"."""
    words = passage.words
    quote = passage.quote(words[first].start, words[last].end)
    for at in range(max(0, first - _REACH), min(last + _REACH, len(words))):
        found = phrases_in("comparators").at(words, at)
        if found is None or Comparator(found[1]) not in (Comparator.AT_LEAST, Comparator.MORE_THAN):
            continue
        is_before = found[0].last < last and found[0].last >= first - 1
        is_behind = last - _REACH < found[0].first <= last + 2 and found[1] == Comparator.AT_LEAST.value
        if is_before or is_behind:
            return CountedRange(low=value, best=value, quote=quote)
    return CountedRange(low=value, best=value, high=value, quote=quote)


def _with_those_joined(passage: Passage, found: People, stop: int) -> People:
    words = passage.words
    at = found.last + 1
    while at < min(found.last + _REACH + 1, stop):
        word = words[at]
        if word.is_one_of(words_in("particles") | words_in("of_whom")) or harm_at(word):
            break
        if word.written.startswith("و"):
            joined = _one_count(passage, at + (word.written == "و"), stop)
            if joined is None:
                break
            found = People(found.first, joined.last, found.value + joined.value)
        at += 1
    return found


def _one_count(passage: Passage, at: int, stop: int) -> People | None:
    """A number of people, or one or two of them by their noun, at a word; null if none."""
    words = passage.words
    if at >= stop or at in passage.date_words or at in passage.named_words:
        return None
    number = number_at(words, at)
    if number is not None:
        behind = words[number.last + 1] if number.last + 1 < stop else None
        counts_others = behind is not None and (
            are_harmed(behind)
            or phrases_in("spans").at(words, number.last + 1)
            or behind.is_one_of(words_in("not_people"))
        )
        is_weapon = any(weapon.first == number.last + 1 for weapon in passage.weapons)
        return None if counts_others or is_weapon else People(at, number.last, number.value)
    if is_dual(words[at], words_in("one_person")) or _are_two_owned(words[at]):
        return People(at, at, 2)
    return People(at, at, 1) if words[at].is_one_of(_one()) else None


def _are_two_owned(word: Word) -> bool:
    """True for the dual with its owner behind it, "her two children"."""
    stems = (
        form.letters.removesuffix(owner) for form in word.names for owner in _OWNERS if form.letters.endswith(owner)
    )
    return any(stem.endswith(_DUAL_OF_OWNED) and stem[:-1] in words_in("one_person") for stem in stems)


@cache
def _one() -> frozenset[str]:
    persons = words_in("one_person")
    return frozenset(person + end for person in persons for end in ("", "ا", "ه", "ها", "هم", "هما"))


@cache
def _words_of(harm: str) -> frozenset[str]:
    verb = {"killed": "killing", "injured": "injuring"}[harm]
    return nouns_in(f"{harm}_people") | nouns_in(verb) | verbs_in(verb)
