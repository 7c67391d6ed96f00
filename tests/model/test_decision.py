from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.model.decision import Act, Decision, in_force, meant, undone
from tallystick.model.quote import Quote

NOON = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)


def decision(number: int, *, undoes: int | None = None, **fields: object) -> Decision:
    act = Act.ACCEPT if undoes is None else Act.UNDO
    return Decision.model_validate({"id": number, "at": NOON, "by": "ada", "act": act, "undoes": undoes, **fields})


@st.composite
def journals(draw: st.DrawFn) -> tuple[Decision, ...]:
    count = draw(st.integers(1, 12))
    return tuple(
        decision(n, undoes=draw(st.none() | st.integers(1, n - 1)) if n > 1 else None) for n in range(1, count + 1)
    )


@given(journals())
@settings(max_examples=200)
def test_an_entry_holds_when_no_undo_that_holds_names_it(journal: tuple[Decision, ...]) -> None:
    def holds(entry: Decision) -> bool:
        return not any(undo.undoes == entry.id and holds(undo) for undo in journal)

    assert in_force(journal) == tuple(d for d in journal if d.undoes is None and holds(d))
    assert set(undone(journal)) == {d.id for d in journal if not holds(d)}


def test_an_undo_of_an_undo_means_the_first() -> None:
    journal = {d.id: d for d in (decision(1), decision(2, undoes=1), decision(3, undoes=2))}
    assert [meant(d, journal).id for d in journal.values()] == [1, 1, 1]


@pytest.mark.parametrize(("start", "touched"), [(0, True), (5, True), (6, False)])
def test_a_decision_touches_what_overlaps_its_words(start: int, touched: bool) -> None:
    anchors = (Quote(report_id="a", start=0, end=6, exact="attack"),)
    words = (Quote(report_id="a", start=start, end=start + 6, exact="attack"),)
    assert decision(1, anchors=anchors).touches("i-1", words) is touched
    assert decision(1, other_anchors=anchors).touches("i-1", words) is touched
    assert decision(1, incident_id="i-1").touches("i-1", words)
