"""What came of the projectiles."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.mention import OutcomeRead
from tallystick.model.terms import Outcome
from tallystick.reading.document import Document
from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.numbers import number_before, read_number
from tallystick.reading.people import are_people
from tallystick.reading.phrases import contains_phrase, passive_subject_of
from tallystick.reading.weapons import brings_down_aircraft


def read_outcome(document: Document, stretches: list[Span], weapon_heads: frozenset[int]) -> OutcomeRead | None:
    """The outcome that the stretches tell together; None where they tell none.

    Both a hit and an interception among several projectiles come out as ``partly_intercepted``.
    """
    stopped: Span | None = None
    struck: Span | None = None
    missed: Span | None = None
    for stretch in stretches:
        text = stretch.text.lower()
        stopped = stopped or _stopped(stretch, text, weapon_heads)
        struck = struck or _struck(stretch, text, weapon_heads)
        missed = missed or _missed(stretch, text)
    if stopped is not None and (struck is not None or _partly(stopped, weapon_heads)):
        value, span = Outcome.PARTLY_INTERCEPTED, stopped
    elif stopped is not None:
        value, span = Outcome.INTERCEPTED, stopped
    elif missed is not None:
        value, span = Outcome.MISSED, missed
    elif struck is not None:
        value, span = Outcome.HIT, struck
    else:
        return None
    return OutcomeRead(value=value, quote=document.quote_span(span))


def _stopped(stretch: Span, text: str, weapon_heads: frozenset[int]) -> Span | None:
    if any(brings_down_aircraft(t) for t in stretch):
        return None
    if contains_phrase(text, phrases_of("cues", "intercept_phrases")):
        return stretch
    for token in stretch:
        lemma = token.lemma_.lower()
        if lemma in words_of("outcomes", "stops") and token.pos_ in ("VERB", "ADJ"):
            return stretch
        if lemma in words_of("outcomes", "stopped"):
            return stretch
        stops = lemma in words_of("outcomes", "stops_weapon") and token.pos_ == "VERB" and not _is_of_going_off(token)
        if stops and _is_of_weapon(token, weapon_heads):
            return stretch
    return None


def _is_of_going_off(verb: Token) -> bool:
    """True for "detonated a mine under a lorry and destroyed it": what has gone off was not stopped."""
    return verb.dep_ == "conj" and verb.head.lemma_.lower() in words_of("outcomes", "sets_off")


def _is_of_weapon(verb: Token, weapon_heads: frozenset[int]) -> bool:
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "dobj", "obj"):
            return (
                child.i in weapon_heads
                or child.lower_ in words_of("outcomes", "some_of_them")
                or read_number(child.lower_) is not None
            )
    return verb.dep_ == "acl" and verb.head.i in weapon_heads


def _struck(stretch: Span, text: str, weapon_heads: frozenset[int]) -> Span | None:
    if contains_phrase(text, phrases_of("cues", "hit_phrases")):
        return stretch
    for token in stretch:
        lemma = token.lemma_.lower()
        if brings_down_aircraft(token) or _is_shot_person(token):
            return stretch
        if token.pos_ != "VERB" or any(c.dep_ == "neg" for c in token.children) or lemma not in words_of("cues", "hit"):
            continue
        if token.dep_ == "xcomp" and token.head.lemma_.lower() in words_of("outcomes", "tries"):
            continue
        if lemma == "destroy" and not _is_of_going_off(token) and _is_of_weapon(token, weapon_heads):
            continue
        if lemma in words_of("harm", "dead") | words_of("harm", "hurt") and any(
            c.lower_ in words_of("outcomes", "nobody") for c in token.children
        ):
            continue
        if lemma in words_of("outcomes", "hits_somewhere") and not any(
            c.lower_ in words_of("outcomes", "somewhere") for c in token.children
        ):
            continue
        return stretch
    return None


def _is_shot_person(verb: Token) -> bool:
    """True for "shot three boys" and "was shot in the head", not for "shot at"."""
    if verb.lemma_.lower() not in words_of("outcomes", "hits_people") or verb.pos_ != "VERB":
        return False
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    shot = [passive_subject_of(verb), *(c for c in verb.rights if c.dep_ in ("dobj", "obj", "oprd"))]
    return any(noun is not None and (are_people(noun) or noun.lower_ in ("dead", "them")) for noun in shot)


def _missed(stretch: Span, text: str) -> Span | None:
    if contains_phrase(text, phrases_of("cues", "missed_phrases")):
        return stretch
    for token in stretch:
        if token.lemma_.lower() in words_of("cues", "missed") and token.pos_ in ("VERB", "ADV"):
            return stretch
    return None


def _partly(stopped: Span, weapon_heads: frozenset[int]) -> bool:
    """True for "41 of 42", "eight of which" and "downed 16" of forty that were fired."""
    fired = [n.value for i in weapon_heads if (n := number_before(stopped.doc[i])) is not None]
    for token in stopped:
        part = read_number(token.lower_) if token.tag_ == "CD" else None
        if part is None:
            continue
        after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 6]]
        if after[:1] == ["of"]:
            whole = next((w for word in after[1:4] if (w := read_number(word)) is not None), max(fired, default=None))
            if (whole is not None and part < whole) or (whole is None and after[1:2] in (["which"], ["them"])):
                return True
        if fired and part < max(fired) and token.head.lemma_.lower() in words_of("cues", "intercept"):
            return True
    return False
