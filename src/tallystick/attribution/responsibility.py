"""What a state had to do with an act, only where a report or a cited relation says so."""

from __future__ import annotations

from tallystick.attribution.answers import Answer
from tallystick.attribution.case import Case
from tallystick.model.terms import Responsibility


def responsibility_of(case: Case, answer: Answer) -> Responsibility | None:
    """``state-executed`` for an answer that names a state or nothing but bodies of states; else null.

    A state's backing of a group gives it no part in what the group does: that would take a report that says so.
    """
    own = all(case.voices.state_of(actor) is not None for actor in answer.actors)
    return Responsibility.EXECUTED if own else None
