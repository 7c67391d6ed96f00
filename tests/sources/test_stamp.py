import pytest

from tallystick.sources.day import parse_published
from tallystick.sources.stamp import find_stamp

BODY = "Two rockets fell near the depot."


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Tue 07 Nov 2023 ", "2023-11-07"),
        ("Tuesday 7 November 2023 18:05 ", "2023-11-07"),
        ("Sat Nov 4 2023 190703 ", "2023-11-04"),
        ("Sat 04 Nov 2023 at 1514 ", "2023-11-04"),
        ("November 7 2023 2037 UTC+3 ", "2023-11-07"),
        ("Date of publication 7 November 2023 ", "2023-11-07"),
        ("Last updated at Nov 072023 ", "2023-11-07"),
        ("24.10.2023 ", "2023-10-24"),
        ("24.10.2023(updated 1935 25.10.2023) ", "2023-10-24"),
        ("05-11-2023 ", "2023-11-05"),
        ("11-24-2023 ", "2023-11-24"),
        ("24.10.2023", "2023-10-24"),
        ("Depot struck for a second time Reuters Tuesday 7 Nov 2023 ", "2023-11-07"),
        ("Two rockets at the depot of Goma 7 November 2023 ", "2023-11-07"),
        ("Depot Struck Middle East Security 07-11-2023 0147 PM ", "2023-11-07"),
    ],
)
def test_a_stamp_glued_to_the_text(stamp: str, day: str) -> None:
    found = find_stamp(stamp + BODY, 0)
    assert found is not None
    assert parse_published(found.day).isoformat() == day
    assert (stamp + BODY)[found.end :] == BODY


def test_a_count_behind_the_day_is_no_time_of_day() -> None:
    text = "7 November 2023 1500 people fled the town."
    found = find_stamp(text, 0)
    assert found is not None
    assert text[found.end :] == "1500 people fled the town."


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "7 November 2023 was a quiet day.",
        "7 November The army said it was quiet.",
        "Rockets fell on 7 November 2023 The army said nothing.",
        "Rockets fell. Tuesday 7 November 2023 Rockets fell again.",
        "Rockets fell in the Tuesday 7 November 2023 Depot attack.",
        "The depot of Goma seen November 7 2023 Rockets fell.",
        "31 February 2023 Rockets fell.",
        "7 November 2023 ",
    ],
)
def test_what_is_no_stamp(text: str) -> None:
    assert find_stamp(text, 0) is None


def test_a_stamp_too_far_behind_the_headline_is_none() -> None:
    assert find_stamp("word " * 60 + "Tuesday 7 November 2023 " + BODY, 0) is None
