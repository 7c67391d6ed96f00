"""The readers that come with Tallystick, by name."""

from __future__ import annotations

from enum import StrEnum

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.reading.arabic.reader import ArabicReader
from tallystick.reading.by_language import ReaderByLanguage
from tallystick.reading.reader import Reader
from tallystick.reading.rules import RulesReader


class ReaderName(StrEnum):
    """Who reads: the rules, the trained encoder, or both together."""

    RULES = "rules"
    TRAINED = "trained"
    BOTH = "both"


DEFAULT = ReaderName.BOTH
"""What measures best; see docs/decisions/trained-reader.md."""


def make_reader(name: ReaderName, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> Reader:
    """The reader of that name for reports in English, and beside it the one for reports in Arabic.

    Raises:
        TallystickError: E204 if the reader needs the trained weights and they are missing or changed.

    """
    english = make_english_reader(name, knowledge=knowledge, gazetteer=gazetteer)
    return ReaderByLanguage(english, ArabicReader(knowledge=knowledge, gazetteer=gazetteer))


def make_english_reader(name: ReaderName, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> RulesReader:
    """The reader of that name for reports in English alone.

    Raises:
        TallystickError: E204 if the reader needs the trained weights and they are missing or changed.

    """
    if name is ReaderName.RULES:
        return RulesReader(knowledge=knowledge, gazetteer=gazetteer)
    # Only who asks for the encoder waits for its runtime to load.
    from tallystick.reading.trained.reader import BothReader, TrainedReader
    from tallystick.reading.trained.weights import load_weights

    reader = TrainedReader if name is ReaderName.TRAINED else BothReader
    return reader(knowledge=knowledge, gazetteer=gazetteer, weights=load_weights())
