"""The windows of parts of a month or year."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("window", "since", "until"),
    [
        ("in the first half of August", date(2019, 8, 1), date(2019, 8, 15)),
        ("in the second half of 2018", date(2018, 7, 1), date(2018, 12, 31)),
        ("in the first three months of 2018", date(2018, 1, 1), date(2018, 3, 31)),
        ("in the last week of August", date(2019, 8, 25), date(2019, 8, 31)),
        ("in the last quarter of 2018", date(2018, 10, 1), date(2018, 12, 31)),
    ],
)
def test_window_of_a_part(read: Read, window: str, since: date | None, until: date | None) -> None:
    tally = the_tally(read(f"Rebels mounted 61 attacks on convoys {window}.", "2019-09-20"))
    assert (tally.since, tally.until) == (since, until)
