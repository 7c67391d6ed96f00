"""What a time tells beyond its days."""

import pytest

from tallystick.model.when import When


@pytest.mark.parametrize(
    ("timex", "weekday", "hours"),
    [
        ("XXXX-WXX-3", 3, None),
        ("XXXX-WXX-3TNI", 3, (1080, 1800)),
        ("2023-11-09T19:15", None, (1155, 1155)),
        ("2023-11-09TEV", None, (960, 1380)),
        ("2023-11-09", None, None),
        (None, None, None),
    ],
)
def test_a_weekday_without_a_date_and_the_time_of_the_day_are_read_off_the_timex(
    timex: str | None, weekday: int | None, hours: tuple[int, int] | None
) -> None:
    when = When(timex=timex)
    assert (when.weekday, when.hours) == (weekday, hours)
