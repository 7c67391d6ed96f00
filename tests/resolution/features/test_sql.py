from __future__ import annotations

import duckdb

from tallystick.resolution.features.sql import both_sides, first_that_holds


def test_each_column_is_named_after_its_side() -> None:
    assert both_sides(["day", "place"]) == "l.day AS day_l, l.place AS place_l, r.day AS day_r, r.place AS place_r"


def test_of_several_conditions_that_hold_the_first_counts() -> None:
    cases = first_that_holds(["n > 5", "n > 3", "n > 1"])
    found = duckdb.sql(f"SELECT {cases} FROM (VALUES (6), (4), (2), (0)) AS t(n)").fetchall()
    assert [number for (number,) in found] == [0, 1, 2, 3]


def test_without_conditions_none_holds() -> None:
    assert first_that_holds([]) == "0"
