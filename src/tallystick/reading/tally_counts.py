"""The numbers of a sentence that are quoted counts: what they count, and over what time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from spacy.tokens import Span, Token

from tallystick.model.terms import Comparator, TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.numbers import Number
from tallystick.reading.phrases import is_plural, subject_of
from tallystick.reading.tally_following import comes_from, is_apart, is_held_against, read_after
from tallystick.reading.tally_numbers import Numeral, find_numerals
from tallystick.reading.tally_units import (
    HARM,
    blow_unit,
    event_unit,
    harm_named,
    harm_unit,
    object_named,
    unit_of,
    unit_of_total,
)
from tallystick.reading.tally_window import (
    Window,
    come_in_turn,
    find_windows,
    is_day_of_another,
    last_before,
    period_of,
    window_of,
)
from tallystick.reading.told import Told

_NEAR = 8
_REACH = 16
_TO = frozenset({"to", "at", "of", "past", "above", "over", "beyond"})
_PREDICATIVE = ("attr", "dobj", "obj", "acomp", "oprd")


@dataclass(frozen=True)
class Count:
    """A number with what it counts, the word that it hangs on, and its window if one is told.

    ``running`` is true for the number of one in a row ("the third strike"), ``follows`` for a bare one that counts what
    the count before it did ("the governor speaks of 51"), ``against`` for one that a count is only held against
    ("compared with 84").
    """

    number: Number
    unit: TallyUnit
    anchor: Token
    window: Window | None = None
    running: bool = False
    follows: bool = False
    against: bool = False


def find_counts(document: Document, sentence: Span, told: Told, earlier: Sequence[Count]) -> list[Count]:
    """Every number of a sentence that counts something, in order, be it a tally or not.

    ``earlier`` are the tallies of the sentences before: "six more" counts what they did.
    """
    of_violence = bool(told.events or told.bulk)
    numerals = list(find_numerals(document, sentence))
    stops = [_begin_of(document, n, sentence) for n in numerals[1:]] + [sentence.end]
    named = find_windows(document, sentence)
    windows = [w for w in named if not is_day_of_another(document, w)]
    in_turn = come_in_turn(windows, [n.number.start for n in numerals])
    counts: list[Count] = []
    in_part = False
    for numeral, stop in zip(numerals, stops, strict=False):
        start = numeral.number.start
        window = last_before(windows, start) if in_turn else window_of(windows, start, stop)
        own = window if window is not None and numeral.number.start <= window.start < stop else None
        against = is_held_against(numeral, sentence)
        if against and own is None:
            own = window = next((w for w in named if w not in windows), None)
        in_part = bool(counts) and (
            _is_subset(numeral, counts[-1], sentence) or (in_part and _goes_on(numeral, sentence))
        )
        if in_part and not is_apart(numeral, sentence, own):
            continue
        before = [*earlier, *counts]
        counted = _read(document, numeral, sentence, window, before, of_violence=of_violence)
        follows = counted is None
        counted = counted or read_after(numeral, sentence, own, window, before)
        if counted is not None:
            unit, anchor = counted
            if is_labelled(numeral.number, sentence):
                window = _window_of_row(windows, numeral, sentence) or period_of(document)
            number = _bounded_with(numeral, unit, counts, sentence)
            counts.append(Count(number, unit, anchor, window, numeral.running, follows, against))
            if own is not None and (against or comes_from(numeral, sentence)):
                windows = [w for w in windows if w is not own]
    return counts


def _bounded_with(numeral: Numeral, unit: TallyUnit, before: Sequence[Count], sentence: Span) -> Number:
    """A number of harm, with the "at least" of the one that it is listed behind ("at least 87 killed and 190 hurt")."""
    number, last = numeral.number, before[-1] if before else None
    if last is None or unit not in HARM or last.unit not in HARM or number.comparator is not Comparator.EXACT:
        return number
    is_listed = sentence.doc[number.start - 1].lower_ in ("and", ",") and number.start - last.number.end < _NEAR
    if last.number.comparator is not Comparator.AT_LEAST or not is_listed or number.low != number.value:
        return number
    return replace(number, comparator=Comparator.AT_LEAST, high=None)


def _begin_of(document: Document, numeral: Numeral, sentence: Span) -> int:
    """Where the words of a number begin: those of "bringing the total this month to 15" at "bringing"."""
    start = numeral.number.start
    for token in reversed(sentence.doc[max(sentence.start, start - _REACH) : start]):
        if token.tag_ == "CD" and token.i not in document.date_at:
            break
        if token.lemma_.lower() in words_of("tallies", "brings"):
            return int(token.i)
    return start


def _read(
    document: Document,
    numeral: Numeral,
    sentence: Span,
    window: Window | None,
    earlier: Sequence[Count],
    *,
    of_violence: bool,
) -> tuple[TallyUnit, Token] | None:
    """What a number counts, and the word that says so: by its noun, its label, its sum or what was counted before."""
    token, noun = numeral.token, numeral.noun
    labelled = _by_label(document, numeral, sentence, of_violence=of_violence)
    if labelled is not None or _ends_row(numeral, sentence):
        return labelled
    if numeral.times:
        unit = blow_unit(document, token)
        return (unit, token) if unit is not None else None
    if noun is not None:
        unit = unit_of(document, noun, of_violence=of_violence)
        return (unit, noun) if unit is not None else None
    if numeral.running:
        return _by_row(token, sentence, window, of_violence=of_violence)
    return (
        _by_harm(numeral)
        or _by_total(document, token, sentence, window, earlier, of_violence=of_violence)
        or _put_at(document, token)
        or _by_change(token, sentence, of_violence=of_violence)
        or _by_claims(token)
        or _by_sum_so_far(token, earlier, of_violence=of_violence)
    )


def _by_row(
    numeral: Token, sentence: Span, window: Window | None, *, of_violence: bool
) -> tuple[TallyUnit, Token] | None:
    """What "the raid was the third on the camp" and "it was number 26 against bases" number."""
    if numeral.tag_ == "CD":
        aimed = any(t.lower_ in ("on", "against") for t in sentence.doc[numeral.i : sentence.end])
        return (TallyUnit.ATTACKS, numeral) if of_violence and window is not None and window.is_long and aimed else None
    if (harm := harm_unit(numeral)) is not None:
        return harm, numeral
    if numeral.dep_ == "conj":
        unit = event_unit(numeral.head, of_violence=of_violence)
        return (unit, numeral.head) if unit is not None else None
    if numeral.dep_ not in ("attr", "acomp"):
        return None
    subject = subject_of(numeral.head)
    unit = (event_unit(subject, of_violence=of_violence) or harm_named(subject)) if subject is not None else None
    return (unit, subject) if unit is not None and subject is not None else None


def _by_harm(numeral: Numeral) -> tuple[TallyUnit, Token] | None:
    """The harm of "three were wounded", "21 dead" and "130 injured"."""
    behind = numeral.token.doc[numeral.number.end : numeral.number.end + 1]
    for word in (numeral.token, *behind):
        unit = harm_unit(word)
        if unit is not None:
            return unit, word
    return None


def _by_label(
    document: Document, numeral: Numeral, sentence: Span, *, of_violence: bool
) -> tuple[TallyUnit, Token] | None:
    """The label of "Armed clashes: 23", the last noun before the colon that names a unit."""
    if not is_labelled(numeral.number, sentence):
        return None
    end = numeral.number.start - 1
    for token in reversed(sentence.doc[max(0, end - 8) : end]):
        if "\n" in token.text or token.tag_ == "CD":
            return None
        unit = event_unit(token, of_violence=of_violence) or harm_named(token) or object_named(document, token)
        if unit is not None:
            return unit, token
    return None


def _ends_row(numeral: Numeral, sentence: Span) -> bool:
    """True for a number behind a colon that ends its line, so that it can count nothing but the label."""
    end = numeral.number.end
    return is_labelled(numeral.number, sentence) and (end >= sentence.end or "\n" in sentence.doc[end].text)


def is_labelled(number: Number, sentence: Span) -> bool:
    """True for the number of a table row ("Armed clashes: 23")."""
    return number.start > 0 and sentence.doc[number.start - 1].text in (":", "|", "=")


def _window_of_row(windows: Sequence[Window], numeral: Numeral, sentence: Span) -> Window | None:
    """The window that a table row names itself ("Attacks in August: 74")."""
    for window in windows:
        between = sentence.doc[min(window.start, numeral.token.i) : max(window.start, numeral.token.i)]
        if not any("\n" in t.text for t in between):
            return window
    return None


def _by_total(
    document: Document,
    token: Token,
    sentence: Span,
    window: Window | None,
    earlier: Sequence[Count],
    *,
    of_violence: bool,
) -> tuple[TallyUnit, Token] | None:
    """The sum that a number is said to be or to come to ("brings the number of attacks this year to 15")."""
    relation = token.head.lower_ if token.dep_ == "pobj" else token.head.lemma_ if token.dep_ in _PREDICATIVE else ""
    compared = relation == "from" and window is not None and window.start > token.i
    if not compared and relation not in _TO and relation not in words_of("tallies", "equal"):
        return None
    total = _total_around(token, sentence)
    if total is None or (relation == "of" and token.head.head != total):
        return None
    unit = unit_of_total(document, total, of_violence=of_violence)
    is_of_time = window is not None and window.is_long
    if unit is None and not any(c.lower_ == "of" for c in total.rights) and (earlier or is_of_time):
        attacks = (u for t in sentence if (u := event_unit(t, of_violence=of_violence)) is not None)
        unit = earlier[-1].unit if earlier else next(attacks, TallyUnit.ATTACKS if of_violence else None)
    return (unit, total) if unit is not None else None


def _total_around(token: Token, sentence: Span) -> Token | None:
    """The word for a sum right behind a number ("to 12 the number of"), else the nearest before it."""
    behind = list(takewhile(lambda t: t.dep_ != "cc" and not t.is_punct, sentence.doc[token.i + 1 : token.i + 4]))
    before = list(reversed(sentence.doc[sentence.start : token.i]))
    totals = words_of("tallies", "totals")
    return next((t for t in behind + before if t.pos_ == "NOUN" and t.lemma_.lower() in totals), None)


def _by_change(token: Token, sentence: Span, *, of_violence: bool) -> tuple[TallyUnit, Token] | None:
    """The attacks of "attacks rose to 31", "put the attacks at 31" and "attacks are up, with 31 recorded in May"."""
    counting = words_of("tallies", "count")
    if token.dep_ == "pobj" and token.head.lower_ not in ("to", "from", "at", "with"):
        return None
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.lower_ in ("up", "down"):
        verb = verb.head
    if verb.lemma_.lower() not in words_of("tallies", "change") | words_of("tallies", "equal") | counting:
        return None
    roles = ("dobj", "obj", "nsubjpass") if verb.lemma_.lower() in counting else ("nsubj", "nsubjpass")
    nouns = [c for c in verb.children if c.dep_ in roles]
    counted = any(c.dep_ == "acl" and c.lemma_.lower() in counting for c in token.rights)
    if counted or (token in nouns and verb.lemma_.lower() in counting):
        nouns = [t for t in sentence if t.i < token.i and is_plural(t)]
    for noun in nouns:
        unit = event_unit(noun, of_violence=of_violence) or harm_named(noun)
        if unit is not None:
            return unit, noun
    return None


def _put_at(document: Document, token: Token) -> tuple[TallyUnit, Token] | None:
    """The harm of "puts the dead since June at 459 and the injured at 820"."""
    if token.dep_ != "pobj" or token.head.lower_ != "at":
        return None
    puts = next((a for a in token.head.ancestors if a.lemma_.lower() in words_of("tallies", "count")), None)
    if puts is None:
        return None
    between = reversed(token.doc[puts.i + 1 : token.head.i])
    own = (t for t in between if t.i not in document.date_at)
    counted = next((t for t in own if t.tag_ == "CD" or harm_named(t) is not None), None)
    unit = harm_named(counted) if counted is not None else None
    return (unit, counted) if unit is not None and counted is not None else None


def _by_sum_so_far(token: Token, earlier: Sequence[Count], *, of_violence: bool) -> tuple[TallyUnit, Token] | None:
    """What was counted before, of "that makes 15 this month and roughly 90 this year"."""
    while token.dep_ == "conj" and token.head.tag_ == "CD":
        token = token.head
    subject = subject_of(token.head)
    if token.head.lemma_.lower() not in words_of("tallies", "adds_up") or subject is None:
        return None
    if token.dep_ not in _PREDICATIVE or subject.lower_ not in ("that", "this", "it", "which"):
        return None
    unit = earlier[-1].unit if earlier else TallyUnit.ATTACKS if of_violence else None
    return (unit, token) if unit is not None else None


def _by_claims(token: Token) -> tuple[TallyUnit, Token] | None:
    """The claims of "issued claims for 66", and of "claimed responsibility for 66"."""
    above = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "for":
        return None
    if above.lower_ == "claims" or (above.lemma_ in ("responsibility", "credit") and above.head.lemma_ == "claim"):
        return TallyUnit.CLAIMS, token
    return None


def _is_subset(numeral: Numeral, whole: Count, sentence: Span) -> bool:
    """True for a number that is part of the count before it: "of whom 21 …", "(417 deaths …)", "12 of them"."""
    doc, start = sentence.doc, numeral.number.start
    between = doc[whole.number.end : start]
    if sum(t.text == "(" for t in between) > sum(t.text == ")" for t in between):
        return True
    before = f" {doc[max(sentence.start, start - 3) : start].text.lower()}"
    behind = doc[numeral.number.end : min(numeral.number.end + 2, sentence.end)].text.lower()
    subset = phrases_of("tallies", "subset")
    return any(before.endswith(f" {p}") for p in subset) or behind in subset


def _goes_on(numeral: Numeral, sentence: Span) -> bool:
    """True for a number right behind "and" or a comma, which lists on."""
    start = numeral.number.start
    return start > sentence.start and sentence.doc[start - 1].lower_ in ("and", ",")
