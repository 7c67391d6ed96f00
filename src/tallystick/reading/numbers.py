"""Numbers as reports write them: digits, words, vague words, and what bounds them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from tallystick.model.terms import Comparator
from tallystick.reading.lexicon import load_lexicon

_DIGITS = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d+$")
_DECIMAL = re.compile(r"^\d+\.\d+$")
_JOINERS = ("to", "or", "-", "–")
_LARGE = ("hundred", "thousand")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")


@dataclass(frozen=True)
class Number:
    """A number in a text: its value, its bounds (null: no bound), how it bounds the truth, and its tokens."""

    value: int
    low: int | None
    high: int | None
    comparator: Comparator
    start: int
    end: int
    vague: bool = False


def read_number(word: str) -> int | None:
    """The value of one word or digit string; None if it is no whole number."""
    word = word.lower().strip(".")
    if _DIGITS.match(word):
        return int(word.replace(",", ""))
    words: dict[str, int] = load_lexicon("numbers")["words"]
    if word in words:
        return words[word]
    tens, dash, unit = word.partition("-")
    if dash and words.get(tens, 0) >= 20 and 0 < words.get(unit, 0) < 10:
        return words[tens] + words[unit]
    return None


def read_ordinal(word: str) -> int | None:
    """The value of "26th" or "third"; None if it is no ordinal."""
    found = _ORDINAL.match(word.lower())
    if found:
        return int(found.group(1))
    value: int | None = load_lexicon("numbers")["ordinals"].get(word.lower())
    return value


def number_before(noun: Token, *, articles: bool = False) -> Number | None:
    """The number that counts a noun ("at least 24 attacks", "several dozen rockets").

    With ``articles`` a singular noun with an article counts as one. Of two numerals the nearer counts: the day of
    "since 17 October 56 soldiers" does not.
    """
    left = [t for t in noun.lefts if t.dep_ in ("nummod", "amod", "det", "quantmod", "predet", "compound", "nmod")]
    left += _inner_numerals(noun)
    for token in reversed(left):
        if token.ent_type_ == "DATE" and token.dep_ != "nummod":
            continue
        number = _number_at(token, articles=articles and noun.tag_ in ("NN", "NNP"))
        if number is not None:
            return number
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        return _number_of_group(noun.head.head)
    return None


def _number_of_group(word: Token) -> Number | None:
    """The number of "dozens of …" and "a pair of …"."""
    if word.lower_ in load_lexicon("numbers")["vague"] or word.lower_ in load_lexicon("numbers")["groups"]:
        return _number_at(word, articles=False)
    return None


def _inner_numerals(noun: Token) -> list[Token]:
    """The numeral of "19 rocket and drone attacks", which a parser hangs on "rocket"."""
    inside = list(noun.doc[noun.left_edge.i : noun.i])
    numeral = next((t for t in inside if t.tag_ == "CD"), None)
    if numeral is None or any(t.pos_ in ("VERB", "AUX", "ADP", "PUNCT") for t in inside if t.i > numeral.i):
        return []
    return [numeral]


def number_at(token: Token) -> Number | None:
    """The number that a token is or heads ("more than 40", "one"), with its comparator."""
    return _number_at(token, articles=False)


def _number_at(token: Token, *, articles: bool) -> Number | None:
    word = token.lower_
    lexicon = load_lexicon("numbers")
    if (long := _in_long_words(token)) is not None:
        return long
    if word in lexicon["vague"] and token.dep_ not in ("advmod", "quantmod"):
        low, high = lexicon["vague"][word]
        nested = next((read_number(t.lower_) for t in token.doc[token.i + 1 : token.i + 2]), None)
        if word == "several" and nested is not None and nested in lexicon["magnitudes"].values():
            return Number(2 * nested, 2 * nested, None, Comparator.AT_LEAST, token.i, token.i + 2, vague=True)
        if word == "some" and nested is not None:
            return None
        return Number(low, low, high, Comparator.AT_LEAST, token.i, token.i + 1, vague=True)
    if word in lexicon["magnitudes"] and token.i > 0 and token.nbor(-1).lower_ == "several":
        return _number_at(token.nbor(-1), articles=False)
    spelled = _range_around(token) or _hyphenated(token)
    if spelled is not None:
        return spelled
    found = _with_magnitude(token)
    if found is None or (word in ("a", "an") and not articles):
        return None
    value, start, end = found
    comparator, start = _comparator_before(token.doc[max(0, start - 4) : start], start)
    if comparator is Comparator.EXACT and token.doc[end : end + 2].text.lower() == "or more":
        comparator, end = Comparator.AT_LEAST, end + 2
    low, high = bounds(value, comparator)
    return Number(value, low, high, comparator, start, end)


def _in_long_words(token: Token) -> Number | None:
    """The number of "two hundred and six" and "one thousand two hundred", of which the token is any word."""
    doc, first, last = token.doc, token.i, token.i + 1
    if not _is_number_word(token):
        return None
    while first > 0 and (_is_number_word(doc[first - 1]) or _joins(doc, first - 1)):
        first -= 1
    while last < len(doc) and (_is_number_word(doc[last]) or _joins(doc, last)):
        last += 1
    words = [t.lower_ for t in doc[first:last] if t.lower_ not in ("and", "-")]
    if len(words) < 3 or not {"hundred", "thousand"} & {*words} or words[0] in _LARGE:
        return None
    value = _sum_of_words(words)
    comparator, start = _comparator_before(doc[max(0, first - 4) : first], first)
    low, high = bounds(value, comparator)
    return Number(value, low, high, comparator, start, last)


def _is_number_word(token: Token) -> bool:
    words: dict[str, int] = load_lexicon("numbers")["words"]
    return token.lower_ in _LARGE or (token.lower_ in words and token.tag_ in ("CD", "DT") and token.lower_ != "dozen")


def _joins(doc: Doc, i: int) -> bool:
    """True for the "and" of "two hundred and six" and the hyphen of "sixty-four"."""
    if not 0 < i < len(doc) - 1 or not _is_number_word(doc[i + 1]):
        return False
    return (doc[i].lower_ == "and" and doc[i - 1].lower_ in _LARGE) or (
        doc[i].text == "-" and _is_number_word(doc[i - 1])
    )


def _sum_of_words(words: list[str]) -> int:
    values: dict[str, int] = load_lexicon("numbers")["words"]
    total = part = 0
    for word in words:
        if word == "hundred":
            part = max(part, 1) * values[word]
        elif word == "thousand":
            total, part = total + max(part, 1) * values[word], 0
        else:
            part += values[word]
    return total + part


def _with_magnitude(token: Token) -> tuple[int, int, int] | None:
    """The value of a numeral and its tokens, with the "dozen" or "million" beside it ("two dozen", "1.9 million")."""
    magnitudes: dict[str, int] = load_lexicon("numbers")["magnitudes"]
    start, end = token.i, token.i + 1
    if token.lower_ in magnitudes and start > 0:
        before = token.nbor(-1)
        times = _factor(before)
        return (
            (magnitudes[token.lower_], start, end)
            if times is None
            else (round(times * magnitudes[token.lower_]), start - 1, end)
        )
    times = _factor(token)
    after = token.doc[end].lower_ if end < len(token.doc) else ""
    if times is not None and after in magnitudes:
        return round(times * magnitudes[after]), start, end + 1
    value = read_number(token.lower_)
    return None if value is None else (value, start, end)


def _factor(token: Token) -> float | None:
    """What multiplies a magnitude: "two", "a", "1.9"."""
    return float(token.text) if _DECIMAL.match(token.text) else read_number(token.lower_)


def _range_around(token: Token) -> Number | None:
    """The range of "10-15", "10 to 15" and "between 10 and 15" that a token opens or closes."""
    doc = token.doc
    for start in (token.i, token.i - 2):
        if start < 0 or start + 2 >= len(doc) or doc[start].tag_ != "CD":
            continue
        joiner, between = doc[start + 1].lower_, start > 0 and doc[start - 1].lower_ == "between"
        if joiner not in _JOINERS and not (joiner == "and" and between):
            continue
        low, high = read_number(doc[start].lower_), read_number(doc[start + 2].lower_)
        if low is not None and high is not None and 0 < low < high:
            return Number(low, low, high, Comparator.AT_LEAST, start - between, start + 3)
    return None


def _hyphenated(token: Token) -> Number | None:
    """The number of "twenty-one", which the tokenizer cuts in three, and of "twenty one"."""
    doc = token.doc
    i = token.i
    for start, end in ((i, i + 3), (i - 2, i + 1), (i, i + 2), (i - 1, i + 1)):
        if start < 0 or end > len(doc) or (end - start == 3 and doc[start + 1].text != "-"):
            continue
        value = read_number(f"{doc[start].lower_}-{doc[end - 1].lower_}")
        if value is not None:
            comparator, first = _comparator_before(doc[max(0, start - 4) : start], start)
            low, high = bounds(value, comparator)
            return Number(value, low, high, comparator, first, end)
    return None


def bounds(value: int, comparator: Comparator) -> tuple[int | None, int | None]:
    """The least and the most that a number with its comparator allows; null where it sets no bound."""
    if comparator is Comparator.AT_LEAST:
        return value, None
    if comparator is Comparator.MORE_THAN:
        return value + 1, None
    if comparator is Comparator.UP_TO:
        return None, value
    if comparator in (Comparator.ABOUT, Comparator.NEARLY):
        return None, None
    return value, value


def best_of(number: Number) -> int | None:
    """The best single value of a number: none for a vague one or a range; for "more than 45" the least it allows."""
    if number.vague or (number.low is not None and number.high is not None and number.low < number.high):
        return None
    return max(number.value, number.low or 0)


def add(numbers: list[Number]) -> Number:
    """The sum of numbers that stand beside each other, with what bounds the sum."""
    highs = [n.high for n in numbers if n.high is not None]
    return Number(
        value=sum(n.value for n in numbers),
        low=sum(n.low or 0 for n in numbers) or None,
        high=sum(highs) if len(highs) == len(numbers) else None,
        comparator=next((n.comparator for n in numbers if n.comparator is not Comparator.EXACT), Comparator.EXACT),
        start=min(n.start for n in numbers),
        end=max(n.end for n in numbers),
        vague=any(n.vague for n in numbers),
    )


def _comparator_before(window: Span, start: int) -> tuple[Comparator, int]:
    words = [t.lower_ for t in window]
    phrases: dict[str, list[str]] = load_lexicon("numbers")["comparators"]
    for code, options in phrases.items():
        for phrase in options:
            parts = phrase.split()
            if words[-len(parts) :] == parts:
                return Comparator(code), start - len(parts)
    return Comparator.EXACT, start
