"""Whom a word of harm speaks of."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, only, span

_Count = tuple[int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Nine people lost their lives in a bomb attack on a church in Jolo on Friday.", (9, 9, 9), None),
        ("Rebels attacked Kyauktaw on Friday; the army lost 20 soldiers.", (20, 20, 20), None),
        (
            "A car bomb in Beirut on Friday led to the death of eight people and the injury of 89.",
            (8, 8, 8),
            (89, 89, 89),
        ),
        (
            "One person was killed and 13 others sustained injuries in a grenade attack in Karachi on Friday.",
            (1, 1, 1),
            (13, 13, 13),
        ),
        ("Gunmen fatally shot two guards in an attack on a bank in Tunis on Friday.", (2, 2, 2), None),
        ("A priest was stabbed to death in an attack on a church in Rouen on Friday.", (1, 1, 1), None),
        (
            "At least six people, including women and children, were killed and 20 others wounded in Homs on Friday "
            "when a car bomb exploded.",
            (6, 6, None),
            (20, 20, 20),
        ),
        ("Six people suffered shrapnel wounds when a drone hit a bus in Nikopol on Friday.", None, (6, 6, 6)),
    ],
)
def test_whom_the_harm_was_done_to(read: Read, text: str, killed: _Count | None, injured: _Count | None) -> None:
    casualties = only(read(text)).casualties
    assert (span(casualties.killed), span(casualties.injured)) == (killed, injured)
