"""Sentences of ECB+ as word pieces, with the mentions of events in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.evaluation.coreference import GoldDocument, GoldMention
from tallystick.reading.event_meanings import place_mentions
from tallystick.reading.trained.word_pieces import WordPieces


@dataclass(frozen=True)
class Mention:
    """A mention: the places of its pieces in the sentence, the chain of its event and its half of the topic."""

    id: str
    places: tuple[int, ...]
    chain: str
    subtopic: str


@dataclass(frozen=True)
class Example:
    """A sentence: its pieces, the opening and the closing one among them, and its mentions."""

    pieces: tuple[int, ...]
    mentions: tuple[Mention, ...]


def examples_of(documents: Sequence[GoldDocument], pieces: WordPieces) -> Iterator[Example]:
    """The sentences of some documents that have mentions, in order."""
    for document in documents:
        told: dict[int, list[GoldMention]] = {}
        for mention in document.mentions:
            told.setdefault(mention.sentence, []).append(mention)
        for number, mentions in told.items():
            ids, places = place_mentions(document.sentences[number], [m.tokens for m in mentions], pieces)
            yield Example(
                ids, tuple(Mention(m.id, p, m.chain, document.subtopic) for m, p in zip(mentions, places, strict=True))
            )
