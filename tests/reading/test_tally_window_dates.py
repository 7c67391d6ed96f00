"""The window that a date gives."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("window", "since", "until"),
    [
        ("since 1 June", date(2019, 6, 1), None),
        ("so far this year", date(2019, 1, 1), None),
        ("over the past week", date(2019, 9, 13), date(2019, 9, 20)),
        ("last month", date(2019, 8, 1), date(2019, 8, 31)),
        ("in 2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("from 2 to 8 September", date(2019, 9, 2), date(2019, 9, 8)),
        ("in the week ending 7 September", date(2019, 9, 1), date(2019, 9, 7)),
        ("since mid-August", date(2019, 8, 15), None),
        ("in two weeks", date(2019, 9, 6), None),
        ("in 2019", date(2019, 1, 1), None),
    ],
)
def test_window_of_a_date(read: Read, window: str, since: date | None, until: date | None) -> None:
    tally = the_tally(read(f"Rebels mounted 61 attacks on convoys {window}.", "2019-09-20"))
    assert (tally.since, tally.until) == (since, until)


def test_the_day_of_the_telling_is_no_window(read: Read) -> None:
    tally = the_tally(read("There have been 61 attacks on convoys, the army said on Friday.", "2019-09-20"))
    assert (tally.since, tally.until) == (None, None)
