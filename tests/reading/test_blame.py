"""Who is blamed, and by whom."""

from __future__ import annotations

import pytest

from tallystick.model.terms import Role
from tests.reading.tellings import Read, doer, only


@pytest.mark.parametrize(
    ("text", "blamer"),
    [
        ("Officials blamed Friday's bombing in Mogadishu on Al-Shabaab.", "Officials"),
        ("Officials blamed Al-Shabaab for Friday's bombing in Mogadishu.", "Officials"),
        ("The bombing in Mogadishu on Friday was blamed by officials on Al-Shabaab.", "officials"),
        ("A bombing in Mogadishu on Friday, which officials blamed on Al-Shabaab, killed six people.", "officials"),
        ("Friday's bombing in Mogadishu has been attributed by officials to Al-Shabaab.", "officials"),
        ("Police suspect Al-Shabaab of Friday's bombing in Mogadishu.", "Police"),
    ],
)
def test_who_is_blamed_goes_with_who_blames(read: Read, text: str, blamer: str) -> None:
    event = only(read(text))

    assert doer(event) == "al-shabaab"
    assert [p.name for p in event.participants if p.role is Role.ATTRIBUTOR] == [blamer]


def test_where_nobody_is_said_to_blame_it_is_who_tells_it(read: Read) -> None:
    event = only(read("A bombing blamed on Al-Shabaab killed six people in Mogadishu on Friday, a monitor said."))

    assert [p.name for p in event.participants if p.role is Role.ATTRIBUTOR] == ["a monitor"]


def test_who_is_blamed_is_no_target(read: Read) -> None:
    event = only(read("Officials blamed Friday's bombing in Mogadishu on Al-Shabaab."))

    assert not [p for p in event.participants if p.role is Role.TARGET]
