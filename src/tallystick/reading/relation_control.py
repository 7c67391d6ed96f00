"""Who controls or commands whom."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.expression import ActorExpression
from tallystick.model.mention import RelationMention
from tallystick.model.terms import Predicate
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.phrases import objects_of_prepositions, subject_of
from tallystick.reading.relation_sides import actor_in
from tallystick.reading.relation_told import relation_mention


def control_at(document: Document, token: Token, sentence: Span) -> list[RelationMention]:
    """Reads "… gives Y control over the militias", "Y controls the militias"."""
    lemma = token.lemma_.lower()
    if lemma not in load_lexicon("speech")["relation"]["controls"]:
        return []
    if token.pos_ == "NOUN" and lemma in ("control", "command"):
        thing = next(objects_of_prepositions(token, frozenset({"over"})), None)
        holder = _actor_before(document, token, sentence)
    elif token.pos_ == "VERB":
        thing = next((c for c in token.rights if c.dep_ in ("dobj", "obj")), None)
        subject = subject_of(token)
        holder = document.actor_at.get(subject.i) if subject is not None else None
    else:
        return []
    controlled = actor_in(document, thing) if thing is not None else None
    if holder is None or controlled is None or holder.actor == controlled.actor or holder.acts_for is not None:
        return []
    quote = document.quote_span(sentence)
    return [
        relation_mention(document, quote, holder.actor, Predicate.CONTROLS, controlled.actor, token.i - sentence.start)
    ]


def _actor_before(document: Document, token: Token, sentence: Span) -> ActorExpression | None:
    for i in range(token.i - 1, sentence.start - 1, -1):
        expression = document.actor_at.get(i)
        if expression is not None and expression.actor_id is not None:
            return expression
    return None
