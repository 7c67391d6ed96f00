"""The readers that come with Tallystick, by name."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.reading.arabic.reader import ArabicReader
from tallystick.reading.by_language import ReaderByLanguage
from tallystick.reading.llm.settings import settings_from_environment
from tallystick.reading.reader import Reader
from tallystick.reading.rules import RulesReader


class ReaderName(StrEnum):
    """Who reads: the rules, the trained encoder, both together, or a language model that the user names."""

    RULES = "rules"
    TRAINED = "trained"
    BOTH = "both"
    LLM = "llm"


OWN = (ReaderName.RULES, ReaderName.TRAINED, ReaderName.BOTH)
"""Those that need nothing beside Tallystick."""

DEFAULT = ReaderName.BOTH
"""What measures best; see docs/decisions/trained-reader.md."""


def make_reader(name: ReaderName, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> Reader:
    """The reader of that name for reports in English, and beside it the one for reports in Arabic.

    Raises:
        TallystickError: as ``make_english_reader`` and ``make_llm_reader`` do.

    """
    if name is ReaderName.LLM:
        return make_llm_reader(None, knowledge=knowledge, gazetteer=gazetteer)
    english = make_english_reader(name, knowledge=knowledge, gazetteer=gazetteer)
    return ReaderByLanguage(english, ArabicReader(knowledge=knowledge, gazetteer=gazetteer))


def make_llm_reader(answers: Path | None, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> Reader:
    """The reader with the language model that the environment names; other languages go to the readers of their own.

    ``answers`` is the file that keeps what the model answers, unless the environment names one.

    Raises:
        TallystickError: E211 if no model is named, E212 if its client is missing, E801 if a setting does not fit.

    """
    # Only who asks for it waits for its client to load.
    from tallystick.reading.llm.reader import LlmReader

    settings = settings_from_environment()
    if settings.cache is None:
        settings = replace(settings, cache=answers)
    english = RulesReader(knowledge=knowledge, gazetteer=gazetteer)
    arabic = ArabicReader(knowledge=knowledge, gazetteer=gazetteer)
    own: dict[str, Reader] = {"en": english, "ar": arabic}
    return ReaderByLanguage(LlmReader(settings, readers=own, knowledge=knowledge, gazetteer=gazetteer), english, arabic)


def make_english_reader(name: ReaderName, *, knowledge: KnowledgeBase, gazetteer: Gazetteer) -> RulesReader:
    """The reader of that name for reports in English alone, without a language model.

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
