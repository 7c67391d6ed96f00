"""From when to when a count holds."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("window", "since", "until"),
    [
        ("since 1 June", date(2019, 6, 1), None),
        ("since the truce", None, None),
        ("since the offensive began on 4 April", date(2019, 4, 4), None),
        ("so far this year", date(2019, 1, 1), None),
        ("over the past week", date(2019, 9, 13), date(2019, 9, 20)),
        ("last month", date(2019, 8, 1), date(2019, 8, 31)),
        ("in 2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("from 2 to 8 September", date(2019, 9, 2), date(2019, 9, 8)),
        ("in the week ending 7 September", date(2019, 9, 1), date(2019, 9, 7)),
        ("since January as of 5 September", date(2019, 1, 1), date(2019, 9, 5)),
    ],
)
def test_window(read: Read, window: str, since: date | None, until: date | None) -> None:
    tally = the_tally(read(f"Rebels mounted 61 attacks on convoys {window}.", "2019-09-20"))
    assert (tally.since, tally.until) == (since, until)


def test_a_row_of_a_table_has_the_period_at_the_head(read: Read) -> None:
    tally = the_tally(read("Reporting period: 1-31 August 2019\n\nArmed clashes: 23", "2019-09-20"))
    assert (tally.since, tally.until) == (date(2019, 8, 1), date(2019, 8, 31))


def test_the_period_of_the_report_named_again(read: Read) -> None:
    text = "Update, 21-27 April 2019. Two attacks on aid workers were recorded in the period."
    tally = the_tally(read(text, "2019-04-28"))
    assert (tally.since, tally.until) == (date(2019, 4, 21), date(2019, 4, 27))


def test_the_day_of_the_telling_is_no_window(read: Read) -> None:
    tally = the_tally(read("There have been 61 attacks on convoys, the army said on Friday.", "2019-09-20"))
    assert (tally.since, tally.until) == (None, None)
