"""The decisions in which readers differ: which words tell an event, and what of it they tell."""

from __future__ import annotations

from typing import Protocol

from spacy.tokens import Span

from tallystick.model.terms import Modality
from tallystick.reading.anaphora import find_antecedent
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.segments import Segment
from tallystick.reading.sound_triggers import choose_sound_triggers
from tallystick.reading.specificity import is_specific, tells_habit
from tallystick.reading.told import Told
from tallystick.reading.trigger import Trigger
from tallystick.reading.triggers import find_triggers, may_tell_events
from tallystick.reading.weapons import WeaponSpan


class Judge(Protocol):
    """Judges one report. All that is not asked of a judge is read alike by every reader."""

    def may_tell_events(self) -> bool:
        """The fast first pass: false for a report that needs no second one."""
        ...

    def find_triggers(self, sentence: Span, weapons: tuple[WeaponSpan, ...]) -> tuple[Trigger, ...]:
        """The words of a sentence that may tell an event, in order."""
        ...

    def choose_triggers(
        self, triggers: tuple[Trigger, ...], weapons: tuple[WeaponSpan, ...], segment: Segment
    ) -> tuple[Trigger, ...]:
        """Those of a segment's triggers that really tell an event."""
        ...

    def revise(self, frame: Frame) -> None:
        """Corrects what the rules read of a frame by itself: participants, weapons, kind, modality."""
        ...

    def find_antecedent(self, frame: Frame, earlier: list[Frame]) -> Frame | None:
        """The earlier event that a frame's words speak of again; None if they tell a new one."""
        ...

    def tells_one(self, frame: Frame) -> bool:
        """True if the words single out an event; false if they tell it only as one of many."""
        ...

    def complete(self, told: Told) -> None:
        """Adds what the report tells of the events in sentences that tell none."""
        ...


class RulesJudge:
    """Judges by the rules alone."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def may_tell_events(self) -> bool:
        """By words of armed violence."""
        return may_tell_events(self._document.doc)

    def find_triggers(self, sentence: Span, weapons: tuple[WeaponSpan, ...]) -> tuple[Trigger, ...]:
        """By the word lists."""
        return find_triggers(sentence, weapons)

    def choose_triggers(
        self, triggers: tuple[Trigger, ...], weapons: tuple[WeaponSpan, ...], segment: Segment
    ) -> tuple[Trigger, ...]:
        """By what stands beside them."""
        return choose_sound_triggers(self._document, triggers, weapons, segment)

    def revise(self, frame: Frame) -> None:
        """What the rules read stands."""

    def find_antecedent(self, frame: Frame, earlier: list[Frame]) -> Frame | None:
        """By determiners, places, days, doers and weapons."""
        return find_antecedent(frame, earlier)

    def tells_one(self, frame: Frame) -> bool:
        """By how much is told of it."""
        return not (frame.modality is Modality.ACTUAL and tells_habit(frame)) and is_specific(frame)

    def complete(self, told: Told) -> None:
        """The rules have put harm told apart to its event on the way."""
