from datetime import timedelta

import pytest

from tallystick.model.incident import Conflict
from tallystick.model.terms import DateBasis, DatePrecision, EventKind, Modality, Outcome, Role, WeaponKind
from tallystick.resolution.support import Chosen, V
from tallystick.resolution.values import (
    choose_kind,
    choose_outcome,
    choose_perpetrator,
    choose_place,
    choose_target,
    choose_target_actor,
    choose_weapons,
    choose_when,
)
from tests.resolution.build import (
    BATH,
    BRAND,
    EAST,
    FORT,
    KNOWS,
    LAND,
    MEMBER,
    MONDAY,
    POWER,
    event,
    on,
    report,
    tellings,
)

TUESDAY = MONDAY + timedelta(days=1)


def pair(chosen: Chosen[V]) -> tuple[V, tuple[Conflict, ...]]:
    return chosen.value, chosen.conflicts


def test_the_closest_place_is_chosen_and_what_contains_it_is_no_conflict() -> None:
    told = tellings(event("a", place=LAND), event("b", place=EAST), event("c", place=BATH))
    place, conflicts = pair(choose_place(told, KNOWS))
    assert place == BATH
    assert conflicts == ()


def test_of_equally_close_places_the_better_supported_is_chosen_and_both_are_listed() -> None:
    told = tellings(event("a", place=FORT), event("b", place=BATH), event("c", place=BATH))
    place, (conflict,) = pair(choose_place(told, KNOWS))
    assert place == BATH
    assert [v.value for v in conflict.values] == ["Bath Camp", "Fort Nine"]
    assert [len(v.mention_ids) for v in conflict.values] == [2, 1]


def test_copies_do_not_outvote() -> None:
    reports = [report("a"), report("b"), report("copy", copy_of="b"), report("copy2", copy_of="b")]
    told = tellings(*(event(r.id, place=FORT if r.id == "a" else BATH) for r in reports), reports=reports)
    place, _ = pair(choose_place(told, KNOWS))
    assert place == FORT


def test_no_place_told_is_no_place() -> None:
    assert pair(choose_place(tellings(event("a", place=None)), KNOWS)) == (None, ())


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (on(MONDAY, basis=DateBasis.WEEKDAY), on(TUESDAY)),
        (on(MONDAY, basis=DateBasis.RELATIVE_TO_DATELINE), on(TUESDAY, basis=DateBasis.WEEKDAY)),
        (on(MONDAY, basis=DateBasis.PUBLICATION), on(TUESDAY, basis=DateBasis.RELATIVE_TO_DATELINE)),
        (on(MONDAY, until=TUESDAY), on(TUESDAY)),
    ],
)
def test_the_better_grounded_day_is_chosen(worse: object, better: object) -> None:
    told = tellings(event("a", when=worse), event("b", when=better))  # type: ignore[arg-type]
    assert pair(choose_when(told))[0] == better


def test_a_month_that_holds_the_day_is_no_conflict() -> None:
    month = on(MONDAY.replace(day=1), until=MONDAY.replace(day=31), precision=DatePrecision.MONTH)
    when, conflicts = pair(choose_when(tellings(event("a", when=month), event("b"))))
    assert (when.start, when.end, conflicts) == (MONDAY, MONDAY, ())


def test_of_two_explicit_days_the_better_supported_is_chosen_and_both_are_listed() -> None:
    when, (conflict,) = pair(choose_when(tellings(event("a", day=TUESDAY), event("b"), event("c"))))
    assert when.start == MONDAY
    assert (conflict.field, [v.value for v in conflict.values]) == ("start", [str(MONDAY), str(TUESDAY)])
    assert "independent sources" in conflict.rule


def test_no_day_told_is_no_day() -> None:
    when, conflicts = pair(choose_when(tellings(event("a", day=None))))
    assert (when.is_known, conflicts) == (False, ())


def test_the_most_specific_kind_is_chosen() -> None:
    kinds = [EventKind.ATTACK_UNSPECIFIED, EventKind.AIRSTRIKE, EventKind.DRONE_ATTACK]
    assert pair(choose_kind(tellings(*(event(f"r{n}", kind=k) for n, k in enumerate(kinds))))) == (
        EventKind.DRONE_ATTACK,
        (),
    )


def test_kinds_that_cannot_be_one_are_listed() -> None:
    kinds = [EventKind.DRONE_ATTACK, EventKind.ROCKET_ATTACK, EventKind.ROCKET_ATTACK]
    kind, (conflict,) = pair(choose_kind(tellings(*(event(f"r{n}", kind=k) for n, k in enumerate(kinds)))))
    assert kind is EventKind.ROCKET_ATTACK
    assert [v.value for v in conflict.values] == ["rocket_attack", "drone_attack"]


def test_weapons_are_all_those_named() -> None:
    told = tellings(event("a", weapons=[WeaponKind.ROCKET]), event("b", weapons=[WeaponKind.DRONE, WeaponKind.ROCKET]))
    assert choose_weapons(told).value == (WeaponKind.DRONE, WeaponKind.ROCKET)


def test_an_outcome_told_goes_before_one_not_told() -> None:
    told = tellings(event("a", outcome=Outcome.UNKNOWN), event("b", outcome=Outcome.HIT), event("c"))
    assert pair(choose_outcome(told)) == (Outcome.HIT, ())


def test_outcomes_that_differ_are_listed() -> None:
    told = tellings(
        event("a", outcome=Outcome.INTERCEPTED), event("b", outcome=Outcome.HIT), event("c", outcome=Outcome.HIT)
    )
    outcome, (conflict,) = pair(choose_outcome(told))
    assert outcome is Outcome.HIT
    assert [v.value for v in conflict.values] == ["hit", "intercepted"]


def test_the_target_is_the_thing_and_the_target_actor_its_owner() -> None:
    told = tellings(event("a", against=POWER, target="fuel store"))
    assert choose_target(told).value == "fuel store"
    assert pair(choose_target_actor(told, KNOWS))[0] == POWER


def test_without_a_thing_the_owner_is_the_target() -> None:
    assert choose_target(tellings(event("a", against=POWER))).value == POWER.name


def test_a_known_actor_is_called_by_its_known_name() -> None:
    knows = KNOWS.__class__(KNOWS.compatible, KNOWS.contains, KNOWS.distance_km, {"power": "Powerland"}.get)
    assert pair(choose_target_actor(tellings(event("a", against=POWER)), knows))[0] == POWER.model_copy(
        update={"name": "Powerland"}
    )


def test_the_perpetrator_is_who_a_report_states_as_fact() -> None:
    assert pair(choose_perpetrator(tellings(event("a", by=POWER)), KNOWS)) == (POWER, ())


@pytest.mark.parametrize("event_told", [{"modality": Modality.ALLEGED}, {"cue": "claimed_only"}])
def test_an_alleged_or_claimed_doer_is_no_perpetrator(event_told: dict[str, object]) -> None:
    assert pair(choose_perpetrator(tellings(event("a", by=POWER, **event_told)), KNOWS)) == (None, ())  # type: ignore[arg-type]


def test_who_is_only_blamed_is_no_perpetrator() -> None:
    told = event("a", by=POWER)
    blamer = told.participants[0].model_copy(update={"role": Role.ATTRIBUTOR, "name": "Elsewhere", "actor_id": None})
    blame = told.model_copy(update={"participants": (*told.participants, blamer)})
    assert pair(choose_perpetrator(tellings(blame), KNOWS)) == (None, ())


def test_who_is_blamed_by_nobody_who_is_named_is_no_perpetrator() -> None:
    told = event("a", by=POWER)
    alleged = tuple(p.model_copy(update={"alleged": True}) for p in told.participants)
    assert pair(choose_perpetrator(tellings(told.model_copy(update={"participants": alleged})), KNOWS)) == (None, ())


def test_two_who_did_it_together_are_no_conflict() -> None:
    one, other = event("a", by=POWER), event("a", by=MEMBER)
    both = one.model_copy(update={"participants": (*one.participants, *other.participants)})
    assert pair(choose_perpetrator(tellings(both), KNOWS))[1] == ()


def test_a_brand_and_its_member_are_no_conflict() -> None:
    perpetrator, conflicts = pair(choose_perpetrator(tellings(event("a", by=BRAND), event("b", by=MEMBER)), KNOWS))
    assert perpetrator in (BRAND, MEMBER)
    assert conflicts == ()


def test_different_doers_are_listed() -> None:
    _, (conflict,) = pair(choose_perpetrator(tellings(event("a", by=POWER), event("b", by=MEMBER)), KNOWS))
    assert {v.value for v in conflict.values} == {POWER.name, MEMBER.name}


def test_an_equal_day_counts_by_its_best_ground() -> None:
    stand_in = on(MONDAY, basis=DateBasis.PUBLICATION)
    told = tellings(event("a", when=stand_in), event("b"), event("c", when=on(TUESDAY, basis=DateBasis.WEEKDAY)))
    assert choose_when(told).value == on(MONDAY)


def test_a_day_of_publication_disagrees_with_no_day_that_is_told() -> None:
    stand_in = on(TUESDAY, basis=DateBasis.PUBLICATION)
    assert choose_when(tellings(event("a"), event("b", when=stand_in))).conflicts == ()


def test_days_that_share_one_do_not_disagree() -> None:
    assert choose_when(tellings(event("a"), event("b", when=on(MONDAY, until=TUESDAY)))).conflicts == ()


def test_reports_that_share_no_weapon_disagree_and_all_are_shown() -> None:
    told = tellings(event("a", weapons=[WeaponKind.ROCKET]), event("b", weapons=[WeaponKind.DRONE]))
    chosen = choose_weapons(told)
    assert chosen.value == (WeaponKind.DRONE, WeaponKind.ROCKET)
    (conflict,) = chosen.conflicts
    assert {v.value for v in conflict.values} == {"drone", "rocket"}


def test_jets_and_the_missiles_they_fire_do_not_disagree() -> None:
    told = tellings(event("a", weapons=[WeaponKind.AIRCRAFT]), event("b", weapons=[WeaponKind.MISSILE]))
    assert choose_weapons(told).conflicts == ()
