"""Part of speech, morphology and lemma of words, remembered.

spaCy's attribute ruler asks every one of its 179 rules of every word, and its lemmatizer every word anew: a quarter of
a parse. All but eight of the rules look at one word alone, so what they make of a word follows from the word, its tag
and its dependency. That is remembered here; the few words that a rule for two words fits are asked with their
neighbours. The outcome is the pipeline's own, word for word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, cast

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

_RULER, _LEMMATIZER = "attribute_ruler", "lemmatizer"
_GIVEN = [ORTH, TAG, DEP]
_MADE = [TAG, DEP, POS, MORPH, LEMMA]
_MOST_REMEMBERED = 500_000  # words; some 100 MB

_Word = tuple[int, int, int]  # orth, tag, dep


class _Attributes(NamedTuple):
    tag: int
    dep: int
    pos: int
    morph: int
    lemma: int


class WordAttributes:
    """Stands for a pipeline's attribute ruler and lemmatizer, which must come one after the other behind the parser."""

    def __init__(self, pipeline: Language) -> None:
        self._vocab = pipeline.vocab
        ruler = cast(AttributeRuler, pipeline.get_pipe(_RULER))
        self._steps: tuple[Callable[[Doc], Doc], ...] = (ruler, pipeline.get_pipe(_LEMMATIZER))
        self._of_two = Matcher(pipeline.vocab)
        for number, rule in enumerate(ruler.patterns):
            patterns = cast("list[list[dict[str, Any]]]", rule["patterns"])
            longer = [pattern for pattern in patterns if len(pattern) > 1]
            if longer:
                self._of_two.add(str(number), longer)
        self._known: dict[_Word, _Attributes] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets tag, dependency, part of speech, morphology and lemma of every word."""
        words: list[_Word] = list(map(tuple, doc.to_array(_GIVEN).tolist()))
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        made = [self._known.get(word) or self._remember(word) for word in words]
        for at in sorted({i for _, start, end in self._of_two(doc, allow_missing=True) for i in range(start, end)}):
            first = max(0, at - 1)
            made[at] = self._ask(words[first : at + 2])[at - first]
        if made:
            table: Any = np.array(made, dtype="uint64")
            doc.from_array(_MADE, table)
        return doc

    def _remember(self, word: _Word) -> _Attributes:
        attributes = self._known[word] = self._ask([word])[0]
        return attributes

    def _ask(self, words: Sequence[_Word]) -> list[_Attributes]:
        """What the pipeline's own steps make of a few words."""
        doc = Doc(self._vocab, words=[self._vocab.strings[orth] for orth, _, _ in words])
        for token, (_, tag, dep) in zip(doc, words, strict=True):
            token.tag, token.dep = tag, dep
        for step in self._steps:
            doc = step(doc)
        return [_Attributes(*row) for row in doc.to_array(_MADE).tolist()]


@Language.factory("word_attributes")
def make_word_attributes(nlp: Language, name: str) -> WordAttributes:  # noqa: ARG001 (spaCy gives the name)
    """The step, as spaCy makes it."""
    return WordAttributes(nlp)


def use_word_attributes(pipeline: Language) -> None:
    """Puts the remembering step in the place of the ruler and the lemmatizer."""
    pipeline.add_pipe("word_attributes", before=_RULER)
    pipeline.disable_pipe(_RULER)
    pipeline.disable_pipe(_LEMMATIZER)
