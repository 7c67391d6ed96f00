"""Over which ground a count counts: the places that its words name as such, or that it takes over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Span, Token

from tallystick.model.expression import PlaceExpression
from tallystick.model.mention import TallyPart
from tallystick.model.terms import EventKind, TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import is_plural, says
from tallystick.reading.place_ranks import rank_of
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_ground import code_of, number_over
from tallystick.reading.tally_labels import is_labelled
from tallystick.reading.tally_pointing import ground_pointed_at
from tallystick.reading.told import Told

COUNTRY = 5
"""The rank of a country among places."""

_NEAR = 8
# Prepositions of ground wherever they stand, and those that tell it only behind an attack or what is attacked.
_GROUND = frozenset(
    {"in", "across", "near", "inside", "within", "throughout", "around", "over", "off", "into", "along"}
)
_AIMED = frozenset({"on", "at", "against", "of", "to"})
# Prepositions of who does something or whence it comes.
_DOERS = frozenset({"by", "from", "with", "between", "to"})
# What stands between a country and its part ("Nigeria's Borno state"), and between a part and its country.
_OWNS = frozenset({"'s", "’s", "'", "’", "northern", "southern", "eastern", "western", "central", "restive"})
_WITHIN = frozenset({",", "in", "of", "the", "province", "region", "state", "district", "department", "governorate"})
_UP = ("compound", "nmod", "amod", "poss", "conj", "appos", "npadvmod")
_AIR = frozenset({EventKind.AIRSTRIKE})


def find_areas(document: Document, sentence: Span, count: Count, parts: Sequence[TallyPart]) -> tuple[str, ...]:
    """The areas of a count by its own sentence: country codes, and ids of places told near it or as what was hit."""
    areas: dict[str, Span] = {}
    accepted = -1
    own = {t.i for t in sentence if count.number.start <= t.i < count.number.end}
    over = {e.quote.start: _number_over(document, e) for e in document.places}
    has_own = bool(own & set(over.values()))
    for expression in document.places:
        span = document.span_of(expression.quote)
        if span is None or expression.place is None or not sentence.start <= span.start < sentence.end:
            continue
        if (count.running or _is_sum(count)) and _stands_apart(span, count):
            continue
        number = over[expression.quote.start]
        is_part = any(p.scope in (expression.place.id, expression.place.country) for p in parts)
        if number not in own and (has_own or (number is not None and not is_part)):
            continue
        rank = rank_of(expression)
        listed = 0 < accepted == span.start - 1 and span.doc[accepted].lower_ in ("and", "or", ",")
        if rank == COUNTRY and expression.place.country and (listed or not _acts(document, span)):
            areas.setdefault(expression.place.country, span)
        elif rank < COUNTRY and (listed or number in own or _is_ground_of(document, span, count)):
            areas.setdefault(expression.place.id, span)
        else:
            continue
        accepted = span.end
    within = [p.scope for p in parts if _is_area(document, p.scope)]
    whole = [a for a in areas if a not in within]
    told = _without_containers(document, {a: areas[a] for a in whole}) or within or whole
    return tuple(dict.fromkeys(told)) or ground_pointed_at(document, sentence, count)


def _is_sum(count: Count) -> bool:
    return count.anchor.lemma_.lower() in words_of("tallies", "totals")


def _stands_apart(span: Span, count: Count) -> bool:
    """True for a place before the number of one in a row, and in what "brings the number of …" has for its subject."""
    if count.running:
        return bool(span.start < count.number.start)
    verb = next((a for a in count.anchor.ancestors if a.lemma_.lower() in words_of("tallies", "brings")), None)
    return verb is not None and any(c.dep_ == "nsubj" and c.is_ancestor(span.root) for c in verb.lefts)


def _without_containers(document: Document, areas: Mapping[str, Span]) -> list[str]:
    """The areas without the country that only says where one of them lies ("Borno in Nigeria", "Nigeria's Borno")."""
    return [a for a, span in areas.items() if len(a) > 2 or not _holds_neighbour(document, a, span, areas)]


def _holds_neighbour(document: Document, country: str, span: Span, areas: Mapping[str, Span]) -> bool:
    for area, inner in areas.items():
        place = next((e.place for e in document.places if e.place is not None and e.place.id == area), None)
        if place is None or place.country != country or area == country:
            continue
        first, second = sorted((span, inner), key=lambda each: each.start)
        between = {t.lower_ for t in span.doc[first.end : second.start]}
        if between <= (_OWNS if first is span else _WITHIN):
            return True
    return False


def _number_over(document: Document, expression: PlaceExpression) -> int | None:
    span = document.span_of(expression.quote)
    number = number_over(span) if span is not None else None
    return None if number is None else int(number.i)


def _is_ground_of(document: Document, span: Span, count: Count) -> bool:
    """True for a place near a count, or that was hit in what it counts."""
    is_near = abs(span.start - count.anchor.i) < _NEAR or count.anchor.is_ancestor(span.root)
    return _is_ground(document, span) and (is_near or _is_hit(span))


def areas_of_head(document: Document, count: Count, sentence: Span) -> tuple[str, ...]:
    """The areas of a row of a table, named in the lines above it, the nearest line that names any."""
    if not is_labelled(count.number, sentence):
        return ()
    text = document.report.text[: count.anchor.idx]
    end = text.rfind("\n") if len(text.rpartition("\n")[2].split()) < _NEAR else 0
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        found = [e for e in document.places if start <= e.quote.start < end and e.place is not None]
        if found:
            return tuple(dict.fromkeys(code_of(e) for e in found if rank_of(e) <= COUNTRY))
        end = start - 1
    return ()


def area_of_numbered(told: Told, count: Count) -> tuple[str, ...]:
    """The country of the event that "the third US strike in two weeks" numbers: the last told before, of its kind."""
    if not count.running:
        return ()
    before = [f for f in told.events if f.segment.start <= count.anchor.i and f.places]
    alike = [f for f in before if f.kind in _AIR and not f.is_setting] if count.unit is TallyUnit.STRIKES else []
    for frame in reversed(alike or before):
        countries = {e.place.country for e in frame.places if e.place is not None and e.place.country}
        if len(countries) == 1:
            return tuple(countries)
    return ()


def the_two_countries(sentence: Span, last: Sequence[str]) -> tuple[str, ...]:
    """The two countries of the count before, if a sentence speaks of "both" or "the two countries"."""
    codes = tuple(a for a in last if len(a) == 2)
    text = sentence.text.lower()
    return codes if len(codes) == 2 and ("the two countries" in text or "both countries" in text) else ()


def _is_area(document: Document, scope: str) -> bool:
    return len(scope) == 2 or any(e.place is not None and e.place.id == scope for e in document.places)


def _acts(document: Document, span: Span) -> bool:
    """True for a country that does or says something, or is only whose somebody is ("Yemen's rebels")."""
    token = _top(document, span.root)
    if token is None or _speaks(token):
        return True
    if _stands_behind_in(span):
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ in _DOERS or (token.head.lower_ not in _GROUND and _speaks(token.head.head))
    return token.dep_ == "nsubj" and token.head.pos_ == "VERB"


def _is_ground(document: Document, span: Span) -> bool:
    """True for a place behind "in" and the like, or that was attacked itself; not one that acts or speaks."""
    token = _top(document, span.root)
    if token is None or _speaks(token):
        return False
    if token.dep_ == "pobj":
        prep = token.head
        if prep.lower_ in _GROUND:
            return not _speaks(prep.head)
        return prep.lower_ in _AIMED and prep.head.lower_ != "according" and not _speaks(prep.head)
    if token.dep_ in ("dobj", "obj", "nsubjpass"):
        return token.head.lemma_.lower() in load_lexicon("triggers")["verbs"] or _is_event(token)
    return _is_event(token) or _stands_behind_in(span)


def _top(document: Document, token: Token) -> Token | None:
    """The noun that a place name stands in or is listed beside; none if that is somebody ("Yemen's rebels")."""
    while token.dep_ in _UP and token.head.pos_ in ("NOUN", "PROPN"):
        is_beside = token.dep_ in ("conj", "appos")
        token = token.head
        if not is_beside and (token.i in document.actor_at or token.lemma_.lower() in words_of("cues", "people")):
            return None
    return token


def _speaks(token: Token) -> bool:
    """True for what stands in the name of who says something ("a think-tank in Colombo said"), or where it is said.

    Who keeps count somewhere ("monitors in Ituri recorded") counts what is there.
    """
    if token.pos_ == "VERB":
        return says(token) and token.lemma_.lower() not in words_of("tallies", "count")
    return any(
        above.dep_ == "nsubj" and says(above.head) and not _is_event(above) and not _keeps_count(above)
        for above in (token, *token.ancestors)
    )


def _keeps_count(subject: Token) -> bool:
    return subject.head.lemma_.lower() in words_of("tallies", "tally")


def _stands_behind_in(span: Span) -> bool:
    """True for a name that follows "in" within a few words of a list, whatever the parse makes of it."""
    doc = span.doc
    for token in reversed(doc[max(0, span.start - 4) : span.start]):
        if token.lower_ in ("in", "across", "throughout"):
            return True
        if token.pos_ not in ("PROPN", "ADJ", "DET", "CCONJ") and token.text != ",":
            return False
    return False


def _is_event(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in words_of("tallies", "attacks") | words_of("tallies", "strikes")


def _is_hit(span: Span) -> bool:
    """True for the places of "attacks on al-Asad and al-Tanf", in the plural."""
    doc, seen = span.doc, False
    for token in reversed(doc[span.sent.start : span.start]):
        seen = seen or token.lower_ in ("on", "against")
        if seen and token.pos_ == "NOUN":
            return _is_event(token) and is_plural(token)
        if token.pos_ == "VERB":
            return False
    return False
