from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tallystick.analysis.tempo import measure_tempo
from tallystick.model.terms import DatePrecision, EventKind, Status
from tests.analysis import builders as b


def test_incidents_are_counted_by_week_and_empty_weeks_are_kept() -> None:
    tempo = measure_tempo([b.incident(1, 1), b.incident(2, 6), b.incident(3, 21)])
    assert [(w.monday.day, len(w.incident_ids)) for w in tempo.weeks] == [(31, 2), (7, 0), (14, 0), (21, 1)]


def test_kinds_and_status_are_told_apart() -> None:
    (week,) = measure_tempo([b.incident(1, kind=EventKind.AIRSTRIKE), b.incident(2, status=Status.CLAIMED_ONLY)]).weeks
    assert week.by_kind == {EventKind.AIRSTRIKE: 1, EventKind.ATTACK_UNSPECIFIED: 1}
    assert week.by_status == {Status.CLAIMED_ONLY: 1, Status.REPORTED: 1}


def test_an_incident_told_to_the_month_is_placed_in_no_week() -> None:
    month = b.incident(1, start=date(2021, 6, 1), end=date(2021, 6, 30), date_precision=DatePrecision.MONTH)
    assert measure_tempo([month, b.incident(2, None)]).unplaced == ("i1", "i2")


def test_a_night_between_two_weeks_counts_in_the_first() -> None:
    night = b.incident(1, start=date(2021, 6, 6), end=date(2021, 6, 7))
    assert [w.monday for w in measure_tempo([night]).weeks] == [date(2021, 5, 31)]


def test_background_and_what_is_denied_are_left_out() -> None:
    tempo = measure_tempo([b.incident(1, background=True), b.incident(2, status=Status.DENIED)])
    assert (tempo.weeks, tempo.unplaced) == ((), ())


def test_what_may_be_another_is_in_no_number_and_told_apart() -> None:
    vague = b.incident(
        3, 2, may_be=({"id": "i1", "score": 0.6, "reasons": ()}, {"id": "i2", "score": 0.6, "reasons": ()})
    )
    tempo = measure_tempo([b.incident(1, 1), b.incident(2, 2), vague])
    (week,) = tempo.weeks
    assert (week.incident_ids, week.vague, tempo.vague) == (("i1", "i2"), ("i3",), ("i3",))
    assert week.by_kind == {EventKind.ATTACK_UNSPECIFIED: 2}
    assert tempo.text == "2 incidents, and 1 told too vaguely to say whether it is another."


@given(st.lists(st.one_of(st.none(), st.integers(1, 30)), max_size=20))
def test_every_incident_is_in_one_week_or_unplaced(days: list[int | None]) -> None:
    incidents = [b.incident(n, day) for n, day in enumerate(days)]
    tempo = measure_tempo(incidents)
    listed = [i for w in tempo.weeks for i in w.incident_ids] + list(tempo.unplaced)
    assert sorted(listed) == sorted(i.id for i in incidents)
