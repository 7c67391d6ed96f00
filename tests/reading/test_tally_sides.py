"""Whose acts a count counts, and on whom."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        (
            "There have been 61 attacks on American forces in Iraq and Syria since 17 October, the Pentagon said.",
            None,
            "us-armed-forces",
        ),
        ("Monitors counted 61 attacks by the RSF in Darfur, Sudan in October.", "rapid-support-forces", None),
        ("The health ministry counted 340 Israeli strikes on Gaza since 7 October.", "il", None),
        ("The US Navy has recorded 45 Houthi attacks on ships in the Red Sea since October.", "houthis", "ships"),
        ("The Houthis have carried out at least 45 attacks on cargo ships since 19 October.", "houthis", "cargo ships"),
        (
            "Militants of al-Shabaab staged 31 attacks against African Union troops in Somalia in October.",
            "al-shabaab",
            "african-union",
        ),
        ("US forces in Iraq have been attacked 165 times since 17 October.", None, "us-armed-forces"),
        ("Russia launched more than 80 missiles and drones over the past week, the air force said.", "ru", None),
        ("Since October the group has claimed 70 attacks on US bases in Iraq.", None, "us"),
        ("Jihadists staged 61 attacks in Mali in October.", "Jihadists", None),
        ("The army counted 31 attacks on the south of Lebanon in October.", None, None),
    ],
)
def test_sides(read: Read, text: str, actor: str | None, target: str | None) -> None:
    scope = the_tally(read(text, "2023-11-20")).scope
    told = [ref and (ref.id or ref.name) for ref in (scope.actor, scope.target)]
    assert told == [actor, target]


def test_who_counts_is_not_who_did_it(read: Read) -> None:
    tally = the_tally(read("The army recorded 31 attacks in Mali in October.", "2023-11-20"))
    assert tally.scope.actor is None
