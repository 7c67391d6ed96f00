"""Named entities, looked for only where names stand.

spaCy's recogniser of named entities takes longer than all that comes before it in the pipeline. What the readers ask
of it are the names of persons and bodies, and these are mostly runs of proper nouns; so it is shown only the sentences
that hold such a run. Half of the words of a report are in none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import cast

from spacy.attrs import POS
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.symbols import PROPN
from spacy.tokens import Doc, Span

_RECOGNISER = "ner"
_SENTENCES = 256  # shown to the recogniser at a time; more take no less time


class NameEntities:
    """Stands for a pipeline's entity recogniser, behind the steps that set parts of speech and sentences."""

    def __init__(self, pipeline: Language) -> None:
        self._recogniser = cast(EntityRecognizer, pipeline.get_pipe(_RECOGNISER))

    def __call__(self, doc: Doc) -> Doc:
        """Sets the entities of a text."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Sets the entities of texts, ``batch_size`` of them at a time, and hands them on."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            sentences = [(number, s) for number, doc in enumerate(batch) for s in _sentences_with_names(doc)]
            shown = self._recogniser.pipe((_alone(s) for _, s in sentences), batch_size=_SENTENCES)
            found: list[list[Span]] = [[] for _ in batch]
            for (number, s), alone in zip(sentences, shown, strict=True):
                found[number] += (Span(s.doc, s.start + e.start, s.start + e.end, e.label) for e in alone.ents)
            for doc, entities in zip(batch, found, strict=True):
                doc.ents = tuple(entities)
            yield from batch


def _sentences_with_names(doc: Doc) -> Iterator[Span]:
    is_name = (doc.to_array(POS) == PROPN).tolist()
    return (s for s in doc.sents if any(a and b for a, b in pairwise(is_name[s.start : s.end])))


def _alone(sentence: Span) -> Doc:
    return Doc(
        sentence.doc.vocab,
        words=[token.text for token in sentence],
        spaces=[bool(token.whitespace_) for token in sentence],
    )


@Language.factory("name_entities")
def make_name_entities(nlp: Language, name: str) -> NameEntities:  # noqa: ARG001 (spaCy gives the name)
    """The step, as spaCy makes it."""
    return NameEntities(nlp)


def use_name_entities(pipeline: Language) -> None:
    """Puts the sparing step in the place of the recogniser."""
    pipeline.add_pipe("name_entities", before=_RECOGNISER)
    pipeline.disable_pipe(_RECOGNISER)
