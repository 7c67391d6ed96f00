"""A ground's own words, before it is known to whom they point."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from tallystick.model.terms import GroundKind
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import noun_phrase


@dataclass(frozen=True)
class Cue:
    """A ground's own words: from ``start`` up to ``end``; whom it points to stands from ``reach_start`` up to
    ``reach_end``. ``anchor`` is the word that says that it points; an actor inside the words up to ``holder_end`` is
    not meant. The words of ``allowed`` may deny ("no group but …").
    """

    kind: GroundKind
    anchor: Token
    start: int
    end: int
    reach_start: int
    reach_end: int
    holder_end: int = -1
    allowed: tuple[int, int] = (0, 0)


def is_word(token: Token, key: str) -> bool:
    """True for a word of a list of grounds.yaml, in any of its forms."""
    return token.lemma_.lower() in words_of("grounds", key) or token.lower_ in words_of("grounds", key)


def behind(kind: GroundKind, anchor: Token, start: int, sentence: Span, *, holder_end: int = -1) -> Cue:
    """A cue that points to whom it names behind its anchor."""
    return Cue(kind, anchor, start, anchor.i + 1, anchor.i, sentence.end, holder_end)


def phrase_start(noun: Token) -> int:
    """The first token of a noun with what stands before it."""
    return int(noun_phrase(noun, tail=False).start)
