"""Names in a sentence, known or not, put as marks so that the words between them can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span

from tallystick.model.actor import ActorRef
from tallystick.model.expression import ActorExpression
from tallystick.model.terms import ActorType, PlacePrecision, ToponymUse
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import is_plural

_PART = r"(?:(?:[Aa]l|[Aa]sh|[Aa]n|[Aa]d)-)?[A-Z0-9À-Þ][\w’'\-–]*"
_LINK = r"(?:of|de|del|wal|ul|bin|and|for|in|i)"
_NAME = re.compile(rf"(?<![\w’'-]){_PART}(?:(?: {_LINK}(?: the)?)? {_PART})*")
_ADJECTIVE = re.compile(r"-(?:[a-z]+ed|led|based|run)$")  # "Iran-backed" names Iran
_POSSESSIVE = re.compile(r"[’']s?$")
_NO_NAME = frozenset({
    "the", "a", "an", "in", "on", "it", "we", "he", "she", "they", "two", "three", "four", "and", "but", "if", "at",
    "its", "unlike", "captured", "talks", "soldiers", "police", "analysts", "nobody", "communique", "no", "un",
    "mr", "this", "official", "both", "all", "these", "those", "some", "many", "most", "other", "others",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
# Of sets without a name only those are marked that act under somebody's: "militants, many under the Front's banner".
_UNDER_NAME = re.compile(r",? (?:(?:many|most|some|all)(?: of them)? )?(?:under|fighting under|acting under)\b")


@dataclass(frozen=True)
class Name:
    """A name of somebody: its code points in the report, and the actor that it means."""

    start: int
    end: int
    actor: ActorRef


@dataclass(frozen=True)
class Marked:
    """A sentence whose names are put as ``⟦0⟧``, ``⟦1⟧`` …; articles before them and brackets behind them left out."""

    text: str
    names: tuple[Name, ...]


def mark_names(document: Document, sentence: Span, *, before: Name | None = None) -> Marked:
    """A sentence with its names as marks; "it" at its head and "its" mean ``before``, the name last spoken of."""
    text = document.report.text
    begin, finish = sentence.start_char, sentence.end_char
    names = tuple(_names(document, begin, finish))
    parts, at = [], begin
    for number, name in enumerate(names):
        parts += [text[at : name.start], f"⟦{number}⟧"]
        at = name.end
    template = _tidy("".join([*parts, text[at:finish]]))
    if before is not None:
        meant = f"⟦{len(names)}⟧"
        template = re.sub(
            r"^(?:It|They|The (?:group|movement|militia|organi[sz]ation)) (?=[a-z])", f"{meant} ", template
        )
        if names and _is_state(document, names[0]):
            template = re.sub(r"\bthat it (?=(?:is|was|has|acts|serves)\b)", f"that {meant} ", template)
        template = re.sub(r"(?<=⟧ )((?:is|was|are|were) )(?:its|their)\b", rf"\1{meant}'s", template)
    return Marked(template, names if before is None else (*names, before))


def _is_state(document: Document, name: Name) -> bool:
    """True for a state, of whom "it" in what it says of others is not said."""
    states = (ActorType.STATE, ActorType.GOVERNMENT_BODY)
    return any(e.type in states and e.quote.start == name.start for e in document.actors)


def _tidy(template: str) -> str:
    plain = re.sub(r"\s+", " ", template.replace("’", "'").replace("“", '"').replace("”", '"'))
    plain = re.sub(r"(⟦\d+⟧) \([^)]*\)", r"\1", plain)
    plain = re.sub(r",? also (?:called|known as) (?:the )?⟦\d+⟧,?", "", plain)
    plain = re.sub(r"\b(?:[Tt]he|[Aa]n?) (?=⟦)", "", plain)
    behind = "|".join(load_lexicon("relations")["behind_names"])
    return re.sub(rf"(⟦\d+⟧)(?:'s?)? (?:{behind})\b", r"\1", plain)


def _names(document: Document, begin: int, finish: int) -> Iterator[Name]:
    """Actor expressions and runs of capitalised words, the longer where they overlap, in order."""
    known = [
        name
        for e in document.actors
        if begin <= e.quote.start and e.quote.end <= finish
        if e.type is not ActorType.UNNAMED_SET or _acts_under_name(document.report.text, e)
        if (name := _name_in(e)) is not None
    ]
    adjectives = [(p.quote.start, p.quote.end) for p in document.toponyms if p.use is not ToponymUse.PLACE]
    places = [p for p in document.places if p.place is not None and p.place.precision is not PlacePrecision.COUNTRY]
    days = [(d.quote.start, d.quote.end) for d in document.dates]
    told = [*_longest(known)]
    for start, end in _capitalised(document.report.text, begin, finish):
        if _only_describes(document, start, end):
            continue
        over = [n for n in told if n.start < end and start < n.end]
        if any(a < end and start < b for a, b in days) or (
            len(over) == 1 and over[0].end - over[0].start >= end - start
        ):
            continue
        if any(n.start < start or n.end > end for n in over) or (over and any(start <= a < end for a, _ in adjectives)):
            continue
        if not over and any(p.quote.start <= start and end <= p.quote.end for p in places):
            continue
        told = [n for n in told if n not in over]
        told.append(Name(start, end, ActorRef(name=document.report.text[start:end])))
    told += _unnamed(document.report.text, begin, finish)
    yield from sorted(told, key=lambda n: n.start)


def _acts_under_name(text: str, told: ActorExpression) -> bool:
    """True for a set without a name that tells no more of one named before it ("X, a militia under …")."""
    is_apart = re.search(r",\s+(?:an?|the)\s+$", text[: told.quote.start]) is not None
    return not is_apart and _UNDER_NAME.match(text, told.quote.end) is not None


def _only_describes(document: Document, start: int, end: int) -> bool:
    """True for words that name nobody by themselves: "South African", and "Militias" or "Should" where they begin."""
    span = document.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    is_people = span.root.ent_type_ == "NORP"
    is_adjective = span.root.tag_ in ("JJ", "JJR", "JJS") or (is_people and not is_plural(span.root))
    if len(span) > 1:
        return is_adjective and is_people and len(span) == len(span.text.split())
    sets = words_of("actors", "armed_sets") | words_of("actors", "armed_people") | words_of("actors", "loose_sets")
    is_opener = span.root.is_sent_start and span.root.pos_ not in ("PROPN", "NOUN", "X")
    return is_adjective or bool(is_opener) or span.text.lower() in sets


def _unnamed(text: str, begin: int, finish: int) -> Iterator[Name]:
    """Bodies without a name that others are members of: "the coordination room brings together A and B"."""
    words = load_lexicon("relations")
    body = rf"\b[Tt]he ((?:[a-z-]+ ){{0,2}}(?:{'|'.join(words['unnamed'])}))(?= (?:{'|'.join(words['gathers'])}))"
    for found in re.finditer(body, text[begin:finish]):
        yield Name(begin + found.start(1), begin + found.end(1), ActorRef(name=found[1]))


def _name_in(told: ActorExpression) -> Name | None:
    """The name in an actor expression: of "armed wing of the Communist Party", what is written in capitals.

    None for a description and for words that only point to somebody ("a coalition", "the army", "itself").
    """
    words = told.quote.exact
    if told.actor_id is not None and told.type is ActorType.PERSON:
        return _person(told)
    if told.type is not ActorType.UNNAMED_SET and not any(c.isupper() for c in words):
        return None
    head = re.match(r"(?:the )?[a-z][^A-Z]* of (?:the )?(?=[A-Z])", words)
    start = head.end() if head else 0
    if told.actor_id is not None:
        return Name(told.quote.start + start, told.quote.end, told.actor)
    if told.type is ActorType.UNNAMED_SET:
        return Name(told.quote.start, told.quote.end, ActorRef(name=told.name))
    named = re.match(rf"(?:[Tt]he )?({_NAME.pattern})", words[start:])
    if named is None or named[1].lower() in _NO_NAME:
        return None
    begin = told.quote.start + start + named.start(1)
    return Name(begin, begin + len(named[1]), ActorRef(name=named[1]))


def _person(told: ActorExpression) -> Name | None:
    """The name of somebody who speaks or acts for a body, and is not that body."""
    named = re.search(rf"{_PART}(?: {_PART})*$", told.quote.exact)
    if named is None:
        return None
    return Name(told.quote.start + named.start(), told.quote.end, ActorRef(name=named[0]))


def _longest(names: list[Name]) -> Iterator[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: n.start - n.end):
        if all(name.end <= k.start or k.end <= name.start for k in kept):
            kept.append(name)
    yield from kept


def _capitalised(text: str, begin: int, finish: int) -> Iterator[tuple[int, int]]:
    for found in _NAME.finditer(text, begin, finish):
        start, end = found.span()
        start, end = _without_openers(text, start, end)
        for piece_start, piece_end in _pieces(text, start, end):
            name = _ADJECTIVE.sub("", text[piece_start:piece_end])
            if len(name) > 1 and name.lower() not in _NO_NAME and any(c.isalpha() for c in name):
                yield piece_start, piece_start + len(name)


def _without_openers(text: str, start: int, end: int) -> tuple[int, int]:
    while (space := text.find(" ", start, end)) > 0 and text[start:space].lower() in _NO_NAME:
        start = space + 1
    return start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut at "and" and behind a possessive: "Pakistan's Army" names two."""
    at = start
    for cut in re.finditer(r"[’']s? | and (?:the )?|-(?:[a-z]+ed|led|based|run) ", text[start:end]):
        yield at, start + cut.start()
        at = start + cut.end()
    last = _POSSESSIVE.sub("", text[at:end])
    yield at, at + len(last)


@cache
def list_of_names() -> str:
    """A regular expression for one name, or several in a row: "⟦0⟧, ⟦1⟧ and ⟦2⟧"."""
    return r"⟦\d+⟧(?:(?:, ⟦\d+⟧)*,? (?:and|or) ⟦\d+⟧)?"
