"""Gold documents parsed, sentence by sentence, on the tokens of those who annotated them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

from tallystick.evaluation.coreference import GoldDocument
from tallystick.reading.language_model import load_pipeline


class Word(NamedTuple):
    """One token: ``head`` is the number within the sentence of the token that it hangs on, itself for the root."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str


Sentence = tuple[Word, ...]
Parsed = Mapping[str, tuple[Sentence, ...]]
"""The sentences of each document."""
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Parts of speech that tell what a text is about."""


def parse_documents(documents: Sequence[GoldDocument]) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each document, in their order."""
    pipeline = load_pipeline()
    for document, parsed in zip(documents, pipeline.pipe(_doc(pipeline.vocab, d) for d in documents), strict=True):
        found: list[Sentence] = []
        start = 0
        for sentence in document.sentences:
            stop = start + len(sentence)
            found.append(
                tuple(
                    Word(t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i - start, t.ent_type_)
                    for t in parsed[start:stop]
                )
            )
            start = stop
        yield tuple(found)


def _doc(vocabulary: Vocab, document: GoldDocument) -> Doc:
    words = [token if token.strip() else "_" for sentence in document.sentences for token in sentence]
    starts: list[bool | int | None] = [n == 0 for sentence in document.sentences for n in range(len(sentence))]
    return Doc(vocabulary, words=words, sent_starts=starts)
