"""How much a claim is over: which part of how many, and of what set."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.claim import ClaimScope
from tallystick.model.terms import Quantifier
from tallystick.model.when import When
from tallystick.reading.document import Document, within
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.numbers import read_number
from tallystick.reading.phrases import is_definite, is_plural

_ALSO_CLAIMED = frozenset({"operation", "incident", "those", "them", "these", "action"})
_TOGETHER = 7
_FEW = 50


@dataclass(frozen=True)
class Quantity:
    """How much is claimed. ``back`` is how many of the events told it points to; ``of_set`` that it is over a set of
    which the words name no single one; ``noun`` the word for what is claimed.
    """

    quantifier: Quantifier = Quantifier.ONE
    number: int | None = None
    of: int | None = None
    back: int | None = None
    of_set: bool = False
    first: bool = False
    noun: Token | None = None


def read_quantity(tail: Span) -> Quantity:
    """The quantity at the beginning of what is claimed ("most of the recent attacks", "two of the three")."""
    for at, token in enumerate(tail):
        if token.pos_ == "VERB" and token.dep_ in ("relcl", "advcl", "conj", "ccomp") and at:
            break
        word = token.lower_
        if word in ("both",):
            return Quantity(Quantifier.ALL, 2, back=2, noun=_noun_behind(token, tail))
        number = read_number(word) if token.pos_ == "NUM" or token.like_num else None
        if number is not None and number > 0 and not _is_date(token):
            found = _numbered(token, number, tail)
            if found is not None:
                return found
        code = _code_of(token)
        if code is not None and (noun := _noun_behind(token, tail)) is not None:
            return _worded(token, code, noun, tail)
    return Quantity()


def _numbered(token: Token, number: int, tail: Span) -> Quantity | None:
    """The quantity of "two of the three", "all eleven attacks", "the first two attacks" and "five attacks"."""
    of = _out_of(token, tail)
    if of is not None:
        whole, noun = of
        return Quantity(Quantifier.SOME, number, whole, of_set=True, noun=noun)
    noun = _noun_behind(token, tail, near=4)
    if noun is None:
        return None
    before = [t.lower_ for t in tail.doc[max(tail.start, token.i - 3) : token.i]]
    if "all" in before:
        return Quantity(Quantifier.ALL, number, back=number, noun=noun)
    if number == 1:
        return None
    points = is_definite(noun) or any(w in ("the", "these", "those") for w in before)
    first = "first" in before
    if points:
        return Quantity(Quantifier.SEVERAL if first else Quantifier.ALL, number, back=number, first=first, noun=noun)
    return Quantity(Quantifier.SEVERAL, number, of_set=True, noun=noun)


def _out_of(token: Token, tail: Span) -> tuple[int | None, Token | None] | None:
    """The whole of "two of the three", and "one of the attacks"."""
    words = list(tail.doc[token.i + 1 : min(tail.end, token.i + 7)])
    if [t.lower_ for t in words[:2]] == ["out", "of"]:
        words = words[1:]
    if not words or words[0].lower_ != "of":
        return None
    whole = next((n for t in words[1:4] if (n := read_number(t.lower_)) is not None), None)
    noun = _noun_behind(token, tail)
    pointing = len(words) > 1 and words[1].lower_ in ("the", "these", "those", "them", "its")
    return (whole, noun) if whole is not None or (noun is not None and pointing) else None


def _worded(token: Token, code: Quantifier, noun: Token, tail: Span) -> Quantity:
    number = None
    if code is Quantifier.ALL:
        near = tail.doc[token.i + 1 : min(tail.end, token.i + 4)]
        number = next((n for t in near if (n := read_number(t.lower_)) is not None), None)
    if number is not None and number < _FEW:
        return Quantity(code, number, back=number, noun=noun)
    return Quantity(code, number, of_set=True, noun=noun)


def _code_of(token: Token) -> Quantifier | None:
    for code, words in load_lexicon("claims")["quantifiers"].items():
        if token.lower_ in words and token.lower_ != "both":
            return Quantifier(code)
    return None


def _noun_behind(token: Token, tail: Span, *, near: int = _TOGETHER) -> Token | None:
    """The plural noun for attacks behind a quantity, or the pronoun for them."""
    nouns = words_of("triggers", "nouns") | _ALSO_CLAIMED | {"hit", "bomb", "operation"}
    for t in tail.doc[token.i + 1 : min(tail.end, token.i + 1 + near)]:
        if t.text in (".", ";", ":", ","):
            return None
        if t.lower_ in ("those", "them", "these") or (is_plural(t) and t.lemma_.lower() in nouns):
            following = t.nbor() if t.i + 1 < len(t.doc) else None
            if t.lower_ in ("those", "these") and following is not None and is_plural(following):
                continue
            return t
    return None


def _is_date(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME") and not is_plural(token.head)


def read_scope(document: Document, quantity: Quantity, sentence: Span) -> ClaimScope | None:
    """The set that a claim is over, as far as the words behind its noun tell; null where they tell nothing."""
    noun = quantity.noun
    if noun is None or noun.lower_ in ("them",):
        return None
    last = min(noun.right_edge.i + 1, sentence.end)
    span = sentence.doc[noun.left_edge.i : max(last, noun.i + 1)]
    quote = document.quote_span(span)
    window = within(document.dates, span.start_char, max(span.end_char, _clause_end(noun, sentence)))
    place = next((e for e in document.places if quote.start <= e.quote.start < quote.end), None)
    target = next((p for c in noun.rights if c.lower_ in ("on", "against") for p in c.rights if p.dep_ == "pobj"), None)
    if target is not None and target.i in document.date_at:
        target = None
    if not window and place is None and target is None:
        return None
    return ClaimScope(
        place=place.quote.exact if place else None,
        when=window[0].when if window else When(),
        target=_name_of(document, target) if target is not None else None,
        quote=document.quote(quote.start, max(quote.end, window[0].quote.end if window else 0)),
    )


def _clause_end(noun: Token, sentence: Span) -> int:
    """Where the clause of a noun ends: at the next comma or semicolon, or with its sentence."""
    stop = next((t for t in sentence.doc[noun.i : sentence.end] if t.text in (",", ";", ":")), None)
    return stop.idx if stop is not None else sentence.end_char


def _name_of(document: Document, noun: Token) -> str:
    words = [t for t in noun.doc[noun.left_edge.i : noun.i + 1] if t.dep_ not in ("det", "poss", "case")]
    return document.quote_tokens(words or [noun]).exact
