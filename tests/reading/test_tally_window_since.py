"""Windows open since a turn."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("window", "since", "until"),
    [
        ("since the truce", None, None),
        ("since the offensive began on 4 April", date(2019, 4, 4), None),
        ("since the raids in Gao on 4 June", date(2019, 6, 4), None),
    ],
)
def test_window_open_since(read: Read, window: str, since: date | None, until: date | None) -> None:
    tally = the_tally(read(f"Rebels mounted 61 attacks on convoys {window}.", "2019-09-20"))
    assert (tally.since, tally.until) == (since, until)
