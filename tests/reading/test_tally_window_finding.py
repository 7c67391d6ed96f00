"""The windows that a sentence names: two dates that make one, and what a superlative looks back over."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import TallyMention
from tests.reading.tellings import Read, of_type, the_tally


@pytest.mark.parametrize(
    ("window", "since", "until"),
    [
        ("since January as of 5 September", date(2019, 1, 1), date(2019, 9, 5)),
        ("between 3 and 5 June", date(2019, 6, 3), date(2019, 6, 5)),
        ("in March and April", date(2019, 3, 1), date(2019, 4, 30)),
    ],
)
def test_two_dates_make_one_window(read: Read, window: str, since: date, until: date) -> None:
    tally = the_tally(read(f"Rebels mounted 61 attacks on convoys {window}.", "2019-09-20"))
    assert (tally.since, tally.until) == (since, until)


def test_nothing_is_counted_over_what_a_superlative_looks_back_over(read: Read) -> None:
    text = "In July rebels mounted 61 attacks on convoys, the most since March 2015."
    assert [(t.since, t.until) for t in of_type(read(text, "2019-09-20"), TallyMention)] == [
        (date(2019, 7, 1), date(2019, 7, 31))
    ]
