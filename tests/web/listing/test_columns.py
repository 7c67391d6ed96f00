from __future__ import annotations

import pytest

from tallystick.errors import TallystickError
from tallystick.publishing.csv_columns import COLUMNS
from tallystick.web.filters import SORTS
from tallystick.web.listing.columns import TABLE_COLUMN, USUAL, columns_of_file, moved, read_columns, shown_columns


def test_every_column_of_the_csv_can_be_shown() -> None:
    assert {column.name for column in COLUMNS} <= set(TABLE_COLUMN)


def test_names_are_read_one_by_one_or_joined() -> None:
    assert read_columns(["kind,when", "kind", "quotes"]) == ("kind", "when", "quotes")


def test_the_usual_columns_go_without_saying() -> None:
    assert read_columns([",".join(USUAL)]) == ()
    assert [column.name for column in shown_columns(())] == list(USUAL)


def test_a_column_that_is_not_there_is_told() -> None:
    with pytest.raises(TallystickError, match="E801"):
        read_columns(["kind,password"])


def test_a_column_goes_one_place_up_or_down_and_not_beyond() -> None:
    assert moved(("kind", "when", "quotes"), "when", by=-1) == ("when", "kind", "quotes")
    assert moved(("kind", "when", "quotes"), "when", by=1) == ("kind", "quotes", "when")
    assert moved(("kind", "when"), "kind", by=-1) == ("kind", "when")


def test_a_file_has_the_id_and_the_fields_behind_each_column() -> None:
    assert [c.name for c in columns_of_file(("what", "kind", "target"))] == ["incident_id", "kind", "weapons", "target"]


def test_a_head_sorts_only_by_an_order_that_there_is() -> None:
    assert {column.sort for column in TABLE_COLUMN.values() if column.sort} <= set(SORTS)
