"""The judge that hears the rules first, and the encoder where it is sure."""

from __future__ import annotations

import os

from spacy.tokens import Span

from tallystick.model.terms import Modality
from tallystick.reading.anaphora import can_be_same
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.judge import RulesJudge
from tallystick.reading.segments import Segment
from tallystick.reading.told import Told
from tallystick.reading.trained.card import Card
from tallystick.reading.trained.evidence import Evidence
from tallystick.reading.trained.filling import fill_empty_roles, fill_the_rest
from tallystick.reading.trained.judge import find_trained_triggers
from tallystick.reading.triggers import Trigger
from tallystick.reading.weapons import WeaponSpan

T = {
    k: float(os.environ.get("T_" + k, v))
    for k, v in dict(ADD=0.9, VETO=0.02, FILL=1, REST=1, SPLIT=0.0, JOIN=1.1, MOD=2.0, ONE=2.0).items()
}


class BothJudge(RulesJudge):
    """The rules' judgement, with what the encoder is surer of."""

    def __init__(self, document: Document, evidence: Evidence, card: Card) -> None:
        super().__init__(document)
        self._evidence = evidence
        self._card = card

    def find_triggers(self, sentence: Span, weapons: tuple[WeaponSpan, ...]) -> tuple[Trigger, ...]:
        ruled = [t for t in super().find_triggers(sentence, weapons) if self._is_left(t)]
        taken = {t.token.i for t in ruled} | {i for w in weapons for i in range(w.start, w.end)}
        added = [
            t
            for t in find_trained_triggers(self._evidence, self._card, sentence)
            if t.token.i not in taken and self._is_sure(t)
        ]
        return tuple(sorted([*ruled, *added], key=_position))

    def choose_triggers(
        self, triggers: tuple[Trigger, ...], weapons: tuple[WeaponSpan, ...], segment: Segment
    ) -> tuple[Trigger, ...]:
        sound = super().choose_triggers(triggers, weapons, segment)
        return tuple(t for t in triggers if t in sound or (t.strength in ("noun", "verb") and self._is_sure(t)))

    def revise(self, frame: Frame) -> None:
        if T["FILL"]:
            fill_empty_roles(self._document, self._evidence, frame)
        told = self._evidence.modality_of(frame.head)
        if told is not None and told[1] >= T["MOD"] and frame.modality is Modality.ACTUAL:
            frame.modality = told[0]

    def find_antecedent(self, frame: Frame, earlier: list[Frame]) -> Frame | None:
        known = super().find_antecedent(frame, earlier)
        if known is not None:
            likely = self._evidence.same_event(frame.head, known.head)
            return None if likely is not None and likely < T["SPLIT"] else known
        scored = [
            (self._evidence.same_event(frame.head, e.head) or 0.0, n)
            for n, e in enumerate(earlier)
            if can_be_same(frame, e)
        ]
        best = max(scored, default=None)
        return earlier[best[1]] if best is not None and best[0] >= T["JOIN"] else None

    def tells_one(self, frame: Frame) -> bool:
        return super().tells_one(frame) or (self._evidence.trigger_probability(frame.head) or 0.0) >= T["ONE"]

    def complete(self, told: Told) -> None:
        if T["REST"]:
            fill_the_rest(self._document, self._evidence, told)

    def _is_left(self, trigger: Trigger) -> bool:
        likely = self._evidence.trigger_probability(trigger.token)
        return likely is None or likely >= T["VETO"]

    def _is_sure(self, trigger: Trigger) -> bool:
        return (self._evidence.trigger_probability(trigger.token) or 0.0) >= T["ADD"]


def _position(trigger: Trigger) -> int:
    return int(trigger.token.i)
