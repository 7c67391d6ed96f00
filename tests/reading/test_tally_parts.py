"""The parts of a count."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, the_tally


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The army counted 23 attacks in June: 11 with drones, 9 with rockets and 3 with mortars.",
            [("drones", 11), ("rockets", 9), ("mortars", 3)],
        ),
        (
            "Monitors counted 61 people killed in rebel attacks since June: 44 civilians and 17 fighters.",
            [("civilians", 44), ("fighters", 17)],
        ),
        ("Rebels mounted 40 attacks in June, evenly split between Iraq and Syria.", [("IQ", 20), ("SY", 20)]),
        ("The police counted 31 attacks on convoys in June, 12 of them in Iraq.", [("IQ", 12)]),
        ("Al-Shabaab was behind 17 of the 26 attacks on camps in June.", [("Al-Shabaab", 17)]),
    ],
)
def test_parts(read: Read, text: str, parts: list[tuple[str, int]]) -> None:
    assert [(p.scope, p.value) for p in the_tally(read(text, "2019-09-20")).parts] == parts


def test_numbers_that_do_not_add_up_to_a_count_are_none_of_its_parts(read: Read) -> None:
    text = "The army counted 23 attacks in June, and sent 4 trucks and 5 doctors."
    assert the_tally(read(text, "2019-09-20")).parts == ()
