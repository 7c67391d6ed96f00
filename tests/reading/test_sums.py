"""Harm that sums up many events."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, happened, only


@pytest.mark.parametrize(
    "text",
    [
        "More than 170,000 people have died in Syria in the civil war.",
        "Some 12,000 civilians were killed in Darfur.",
        "At least 400 people have been killed in Mali since January.",
    ],
)
def test_a_sum_is_no_event(read: Read, text: str) -> None:
    assert happened(read(text)) == []


def test_a_sum_is_not_the_harm_of_the_event_before_it(read: Read) -> None:
    text = "A bomb killed nine people in Homs on Friday. More than 170,000 people have been killed in the civil war."
    killed = only(read(text)).casualties.killed
    assert killed is not None
    assert killed.best == 9
