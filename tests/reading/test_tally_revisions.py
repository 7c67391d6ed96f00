"""Counts that replace an earlier one."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import TallyMention
from tests.reading.tellings import Read, of_type, the_tally


@pytest.mark.parametrize(
    ("text", "value", "revised"),
    [
        ("The army raised its count of attacks on convoys since 1 June from 115 to 118.", 118, 115),
        ("The ministry revised its count of attacks from 44 to 41.", 41, 44),
        ("The paper corrects its report to say that 17 hospitals were attacked in June, not 27.", 17, 27),
    ],
)
def test_a_count_tells_what_it_replaces(read: Read, text: str, value: int, revised: int) -> None:
    tally = the_tally(read(text, "2019-09-20"))
    assert tally.revises is not None
    assert (tally.value, tally.revises.value, tally.revises.quote.exact) == (value, revised, str(revised))


def test_what_is_replaced_is_a_count_of_its_own_where_its_day_is_told(read: Read) -> None:
    text = "The army said rebels had mounted 27 attacks since 1 June, up from 24 a week ago."
    later, earlier = sorted(of_type(read(text, "2019-09-20"), TallyMention), key=lambda t: -t.value)
    assert (earlier.value, earlier.since, earlier.until) == (24, date(2019, 6, 1), date(2019, 9, 13))
    assert later.revises is not None
    assert later.revises.mention_id == earlier.id


def test_what_an_earlier_version_said_is_no_count(read: Read) -> None:
    text = (
        "An earlier version of this article said that 40 attacks on schools were recorded in June. "
        "The army counted 14 attacks in June."
    )
    tally = the_tally(read(text, "2019-09-20"))
    assert (tally.value, tally.revises and tally.revises.value) == (14, 40)


def test_a_count_of_another_year_is_compared_and_not_replaced(read: Read) -> None:
    text = "Police recorded 112 bombings last year, up from 87 in 2017."
    assert {t.revises for t in of_type(read(text, "2019-09-20"), TallyMention)} == {None}
