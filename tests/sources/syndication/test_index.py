import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.report import Report
from tallystick.sources.syndication import CopyIndex, find_copies, postings, sketch_of
from tests.sources.syndication.stories import LEAD, MARKET, OWN, STORY, report, told

TEXTS = [
    told(*STORY),
    told(LEAD, *STORY[1:]),
    told(LEAD, *STORY[1:4]),
    told(*STORY[:3]),
    told(*STORY, OWN),
    told(*STORY, *MARKET),
    told(*MARKET),
    told(*MARKET[:4], OWN),
    told(*MARKET[1:]),
]
SETS = st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(1, 4)), max_size=9, unique_by=lambda row: row[0])


def families(reports: list[Report]) -> dict[str, str]:
    found = find_copies(reports)
    return {r.id: found[r.id].original if r.id in found else r.id for r in reports}


@given(SETS, st.randoms(use_true_random=False))
def test_families_do_not_depend_on_the_order_of_adding_nor_on_what_was_asked_before(
    rows: list[tuple[str, int]], shuffler: random.Random
) -> None:
    reports = [report(text, day) for text, day in rows]
    expected = families(reports)
    shuffler.shuffle(reports)
    by_id = {r.id: r for r in reports}
    index = CopyIndex(by_id.__getitem__)
    for added in reports:
        index.add(sketch_of(added))
        index.copied(added.id)
    assert {r.id: index.family_of(r.id)[0] for r in reports} == expected


@given(SETS)
def test_the_members_of_a_family_name_one_another(rows: list[tuple[str, int]]) -> None:
    reports = [report(text, day) for text, day in rows]
    by_id = {r.id: r for r in reports}
    index = CopyIndex(by_id.__getitem__)
    for added in reports:
        index.add(sketch_of(added))
    for one in reports:
        members = index.family_of(one.id)
        assert one.id in members
        assert all(index.family_of(other) == members for other in members)


def test_texts_are_asked_for_only_where_two_are_compared() -> None:
    reports = [report(told(*STORY), 1), report(told(*MARKET), 1), report(told(LEAD, *STORY[1:]), 2)]
    asked: list[str] = []

    def report_of(report_id: str) -> Report:
        asked.append(report_id)
        return next(r for r in reports if r.id == report_id)

    index = CopyIndex(report_of)
    for sketch in [sketch_of(r) for r in reports]:
        index.add(sketch)
    assert index.family_of(reports[2].id) == (reports[0].id, reports[2].id)
    assert set(asked) == {reports[0].id, reports[2].id}


def test_a_report_added_twice_counts_once() -> None:
    one = report(told(*STORY), 1)
    index = CopyIndex({one.id: one}.__getitem__)
    index.add(sketch_of(one))
    index.add(sketch_of(one))
    assert index.family_of(one.id) == (one.id,)


def test_a_report_that_was_not_added_is_unknown() -> None:
    nothing: dict[str, Report] = {}
    with pytest.raises(KeyError):
        CopyIndex(nothing.__getitem__).family_of("nowhere")


def test_the_sorted_part_of_the_index_finds_what_the_fresh_part_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [report(text, 1) for text in TEXTS]
    fresh = families(reports)
    monkeypatch.setattr(postings, "_FEWEST_TO_SORT", 1)
    assert families(reports) == fresh
