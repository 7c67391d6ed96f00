from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.actor import ActorRef
from tallystick.model.countable import Countable
from tallystick.model.incident import Incident
from tallystick.model.mention import Range, TallyMention
from tallystick.model.quote import Quote
from tallystick.model.tally import Reconciliation, Tally
from tallystick.model.terms import (
    Comparator,
    DateBasis,
    DatePrecision,
    GapReason,
    Status,
    TallyUnit,
    Verdict,
    WeaponKind,
)
from tallystick.reconciliation.reconcile import reconcile
from tests.reconciliation import builders as b

DAY = date(2021, 6, 10)


def check(tally: TallyMention, *incidents: Incident, text: str = "…") -> Tally:
    report = b.report().model_copy(update={"text": text})
    (one,) = reconcile(
        [tally], incidents, [b.event()], [report], in_area=b.in_area, around_area=around, same_side=b.same_side
    )
    return one


def around(incident: Countable, area: str) -> bool:
    return incident.place is not None and incident.place.name == "the north" and area == "RU"


def sure(incident_id: str = "i1", **fields: object) -> Incident:
    return b.incident(incident_id).model_copy(
        update={"target_actor": b.ARMY, "date_basis": DateBasis.EXPLICIT} | fields
    )


def unsure_of(tally: TallyMention, incident: Incident) -> str:
    found = check(tally, incident).reconciliation
    assert (found.inside, found.strict.inside, found.lenient.inside) == ((incident.id,), (), (incident.id,))
    return found.unsure[0].why


def test_what_every_word_of_the_tally_fits_is_surely_covered() -> None:
    found = check(b.tally(), sure()).reconciliation
    assert found.strict.inside == found.inside == found.lenient.inside == ("i1",)
    assert found.unsure == ()


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"target_actor": None}, "at whom it was aimed is not told"),
        ({"status": Status.CLAIMED_ONLY}, "told by the claimant alone"),
        ({"status": Status.CONTESTED}, "it is contested"),
        ({"date_basis": DateBasis.PUBLICATION}, "its day is only that of a report"),
        ({"place": None}, "its place is not told"),
        ({"start": date(2021, 5, 31), "end": date(2021, 6, 1)}, "only partly in the window: told as 2021-05-31 to 2021-06-01"),
        ({"start": date(2021, 6, 30), "end": date(2021, 6, 30)}, "on the last day, which may have gone on behind the count"),
    ],
)  # fmt: skip
def test_what_is_not_told_leaves_it_unsure(fields: dict[str, object], why: str) -> None:
    assert unsure_of(b.tally(), sure("i1", **fields)) == why


def test_an_actor_that_nobody_names_as_the_doer_leaves_it_unsure() -> None:
    scope = {"actor": b.REBELS, "target": b.STATE, "areas": ("RU",)}
    assert unsure_of(b.tally(scope=scope), sure()) == "who did it is not told"
    assert check(b.tally(scope=scope), sure(perpetrator=b.ALLIES)).reconciliation.strict.inside == ("i1",)


@pytest.mark.parametrize(
    ("hit", "why"),
    [
        (None, "whether it was aimed at cargo ships is not told"),
        ("an oil depot", "whether an oil depot is of cargo ships is not told"),
    ],
)
def test_a_target_that_is_only_described_leaves_it_unsure(hit: str | None, why: str) -> None:
    scope = {"target": ActorRef(name="cargo ships"), "areas": ("RU",)}
    assert unsure_of(b.tally(scope=scope), sure(target=hit)) == why


def test_what_goes_by_the_words_of_a_described_target_is_surely_covered() -> None:
    scope = {"target": ActorRef(name="cargo ships"), "areas": ("RU",)}
    assert check(b.tally(scope=scope), sure(target="a Greek ship")).reconciliation.strict.inside == ("i1",)


def test_a_weapon_that_is_not_told_leaves_it_unsure() -> None:
    scope = {"target": b.STATE, "areas": ("RU",), "weapons": (WeaponKind.DRONE,)}
    assert unsure_of(b.tally(scope=scope), sure()) == "with what it was done is not told"


def test_a_tally_that_does_not_say_from_when_it_counts_covers_nothing_surely() -> None:
    assert unsure_of(b.tally(since=None), sure()) == "the tally does not say from when it counts"


@pytest.mark.parametrize(
    ("fields", "tally"),
    [
        ({"date_precision": DatePrecision.MONTH, "start": date(2021, 5, 1), "end": date(2021, 6, 30)}, b.tally()),
        ({"date_precision": DatePrecision.UNKNOWN, "start": None, "end": None}, b.tally()),
        ({"place": b.place("XX", "the north")}, b.tally()),
        ({"target_actor": None}, b.tally(scope={"actor": b.REBELS, "areas": ("RU",)})),
    ],
)
def test_what_is_outside_for_a_doubt_alone_is_inside_if_read_leniently(
    fields: dict[str, object], tally: TallyMention
) -> None:
    found = check(tally, sure("i1", **fields)).reconciliation
    assert (found.inside, found.lenient.inside) == ((), ("i1",))
    assert found.unsure[0].incident_id == found.outside[0].incident_id == "i1"


def test_what_others_are_said_to_have_done_is_outside_however_it_is_read() -> None:
    found = check(b.tally(), sure(target_actor=b.OTHERS)).reconciliation
    assert (found.inside, found.lenient.inside) == ((), ())


@pytest.mark.parametrize(
    ("value", "comparator", "verdict"),
    [
        (2, Comparator.EXACT, Verdict.CONSISTENT_STRICTLY),
        (3, Comparator.EXACT, Verdict.BETWEEN_READINGS),
        (4, Comparator.EXACT, Verdict.CONSISTENT_LENIENTLY),
        (5, Comparator.EXACT, Verdict.INCOMPLETE),
        (1, Comparator.EXACT, Verdict.EXCEEDED),
        (1, Comparator.AT_LEAST, Verdict.CONSISTENT),
        (4, Comparator.AT_LEAST, Verdict.CONSISTENT_LENIENTLY),
        (9, Comparator.UP_TO, Verdict.CONSISTENT),
    ],
)
def test_the_verdict_is_from_both_readings(value: int, comparator: Comparator, verdict: Verdict) -> None:
    incidents = [sure("i1"), sure("i2"), b.incident("i3"), b.incident("i4")]
    assert check(b.tally(value, comparator), *incidents).reconciliation.verdict is verdict


def test_the_words_of_a_window_say_whether_its_last_day_is_whole() -> None:
    text = "From 1 to 20 June there were ten; as of 20 June there were ten"
    whole, open_ = (
        Quote(report_id="r1", start=i, end=i + 7, exact="20 June") for i in (text.index("20"), text.rindex("20"))
    )
    for quote, expected in ((whole, True), (open_, None)):
        tally = b.tally(until=date(2021, 6, 20), window_quote=quote)
        assert check(tally, text=text).until_inclusive is expected


def test_after_a_day_leaves_that_day_out() -> None:
    text = "ten attacks after 1 June"
    tally = b.tally(window_quote=Quote(report_id="r1", start=18, end=24, exact="1 June"))
    checked = check(tally, sure(start=date(2021, 6, 1), end=date(2021, 6, 1)), text=text)
    assert checked.since_inclusive is False
    assert checked.reconciliation.unsure[0].why == "on the first day, which the count may leave out"


def reasons(found: Reconciliation) -> list[GapReason]:
    return [gap.reason for gap in found.gaps]


def test_nothing_is_explained_where_nothing_differs() -> None:
    assert check(b.tally(1), sure()).reconciliation.gaps == ()


def test_incidents_that_may_lie_in_the_window_are_a_reason_and_the_rest_is_in_no_source() -> None:
    undated = sure("i2", date_precision=DatePrecision.UNKNOWN, start=None, end=None)
    found = check(b.tally(4), sure(), undated).reconciliation
    assert reasons(found) == [GapReason.WINDOW_MISMATCH, GapReason.NOT_IN_SOURCES]
    assert [(g.number, g.incident_ids) for g in found.gaps] == [(1, ("i2",)), (2, ())]


def test_a_salvo_may_be_several_attacks() -> None:
    salvo = sure(weapon_count=Range(low=3, best=3, high=3))
    assert reasons(check(b.tally(3), salvo).reconciliation)[0] is GapReason.UNIT_MISMATCH
    assert reasons(check(b.tally(9), salvo).reconciliation)[0] is GapReason.SPLIT_OR_SALVO


def test_two_of_one_day_and_place_may_be_one_told_twice() -> None:
    found = check(b.tally(1), sure("i1"), sure("i2")).reconciliation
    assert reasons(found) == [GapReason.DUPLICATE_IN_LEDGER]
    assert found.gaps[0].incident_ids == ("i1", "i2")


def test_a_count_that_is_exceeded_without_any_reason_on_file_says_so() -> None:
    found = check(b.tally(1), sure("i1"), sure("i2", start=date(2021, 6, 11), end=date(2021, 6, 11))).reconciliation
    assert reasons(found) == [GapReason.UNKNOWN]


def test_a_count_that_is_said_to_be_revised_quotes_the_words() -> None:
    text = "The army revised its count to ten attacks."
    tally = b.tally(10, quote=Quote(report_id="r1", start=4, end=41, exact=text[4:41]))
    checked = check(tally, text=text)
    assert checked.revision is not None
    assert checked.revision.exact == "revised"
    assert reasons(checked.reconciliation)[-1] is GapReason.COUNTER_REVISED


incidents_made = st.lists(
    st.builds(
        lambda day, length, target, doer, place, status, basis, kind: {
            "start": None if day is None else DAY + timedelta(days=day),
            "end": None if day is None else DAY + timedelta(days=day + length),
            "date_precision": kind,
            "target_actor": target,
            "perpetrator": doer,
            "place": place,
            "status": status,
            "date_basis": basis,
            "killed": None if length == 0 else {"low": length, "best": length + 1, "high": length + 3},
        },
        st.none() | st.integers(-15, 25),
        st.integers(0, 3),
        st.sampled_from([None, b.ARMY, b.OTHERS]),
        st.sampled_from([None, b.REBELS, b.ARMY]),
        st.sampled_from([None, b.place(), b.place("XX", "the north"), b.place("YY", "elsewhere")]),
        st.sampled_from(Status),
        st.sampled_from([DateBasis.EXPLICIT, DateBasis.PUBLICATION]),
        st.sampled_from([DatePrecision.DAY, DatePrecision.WEEK]),
    ),
    max_size=8,
)
tallies_made = st.builds(
    lambda value, comparator, since, unit, actor: b.tally(
        value,
        comparator,
        since=since,
        unit=unit,
        scope={"actor": actor, "target": None if actor else b.STATE, "areas": ("RU",)},
    ),
    st.integers(0, 9),
    st.sampled_from(Comparator),
    st.none() | st.just(date(2021, 6, 1)),
    st.sampled_from([TallyUnit.ATTACKS, TallyUnit.KILLED, TallyUnit.SITES]),
    st.sampled_from([None, b.REBELS]),
)


@given(tally=tallies_made, told=incidents_made)
def test_strict_is_part_of_inside_and_inside_of_lenient(tally: TallyMention, told: list[dict[str, object]]) -> None:
    found = check(tally, *(b.incident(f"i{n}", **fields) for n, fields in enumerate(told))).reconciliation  # type: ignore[arg-type]
    strict, inside, lenient = set(found.strict.inside), set(found.inside), set(found.lenient.inside)
    assert strict <= inside <= lenient
    assert {u.incident_id for u in found.unsure} == lenient - strict
    assert (found.strict.number or 0) <= (found.lenient.number or 0)


@given(tally=tallies_made, told=incidents_made)
def test_a_bound_is_never_contradicted_on_its_open_side(tally: TallyMention, told: list[dict[str, object]]) -> None:
    found = check(tally, *(b.incident(f"i{n}", **fields) for n, fields in enumerate(told))).reconciliation  # type: ignore[arg-type]
    if tally.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        assert found.verdict not in (Verdict.EXCEEDED, Verdict.CONSISTENT_STRICTLY, Verdict.BETWEEN_READINGS)
    if tally.comparator is Comparator.UP_TO:
        assert found.verdict is not Verdict.INCOMPLETE
        assert found.missing is None
