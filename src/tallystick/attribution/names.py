"""Actors as keys and as words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tallystick.knowledge.names import fold_name
from tallystick.model.actor import ActorRef

_SORTS = re.compile(
    r"\b(militias|militants|insurgents|rebels|gunm[ae]n|fighters|factions|groups|proxies|forces|individuals|persons|people"
    r"|m[ae]n|troops|soldiers|guerrillas|coalitions|commandos|terrorists|jihadists|attackers|assailants|bombers"
    r"|militiamen|separatists|extremists|bandits|subversives|regime|government|military|army|police|jets|warplanes)$",
    re.IGNORECASE,
)

_PLAIN = re.compile(
    r"\b(officials?|sources?|spokes(?:m[ae]n|wom[ae]n|persons?|people)|residents?|witness(?:es)?|activists?|analysts?|experts?"
    r"|journalists?|authorities|civilians?|monitors?|watchdogs?|media|press|reports?|statements?|articles?|posts?|pieces?"
    r"|ngo|observatory|coalition|alliance|ministry|commanders?|members?|leaders?|bases?|ships?|agency|members|group|faction"
    r"|militia|militant|rebel|fighter|gunman|soldier|terrorist|airstrikes?|attacks?|source|camp|camps|city|capital)$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|other|another|both|all|same|its"
    r"|their|his|her|my|our|this|that|these|those|unnamed|at least|\d[\d,]*"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s+)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[,;:]|['’]s?\s|\s(?:at|from|near|with|that|which|who|on|under|by|to)\s|[\"“”]")
_NO_NAMES = frozenset({"it", "they", "he", "she", "we", "i", "who", "us", "them"})
_ARABIC_SORTS = re.compile(
    r"^(?:ال)?(?:فصائل|فصيل|مسلحون|مسلحين|مسلح|مصادر|مصدر|مسؤول|مسؤولون|مجموعة|جماعة|ميليشيات|مليشيات|قوات|جنود|شهود|سكان)\b"
)
_ARTICLE = re.compile(r"^(?:a[ldnrstz]|ash|el|ul)-", re.IGNORECASE)
_LEAST = 2  # words of a name that more follows, or that a plain word ends

_OF = re.compile(r"\s+(?:of|in|for|from|and)\s+|,|/")
_SINGULAR = frozenset(
    {"hamas", "states", "nations", "emirates", "corps", "reuters", "news", "times", "headquarters", "médecins"}
)
_PLURAL = frozenset({"men", "gunmen", "people", "police", "taliban", "peshmerga", "policemen", "women", "spokesmen"})
_MANY = {"is": "are", "was": "were", "has": "have", "does": "do"}

_ARTICLES = ("A", "An", "The")


def key(actor: ActorRef) -> str:
    """What makes two pointers the same actor: the id, or for a name outside the knowledge base the name, folded."""
    return actor.id or f"name:{fold_name(actor.name) or actor.name}"


def is_description(actor: ActorRef) -> bool:
    """True for words that say what sort of people it is, and are no name: "gunmen", "Iran-backed militias"."""
    return actor.id is None and (actor.name == actor.name.lower() or _SORTS.search(actor.name) is not None)


def is_name(written: str) -> bool:
    """True for words that name somebody: whose head is written with a capital and is no plain word for people or texts.

    False for "the officials", "US-backed militias", "a base of the Lake Front", "coalition forces" and "The statement".
    """
    own = _BEFORE.sub("", written.strip(" \"“”'’"))
    if not own or "\n" in own or _BEHIND.search(own) or own in _NO_NAMES:
        return False
    if not own.isascii() and own.upper() == own.lower():
        return _ARABIC_SORTS.match(own) is None
    # "Islamic Resistance in Iraq" is a name, "ISIL in Syria" is more than one.
    head, inside, _ = own.partition(" in ")
    words = head.split()
    capitals = [w for w in words if _ARTICLE.sub("", w)[:1].isupper()]
    ends = [w for w in (words[0], words[-1]) if not w[0].isdigit()]
    if not capitals or any(w not in capitals for w in ends) or (inside and len(words) < _LEAST):
        return False
    # "Sylvania Defence Forces" is a name, "Syrian Forces" may be none.
    return not (_PLAIN.search(head) or _SORTS.search(head)) or len(capitals) == len(words) > _LEAST


def called(actor: ActorRef) -> str:
    """The name as it stands inside a sentence: words that only describe somebody lose the capital of their article."""
    article, _, rest = actor.name.partition(" ")
    return f"{article.lower()} {rest}" if actor.id is None and rest and article in _ARTICLES else actor.name


def is_plural(actor: ActorRef) -> bool:
    """True for a name that takes a plural verb: "Houthis", "Sons of the Storm", "Iran-backed militias".

    Told by the noun that heads it. States, and names whose "s" is no plural, are singular.
    """
    if actor.id is not None and len(actor.id) == len("us"):
        return False
    head = _OF.split(actor.name)[0].split()[-1]
    if head.isupper() or _ARTICLE.match(head) or head.casefold() in _SINGULAR:
        return False
    return head.casefold() in _PLURAL or re.search(r"[^su]s$", head) is not None


def agree(verb: str, *actors: ActorRef) -> str:
    """A verb, given as it stands with one ("claims", "is"), in the number of those whom it is said of."""
    if len(actors) == 1 and not is_plural(actors[0]):
        return verb
    return _MANY.get(verb) or re.sub(r"s$", "", re.sub(r"ies$", "ys", verb))


def start(sentence: str) -> str:
    """A sentence with a capital at its head."""
    return sentence[:1].upper() + sentence[1:]


def names(actors: Iterable[ActorRef], *, last: str = "and") -> str:
    """The names in a row: "A, B and C"."""
    *first, final = [called(a) for a in actors]
    return f"{', '.join(first)} {last} {final}" if first else final
