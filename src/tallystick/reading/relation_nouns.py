"""Relations told by a noun beside two names: "X is an umbrella for A and B", "X, a front for Y"."""

from __future__ import annotations

from itertools import product

from spacy.tokens import Token

from tallystick.model.actor import ActorRef
from tallystick.model.expression import ActorExpression
from tallystick.model.mention import RelationMention
from tallystick.model.terms import ActorType, Predicate
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.phrases import subject_of
from tallystick.reading.relation_told import each_of, relation_mention

_LINKING = frozenset({"for", "of", "to", "by", "with"})
_BY_NOUN = (
    Predicate.BRAND_OF, Predicate.FRONT_FOR, Predicate.OFFSHOOT_OF, Predicate.MEMBER_OF, Predicate.SUBORDINATE_TO,
    Predicate.SUCCESSOR_OF, Predicate.MEDIA_OUTLET_OF,
)  # fmt: skip


def relations_by_noun(document: Document, token: Token) -> list[RelationMention]:
    """Reads "X is an umbrella for A and B", "X, a front for Y", "X acts as a conduit for …"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return []
    predicate = _predicate_of(token)
    if predicate is None:
        return []
    subject = _subject_of_noun(document, token)
    if subject is None:
        return []
    tree = [t for t in token.subtree if t.i > token.i]
    reach = range(token.i + 1, max((t.i for t in tree), default=token.i) + 1)
    if not any(t.lower_ in _LINKING for t in token.doc[token.i + 1 : token.i + 3]):
        return []
    objects = [
        e
        for e in document.actors
        if (span := document.span_of(e.quote)) is not None
        and span.start in reach
        and e.quote != subject.quote
        and (e.actor_id is None or e.actor_id != subject.actor_id)
    ]
    named = [e for e in objects if e.actor_id is not None or e.member_ids or e.type is not ActorType.UNNAMED_SET]
    chosen = named or objects
    end = max([document.span_of(e.quote).end for e in chosen if document.span_of(e.quote)], default=token.i + 1)  # type: ignore[union-attr]
    start = document.span_of(subject.quote)
    quote = document.quote_span(token.doc[start.start if start else token.i : max(end, token.i + 1)])
    if token.sent.start <= token.i and start is not None and token.doc[start.start - 1].lower_ == "the" and start.start:
        quote = document.quote_span(token.doc[start.start - 1 : max(end, token.i + 1)])
    return [
        relation_mention(document, quote, one, predicate, other, ordinal)
        for ordinal, (one, other) in enumerate(product(each_of(subject), _distinct(chosen)))
        if one != other
    ]


def _predicate_of(token: Token) -> Predicate | None:
    table = load_lexicon("speech")["relation"]
    phrase = f"{token.nbor(-1).lower_} {token.lemma_.lower()}" if token.i else ""
    for predicate in _BY_NOUN:
        words = table[predicate.value]
        if token.lemma_.lower() in words or phrase in words:
            return predicate
    return None


def _subject_of_noun(document: Document, token: Token) -> ActorExpression | None:
    head = token.head
    candidates: list[Token | None] = []
    if token.dep_ == "attr":
        candidates.append(subject_of(head))
    elif token.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ == "VERB":
        candidates.append(subject_of(head.head))
        candidates.append(next((c for c in head.head.lefts if c.dep_ == "nsubjpass"), None))
    elif token.dep_ == "appos":
        candidates.append(head)
    for candidate in candidates:
        if candidate is None:
            continue
        for inner in (candidate, *candidate.subtree):
            expression = document.actor_at.get(inner.i)
            if expression is not None and inner.i < token.i:
                return expression
    return None


def _distinct(expressions: list[ActorExpression]) -> list[ActorRef]:
    unique: dict[str, ActorRef] = {}
    for actor in (actor for expression in expressions for actor in each_of(expression)):
        unique.setdefault(actor.id or actor.name, actor)
    return list(unique.values())
