"""What a state had to do with an act, only where a report or a cited relation says so."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.attribution.answers import Answer
from tallystick.attribution.case import Case
from tallystick.attribution.names import called, key
from tallystick.attribution.parts_told import PartTold
from tallystick.model.terms import Responsibility

_HEAVIEST_FIRST = (
    Responsibility.ORDERED,
    Responsibility.COORDINATED,
    Responsibility.SHAPED,
    Responsibility.ENCOURAGED,
    Responsibility.IGNORED,
)


def responsibility_of(case: Case, answer: Answer) -> Responsibility | None:
    """``state-executed`` for an answer that names a state or nothing but bodies of states; for others the heaviest part
    that a report gives a state in this act; else null.

    A state's backing of a group gives it no part in what the group does: that takes a report that says so.
    """
    if all(case.voices.state_of(actor) is not None for actor in answer.actors):
        return Responsibility.EXECUTED
    told = {p.part for p in _parts_behind(case, answer)}
    return next((part for part in _HEAVIEST_FIRST if part in told), None)


def say_state_parts(case: Case, answer: Answer) -> Iterator[str]:
    """A sentence for each part that a report gives a state behind an answer, in the report's words and by whom."""
    said = (_say(part) for part in _parts_behind(case, answer))
    yield from dict.fromkeys(said)


def _parts_behind(case: Case, answer: Answer) -> list[PartTold]:
    """The parts told of the deed of those whom an answer names; none where one of these is of a state itself."""
    if any(case.voices.state_of(actor) is not None for actor in answer.actors):
        return []
    mine = {key(a) for a in answer.actors}
    return [p for p in case.state_parts if not p.doers or p.doers & mine]


def _say(told: PartTold) -> str:
    by = f"according to {called(told.by)}" if told.by is not None else "as one report says"
    return f"What {told.state.name} had to do with it, {by}: “{told.quote.exact}” ({told.part.value})."
