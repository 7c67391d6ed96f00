"""As of which day a count is told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("The army said on Tuesday that rebels had mounted 61 attacks since 1 June.", date(2019, 6, 1), date(2019, 9, 17)),
        ("The army said on Tuesday that rebels had mounted 61 attacks over the past week.", date(2019, 9, 10), date(2019, 9, 17)),
        ("The army's tally on Tuesday was 61 attacks since 1 June.", date(2019, 6, 1), date(2019, 9, 17)),
    ],
)  # fmt: skip
def test_a_count_told_on_an_earlier_day_is_as_of_that_day(read: Read, text: str, since: date, until: date) -> None:
    tally = the_tally(read(text, "2019-09-20"))
    assert (tally.since, tally.until) == (since, until)


def test_what_followed_a_day_runs_on(read: Read) -> None:
    tally = the_tally(read("Four attacks followed the raids of Sunday 15 September on Gao.", "2019-09-20"))
    assert (tally.since, tally.until) == (date(2019, 9, 15), None)
