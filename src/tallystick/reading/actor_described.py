"""The words by which a report describes a name that no knowledge base holds."""

from __future__ import annotations

import re

from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Found
from tallystick.reading.actor_text import ActorText, keys_of

_BODIES = frozenset(
    {ActorType.ARMED_GROUP, ActorType.ORGANISATION, ActorType.PARTY, ActorType.UNKNOWN, ActorType.MILITIA}
)
_LONGEST_LEAD = 9
_LONGEST_TAIL = 14
_ENDS = re.compile(r"[,;:.()\n–—]")
_ARTICLES = frozenset({"a", "an", "the", "one", "another"})
_BEFORE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM", "PART"})


def describe(text: ActorText, found: Found) -> tuple[int, int] | None:
    """The first and last word of a name with what describes it; null if nothing does or the name is known.

    What describes it stands before ("a group calling itself X", "a new faction, the X") or behind ("X, a splinter
    of Y").
    """
    if found.actor_id is not None or found.type not in _BODIES or not text.is_capital(found.first):
        return None
    first, last = _lead(text, found.first), _tail(text, found.last)
    return (first, last) if first < found.first or last > found.last else None


def _lead(text: ActorText, name: int) -> int:
    """The first word of what describes a name before it, article and all; the name's own where nothing does."""
    describes = False
    for i in range(name - 1, max(-1, name - 1 - _LONGEST_LEAD), -1):
        is_named_behind = i == name - 2 and text.key(name - 1) == "the" and text.gap(i + 1) == ", "
        if _ENDS.search(text.gap(i + 1)) and not is_named_behind:
            break
        if text.key(i) in _ARTICLES and i < name - 1:
            return i if describes else name
        if text.key(i) not in ("itself", "as", "the") and text.token(i).pos_ not in _BEFORE:
            break
        if text.token(i).tag_ in ("VBD", "VBZ", "VBP") and text.key(i) not in keys_of("self_naming"):
            break
        describes = describes or text.key(i) in keys_of("describing") | _nouns()
    return name


def _tail(text: ActorText, name: int) -> int:
    """The last word of what is told of a name between commas behind it; the name's own where nothing is."""
    bracket = text.bracket_end(name)
    opens = (name if bracket is None else bracket) + 1
    if "," not in text.gap(opens) or text.key(opens) not in _ARTICLES:
        return name
    last = opens
    while last + 1 < len(text) and last - opens < _LONGEST_TAIL and not _ENDS.search(text.gap(last + 1)):
        last += 1
    is_told = any(text.key(i) in _nouns() for i in range(opens, last + 1))
    return last if is_told else name


def _nouns() -> frozenset[str]:
    return keys_of("loose_sets") | keys_of("armed_sets") | keys_of("part_nouns") | keys_of("brand_nouns")
