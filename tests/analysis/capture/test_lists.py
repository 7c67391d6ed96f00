from __future__ import annotations

import pytest

from tallystick.analysis.capture.lists import gather_lists
from tallystick.model.incident import Incident, MayBe
from tallystick.model.outlet import Origin
from tallystick.model.terms import DatePrecision, PlacePrecision, ReviewState, Status
from tests.analysis import builders as b


def told(number: int, *by: str, **fields: object) -> Incident:
    origins = tuple(Origin(id=f"{name}.example", name=name, reports=(f"{name}{number}",)) for name in by)
    return b.incident(number).model_copy(update={"origins": origins, **fields})


def many(start: int, count: int, *by: str) -> list[Incident]:
    return [told(n, *by) for n in range(start, start + count)]


def test_each_source_is_a_list_the_longest_first() -> None:
    found = gather_lists([*many(0, 8, "Short"), *many(10, 9, "Long", "Short"), *many(20, 3, "Long")])
    assert [(each.name, each.incidents) for each in found.lists] == [("Short", 17), ("Long", 12)]
    assert (found.table.on(0, 1), found.table.only(0), found.table.only(1)) == (9, 8, 3)


def test_sources_of_a_few_incidents_are_pooled() -> None:
    found = gather_lists([*many(0, 9, "A"), *many(10, 4, "B"), *many(20, 4, "C", "A")])
    assert found.lists[1].pooled == ("B", "C")
    assert found.lists[1].incidents == 8


def test_what_is_told_only_by_too_short_a_list_is_left_out_and_said() -> None:
    found = gather_lists([*many(0, 9, "A"), *many(10, 8, "B"), *many(20, 2, "C")])
    assert [each.name for each in found.lists] == ["A", "B"]
    assert [(out.why, out.incidents) for out in found.left_out] == [("told only by sources too short to be a list", 2)]


def test_beyond_the_most_lists_the_smallest_are_pooled() -> None:
    found = gather_lists([i for n, name in enumerate("ABCDEF") for i in many(100 * n, 20 - n, name)])
    assert [each.name for each in found.lists] == ["A", "B", "C", "the other sources together"]
    assert found.lists[-1].pooled == ("D", "E", "F")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"background": True}, "told as background"),
        ({"status": Status.DENIED}, "denied, discounted or retracted"),
        ({"review_state": ReviewState.REJECTED}, "rejected by a reviewer"),
        ({"date_precision": DatePrecision.MONTH}, "not told to the day"),
        ({"place": None}, "not told to a place finer than a country"),
        (
            {"place": b.place().model_copy(update={"precision": PlacePrecision.COUNTRY})},
            "not told to a place finer than a country",
        ),
        ({"may_be": (MayBe(id="i1", score=0.4, reasons=()),)}, "told too vaguely to say whether it is another"),
    ],
)
def test_what_cannot_be_matched_is_left_out_and_said(fields: dict[str, object], why: str) -> None:
    found = gather_lists([told(1, "A"), told(2, "A", **fields)])
    assert [(out.why, out.incidents) for out in found.left_out if "short" not in out.why] == [(why, 1)]
    assert [i.id for i in found.matchable] == ["i1"]
