"""Where an event took place, out of the places that its words name."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from spacy.tokens import Span, Token

from tallystick.model.expression import PlaceExpression
from tallystick.model.place import Where
from tallystick.model.terms import ActorType, PlacePrecision, ToponymUse
from tallystick.reading.belonging import Belonging, belonging_of
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import says
from tallystick.reading.place_span import COARSENESS
from tallystick.reading.segments import Segment
from tallystick.reading.trigger import Trigger

_BODIES = (ActorType.GOVERNMENT_BODY, ActorType.ARMED_FORCES, ActorType.ORGANISATION, ActorType.MEDIA)
_TOWN, _REGION = COARSENESS[PlacePrecision.TOWN], COARSENESS[PlacePrecision.REGION]
_GIVES_WAY = 2.5
_ORIGIN = frozenset({"from", "by"})
_OF_A_STATE = frozenset({"army", "government", "regime", "junta"})
_WAY = frozenset({"from", "to", "for", "toward", "towards"})
_VICINITY = frozenset({"near", "of", "outside", "beyond", "off", "between", "from", "towards"})


def find_places_of(
    document: Document, segment: Segment, triggers: tuple[Trigger, ...] = (), head: Token | None = None
) -> tuple[PlaceExpression, ...]:
    """The places where the segment's event happened: one, or several of the same fineness that are listed together.

    A container named beside its part ("Harir, Erbil Province, Iraq") and the place that something came from are
    left out.
    """
    events = {t.token.i for t in triggers}
    inside = [
        e
        for e in (*document.places, *document.towns_in_names)
        if e.place is not None
        and (span := document.span_of(e.quote)) is not None
        and segment.start <= span.start < segment.end
        and is_scene(document, e)
    ]
    if not inside:
        return ()
    ranks = {e: _rank(document, e, events, head) for e in inside}
    finest = min(ranks.values())
    chosen = [e for e in inside if ranks[e] == finest]
    if finest >= _REGION:
        return tuple(chosen)
    if len(chosen) == 1:
        return tuple(chosen)
    return _listed(document, chosen)


def last_site(document: Document, segment: Segment) -> tuple[PlaceExpression, ...]:
    """The site or town named last before a segment, which "the base" and "it" stand for; empty if there is none."""
    start = document.doc[segment.start].idx
    before = (e for e in reversed(document.places) if e.quote.end <= start and rank_of(e) <= 1)
    return tuple(islice((e for e in before if is_scene(document, e)), 1))


def is_scene(document: Document, expression: PlaceExpression) -> bool:
    """True for a place where something may happen: not one that acts, speaks, or is come from."""
    span = document.span_of(expression.quote)
    return span is not None and not _is_institution(document, span) and not _is_aside(document, expression, span)


def where_of(expression: PlaceExpression) -> Where:
    """The place of an expression with the words that carry it."""
    if expression.place is None:
        raise ValueError(f"{expression.quote.exact!r} was not resolved to a place")
    return Where(**expression.place.model_dump(), quote=expression.quote)


def rank_of(expression: PlaceExpression) -> int:
    """How coarse a place is told: 0 for a site, 5 for a country; a village on no list is told as finely as a town."""
    if expression.place is None:
        return 9
    return _TOWN if expression.place.is_unlisted else COARSENESS[expression.place.precision]


def _rank(document: Document, expression: PlaceExpression, events: Collection[int], head: Token | None) -> float:
    """Coarseness, half a step coarser for what stands only as a neighbour ("near Erbil") or in another name.

    What measures a bearing, is gone to or come from, or is told by the way, gives way to a province.
    """
    rank = float(rank_of(expression))
    span = document.span_of(expression.quote)
    if span is None or rank > 1:
        return rank
    before = _preposition(span)
    is_bearing = before is not None and before.lower_ in _VICINITY and _is_bearing(before)
    if (
        is_bearing
        or _is_of_office(span)
        or _is_of_way(span, before)
        or belonging_of(span.root, events, head) is not Belonging.EVENT
    ):
        return rank + _GIVES_WAY
    is_neighbour = before is not None and before.lower_ in _VICINITY
    return rank + 0.5 if is_neighbour or expression.use is not ToponymUse.PLACE else rank


def _is_of_way(span: Span, preposition: Token | None) -> bool:
    """True for a place left or headed for: "fled Mosul", "on its way from Bentiu to Malakal"."""
    if preposition is None:
        return span.root.dep_ in ("dobj", "obj") and span.root.head.lemma_.lower() in words_of("cues", "depart")
    return preposition.lower_ in _WAY and preposition.head.lemma_.lower() in words_of("cues", "travel")


def _is_of_office(span: Span) -> bool:
    """True for the town in "the mayor of Bani-Bangou", who may be anywhere."""
    preposition = span.root.head
    return preposition.lower_ == "of" and preposition.head.lemma_.lower() in words_of("places", "officers")


def _is_bearing(preposition: Token) -> bool:
    """True for the "of" in "east of Damascus" and "30km south of the town", which say from where one measures."""
    return (
        preposition.lower_ == "of" and preposition.i > 0 and preposition.nbor(-1).lower_ in words_of("cues", "bearing")
    )


def _is_aside(document: Document, expression: PlaceExpression, span: Span) -> bool:
    if (
        _is_of_speaker(document, span)
        or _is_seat(span)
        or _heads_words(span)
        or _is_dateline(span)
        or _names_a_state(span)
    ):
        return True
    before = _preposition(span)
    if before is None:
        return _is_possessor(span)
    if _is_of_reaction(before) or before.dep_ == "agent":
        return True
    if before.lower_ in _ORIGIN and _is_launched(before.head):
        return True
    return (
        expression.place is not None
        and expression.place.precision is PlacePrecision.COUNTRY
        and not expression.place.is_unlisted
        and before.lower_ in ("near", "with", "to", "for", "like")
    )


def _is_launched(head: Token) -> bool:
    """True for "fired" and for "missile" in "launched a missile from Yemen"."""
    if head.pos_ == "NOUN" and head.dep_ in ("dobj", "nsubjpass"):
        head = head.head
    return head.lemma_.lower() in words_of("places", "sent_from")


def _is_institution(document: Document, span: Span) -> bool:
    """True for a place that stands for who is in it ("the Pentagon said", "Iran denied", "Russia's forces")."""
    actor = document.actor_at.get(span.root.i)
    before = _preposition(span)
    if span.root.dep_ in ("dobj", "obj", "nsubjpass") and span.root.head.lemma_.lower() in words_of(
        "triggers", "verbs"
    ):
        return False
    if actor is not None and actor.type is ActorType.STATE and span.root.dep_ in ("nsubj", "poss", "compound", "amod"):
        return before is None or span.root.dep_ != "nsubjpass"
    return (
        actor is not None
        and actor.type in _BODIES
        and (before is None or not (before.lower_ in ("at", "on", "near", "against") or _follows_place_noun(before)))
    )


def _follows_place_noun(preposition: Token) -> bool:
    """True for the "of" in "the town of Mayadeen", which a broadcaster may be named after."""
    return preposition.lower_ == "of" and preposition.head.lemma_.lower() in words_of("places", "plain_place_nouns")


def _is_of_speaker(document: Document, span: Span) -> bool:
    """True for the place in "the ministry in Ankara said": where the speaker sits."""
    token = span.root
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        if token.dep_ == "nsubj" and token.head.pos_ == "VERB":
            return says(token.head) and token.i in document.actor_at
        if token.dep_ == "appos":
            return False
        token = token.head
    return False


def _is_seat(span: Span) -> bool:
    """True for "the Istanbul-based coalition"."""
    behind = [t.lower_ for t in span.doc[span.end : span.end + 2]]
    return behind[:1] in (["based"], ["-based"]) or behind == ["-", "based"]


def _heads_words(span: Span) -> bool:
    """True for "Saree, spokesman of the Armed Forces (Sana'a): …": whose words follow sits there."""
    behind = span.doc[span.end : span.end + 2].text.replace(" ", "")
    if not (behind.startswith("):") or behind.startswith(":")):
        return False
    sentence = span.doc[span.root.sent.start : span.start]
    return any(t.lemma_.lower() in words_of("places", "titles") for t in sentence)


def _names_a_state(span: Span) -> bool:
    """True for the capital in "the Bamako army" and "the Tripoli government"."""
    return span.root.dep_ == "compound" and span.root.head.lemma_.lower() in _OF_A_STATE


def _is_dateline(span: Span) -> bool:
    """True for "BEIRUT Air strikes killed …": where the report was written, in capitals before its first sentence."""
    if not span.text.isupper() or span.end >= len(span.doc):
        return False
    if span.start != span.root.sent.start and not span.doc[span.start - 1].like_num:
        return False
    behind = span.doc[span.end]
    return behind.is_title or behind.is_punct


def _is_of_reaction(preposition: Token) -> bool:
    """True for "condemned in London", "told reporters in Baghdad" and "in Washington they are dated to Thursday": where
    words were spoken.
    """
    verb = preposition.head
    if verb.dep_ in ("dobj", "obj") and verb.lemma_.lower() in ("reporter", "journalist", "correspondent"):
        verb = verb.head
    return verb.lemma_.lower() in words_of("cues", "reaction") | words_of("cues", "dating") | {"tell"}


def _is_possessor(span: Span) -> bool:
    """True for the country in "Iraq's defence minister", which says whose and not where."""
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    if behind is None or behind.lower_ not in ("'s", "’s"):
        return False
    owned = span.root.head
    return owned.lemma_.lower() in (
        "minister",
        "president",
        "ministry",
        "government",
        "army",
        "agency",
        "spokesman",
        "force",
        "parliament",
        "leader",
    )


def _preposition(span: Span) -> Token | None:
    start = span.start
    while start > 0 and span.doc[start - 1].lower_ in ("the", "a", "an", "al", "-", "central", "downtown", "nearby"):
        start -= 1
    before = span.doc[start - 1] if start > 0 else None
    if before is not None and before.pos_ == "ADP":
        return before
    root = span.root
    while root.dep_ == "conj" and root.head != root:
        root = root.head
    head = root.head
    return head if head.pos_ == "ADP" and head.i < span.start and span.start - head.i < 12 else None


def _listed(document: Document, chosen: list[PlaceExpression]) -> tuple[PlaceExpression, ...]:
    """The places that stand in one list with the first; the rest are told of something else."""
    listed = [chosen[0]]
    first = document.span_of(chosen[0].quote)
    before = _preposition(first) if first is not None else None
    if before is not None and before.lower_ == "between":
        # What happens on the road between two towns happens once.
        return tuple(listed)
    for expression in chosen[1:]:
        if expression.place is not None and any(expression.place.id == e.place.id for e in listed if e.place):
            continue
        previous = document.span_of(listed[-1].quote)
        this = document.span_of(expression.quote)
        if previous is None or this is None:
            continue
        between = this.doc[previous.end : this.start]
        joined = {t.lower_ for t in between}
        if "in" in joined and "and" not in joined:
            continue
        if joined & {"and", ",", "or", "plus"} and not any(t.pos_ == "VERB" and t.tag_ != "VBN" for t in between):
            listed.append(expression)
    return tuple(listed)
