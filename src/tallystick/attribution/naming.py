"""Whether words name somebody, or only describe."""

from __future__ import annotations

import re

from tallystick.attribution.words import any_of, load_words
from tallystick.model.actor import ActorRef

ARTICLE = re.compile(r"^(?:a[ldnrstz]|ash|el|ul)-", re.IGNORECASE)
"""The Arabic article before a name, as it is written in Latin letters."""
_SORTS = re.compile(rf"\b{any_of('sorts')}$", re.IGNORECASE)
_PLAIN = re.compile(rf"\b{any_of('plain')}$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:{any_of('before')}\s+)+", re.IGNORECASE)
_BEHIND = re.compile(rf"[,;:]|['’]s?\s|\s{any_of('behind')}\s|[\"“”]")
_ARABIC_SORTS = re.compile(rf"^(?:ال)?{any_of('arabic_sorts')}\b")
_LEAST = 2  # words of a name that more follows, or that a plain word ends


def is_description(actor: ActorRef) -> bool:
    """True for words that say what sort of people it is, and are no name: "gunmen", "Iran-backed militias"."""
    return actor.id is None and (actor.name == actor.name.lower() or _SORTS.search(actor.name) is not None)


def is_name(written: str) -> bool:
    """True for words that name somebody: whose head is written with a capital and is no plain word for people or texts.

    False for "the officials", "US-backed militias", "a base of the Lake Front", "coalition forces" and "The statement".
    """
    own = _BEFORE.sub("", written.strip(" \"“”'’"))
    if not own or "\n" in own or _BEHIND.search(own) or own in load_words()["pronouns"]:
        return False
    if not own.isascii() and own.upper() == own.lower():
        return _ARABIC_SORTS.match(own) is None
    # "Islamic Resistance in Iraq" is a name, "ISIL in Syria" is more than one.
    head, inside, _ = own.partition(" in ")
    words = head.split()
    capitals = [w for w in words if ARTICLE.sub("", w)[:1].isupper()]
    ends = [w for w in (words[0], words[-1]) if not w[0].isdigit()]
    if not capitals or any(w not in capitals for w in ends) or (inside and len(words) < _LEAST):
        return False
    # "Sylvania Defence Forces" is a name, "Syrian Forces" may be none.
    return not (_PLAIN.search(head) or _SORTS.search(head)) or len(capitals) == len(words) > _LEAST
