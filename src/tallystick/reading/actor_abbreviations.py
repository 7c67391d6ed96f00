"""Abbreviations that a report introduces: "Army of the Free (AF)", "the FPF (Free People's Front)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tallystick.knowledge.names import fold_name
from tallystick.reading.actor_text import ActorText, keys_of

_BRACKETED = re.compile(r"\(\s*[\"“”'‘’]?(?:or |hereafter |known as )?([^\W\d_a-z][\w&.\-]{1,10}?)[\"“”'‘’]?\s*\)")
_LONG_IN_BRACKETS = re.compile(r"\b([A-Z][A-Z&.\-]{1,9})\s*\(([^()\n]{6,90})\)")
_CONNECTORS = frozenset(
    {"of", "the", "for", "and", "de", "del", "la", "los", "al", "el", "", "to", "in", "on", "des", "du", "y", "e"}
)


@dataclass(frozen=True)
class Abbreviation:
    """A short form, and the words of the name that it stands for; ``at`` is the word that is the short form."""

    short: str
    at: int
    first: int
    last: int


def find_abbreviations(text: ActorText, names: Mapping[int, int]) -> tuple[Abbreviation, ...]:
    """The abbreviations that a report introduces, in order. ``names`` are the known names, last word → first word."""
    found: list[Abbreviation] = []
    for match in _BRACKETED.finditer(text.text):
        short = match.group(1)
        if sum(c.isupper() for c in short) < 2 or fold_name(short) in keys_of("not_bodies"):
            continue
        at = text.word_at(match.start(1))
        before = text.word_at(match.start())
        if at < 1 or before >= at:
            continue
        first = names.get(before)
        if first is None or not spells(text.between(first, before), short):
            first = _long_form_before(text, before, short)
        if first is not None:
            found.append(Abbreviation(short, at, first, before))
    for match in _LONG_IN_BRACKETS.finditer(text.text):
        inner = text.words_in(match.start(2), match.end(2))
        if inner is not None and _initials_fit(text, inner[0], inner[1], match.group(1)):
            found.append(Abbreviation(match.group(1), text.word_at(match.start(1)), inner[0], inner[1]))
    return tuple(sorted(found, key=lambda a: a.at))


def spells(name: str, short: str) -> bool:
    """True if the letters of a short form come in order in a name, the first of them first."""
    letters = [c for c in short.casefold() if c.isalnum()]
    rest = iter(c for c in name.casefold() if c.isalnum())
    return name[:1].casefold() == letters[0] and all(letter in rest for letter in letters)


def _long_form_before(text: ActorText, last: int, short: str) -> int | None:
    """The first word of the name that ends at ``last`` and whose initials the short form spells."""
    letters = sum(c.isalnum() for c in short)
    for first in range(last, max(-1, last - letters - 5), -1):
        if first < last and not text.is_joined(first + 1):
            return None
        if _initials_fit(text, first, last, short):
            return first
    return None


def _initials_fit(text: ActorText, first: int, last: int, short: str) -> bool:
    """True if the initials of the words, small words left out or not, are the letters of the short form."""
    letters = "".join(c for c in short.casefold() if c.isalnum()).removesuffix("s")
    words = range(first, last + 1)
    if text.key(first) in _CONNECTORS or not all(_counts(text, i) for i in words):
        return False
    initials = "".join(text.written(i)[0].casefold() for i in words)
    bare = "".join(text.written(i)[0].casefold() for i in words if text.key(i) not in _CONNECTORS)
    return letters in (initials, bare) and len(bare) >= 2


def _counts(text: ActorText, i: int) -> bool:
    return text.key(i) in _CONNECTORS or text.is_capital(i) or text.is_caseless(i)
