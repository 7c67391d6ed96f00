"""Of which people the killed and injured were: civilians, combatants, women, children."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.mention import CountedRange, GroupHarm
from tallystick.model.terms import CasualtyGroup
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import Number, add, best_of, number_at
from tallystick.reading.people import count_phrase, is_part_of, listed_beside
from tallystick.reading.people_sorts import groups_of
from tallystick.reading.period_tolls import is_of_a_period
from tallystick.reading.victims import victims_of

_OF_THEM = (("of", "them"), ("of", "whom"), ("of", "whom", "were"), ("of", "them", "were"), ("of", "the", "dead"))


def read_groups(document: Document, stretch: Span) -> tuple[GroupHarm, ...]:
    """What a stretch of text tells of groups apart ("12 civilians, including three children, and two soldiers").

    Only what is counted is read: "mostly civilians" gives nothing. Listed beside each other, people of one group are
    added; told twice, a group keeps its first count.
    """
    told: dict[tuple[CasualtyGroup, str], list[tuple[Token, Number]]] = {}
    victims = _victims_in(stretch)
    for token in stretch:
        groups = groups_of(document, token)
        number = _count_of(token) if groups else None
        if number is None or any(i in document.date_at for i in range(number.start, number.end)):
            continue
        word, harm = victims.get(token.i) or _harm_done_to(token)
        if harm is None or (word is not None and is_of_a_period(document, word)):
            continue
        for group in groups:
            told.setdefault((group, harm), []).append((token, number))
    counts = {key: _sum(document, listed) for key, listed in told.items()}
    return tuple(
        GroupHarm(group=group, killed=counts.get((group, "killed")), injured=counts.get((group, "injured")))
        for group in CasualtyGroup
        if (group, "killed") in counts or (group, "injured") in counts
    )


def _sum(document: Document, told: list[tuple[Token, Number]]) -> CountedRange:
    """The first count of a group, with those that are listed beside it."""
    first, number = told[0]
    beside = set(first.conjuncts)
    listed = [told[0], *((t, n) for t, n in told[1:] if t in beside and not is_part_of(t, first))]
    number = add([n for _, n in listed]) if len(listed) > 1 else number
    ends = [i for t, n in listed for i in (n.start, t.i, n.end - 1)]
    span = first.doc[min(ends) : max(ends) + 1]
    return CountedRange(low=number.low, best=best_of(number), high=number.high, quote=document.quote_span(span))


def _victims_in(stretch: Span) -> dict[int, tuple[Token, str]]:
    """The words for those who were killed or injured, by their index, with the word of harm and what it tells."""
    found: dict[int, tuple[Token, str]] = {}
    for word in stretch:
        for words, harm in (("dead", "killed"), ("hurt", "injured")):
            people = victims_of(word, words)
            for noun in (people, *listed_beside(people)) if people is not None else ():
                found.setdefault(noun.i, (word, harm))
    return found


def merge_groups(first: tuple[GroupHarm, ...], second: tuple[GroupHarm, ...]) -> tuple[GroupHarm, ...]:
    """The first account, completed from the second."""
    known = {g.group: g for g in first}
    for other in second:
        mine = known.get(other.group)
        known[other.group] = (
            other
            if mine is None
            else GroupHarm(
                group=other.group,
                killed=stronger(mine.killed, other.killed),
                injured=stronger(mine.injured, other.injured),
            )
        )
    return tuple(known[group] for group in CasualtyGroup if group in known)


def stronger(first: CountedRange | None, second: CountedRange | None) -> CountedRange | None:
    """Of two counts the first, unless the second tells more: a number beats "nobody", and "58" beats "dozens"."""
    if first is None or second is None:
        return first or second
    if first.high == 0 and second.high != 0:
        return second
    return second if first.best is None and (second.best or 0) >= max(first.low or 0, 1) else first


def _count_of(noun: Token) -> Number | None:
    """How many: "three children", "a woman", "one of her sons", "two of them women"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.tag_ == "CD":
        return number_at(noun.head.head)
    for words in _OF_THEM:
        start = noun.i - len(words)
        if start > 0 and tuple(t.lower_ for t in noun.doc[start : noun.i]) == words:
            return number_at(noun.doc[start - 1])
    return count_phrase(noun)


def _harm_done_to(noun: Token) -> tuple[Token | None, str | None]:
    """The word of harm that people hang on and what it tells; None for those who did it or stand elsewhere."""
    below = noun
    for above in noun.ancestors:
        harm = _told_by(above)
        if harm is not None:
            return (None, None) if _does(below, above) else (above, harm)
        if above.pos_ in ("VERB", "AUX"):
            harm = _told_beside(above, below)
            if harm is not None or above.lemma_.lower() not in words_of("harm", "joins_people"):
                return above, harm
        below = above
    return None, None


def _does(noun: Token, verb: Token) -> bool:
    """True for who does the harm. In a headline ("28 rebels killed in Idlib") only an object tells one."""
    if noun.dep_ != "nsubj" or verb.lemma_.lower() in words_of("harm", "dies"):
        return False
    return any(c.dep_ in ("dobj", "obj") for c in verb.rights)


def _told_beside(verb: Token, below: Token) -> str | None:
    """The harm told beside people: "left nine people dead", "were among the dead", "those killed included"."""
    others = (t for child in verb.children if child.i != below.i for t in (child, *child.children, *_behind(child)))
    return next((harm for t in others if (harm := _told_by(t)) is not None), None)


def _behind(preposition: Token) -> tuple[Token, ...]:
    return tuple(g for child in preposition.rights if child.dep_ == "pobj" for g in child.children)


def _told_by(token: Token) -> str | None:
    words = {token.lemma_.lower(), token.lower_}
    if words & (words_of("harm", "dead") | words_of("harm", "dead_nouns")):
        return "killed"
    if words & (words_of("harm", "hurt") | words_of("harm", "hurt_nouns")):
        return "injured"
    return None
