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


@pytest.mark.parametrize(
    ("window", "since", "until"),
    [
        ("in the first half of August", date(2019, 8, 1), date(2019, 8, 15)),
        ("in the second half of 2018", date(2018, 7, 1), date(2018, 12, 31)),
        ("in the first three months of 2018", date(2018, 1, 1), date(2018, 3, 31)),
        ("in the last week of August", date(2019, 8, 25), date(2019, 8, 31)),
        ("in the last quarter of 2018", date(2018, 10, 1), date(2018, 12, 31)),
        ("since mid-August", date(2019, 8, 15), None),
        ("in two weeks", date(2019, 9, 6), None),
        ("since the raids in Gao on 4 June", date(2019, 6, 4), None),
        ("in 2019", date(2019, 1, 1), None),
    ],
)
def test_a_part_of_a_period(read: Read, window: str, since: date, until: date | None) -> None:
    tally = the_tally(read(f"Rebels mounted 61 attacks on convoys {window}.", "2019-09-20"))
    assert (tally.since, tally.until) == (since, until)


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
