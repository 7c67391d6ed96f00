"""Windows told by a phrase that is no date."""

from __future__ import annotations

from datetime import date

from tallystick.model.mention import TallyMention
from tests.reading.tellings import Read, of_type, the_tally


def test_the_same_period_is_that_of_the_count_before(read: Read) -> None:
    text = "Rebels mounted 61 attacks on convoys in July. The army carried out 24 strikes in the same period."
    windows = {t.value: (t.since, t.until) for t in of_type(read(text, "2019-09-20"), TallyMention)}
    assert windows == {61: (date(2019, 7, 1), date(2019, 7, 31)), 24: (date(2019, 7, 1), date(2019, 7, 31))}


def test_for_the_month_is_that_of_the_day_told_last(read: Read) -> None:
    text = "A convoy was ambushed near Gao on 14 August. It brought to 31 the number of attacks for the month."
    tally = the_tally(read(text, "2019-09-20"))
    assert (tally.since, tally.until) == (date(2019, 8, 1), date(2019, 8, 31))


def test_so_far_is_open(read: Read) -> None:
    tally = the_tally(read("Rebels have mounted 61 attacks on convoys so far.", "2019-09-20"))
    assert (tally.since, tally.until) == (None, None)
