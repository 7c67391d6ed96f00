"""The actor that a noun names or holds."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.model.expression import ActorExpression
from tallystick.reading.document import Document
from tallystick.reading.phrases import noun_phrase


def actor_in(document: Document, noun: Token) -> ActorExpression | None:
    """The actor that a noun names, or the first in its phrase; null if there is none."""
    own = document.actor_at.get(noun.i)
    if own is not None:
        return own
    return next((document.actor_at[t.i] for t in noun_phrase(noun) if t.i in document.actor_at), None)
