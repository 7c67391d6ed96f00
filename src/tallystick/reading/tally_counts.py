"""The numbers of a sentence that count events or people over more than one event."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Span, Token

from tallystick.model.mention import TallyMention
from tallystick.model.terms import Comparator, TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.numbers import Number, number_at, number_before, read_ordinal
from tallystick.reading.phrases import is_plural, runs_since
from tallystick.reading.tally_harm import harm_at
from tallystick.reading.tally_totals import put_at, running_number, total_at
from tallystick.reading.tally_verbs import runs_over, targets_at, times_at
from tallystick.reading.tally_words import ATTACKS, DEAD, HURT, PERIODS, STRIKES, TOTALS, Count, is_of_event
from tallystick.reading.told import Told
from tallystick.reading.triggers import has_armed_sense

# What a running number may run over ("the second strike of the campaign").
_SPANS = frozenset({"campaign", "war", "conflict", "year", "month", "week", "operation", "night", "day"})


def find_elliptical_counts(document: Document, sentence: Span, before: dict[str, TallyMention]) -> list[Count]:
    """The count of "Six followed the strikes" and "there had been six more", behind a count of attacks."""
    attacks = [t for t in before.values() if t.unit in (TallyUnit.ATTACKS, TallyUnit.STRIKES)]
    if not attacks:
        return []
    for token in sentence:
        if token.tag_ != "CD" or token.i in document.date_at:
            continue
        more = token.i + 1 < sentence.end and token.nbor(1).lower_ == "more"
        subject = token.dep_ == "nsubj" and token.head.lemma_.lower() in ("follow", "come", "occur", "happen")
        number = number_at(token)
        if (
            number is not None
            and number.value > 1
            and (subject or (more and token.dep_ in ("attr", "nsubj", "dobj", "nummod", "pobj")))
        ):
            return [Count(number, attacks[-1].unit, token)]
    return []


def find_counts(document: Document, sentence: Span, told: Told) -> list[Count]:
    """The counts of a sentence in order, each number taken once."""
    found: list[Count] = []
    taken: set[int] = set()
    weapon_heads = frozenset(w.head for w in document.weapons)
    for token in sentence:
        if token.i in taken:
            continue
        count = _count_at(document, token, sentence, told, weapon_heads)
        if count is not None and count.number.start not in taken:
            taken.update(range(count.number.start, count.number.end))
            found.append(count)
    return found


def _count_at(
    document: Document, token: Token, sentence: Span, told: Told, weapon_heads: frozenset[int]
) -> Count | None:
    lemma = token.lemma_.lower()
    if lemma in STRIKES | ATTACKS and token.pos_ in ("NOUN", "PROPN"):
        if not has_armed_sense(token, lemma, frozenset(t.lower_ for t in sentence)):
            return None
        unit = TallyUnit.STRIKES if lemma in STRIKES else TallyUnit.ATTACKS
        ordinal = _ordinal_of(token)
        if ordinal is not None and _is_running(token, sentence):
            return Count(ordinal, unit, token)
        if _is_rate(token):
            return None
        number = number_before(token)
        if number is None and token.i + 2 < sentence.end and token.nbor(1).lower_ in ("number", "no"):
            number = number_at(token.nbor(2))
            return Count(number, unit, token) if number is not None else None
        if number is None or number.vague or number.value < 2 or not is_plural(token) or _points_back(token, number):
            return None
        return None if _is_told_out(token, number, told) else Count(number, unit, token)
    if token.i in weapon_heads:
        return _projectiles_at(document, token, sentence)
    if (count := times_at(document, token, sentence) or targets_at(document, token, sentence)) is not None:
        return count
    if lemma == "toll" and is_of_event(token, sentence, told):
        return None
    if lemma in TOTALS and token.pos_ == "NOUN":
        return total_at(document, token, sentence)
    if lemma == "number" and token.pos_ == "NOUN" and (against := running_number(token, sentence)) is not None:
        return against
    if lemma == "put" and token.pos_ == "VERB":
        return put_at(document, token, sentence, told)
    if lemma in HURT | DEAD:
        return harm_at(token, sentence, told)
    return None


def _is_rate(noun: Token) -> bool:
    """True for "35 attacks a day" and "an average of 35 attacks"."""
    behind = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 3]]
    if len(behind) == 2 and behind[0] in ("a", "per", "each", "every") and behind[1] in PERIODS:
        return True
    return any(t.lower_ == "average" for t in noun.doc[max(0, noun.i - 6) : noun.i])


def _projectiles_at(document: Document, token: Token, sentence: Span) -> Count | None:
    """The number of projectiles fired over some time ("since June more than 2,000 rockets were fired")."""
    if not is_plural(token) or token.dep_ not in ("nsubjpass", "dobj", "nsubj"):
        return None
    if not runs_since(token.head) and not runs_over(document, sentence):
        return None
    number = number_before(token)
    return None if number is None or number.vague else Count(number, TallyUnit.PROJECTILES, token)


def _ordinal_of(token: Token) -> Number | None:
    for child in token.lefts:
        value = read_ordinal(child.lower_)
        if value is not None:
            return Number(value, value, value, Comparator.EXACT, child.i, child.i + 1)
    return None


def _is_running(token: Token, sentence: Span) -> bool:
    """True for "the 26th attack … since 19 October" and "the second such raid in two weeks"."""
    if any(t.lower_ in ("since", "such") for t in sentence.doc[token.i - 2 : min(sentence.end, token.i + 14)]):
        return True
    behind = [t.lower_ for t in sentence.doc[token.i + 1 : min(sentence.end, token.i + 4)]]
    if behind[:1] == ["of"] and set(behind) & _SPANS:
        return True
    rest = [t.lower_ for t in sentence.doc[token.i + 1 : sentence.end]]
    if any(a in ("this", "past", "last") and b in _SPANS for a, b in pairwise(rest)):
        return True
    return any(
        t.lower_ == "in"
        and any(c.lower_ in ("weeks", "days", "months", "week") for c in sentence.doc[t.i : min(sentence.end, t.i + 9)])
        for t in sentence.doc[token.i : sentence.end]
    )


def _is_told_out(token: Token, number: Number, told: Told) -> bool:
    """True if as many events as the count says are told by the same word, or by "one" and "the other"."""
    here = [f for f in told.events if token.i in {t.token.i for t in f.triggers}]
    if here and len(here) >= number.value:
        return True
    if any(f.plural and token.i in {t.token.i for t in f.triggers} for f in told.bulk):
        return True
    if (
        number.value == len(told.events)
        and number.comparator is Comparator.EXACT
        and token.head.lemma_ in ("confirm", "verify")
    ):
        return True
    has_window = any(t.lower_ in ("since", "between", "from", "over", "so", "total", "counted") for t in token.sent)
    return bool(here) and number.value <= 3 and not has_window and number.comparator is Comparator.EXACT


def _points_back(token: Token, number: Number) -> bool:
    """True for "the two attacks", which are told elsewhere and are no count."""
    before = token.doc[max(0, number.start - 1) : number.start].text.lower()
    return number.value <= 3 and before in ("the", "these", "those", "both", "its", "their")
