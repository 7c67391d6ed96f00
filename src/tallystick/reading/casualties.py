"""People killed and injured, as low, best and high."""

from __future__ import annotations

from functools import reduce

from spacy.tokens import Span, Token

from tallystick.model.mention import Casualties, CountedRange, GroupHarm
from tallystick.model.terms import CasualtyGroup, Comparator
from tallystick.reading.casualty_groups import merge_groups, read_groups, stronger
from tallystick.reading.document import Document
from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.modality import is_supposed
from tallystick.reading.no_harm import read_no_harm
from tallystick.reading.numbers import Number, best_of, number_at, number_before
from tallystick.reading.people import count_people
from tallystick.reading.period_tolls import is_of_a_period
from tallystick.reading.phrases import contains_phrase, is_plural
from tallystick.reading.tolls import read_toll
from tallystick.reading.victims import is_cut_throat, is_deadly_done, is_taken_to_hospital, victims_of

_ROUND = (Comparator.ABOUT, Comparator.NEARLY)


def read_casualties(document: Document, stretch: Span) -> Casualties:
    """What a stretch of text tells of people killed and injured.

    Zero only where it says that nobody was; null where it tells nothing. A stretch is asked for by every event that it
    speaks of, and read once.
    """
    where = (stretch.start, stretch.end)
    if where not in document.harm_read:
        document.harm_read[where] = _read(document, stretch)
    return document.harm_read[where]


def _read(document: Document, stretch: Span) -> Casualties:
    killed = _count(document, stretch, "dead") or _toll(document, stretch, grown=False)
    injured = _count(document, stretch, "hurt")
    nobody = read_no_harm(stretch)
    if nobody is not None:
        start = stretch.start_char
        zero = CountedRange(low=0, best=0, high=0, quote=document.quote(start + nobody.start, start + nobody.end))
        killed = killed or zero
        injured = injured or (None if nobody.of_dead_only else zero)
    groups = read_groups(document, stretch)
    read = Casualties(
        killed=killed or _only_side(groups, "killed"), injured=injured or _only_side(groups, "injured"), groups=groups
    )
    return with_grown_toll(document, stretch, read)


def with_grown_toll(document: Document, stretch: Span, casualties: Casualties) -> Casualties:
    """An account with the toll that a stretch tells to have grown ("raising the toll to 18"), unless that is lower."""
    grown = _toll(document, stretch, grown=True)
    known = casualties.killed
    if grown is None or (known is not None and (known.best or known.low or 0) > (grown.best or grown.low or 0)):
        return casualties
    return casualties.model_copy(update={"killed": grown})


def tells_grown_toll(document: Document, stretch: Span) -> bool:
    """True for "Two more died in hospital, raising the toll to 18"."""
    return _toll(document, stretch, grown=True) is not None


def _only_side(groups: tuple[GroupHarm, ...], harm: str) -> CountedRange | None:
    """The count of civilians or of combatants, for a whole that is not counted itself."""
    sides = [g for g in groups if g.group in (CasualtyGroup.CIVILIANS, CasualtyGroup.COMBATANTS)]
    told = [count for side in sides if (count := getattr(side, harm)) is not None]
    return told[0] if len(told) == 1 else None


def _toll(document: Document, stretch: Span, *, grown: bool) -> CountedRange | None:
    """The toll of dead in a stretch, or only one that has grown; not that of a war."""
    toll = read_toll(document, stretch)
    if toll is None or is_of_a_period(document, toll.word) or (grown and not toll.grown):
        return None
    return _range(document, toll.word, toll.number)


def _count(document: Document, stretch: Span, harm: str) -> CountedRange | None:
    """What the words of one harm count: the first that is told, but a number before "dozens"."""
    if contains_phrase(stretch.text.lower(), phrases_of("harm", "either")):
        return None
    counts = (_told_by(document, token, harm) for token in stretch)
    return reduce(stronger, counts, None)


def _told_by(document: Document, word: Token, harm: str) -> CountedRange | None:
    if not _is_word_of(word, harm) or _is_negated(word) or is_of_a_period(document, word) or _is_natural(word):
        return None
    if is_supposed(word):
        return None
    people = victims_of(word, harm)
    number = (count_people(people) if people is not None else None) or _number_beside(word, people, harm)
    if number is not None:
        if any(i in document.date_at for i in range(number.start, number.end)):
            return None
        return _range(document, word, number)
    if people is None and _is_borne(word, harm):
        people = word
    if people is None or people.pos_ == "PRON":
        return None
    return CountedRange(low=1, best=None, high=None, quote=document.quote_tokens([people, word]))


def _is_word_of(word: Token, harm: str) -> bool:
    lemma = word.lemma_.lower()
    if lemma in words_of("harm", harm) or lemma in words_of("harm", f"{harm}_nouns"):
        return True
    if word.lower_ in words_of("harm", f"{harm}_nouns") or (harm == "hurt" and is_taken_to_hospital(word)):
        return True
    return harm == "dead" and (
        lemma in ("life", "loss") or is_cut_throat(word) or lemma in words_of("harm", "lose") or is_deadly_done(word)
    )


def _range(document: Document, word: Token, number: Number) -> CountedRange:
    span = word.doc[min(number.start, word.i) : max(number.end, word.i + 1)]
    low, high = number.low, number.high
    if number.comparator in _ROUND and not number.vague:
        low = high = number.value  # "some 200" is taken at its word, as coders of casualties do
    return CountedRange(low=low, best=best_of(number), high=high, quote=document.quote_span(span))


def _number_beside(word: Token, people: Token | None, harm: str) -> Number | None:
    """The number that stands bare beside a word of harm: "12 dead", "9 hurt", "killing 16", "five deaths"."""
    lemma = word.lemma_.lower()
    if lemma not in words_of("harm", harm):
        if people is not None or lemma in words_of("harm", "lose") or lemma == "loss" or is_deadly_done(word):
            return None
        if lemma == "life" and word.head.lemma_.lower() not in words_of("harm", "takes_lives"):
            return None
        return number_before(word)
    for child in word.children:
        if child.dep_ in ("dobj", "nsubjpass", "nsubj", "npadvmod", "nummod", "obj") and child.tag_ == "CD":
            return number_at(child)
    before = word.nbor(-1) if word.i > word.sent.start else None
    if before is not None and before.tag_ == "CD" and before.dep_ != "pobj":
        return number_at(before)
    after = word.nbor(1) if word.i + 1 < word.sent.end else None
    if after is None or after.tag_ != "CD":
        return None
    counts_other = word.i + 2 < word.sent.end and word.nbor(2).pos_ in ("NOUN", "PROPN")
    return None if counts_other else number_at(after)


def _is_borne(word: Token, harm: str) -> bool:
    """True for "caused light injuries", which tells one or more without a number."""
    is_noun = word.lemma_.lower() in words_of("harm", f"{harm}_nouns") and is_plural(word)
    return is_noun and word.dep_ == "dobj" and word.head.lemma_.lower() in words_of("harm", "causes")


def _is_natural(word: Token) -> bool:
    """True for a death of illness."""
    dies = word.lemma_.lower() in words_of("harm", "dies")
    return dies and contains_phrase(word.sent.text.lower(), phrases_of("harm", "natural")) is not None


def _is_negated(token: Token) -> bool:
    """True for "did not kill", "nobody was hurt" and "no soldiers were hurt"."""
    near = [*token.children, *token.head.children] if token.dep_ in ("acl", "amod") else list(token.children)
    if any(c.dep_ == "neg" or c.lower_ in words_of("harm", "nobody") for c in near):
        return True
    hurt = [c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    hurt += [c for c in token.rights if c.dep_ in ("dobj", "obj")]
    return any(d.lower_ == "no" and d.dep_ == "det" for noun in hurt for d in noun.lefts) or any(
        noun.text.lower() == "one" and noun.i and noun.nbor(-1).lower_ == "no" for noun in hurt
    )


def merge_casualties(first: Casualties, second: Casualties) -> Casualties:
    """The first account, completed from the second; a number beats "nobody", and "58" beats "dozens"."""
    return Casualties(
        killed=stronger(first.killed, second.killed),
        injured=stronger(first.injured, second.injured),
        groups=merge_groups(first.groups, second.groups),
    )
