"""Windows open since a turn, or as long as a war, with no day told: "since the truce", "during the war"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.tally_window import Window


def open_since(document: Document, token: Token, sentence: Span) -> Window | None:
    """The window of "since the truce", "since the offensive began" and "during the war", whose days are not told."""
    if token.lower_ in ("during", "throughout") and token.i not in document.date_at:
        spans = words_of("tallies", "conflicts")
        over = next((c for c in token.rights if c.dep_ == "pobj" and c.lemma_.lower() in spans), None)
        return Window(start=token.i, end=token.i + 1, is_long=True) if over is not None else None
    if token.lower_ != "since" or token.i + 1 >= sentence.end:
        return None
    if token.nbor(1).lower_ == "then":
        before = (e for e in reversed(document.dates) if e.quote.end <= sentence.start_char)
        then = next((e.when.start for e in before), None)
        return Window(then, None, document.quote_span(sentence.doc[token.i : token.i + 2]), token.i, token.i + 2, True)
    if token.dep_ == "advmod":
        return None
    if token.i in document.date_at or token.i + 1 in document.date_at:
        return None
    if token.dep_ == "mark" and token.head.lemma_.lower() not in _turns():
        return None
    clause = token.head.subtree if token.dep_ == "mark" else token.subtree
    told = next((document.date_at[t.i] for t in clause if t.i > token.i and t.i in document.date_at), None)
    since = told.when.start if told is not None and not told.timex.is_stretch else None
    dated = document.span_of(told.quote) if told is not None else None
    end = dated.end if dated is not None else token.i + 1
    return Window(since, None, document.quote_span(sentence.doc[token.i : token.i + 1]), token.i, end, True)


def _turns() -> frozenset[str]:
    """What "since" may open; a parser takes the strikes of "since the US strikes" for a verb."""
    return words_of("tallies", "turns") | words_of("tallies", "attacks") | words_of("tallies", "strikes")
