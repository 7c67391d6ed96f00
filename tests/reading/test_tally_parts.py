"""The parts of a count."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import TallyMention
from tests.reading.tellings import Read, of_type, the_tally


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


def test_a_number_of_other_ground_is_a_count_of_its_own(read: Read) -> None:
    text = (
        "The mission recorded 320 explosions in Donetsk region on Friday, "
        "compared with 210 the day before, and 45 in Luhansk region."
    )
    told = {m.value: m for m in of_type(read(text, "2017-02-04"), TallyMention)}
    assert {v: m.since for v, m in told.items()} == {
        320: date(2017, 2, 3),
        210: date(2017, 2, 2),
        45: date(2017, 2, 3),
    }
    assert [m.parts for m in told.values()] == [(), (), ()]
    assert (told[320].scope.areas, told[45].scope.areas) == (("iso:UA-14",), ("iso:UA-09",))
