"""Who backs whom: "backed by Iran", "US-backed rebels"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.expression import ActorExpression
from tallystick.model.mention import RelationMention
from tallystick.model.terms import Predicate
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.phrases import agent_of
from tallystick.reading.relation_sides import actor_in
from tallystick.reading.relation_told import each_of, relation_mention

_TO_BACKER = frozenset({"by", "to", "with", "from"})


def backing_at(document: Document, token: Token, sentence: Span) -> list[RelationMention]:
    """Reads "X, which is backed by Y", "Y funds X"."""
    if token.pos_ != "VERB" or token.lower_ not in load_lexicon("speech")["relation"]["strongly_backed"]:
        return []
    backer = agent_of(token)
    if backer is None:
        return []
    backed = next((c for c in token.lefts if c.dep_ == "nsubjpass"), None)
    if backed is None and token.dep_ in ("acl", "relcl", "amod"):
        backed = token.head
    left = actor_in(document, backed) if backed is not None else None
    right = actor_in(document, backer)
    if left is None or right is None or left.actor == right.actor:
        return []
    quote = document.quote_span(token.doc[min(_left_edge(document, left), token.i) : backer.right_edge.i + 1])
    ordinal = token.i - sentence.start
    return [
        relation_mention(document, quote, side, Predicate.BACKED_BY, right.actor, ordinal + n)
        for n, side in enumerate(each_of(left))
    ]


def _left_edge(document: Document, expression: ActorExpression) -> int:
    """Index of the first token of an expression."""
    span = document.span_of(expression.quote)
    return int(span.start) if span is not None else 0


def backed_sets(document: Document) -> list[RelationMention]:
    """Reads "IRGC-backed militias": a set without a name, and the backer that the words give it."""
    relations = []
    seen: set[tuple[str, str]] = set()
    for expression in document.actors:
        if expression.backer_id is None:
            continue
        words = expression.quote.exact.lower()
        if expression.actor_id is not None:
            if any(word in words for word in load_lexicon("speech")["relation"]["strongly_backed"]):
                backer = ActorRef(id=expression.backer_id, name=expression.backer_id)
                quote = expression.quote
                relations.append(relation_mention(document, quote, expression.actor, Predicate.BACKED_BY, backer, 0))
            continue
        if not any(word in words for word in (*_tie_words(), "proxy", "proxies")):
            continue
        key = (expression.backer_id, words)
        if key not in seen:
            seen.add(key)
            subject = ActorRef(name=_without_backer(document, expression))
            backer = ActorRef(id=expression.backer_id, name=expression.backer_id)
            relations.append(relation_mention(document, expression.quote, subject, Predicate.BACKED_BY, backer, 0))
    return relations


def _without_backer(document: Document, expression: ActorExpression) -> str:
    """What a set is called but for its backer: the "Syrian rebels" of "US-backed Syrian rebels"."""
    span = document.span_of(expression.quote)
    if span is None:
        return expression.name
    behind = [t.i + 1 for t in span if t.lower_.rpartition("-")[2] in _tie_words()]
    if behind and behind[-1] < span.end and span.doc[behind[-1]].lower_ not in _TO_BACKER:
        return " ".join(t.text for t in span.doc[behind[-1] : span.end])
    return span.root.text if span.root.pos_ in ("NOUN", "PROPN") else span[-1].text


def _tie_words() -> Sequence[str]:
    return tuple(load_lexicon("speech")["relation"]["backed"])
