from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tallystick.model.decision import Act, Decision
from tallystick.web.live.wording import tell_decision


def decision(number: int, act: Act, *, by: str = "bo", **fields: Any) -> Decision:
    return Decision(id=number, at=datetime(2031, 3, 1, tzinfo=UTC), by=by, act=act, **fields)


def told(*journal: Decision) -> str:
    return tell_decision(journal[-1], {entry.id: entry for entry in journal}, what="“Shelling in Ost”")


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.UNDO])
def test_every_act_is_told_with_who_and_what(act: Act) -> None:
    words = told(decision(1, act, field="killed"))
    assert words.startswith("bo ")
    assert "“Shelling in Ost”" in words


def test_a_field_is_named_as_on_the_page() -> None:
    assert told(decision(1, Act.EDIT, field="event_kind")) == "bo set event kind of “Shelling in Ost”"


def test_an_undo_tells_whose_decision_it_takes_back_and_the_next_that_it_brings_it_back() -> None:
    journal = [decision(1, Act.ACCEPT, by="ana"), decision(2, Act.UNDO, undoes=1)]
    assert told(*journal) == "bo took back decision 1: ana accepted “Shelling in Ost”"
    assert told(*journal, decision(3, Act.UNDO, undoes=2)).startswith("bo brought back decision 1: ana accepted")
