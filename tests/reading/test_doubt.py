"""Whether it is left open who did it."""

from __future__ import annotations

import pytest

from tallystick.model.terms import Role
from tests.reading.tellings import Read, happened

_BOMB = "A car bomb killed nine people in Mogadishu on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        _BOMB + "The attack could have been carried out by Al-Shabaab.",
        _BOMB + "There was no confirmation on whether the attack was carried out by Al-Shabaab.",
        "Nine people were killed in Mogadishu on Monday, apparently by Al-Shabaab.",
        "An aid worker was apparently kidnapped by Al-Shabaab in Baidoa on Monday.",
    ],
)
def test_who_may_have_done_it_is_only_possible(read: Read, text: str) -> None:
    doers = [p for e in happened(read(text)) for p in e.participants if p.role is Role.PERPETRATOR]
    assert [(p.actor_id, p.alleged, p.possible) for p in doers] == [("al-shabaab", True, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab bombed a hotel in Mogadishu on Monday.",
        "Al-Shabaab bombed a hotel in Mogadishu on Monday, and could have killed many more.",
        "Al-Shabaab, which may be short of money, bombed a hotel in Mogadishu on Monday.",
        "Police may say who was hurt when Al-Shabaab bombed a hotel in Mogadishu on Monday.",
    ],
)
def test_doubt_of_something_else_leaves_the_doer_stated(read: Read, text: str) -> None:
    doers = [p for e in happened(read(text)) for p in e.participants if p.role is Role.PERPETRATOR]
    assert [(p.actor_id, p.possible) for p in doers] == [("al-shabaab", False)]
