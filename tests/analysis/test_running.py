from __future__ import annotations

from datetime import date

from tallystick.analysis.running import follow_running_totals
from tallystick.model.actor import ActorRef
from tallystick.model.disagreement import Disagreement
from tallystick.model.incident import Incident
from tallystick.model.mention import TallyScope
from tallystick.model.record import Record
from tallystick.model.running import RunningTotal
from tallystick.model.tally import Tally
from tallystick.model.terms import Comparator, TallyUnit
from tests.analysis import builders as b

MINISTRY = ActorRef(id="ministry", name="The ministry")


def total(number: int, day: int, value: int, *inside: int, **fields: object) -> Tally:
    made = b.tally(value, Comparator.AT_LEAST, 0)
    check = made.reconciliation.model_copy(update={"inside": tuple(f"i{n}" for n in inside)})
    told = {"counter": MINISTRY, "since": date(2021, 6, 1), "until": date(2021, 6, day)}
    return made.model_copy(update={"id": f"t{number}", "reconciliation": check, **told, **fields})


def follow(
    *tallies: Tally, incidents: tuple[Incident, ...] = (), why: tuple[Disagreement, ...] = ()
) -> list[RunningTotal]:
    return list(follow_running_totals(Record(tallies=tallies, incidents=incidents), why))


def test_the_totals_of_one_counter_come_by_day_with_what_is_on_file_by_then() -> None:
    on_file = tuple(b.incident(n, day) for n, day in ((1, 2), (2, 2), (3, 8)))
    (one,) = follow(total(2, 10, 9, 1, 2, 3), total(1, 5, 4, 1, 2), incidents=on_file)
    assert [(p.day.day, p.value, p.on_file) for p in one.points] == [(5, 4, 2), (10, 9, 3)]
    assert [(c.day.day, c.incidents) for c in one.curve] == [(2, 2), (8, 3)]
    assert one.counter == "The ministry"


def test_a_single_total_is_no_series() -> None:
    assert follow(total(1, 5, 4)) == []
    assert follow(total(1, 5, 4), total(2, 5, 6)) == []


def test_counters_first_days_areas_units_and_sides_stand_apart() -> None:
    other = ActorRef(id="other", name="Another")
    for fields in (
        {"counter": other},
        {"since": date(2021, 6, 2)},
        {"scope": TallyScope(areas=("IQ",))},
        {"unit": TallyUnit.STRIKES},
    ):
        assert follow(total(1, 5, 4), total(2, 10, 9, **fields)) == []
    north, south = (TallyScope(actor=side) for side in (b.NORTH, b.SOUTH))
    assert follow(total(1, 5, 4, scope=north), total(2, 10, 9, scope=south)) == []
    assert len(follow(total(1, 5, 4, scope=north), total(2, 10, 9))) == 1


def test_people_are_no_incidents() -> None:
    assert follow(total(1, 5, 4, unit=TallyUnit.KILLED), total(2, 9, 8, unit=TallyUnit.KILLED)) == []


def test_a_total_that_fell_is_marked_revised_and_one_of_the_same_day_contradicted() -> None:
    fell = Disagreement(tally_ids=("t1", "t2"), why="It fell.")
    (one,) = follow(total(1, 5, 9), total(2, 10, 4), why=(fell,))
    assert [(p.mark, p.why) for p in one.points] == [("revised", "It fell."), (None, None)]
    clash = Disagreement(tally_ids=("t2", "t3"), why="Both cannot hold.")
    (one,) = follow(total(1, 5, 3), total(2, 10, 4), total(3, 10, 7), why=(clash,))
    assert [p.mark for p in one.points] == [None, "contradicted", "contradicted"]


def test_what_has_no_day_is_counted_apart() -> None:
    (one,) = follow(total(1, 5, 4, 1, 2), total(2, 9, 8, 1), incidents=(b.incident(1, 3), b.incident(2, None)))
    assert (one.undated, [c.incidents for c in one.curve]) == (1, [1])


def test_a_state_and_its_forces_are_one_side_if_they_are_said_to_be() -> None:
    north, south = (TallyScope(target=side) for side in (b.NORTH, b.SOUTH))
    record = Record(tallies=(total(1, 5, 4, scope=north), total(2, 10, 9, scope=south)))
    assert len(follow_running_totals(record, same_side=lambda _, __: True)) == 1
    assert follow_running_totals(record, same_side=lambda _, __: None) == ()
