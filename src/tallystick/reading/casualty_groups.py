"""Of which people the killed and injured were: civilians, combatants, women, children."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span, Token

from tallystick.model.mention import CountedRange, GroupHarm
from tallystick.model.terms import ActorType, CasualtyGroup
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.numbers import Number, best_of, number_at, number_before

_ARMED = (ActorType.ARMED_GROUP, ActorType.MILITIA, ActorType.ARMED_FORCES, ActorType.COALITION)
_OF_THEM = (("of", "them"), ("of", "whom"), ("of", "whom", "were"), ("of", "them", "were"), ("of", "the", "dead"))


def read_groups(document: Document, stretch: Span) -> tuple[GroupHarm, ...]:
    """What a stretch of text tells of groups apart ("12 civilians, including three children, and two soldiers").

    Only what is counted is read: "mostly civilians" gives nothing. A group told twice keeps its first count.
    """
    counts: dict[tuple[CasualtyGroup, str], CountedRange] = {}
    for token in stretch:
        groups = _groups_of(document, token)
        number = _count_of(token) if groups else None
        if number is None or any(i in document.date_at for i in range(number.start, number.end)):
            continue
        harm = _harm_of(token, stretch)
        if harm is None:
            continue
        span = stretch.doc[min(number.start, token.i) : max(number.end, token.i + 1)]
        count = CountedRange(low=number.low, best=best_of(number), high=number.high, quote=document.quote_span(span))
        for group in groups:
            counts.setdefault((group, harm), count)
    return tuple(
        GroupHarm(group=group, killed=counts.get((group, "killed")), injured=counts.get((group, "injured")))
        for group in CasualtyGroup
        if (group, "killed") in counts or (group, "injured") in counts
    )


def merge_groups(first: tuple[GroupHarm, ...], second: tuple[GroupHarm, ...]) -> tuple[GroupHarm, ...]:
    """The first account, completed from the second."""
    known = {g.group: g for g in first}
    for other in second:
        mine = known.get(other.group)
        known[other.group] = (
            other
            if mine is None
            else GroupHarm(group=other.group, killed=mine.killed or other.killed, injured=mine.injured or other.injured)
        )
    return tuple(known[group] for group in CasualtyGroup if group in known)


def is_sort_of_people(noun: Token) -> bool:
    """True for a word that tells what sort of people somebody is: "villager", "jihadist", "girl", "member"."""
    word = noun.lemma_.lower()
    return word in _groups_by_word() or word in words_of("harm", "members") | words_of("harm", "others")


@cache
def _groups_by_word() -> dict[str, tuple[CasualtyGroup, ...]]:
    lists: dict[str, list[str]] = load_lexicon("harm")["groups"]
    words = {word for names in lists.values() for word in names}
    return {word: tuple(g for g in CasualtyGroup if word in lists[g.value]) for word in words}


def _groups_of(document: Document, token: Token) -> tuple[CasualtyGroup, ...]:
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("compound", "amod", "nmod", "poss"):
        return ()
    word = token.lemma_.lower()
    if word in words_of("harm", "members") and any(
        (actor := document.actor_at.get(t.i)) is not None and actor.type in _ARMED for t in token.subtree
    ):
        return (CasualtyGroup.COMBATANTS,)
    return _groups_by_word().get(word) or _groups_by_word().get(token.lower_, ())


def _count_of(noun: Token) -> Number | None:
    """How many: "three children", "a woman", "two of them women"."""
    number = number_before(noun, articles=True)
    if number is not None:
        return number
    for words in _OF_THEM:
        start = noun.i - len(words)
        if start > 0 and tuple(t.lower_ for t in noun.doc[start : noun.i]) == words:
            return number_at(noun.doc[start - 1])
    return None


def _harm_of(noun: Token, stretch: Span) -> str | None:
    """What was done to them, by the word that they hang on, else by the nearest."""
    for ancestor in noun.ancestors:
        harm = _told_by(ancestor)
        if harm is not None:
            return harm
    told = [(abs(t.i - noun.i), t.i, harm) for t in stretch if (harm := _told_by(t)) is not None]
    return min(told)[2] if told else None


def _told_by(token: Token) -> str | None:
    words = {token.lemma_.lower(), token.lower_}
    if words & (words_of("harm", "dead") | words_of("harm", "dead_nouns")):
        return "killed"
    if words & (words_of("harm", "hurt") | words_of("harm", "hurt_nouns")):
        return "injured"
    return None
