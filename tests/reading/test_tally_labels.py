"""The rows of a table."""

from __future__ import annotations

from datetime import date

from tests.reading.tellings import Read, tally_values, the_tally


def test_rows_of_a_table(read: Read) -> None:
    table = "Reporting period: 1-31 August 2019\n\nArmed clashes: 23\nAirstrikes: 41"
    assert tally_values(read, table) == [23, 41]


def test_a_row_of_harm_with_its_own_window(read: Read) -> None:
    assert tally_values(read, "Civilian casualties in the second quarter: 412 (98 killed, 314 injured).") == [412]


def test_a_row_of_a_table_has_the_period_at_the_head(read: Read) -> None:
    tally = the_tally(read("Reporting period: 1-31 August 2019\n\nArmed clashes: 23", "2019-09-20"))
    assert (tally.since, tally.until) == (date(2019, 8, 1), date(2019, 8, 31))
