"""The preposition before a place."""

from __future__ import annotations

from spacy.tokens import Span, Token


def preposition_before(span: Span) -> Token | None:
    """The preposition right before a place and its article, else the one that its list hangs on; null for none."""
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
