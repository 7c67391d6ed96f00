"""How a claim was made, and by which channel."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from tallystick.model.claim import ClaimChannel
from tallystick.model.expression import ActorExpression
from tallystick.model.terms import ActorType, ClaimMode
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.phrases import contains_phrase

_NAME = r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}"


def read_mode(span: Span) -> ClaimMode:
    """How the words of a claim say that it was made; the narrowest that they tell."""
    as_nouns = words_of("claims", "nouns")
    text = " ".join(t.lower_ for t in span if not (t.pos_ == "VERB" and t.lower_ in as_nouns)).replace(" - ", "-")
    for code, cues in load_lexicon("claims")["modes"].items():
        if contains_phrase(text, tuple(cues)) is not None:
            return _narrower(ClaimMode(code), text)
    return ClaimMode.TELEGRAM if _names_own_channel(span) else ClaimMode.UNKNOWN


def _narrower(mode: ClaimMode, text: str) -> ClaimMode:
    """What other words make of a mode: a video that bears a flag, a note that was left, a call that came before."""
    if mode is ClaimMode.VIDEO and contains_phrase(text, words_of("claims", "brands")):
        return ClaimMode.BRANDED_VIDEO
    left = contains_phrase(text, words_of("claims", "at_scene"))
    if mode in (ClaimMode.NOTE, ClaimMode.LETTER):
        return ClaimMode.NOTE if left else ClaimMode.LETTER
    if mode is ClaimMode.CALL and contains_phrase(text, words_of("claims", "before")):
        return ClaimMode.CALL_BEFORE
    return mode


def _names_own_channel(span: Span) -> bool:
    """True for "on its channel", which is one on Telegram unless it is a broadcaster's."""
    broadcast = words_of("claims", "broadcast")
    return any(t.lower_ == "channel" and not any(c.lower_ in broadcast for c in t.lefts) for t in span)


def read_channel(document: Document, span: Span) -> ClaimChannel | None:
    """The outlet, service or platform that the words of a claim name; null if they name none."""
    for token in span:
        name = load_lexicon("claims")["platforms"].get(token.lower_)
        if name is not None:
            return ClaimChannel(name=name, quote=document.quote_tokens([token]))
    for token in span:
        expression = document.actor_at.get(token.i)
        if expression is not None and expression.type is ActorType.MEDIA and _passes_on(document, expression):
            return ClaimChannel(name=expression.name, quote=expression.quote)
    return _named_outlet(document, span) or _outlet_told(document, span)


def _passes_on(document: Document, expression: ActorExpression) -> bool:
    """True for an outlet by which a claim was made, and not for one that only reports it ("according to AFP")."""
    head = document.head_of(expression)
    if head is None:
        return False
    while head.dep_ in ("compound", "nmod", "appos", "poss") and head.head != head:
        head = head.head
    if head.dep_ == "nsubj":
        return head.head.lemma_.lower() in words_of("claims", "carries")
    carried = head.dep_ == "pobj" and head.head.lower_ in ("through", "via", "on", "to", "by", "in")
    return carried and head.head.head.lower_ != "according"


def _named_outlet(document: Document, span: Span) -> ClaimChannel | None:
    """An outlet by what stands beside its sort: "the Kavkaz Center website", "radio Andalus"."""
    sorts = "|".join(sorted(load_lexicon("claims")["outlets"], key=len, reverse=True))
    before = re.compile(rf"({_NAME})(?:['’]s)? (?:news |media )?(?:{sorts})\b")
    behind = re.compile(rf"\b(?:{sorts}) ({_NAME})", re.IGNORECASE)
    for pattern in (before, behind):
        for found in pattern.finditer(span.text):
            start = span.start_char + found.start(1)
            quote = document.quote(start, start + len(found[1].removesuffix("'s").removesuffix("’s")))
            tokens = document.span_of(quote)
            if quote.exact[0].isupper() and tokens is not None and not any(_is_no_outlet(document, t) for t in tokens):
                return ClaimChannel(name=quote.exact, quote=quote)
    return None


def _outlet_told(document: Document, span: Span) -> ClaimChannel | None:
    """An outlet whose name tells its sort, where it was told or called ("told Caracol Radio")."""
    sorts = words_of("claims", "in_names_of_outlets")
    for token in span:
        if token.text not in sorts or token.dep_ not in ("pobj", "dobj", "dative") or token.i in document.place_at:
            continue
        told = token.head.lemma_.lower() == "tell" or (
            token.dep_ == "pobj" and token.head.lower_ in ("to", "on", "via")
        )
        before = [c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod") and c.text[:1].isupper()]
        if told and before:
            quote = document.quote_span(token.doc[before[0].i : token.i + 1])
            return ClaimChannel(name=quote.exact, quote=quote)
    return None


def _is_no_outlet(document: Document, token: Token) -> bool:
    """True for a nationality, a place or an actor that stands before the sort of an outlet, and for a plain word."""
    expression = document.actor_at.get(token.i)
    known = expression is not None and expression.type is not ActorType.MEDIA and expression.actor_id is not None
    return known or token.i in document.place_at or token.ent_type_ in ("NORP", "GPE") or token.pos_ in ("DET", "PRON")
