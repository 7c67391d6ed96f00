"""Event coreference across documents: gold mentions, and the chains that say which tell the same event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class GoldMention:
    """Words that tell an event: the document, the sentence, the tokens of it, and the chain of its event.

    ``tokens`` are numbers within the sentence, in order, and need not be neighbours. ``kind`` is the kind of event
    as the corpus has it, empty where it has none.
    """

    id: str
    document: str
    sentence: int
    tokens: tuple[int, ...]
    chain: str
    kind: str = ""


@dataclass(frozen=True)
class GoldDocument:
    """A document, cut into sentences and tokens by those who annotated it.

    ``topic`` and ``subtopic`` are the gold groups of documents: the documents of one subtopic tell one seminal event.
    """

    name: str
    topic: str
    subtopic: str
    sentences: tuple[tuple[str, ...], ...]
    mentions: tuple[GoldMention, ...]
    published: date | None = None


@dataclass(frozen=True)
class GoldCorpus:
    """Documents by name, and what was left out of them."""

    documents: tuple[GoldDocument, ...]
    notes: tuple[str, ...] = ()

    @property
    def mentions(self) -> tuple[GoldMention, ...]:
        """All mentions, document by document."""
        return tuple(m for d in self.documents for m in d.mentions)

    @property
    def chains(self) -> dict[str, str]:
        """The chain of each mention."""
        return {m.id: m.chain for m in self.mentions}
