from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Link, Range, TallyMention
from tallystick.model.report import Report
from tallystick.model.tally import Tally
from tallystick.model.terms import (
    Comparator,
    DateBasis,
    DatePrecision,
    EventKind,
    LinkKind,
    Status,
    TallyUnit,
    Verdict,
    WeaponKind,
)
from tallystick.reconciliation.reconcile import reconcile
from tests.reconciliation import builders as b


def check(
    tally: TallyMention,
    incidents: Sequence[Incident],
    *,
    mentions: Sequence[EventMention] = (b.event(),),
    reports: Sequence[Report] = (b.report(),),
) -> Tally:
    (one,) = reconcile([tally], incidents, mentions, reports, in_area=b.in_area, same_side=b.same_side)
    return one


def sure(incident_id: str = "i1", **fields: object) -> Incident:
    """An incident that the words of ``b.tally()`` surely cover."""
    return b.incident(incident_id).model_copy(
        update={"target_actor": b.ARMY, "date_basis": DateBasis.EXPLICIT} | fields
    )


def why(tally: TallyMention, incident: Incident, *, mentions: Sequence[EventMention] = (b.event(),)) -> str:
    reconciliation = check(tally, [incident], mentions=mentions).reconciliation
    assert reconciliation.inside == ()
    return reconciliation.outside[0].why


def test_an_attack_without_a_known_perpetrator_on_the_target_side_is_inside() -> None:
    assert check(b.tally(), [b.incident(target_actor=b.ARMY)]).reconciliation.inside == ("i1",)


def test_a_lower_bound_leaves_a_lower_bound_missing() -> None:
    incidents = [b.incident(f"i{n}") for n in range(5)]
    result = check(b.tally(24, Comparator.AT_LEAST), incidents).reconciliation
    assert (result.missing, result.verdict) == (19, Verdict.INCOMPLETE)
    assert result.note == (
        "This report says at least 24 attacks since 2021-06-01; "
        "5 are told one by one on file (5 in this report); 19 or more are not. "
        "Read strictly it covers 0 of those on file, read leniently 5."
    )


def test_what_may_be_one_of_those_inside_is_told_apart_and_not_counted() -> None:
    vague = b.incident(
        "v", may_be=({"id": "i1", "score": 0.6, "reasons": ()}, {"id": "i2", "score": 0.6, "reasons": ()})
    )
    result = check(b.tally(3), [b.incident("i1"), b.incident("i2"), vague]).reconciliation
    assert (result.inside, result.vague, result.missing) == (("i1", "i2"), ("v",), 1)
    assert "1 more inside it is told too vaguely to say whether it is another, and is not counted." in result.note


def test_what_may_be_none_of_those_inside_is_counted() -> None:
    vague = b.incident("v", may_be=({"id": "outside", "score": 0.6, "reasons": ()},))
    result = check(b.tally(3), [b.incident("i1"), vague]).reconciliation
    assert (result.inside, result.vague) == (("i1", "v"), ())


def test_a_lower_bound_is_never_exceeded() -> None:
    result = check(b.tally(1, Comparator.AT_LEAST), [sure("i1"), sure("i2")]).reconciliation
    assert (result.missing, result.verdict) == (0, Verdict.CONSISTENT)


def test_more_than_forty_means_forty_one_or_more() -> None:
    assert check(b.tally(40, Comparator.MORE_THAN), []).reconciliation.missing == 41


def test_an_exact_count_can_be_exceeded() -> None:
    result = check(b.tally(1), [sure("i1"), sure("i2")]).reconciliation
    assert (result.missing, result.verdict) == (0, Verdict.EXCEEDED)
    assert "1 more than it says" in result.note


def test_an_upper_bound_misses_nothing() -> None:
    result = check(b.tally(30, Comparator.UP_TO), [b.incident()]).reconciliation
    assert (result.missing, result.verdict) == (None, Verdict.CONSISTENT)


def test_an_open_end_is_the_day_of_the_report() -> None:
    result = check(b.tally(), [b.incident(day=date(2021, 7, 1))])
    assert result.until == date(2021, 6, 30)
    assert result.reconciliation.outside[0].why == "after the window: 2021-07-01"


def test_an_incident_before_the_window_is_outside() -> None:
    early = b.incident(start=date(2021, 5, 1), end=date(2021, 5, 10), date_precision=DatePrecision.PART_OF_MONTH)
    assert why(b.tally(), early) == "before the window: 2021-05-01 to 10"


def test_a_month_that_the_window_cuts_is_outside() -> None:
    vague = b.incident(start=date(2021, 5, 1), end=date(2021, 6, 30), date_precision=DatePrecision.MONTH)
    assert why(b.tally(), vague) == "only partly in the window: told as 2021-05-01 to 2021-06-30"


def test_the_doubt_of_a_time_zone_keeps_an_incident_inside() -> None:
    night = b.incident(start=date(2021, 5, 31), end=date(2021, 6, 1))
    assert check(b.tally(), [night]).reconciliation.inside == ("i1",)


def test_an_incident_of_no_known_day_is_outside() -> None:
    assert why(b.tally(), b.incident(day=None)) == "its day is not told"


def test_a_strike_by_the_side_attacked_is_outside() -> None:
    strike = b.incident(kind=EventKind.AIRSTRIKE, perpetrator=b.ARMY)
    assert why(b.tally(), strike) == "done by the side that is attacked: airstrike by Ruritanian army"


def test_an_attack_on_somebody_else_is_outside() -> None:
    assert (
        why(b.tally(), b.incident(target_actor=b.OTHERS)) == "aimed at Sylvania; the tally counts attacks on Ruritania"
    )


def test_an_attack_by_somebody_else_is_outside() -> None:
    of_rebels = b.tally(scope={"actor": b.REBELS})
    assert why(of_rebels, b.incident(perpetrator=b.OTHERS)) == "done by Sylvania; the tally counts attacks by Red Front"


def test_an_attack_of_unknown_hands_is_not_counted_for_an_actor() -> None:
    assert "who did it is not told" in why(b.tally(scope={"actor": b.REBELS}), b.incident())


def test_an_attack_of_unknown_hands_may_be_by_a_set_that_has_no_name() -> None:
    unnamed = b.tally(scope={"actor": {"name": "militias"}})
    assert check(unnamed, [b.incident()]).reconciliation.inside == ("i1",)


def test_an_attack_by_an_ally_of_the_counted_actor_is_inside() -> None:
    of_rebels = b.tally(scope={"actor": b.REBELS})
    assert check(of_rebels, [b.incident(perpetrator=b.ALLIES)]).reconciliation.inside == ("i1",)


def test_a_claim_tells_whose_attack_it_is() -> None:
    of_rebels = b.tally(scope={"actor": b.REBELS})
    assert check(of_rebels, [b.incident(claimed_by=(b.ALLIES,))]).reconciliation.inside == ("i1",)


def test_an_incident_of_another_country_is_outside() -> None:
    assert why(b.tally(), b.incident(place=b.place("XX", "Port South"))) == "in Port South; the tally counts RU"


def test_a_tally_without_area_counts_where_its_own_report_tells_of_incidents() -> None:
    loose = b.tally(scope={})
    far = b.incident("i2", mentions=("m2",), place=b.place("XX", "Port South"))
    near = b.incident("i3", mentions=("m2",), place=b.place("RU", "Fort West"))
    mentions = (b.event("m1"), b.event("m2", report_id="r2"))
    result = check(loose, [b.incident("i1"), far, near], mentions=mentions).reconciliation
    assert (result.inside, result.outside) == (("i1", "i3"), ())


def test_what_other_reports_tell_of_elsewhere_is_not_listed() -> None:
    mentions = (b.event("m1"), b.event("m2", report_id="r2"))
    early = b.incident("i1", date(2021, 5, 1), mentions=("m2",))
    far = b.incident("i2", mentions=("m2",), place=b.place("XX", "Port South"))
    strike = b.incident("i3", mentions=("m2",), perpetrator=b.ARMY)
    result = check(b.tally(), [early, far, strike], mentions=mentions).reconciliation
    assert [o.incident_id for o in result.outside] == ["i3"]


def test_a_tally_without_area_counts_attacks_on_its_target_anywhere() -> None:
    on_army = b.tally(scope={"target": b.STATE})
    far = b.incident("i2", mentions=("m2",), place=b.place("XX", "Port South"), target_actor=b.ARMY)
    assert check(on_army, [far]).reconciliation.inside == ("i2",)


def test_a_tally_without_area_does_not_count_where_only_background_lies() -> None:
    old = b.incident("i1", background=True)
    assert check(b.tally(scope={}), [old]).reconciliation.inside == ()


def test_a_count_from_no_told_day_is_not_exceeded() -> None:
    result = check(b.tally(1, since=None), [b.incident("i1"), b.incident("i2")]).reconciliation
    assert (result.verdict, result.missing) == (Verdict.NOT_CHECKED, 0)
    assert "does not say from when it counts" in result.note


def test_an_incident_of_no_told_place_is_inside_if_its_target_is_counted() -> None:
    assert check(b.tally(), [b.incident(place=None, target_actor=b.ARMY)]).reconciliation.inside == ("i1",)


def test_an_incident_of_no_told_place_and_target_is_outside() -> None:
    assert why(b.tally(), b.incident(place=None)) == "its place is not told; the tally counts RU"


def test_another_weapon_is_outside() -> None:
    drones = b.tally(scope={"weapons": (WeaponKind.DRONE,)})
    assert why(drones, b.incident(kind=EventKind.ROCKET_ATTACK)) == "done with rocket; the tally counts drone"


def test_weapons_that_a_tally_names_as_examples_exclude_nothing() -> None:
    mostly = b.tally(quote=b.quote("attacks, mainly with drones"), scope={"weapons": (WeaponKind.DRONE,)})
    assert check(mostly, [b.incident(kind=EventKind.MISSILE_ATTACK)]).reconciliation.inside == ("i1",)


def test_a_denied_incident_is_outside() -> None:
    assert why(b.tally(), b.incident(status=Status.DENIED)) == "it is denied"


@pytest.mark.parametrize("linked", [("t1",), ()])
def test_a_response_to_the_counted_attacks_is_not_one_of_them(linked: tuple[str, ...]) -> None:
    link = Link(
        kind=LinkKind.RESPONDS_TO,
        mention_ids=linked,
        description="these attacks",
        quote=b.quote("in response", start=90),
    )
    answer = b.event(links=(link,))
    assert (
        why(b.tally(scope={}), b.incident(), mentions=(answer,)) == "told as a response to the attacks that are counted"
    )


def test_a_response_to_one_earlier_event_may_be_counted() -> None:
    link = Link(kind=LinkKind.RESPONDS_TO, mention_ids=("m9",), description="a raid", quote=b.quote("after", start=90))
    result = check(b.tally(scope={}), [b.incident()], mentions=(b.event(links=(link,)),))
    assert result.reconciliation.inside == ("i1",)


def test_incidents_of_other_reports_count_and_the_note_says_how_many_are_of_its_own() -> None:
    mentions = (b.event("m1"), b.event("m2", report_id="r2"))
    result = check(b.tally(4), [b.incident("i1"), b.incident("i2", mentions=("m2",))], mentions=mentions)
    assert "2 are told one by one on file (1 in this report); 2 are not." in result.reconciliation.note


def test_casualties_are_summed() -> None:
    hurt = b.tally(45, unit=TallyUnit.INJURED)
    result = check(
        hurt, [b.incident("i1", injured=Range(best=20)), b.incident("i2", injured=Range(low=4)), b.incident("i3")]
    )
    assert (result.reconciliation.missing, result.reconciliation.verdict) == (21, Verdict.INCOMPLETE)
    assert "come to 24" in result.reconciliation.note
    assert "1 tell no number" in result.reconciliation.note


def test_what_no_incident_tells_is_not_checked() -> None:
    result = check(b.tally(45, unit=TallyUnit.INJURED), [b.incident()]).reconciliation
    assert (result.missing, result.verdict) == (None, Verdict.NOT_CHECKED)
    assert "not checked" in result.note


def test_claims_are_counted_by_incidents_claimed() -> None:
    result = check(b.tally(3, unit=TallyUnit.CLAIMS), [b.incident("i1", claimed_by=(b.REBELS,)), b.incident("i2")])
    assert result.reconciliation.missing == 2


def test_parts_that_do_not_add_up_are_said() -> None:
    parts = ({"scope": "in the north", "value": 6}, {"scope": "in the south", "value": 3})
    note = check(b.tally(10, parts=parts), []).reconciliation.note
    assert "Its parts (6 in the north, 3 in the south) come to 9, 1 fewer than it says." in note


def test_a_part_that_is_a_country_code_is_said_by_name() -> None:
    whole = b.tally(2, parts=({"scope": "RU", "value": 2},))
    (one,) = reconcile(
        [whole],
        [],
        [],
        [b.report()],
        in_area=b.in_area,
        same_side=b.same_side,
        area_name={"RU": "Ruritania"}.__getitem__,
    )
    assert "Its parts (2 in Ruritania) come to 2, as it says." in one.reconciliation.note


def test_incidents_that_only_the_claimant_tells_are_said() -> None:
    note = check(b.tally(), [b.incident(status=Status.CLAIMED_ONLY)]).reconciliation.note
    assert "1 of those on file is told by the claimant alone." in note


@given(
    value=st.integers(0, 60),
    comparator=st.sampled_from(Comparator),
    unit=st.sampled_from(TallyUnit),
    days=st.lists(st.dates(date(2021, 5, 1), date(2021, 8, 1)), max_size=8),
)
def test_every_incident_of_the_report_is_either_inside_or_outside(
    value: int, comparator: Comparator, unit: TallyUnit, days: list[date]
) -> None:
    incidents = [b.incident(f"i{n}", day) for n, day in enumerate(days)]
    result = check(b.tally(value, comparator, unit=unit), incidents).reconciliation
    assert sorted([*result.inside, *(o.incident_id for o in result.outside)]) == [i.id for i in incidents]
    assert result.missing is None or result.missing >= 0
