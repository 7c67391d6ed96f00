"""Incidents and tallies of briefs paired and judged, worked by hand."""

from dataclasses import replace
from datetime import date

from tallystick.evaluation.briefs_gold import Count, Told
from tallystick.evaluation.briefs_match import judge_fields, pair_incidents, pair_tallies

RAID = Told(
    kind="raid",
    start=date(2023, 5, 1),
    end=date(2023, 5, 1),
    place="Djibo",
    country="BF",
    perpetrator=None,
    claimed_by=(),
    killed=(3, None),
    injured=None,
    outcome="hit",
    status="reported",
    background=False,
    response=False,
    spans=((0, 20),),
    id="DJIBO",
)


def test_incidents_that_share_no_words_are_no_pair() -> None:
    assert pair_incidents([RAID], [replace(RAID, spans=((20, 40),))]) == []


def test_words_alone_make_no_pair() -> None:
    other = replace(RAID, kind="ied", start=date(2020, 1, 1), place="Gao", country="ML")
    assert pair_incidents([RAID], [other]) == []


def test_the_best_pair_is_taken_first_and_each_incident_once() -> None:
    elsewhere = replace(RAID, place="Gao", country="ML")
    assert pair_incidents([elsewhere, RAID], [RAID]) == [(1, 0)]


def test_days_one_apart_are_right_and_two_apart_are_not() -> None:
    next_day, third_day = replace(RAID, start=date(2023, 5, 2)), replace(RAID, start=date(2023, 5, 3))
    assert judge_fields(RAID, next_day, [RAID])["day"]
    assert not judge_fields(RAID, third_day, [RAID])["day"]


def test_a_place_where_none_is_coded_is_right_within_the_country() -> None:
    unplaced = replace(RAID, place=None)
    assert judge_fields(unplaced, RAID, [unplaced])["place"]
    assert not judge_fields(unplaced, replace(RAID, country="ML"), [unplaced])["place"]


def test_what_another_brief_tells_of_the_incident_is_no_error() -> None:
    twin = replace(RAID, claimed_by=("JNIM",), killed=(5, 5), status="confirmed")
    fields = judge_fields(RAID, twin, [RAID, twin])
    assert all(fields[name] for name in ("claimed by", "killed", "status"))


def test_a_claimant_of_this_brief_must_be_found() -> None:
    claimed = replace(RAID, claimed_by=("JNIM",))
    assert not judge_fields(claimed, RAID, [claimed])["claimed by"]


def test_a_doer_whom_no_brief_names_is_wrong() -> None:
    assert not judge_fields(RAID, replace(RAID, perpetrator="JNIM"), [RAID])["perpetrator"]


def test_counts_agree_in_both_bounds() -> None:
    assert not judge_fields(RAID, replace(RAID, killed=(3, 3)), [RAID])["killed"]


def test_tallies_pair_by_their_number_once() -> None:
    five, nine = Count(5, "exact", None, None, ""), Count(9, "about", None, None, "")
    assert pair_tallies([five, five, nine], [nine, five]) == [(0, 1), (2, 0)]
