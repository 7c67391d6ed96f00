"""The readers that ask the encoder."""

from __future__ import annotations

from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.reading.document import Document
from tallystick.reading.judge import Judge
from tallystick.reading.rules import RulesReader
from tallystick.reading.trained.both import BothJudge
from tallystick.reading.trained.evidence import Evidence, gather_evidence
from tallystick.reading.trained.judge import TrainedJudge
from tallystick.reading.trained.weights import Weights
from tallystick.reading.trained.worth import sentences_worth_reading


class TrainedReader(RulesReader):
    """Takes the encoder's word for events; dates, places, names and counts are read by rules."""

    def __init__(self, *, knowledge: KnowledgeBase, gazetteer: Gazetteer, weights: Weights) -> None:
        super().__init__(knowledge=knowledge, gazetteer=gazetteer)
        self._weights = weights
        self.name = f"trained-4-{weights.version}"

    def judge(self, document: Document) -> Judge:
        """The encoder."""
        return TrainedJudge(document, self._gather(document), self._weights.card)

    def _gather(self, document: Document) -> Evidence:
        return gather_evidence(document.doc, sentences_worth_reading(document), self._weights)


class BothReader(TrainedReader):
    """Goes by the rules, and by the encoder where it is surer."""

    def __init__(self, *, knowledge: KnowledgeBase, gazetteer: Gazetteer, weights: Weights) -> None:
        super().__init__(knowledge=knowledge, gazetteer=gazetteer, weights=weights)
        self.name = f"both-4-{weights.version}"

    def judge(self, document: Document) -> Judge:
        """The rules and the encoder together."""
        return BothJudge(document, self._gather(document), self._weights.card)
