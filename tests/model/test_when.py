"""What a time tells beyond its days."""

import pytest

from tallystick.model.when import When


@pytest.mark.parametrize(
    ("timex", "weekday", "clock"),
    [
        ("XXXX-WXX-3", 3, None),
        ("XXXX-WXX-3TNI", 3, None),
        ("2023-11-09T19:15", None, 1155),
        ("2023-11-09TEV", None, None),
        ("2023-11-09", None, None),
        (None, None, None),
    ],
)
def test_a_weekday_without_a_date_and_a_clock_time_are_read_off_the_timex(
    timex: str | None, weekday: int | None, clock: int | None
) -> None:
    when = When(timex=timex)
    assert (when.weekday, when.clock) == (weekday, clock)
