from datetime import timedelta

import pytest

from tallystick.model.mention import Link
from tallystick.model.place import Place
from tallystick.model.terms import EventKind, LinkKind, Modality, Status, WeaponKind
from tests.resolution.build import (
    AWAY,
    BATH,
    BRAND,
    EAST,
    FORT,
    LAND,
    MEMBER,
    MONDAY,
    POWER,
    event,
    groups,
    quote,
    report,
    resolved,
)

TUESDAY = MONDAY + timedelta(days=1)


def test_two_reports_of_one_place_day_and_kind_are_one_incident() -> None:
    assert groups(resolved(event("a", name="m1"), event("b", name="m2"))) == {frozenset({"m1", "m2"})}


@pytest.mark.parametrize("place", [FORT, AWAY])
def test_another_place_is_another_incident(place: Place) -> None:
    assert len(resolved(event("a"), event("b", place=place)).incidents) == 2


def test_another_week_is_another_incident() -> None:
    assert len(resolved(event("a"), event("b", day=MONDAY - timedelta(days=7))).incidents) == 2


def test_an_attack_of_unknown_manner_joins_a_drone_attack() -> None:
    found = resolved(event("a", kind=EventKind.ATTACK_UNSPECIFIED), event("b")).incidents
    assert [i.kind for i in found] == [EventKind.DRONE_ATTACK]


def test_drones_and_rockets_told_in_one_report_are_two_incidents() -> None:
    drone = event("a", 0, weapons=[WeaponKind.DRONE])
    rocket = event("a", 50, kind=EventKind.ROCKET_ATTACK, weapons=[WeaponKind.ROCKET])
    assert len(resolved(drone, rocket).incidents) == 2


def test_drones_in_one_report_and_rockets_in_another_may_be_one_incident() -> None:
    drone = event("a", against=POWER, killed=(4, 4, 4))
    rocket = event("b", kind=EventKind.ROCKET_ATTACK, against=POWER, killed=(4, 4, 4))
    found = resolved(drone, rocket).incidents
    assert [[c.field for c in i.conflicts] for i in found] == [["kind"]]


def test_known_different_perpetrators_are_never_one_incident() -> None:
    assert len(resolved(event("a", by=POWER), event("b", by=MEMBER)).incidents) == 2


def test_a_brand_and_its_member_do_not_conflict() -> None:
    assert len(resolved(event("a", by=BRAND), event("b", by=MEMBER)).incidents) == 1


def test_an_attacker_who_is_attacked_in_the_other_speaks_against_one_incident() -> None:
    strike = event("a", place=EAST, kind=EventKind.AIRSTRIKE, by=POWER)
    assert len(resolved(strike, event("b", place=EAST, against=POWER)).incidents) == 2


def test_events_counted_apart_by_their_report_stay_apart() -> None:
    first = event("a", 0, name="m1", apart=["m2"])
    second = event("a", 50, name="m2", apart=["m1"])
    assert len(resolved(first, second).incidents) == 2


def test_what_one_report_counts_apart_another_report_does_not_weld() -> None:
    mentions = [event("a", 0, name="m1", apart=["m2"]), event("a", 50, name="m2", apart=["m1"]), event("b", name="m3")]
    found = groups(resolved(*mentions))
    assert len(found) == 2
    assert not any({"m1", "m2"} <= g for g in found)


def test_a_report_that_comes_back_to_its_event_tells_of_one_incident() -> None:
    assert len(resolved(event("a", 0), event("a", 300)).incidents) == 1


def test_a_bare_mention_goes_to_the_nearest_event_told_before_it() -> None:
    first, second = event("a", 0, name="m1", place=BATH), event("a", 100, name="m2", place=FORT)
    bare = event("a", 200, name="m3", kind=EventKind.ATTACK_UNSPECIFIED, day=None, place=None)
    assert groups(resolved(first, second, bare)) == {frozenset({"m1"}), frozenset({"m2", "m3"})}


def test_a_bare_mention_passes_over_an_event_of_another_doer() -> None:
    first, second = event("a", 0, name="m1", by=MEMBER), event("a", 100, name="m2", place=FORT, by=POWER)
    bare = event("a", 200, name="m3", kind=EventKind.ATTACK_UNSPECIFIED, day=None, place=None, by=MEMBER)
    assert frozenset({"m1", "m3"}) in groups(resolved(first, second, bare))


def test_a_bare_mention_alone_in_its_report_stands_alone() -> None:
    assert len(resolved(event("a"), event("b", day=None, place=None)).incidents) == 2


def test_a_vague_mention_goes_to_the_only_incident_that_it_fits() -> None:
    vague = event("b", place=EAST, kind=EventKind.AIRSTRIKE, by=POWER)
    assert len(resolved(event("a", kind=EventKind.AIRSTRIKE, by=POWER), vague).incidents) == 1


def test_a_vague_mention_that_fits_two_incidents_stands_alone() -> None:
    here = event("a", 0, kind=EventKind.AIRSTRIKE, by=POWER)
    there = event("a", 90, kind=EventKind.AIRSTRIKE, by=POWER, place=FORT)
    vague = event("b", name="m9", place=EAST, kind=EventKind.AIRSTRIKE, by=POWER)
    assert frozenset({"m9"}) in groups(resolved(here, there, vague))


def test_a_vague_mention_that_fits_one_deed_told_of_two_places_goes_to_one_of_them() -> None:
    here = event("a", 0, name="m1", kind=EventKind.AIRSTRIKE, by=POWER)
    there = event("a", 0, name="m2", kind=EventKind.AIRSTRIKE, by=POWER, place=FORT)
    vague = event("b", name="m9", place=EAST, kind=EventKind.AIRSTRIKE, by=POWER)
    assert groups(resolved(here, there, vague)) == {frozenset({"m1", "m9"}), frozenset({"m2"})}


def test_of_the_places_of_one_deed_a_vague_mention_goes_to_that_told_most() -> None:
    shared = {"kind": EventKind.AIRSTRIKE, "by": POWER}
    here, there = event("a", 0, name="m1", **shared), event("a", 0, name="m2", place=FORT, **shared)  # type: ignore[arg-type]
    again = event("c", name="m3", place=FORT, **shared)  # type: ignore[arg-type]
    vague = event("b", name="m9", place=EAST, **shared)  # type: ignore[arg-type]
    assert frozenset({"m2", "m3", "m9"}) in groups(resolved(here, there, again, vague))


def test_of_two_that_it_fits_a_vague_mention_goes_to_that_of_its_own_report() -> None:
    here = event("a", name="m1", kind=EventKind.AIRSTRIKE, by=POWER)
    there = event("b", 0, name="m2", kind=EventKind.AIRSTRIKE, by=POWER, place=FORT)
    vague = event("b", 90, name="m3", place=EAST, kind=EventKind.AIRSTRIKE, by=POWER)
    assert groups(resolved(here, there, vague)) == {frozenset({"m1"}), frozenset({"m2", "m3"})}


def test_a_mention_of_a_country_alone_is_not_enough() -> None:
    assert len(resolved(event("a"), event("b", place=LAND, kind=EventKind.ATTACK_UNSPECIFIED)).incidents) == 2


def test_one_event_told_a_day_apart_is_joined_where_much_else_agrees() -> None:
    shared = {"kind": EventKind.AIRSTRIKE, "by": POWER, "killed": (7, 7, 7)}
    found = resolved(event("a", **shared), event("b", day=TUESDAY, **shared)).incidents  # type: ignore[arg-type]
    assert [[c.field for c in i.conflicts] for i in found] == [["start"]]


def test_attacks_of_one_site_on_two_days_running_are_two_incidents() -> None:
    assert len(resolved(event("a"), event("b", day=TUESDAY)).incidents) == 2


def test_a_chain_of_days_does_not_weld_its_ends() -> None:
    shared = {"kind": EventKind.AIRSTRIKE, "by": POWER, "killed": (7, 7, 7)}
    days = [event(f"r{n}", day=MONDAY + timedelta(days=n), **shared) for n in range(6)]  # type: ignore[arg-type]
    assert (
        max(
            len(i.mentions)
            for i in resolved(*days, reports=[report(f"r{n}", published=None) for n in range(6)]).incidents
        )
        == 2
    )


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.THREATENED, Modality.HYPOTHETICAL, Modality.DENIED])
def test_what_is_not_said_to_have_happened_makes_no_incident(modality: Modality) -> None:
    assert resolved(event("a", modality=modality)).incidents == ()


def test_plural_mentions_make_no_incident() -> None:
    assert resolved(event("a", plural=True)).incidents == ()


def test_a_denial_joins_the_incident_that_it_denies() -> None:
    found = resolved(event("a"), event("b", modality=Modality.DENIED)).incidents
    assert [(i.status, len(i.mentions)) for i in found] == [(Status.CONTESTED, 2)]


def test_background_only_where_every_mention_is() -> None:
    assert [i.background for i in resolved(event("a", background=True)).incidents] == [True]
    assert [i.background for i in resolved(event("a", background=True), event("b")).incidents] == [False]


def test_copies_of_one_report_are_one_source() -> None:
    reports = [report("a"), report("b", copy_of="a"), report("c")]
    found = resolved(event("a"), event("b"), event("c"), reports=reports).incidents
    assert [(len(i.mentions), i.sources) for i in found] == [(3, 2)]


def test_a_response_points_to_the_incident_that_it_answers() -> None:
    cause = event("a", 0, name="m1", against=POWER)
    link = Link(
        kind=LinkKind.RESPONDS_TO, mention_ids=("m1",), description="these attacks", quote=quote("a", 80, "in response")
    )
    answer = event("a", 90, name="m2", kind=EventKind.AIRSTRIKE, place=FORT, by=POWER, links=[link])
    by_mention = {i.mentions[0]: i for i in resolved(cause, answer).incidents}
    assert by_mention["m2"].responds_to == (by_mention["m1"].id,)
    assert by_mention["m1"].responds_to == ()


def test_order_alone_is_no_response() -> None:
    link = Link(kind=LinkKind.AFTER, mention_ids=("m1",), description="the first", quote=quote("a", 80, "after"))
    found = resolved(event("a", 0, name="m1"), event("a", 90, name="m2", place=FORT, links=[link])).incidents
    assert [i.responds_to for i in found] == [(), ()]


def test_an_event_that_follows_another_is_not_that_other() -> None:
    link = Link(kind=LinkKind.AFTER, mention_ids=("m1",), description="the first", quote=quote("a", 80, "after"))
    assert len(resolved(event("a", 0, name="m1"), event("a", 90, name="m2", links=[link])).incidents) == 2


def test_every_join_is_explained_strongest_reason_first() -> None:
    (incident,) = resolved(event("a", name="m1", by=BRAND), event("b", name="m2", by=BRAND)).incidents
    (join,) = incident.joins
    assert (join.left, join.right) == ("m1", "m2")
    assert join.score >= 0.9
    assert join.reasons[0] == "same site: Bath Camp"


def test_claims_and_attributions_are_left_to_the_attribution_room() -> None:
    (incident,) = resolved(event("a", claimed_by=BRAND)).incidents
    assert (incident.claimed_by, incident.attributed_to, incident.perpetrator) == ((), (), None)


def test_no_mentions_no_incidents() -> None:
    assert resolved().incidents == ()
