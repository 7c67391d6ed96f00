"""Where something may happen, and places told aside: where a speaker sits, who is meant, what came from there."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.expression import PlaceExpression
from tallystick.model.terms import ActorType, PlacePrecision
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import says
from tallystick.reading.place_prepositions import preposition_before

_BODIES = (ActorType.GOVERNMENT_BODY, ActorType.ARMED_FORCES, ActorType.ORGANISATION, ActorType.MEDIA)
_ORIGIN = frozenset({"from", "by"})
_OF_A_STATE = frozenset({"army", "government", "regime", "junta"})


def is_scene(document: Document, expression: PlaceExpression) -> bool:
    """True for a place where something may happen: not one that acts, speaks, or is come from."""
    span = document.span_of(expression.quote)
    return span is not None and not _is_institution(document, span) and not _is_aside(document, expression, span)


def _is_aside(document: Document, expression: PlaceExpression, span: Span) -> bool:
    if (
        _is_of_speaker(document, span)
        or _is_seat(span)
        or _heads_words(span)
        or _is_dateline(span)
        or _names_a_state(span)
    ):
        return True
    before = preposition_before(span)
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
    before = preposition_before(span)
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
