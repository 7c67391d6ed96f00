"""The period that a report says at its head that it covers."""

from __future__ import annotations

from datetime import date

from tests.reading.tellings import Read, the_tally


def test_the_period_of_the_report_named_again(read: Read) -> None:
    text = "Update, 21-27 April 2019. Two attacks on aid workers were recorded in the period."
    tally = the_tally(read(text, "2019-04-28"))
    assert (tally.since, tally.until) == (date(2019, 4, 21), date(2019, 4, 27))
