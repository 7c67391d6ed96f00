from __future__ import annotations

from collections.abc import Sequence

from tallystick.analysis.escalation import Indicator, Sign, find_indicators
from tallystick.model.incident import Incident
from tallystick.model.mention import Range
from tallystick.model.terms import WeaponKind
from tests.analysis import builders as b


def find(incidents: Sequence[Incident], sign: Sign) -> list[Indicator]:
    return [f for f in find_indicators(incidents, same_side=b.same_side) if f.sign is sign]


def test_the_first_missile_after_rockets_is_a_new_weapon() -> None:
    (one,) = find(
        [b.incident(1, 5, weapons=(WeaponKind.ROCKET,)), b.incident(2, 9, weapons=(WeaponKind.MISSILE,))],
        Sign.NEW_WEAPON,
    )
    assert one.incident_ids == ("i2",)
    assert "missile" in one.text


def test_the_weapon_with_which_the_record_opens_is_not_new() -> None:
    assert find([b.incident(1, weapons=(WeaponKind.ROCKET,))], Sign.NEW_WEAPON) == []


def test_a_second_country_is_new() -> None:
    (one,) = find([b.incident(1, 5), b.incident(2, 9, place=b.place("SY", "Port South"))], Sign.NEW_COUNTRY)
    assert one.incident_ids == ("i2",)


def test_the_first_deaths_after_incidents_without_any() -> None:
    (one,) = find(
        [b.incident(1, 5), b.incident(2, 9, killed=Range(best=2)), b.incident(3, 10, killed=Range(best=1))],
        Sign.FIRST_DEATHS,
    )
    assert one.incident_ids == ("i2",)


def test_more_attacks_after_a_strike_than_before() -> None:
    strike = b.incident(1, 10, perpetrator=b.NORTH, target_actor=b.SOUTH)
    before = [b.incident(2, 8, target_actor=b.NORTH)]
    after = [b.incident(n, 12, target_actor=b.NORTH) for n in (3, 4, 5)]
    (one,) = find([strike, *before, *after], Sign.TEMPO)
    assert one.incident_ids == ("i1", "i2", "i3", "i4", "i5")
    assert one.text.startswith("1 incident by the other side in the 7 days before")


def test_too_few_incidents_make_no_tempo() -> None:
    strike = b.incident(1, 10, perpetrator=b.NORTH)
    assert (
        find([strike, b.incident(2, 12, target_actor=b.NORTH), b.incident(3, 12, target_actor=b.NORTH)], Sign.TEMPO)
        == []
    )


def test_no_sign_rests_on_what_may_be_another_incident() -> None:
    vague = b.incident(2, 9, weapons=(WeaponKind.MISSILE,), may_be=({"id": "i1", "score": 0.6, "reasons": ()},))
    assert find([b.incident(1, 5, weapons=(WeaponKind.ROCKET,)), vague], Sign.NEW_WEAPON) == []
