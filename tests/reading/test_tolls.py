"""Death tolls that are given, and that grow."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, only, span


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The death toll from Friday's attack on a mosque in Zaria rose from 10 to 14.", (14, 14, 14)),
        ("The death toll in Friday's bombing in Quetta has risen to at least 45, officials said.", (45, 45, None)),
        ("Missiles hit Dnipro on Friday. The number of dead has reached 40, rescuers said.", (40, 40, 40)),
        (
            "A bomb killed 16 people at a bank in Lashkar Gah on Friday, and two more deaths raised the toll to 18.",
            (18, 18, 18),
        ),
    ],
)
def test_the_latest_toll_counts(read: Read, text: str, killed: tuple[int | None, int | None, int | None]) -> None:
    assert span(only(read(text)).casualties.killed) == killed


def test_another_count_does_not_take_the_place_of_the_first(read: Read) -> None:
    text = "The attack on Solhan on Friday killed 160 people, the mayor said; the government put the toll at 132."
    assert span(only(read(text)).casualties.killed) == (160, 160, 160)
