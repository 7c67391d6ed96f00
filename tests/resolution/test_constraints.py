from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from tallystick.model.decision import Act, Decision
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.resolution.constraints import Overruled, constraints_from
from tallystick.resolution.resolve import resolve
from tests.resolution.build import AWAY, FORT, KNOWS, MONDAY, POWER, event, groups, quote, reports_of


def decision(
    number: int,
    act: Act,
    anchors: Sequence[Quote],
    others: Sequence[Quote] = (),
    *,
    field: str | None = None,
    value: str | None = None,
    incident_id: str | None = None,
    reason: str | None = None,
) -> Decision:
    return Decision(
        id=number,
        at=datetime(2031, 4, 1, tzinfo=UTC),
        by="Ada",
        act=act,
        incident_id=incident_id,
        anchors=tuple(anchors),
        other_anchors=tuple(others),
        field=field,
        value=value,
        reason=reason,
    )


def decided(mentions: Sequence[EventMention], *decisions: Decision) -> set[frozenset[str]]:
    reports = reports_of(mentions)
    return groups(resolve(mentions, reports, batches={r.id: 1 for r in reports}, knows=KNOWS, decisions=decisions))


A, B, C = quote("a", 0), quote("b", 0), quote("c", 0)


def test_a_merge_joins_what_every_feature_speaks_against() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2", place=FORT, day=MONDAY + timedelta(days=9), by=POWER)]
    assert decided(mentions, decision(1, Act.MERGE, [A], [B])) == {frozenset({"m1", "m2"})}


def test_a_merge_takes_the_whole_incidents_along() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2", place=FORT), event("c", name="m3", place=FORT)]
    assert decided(mentions, decision(1, Act.MERGE, [A], [B])) == {frozenset({"m1", "m2", "m3"})}


def test_a_split_parts_what_every_feature_speaks_for() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2")]
    assert decided(mentions, decision(1, Act.SPLIT, [A, B], [B])) == {frozenset({"m1"}), frozenset({"m2"})}


def test_of_a_merge_and_a_split_the_later_holds() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2")]
    merge, split = decision(1, Act.MERGE, [A], [B]), decision(2, Act.SPLIT, [A, B], [B])
    assert decided(mentions, split, merge) == {frozenset({"m1"}), frozenset({"m2"})}
    again = decision(3, Act.MERGE, [A], [B])
    assert decided(mentions, again, split, merge) == {frozenset({"m1", "m2"})}


@pytest.mark.parametrize(("one", "other"), [(A, B), (B, A)])
def test_same_and_different_hold_in_either_direction(one: Quote, other: Quote) -> None:
    alike = [event("a", name="m1"), event("b", name="m2")]
    unlike = [event("a", name="m1"), event("b", name="m2", place=FORT, day=MONDAY + timedelta(days=9))]
    assert decided(alike, decision(1, Act.DIFFERENT, [one], [other])) == {frozenset({"m1"}), frozenset({"m2"})}
    assert decided(unlike, decision(1, Act.SAME, [one], [other])) == {frozenset({"m1", "m2"})}


def test_same_carries_on() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2", place=FORT), event("c", name="m3", place=AWAY)]
    found = decided(mentions, decision(1, Act.SAME, [A], [B]), decision(2, Act.SAME, [B], [C]))
    assert found == {frozenset({"m1", "m2", "m3"})}


def test_what_is_the_same_as_one_is_different_from_all_that_it_is_different_from() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2", place=FORT), event("c", name="m3")]
    found = decided(mentions, decision(1, Act.SAME, [A], [B]), decision(2, Act.DIFFERENT, [B], [C]))
    assert found == {frozenset({"m1", "m2"}), frozenset({"m3"})}


def test_of_contradictory_decisions_the_latest_holds_and_the_oldest_gives_way() -> None:
    mentions = [event(name, name=f"m-{name}") for name in "abc"]
    decisions = [decision(1, Act.SAME, [A], [B]), decision(2, Act.SAME, [B], [C]), decision(3, Act.DIFFERENT, [A], [C])]
    found = constraints_from(decisions, mentions)
    assert (list(found.joined), found.overruled) == ([("m-b", "m-c")], {1: Overruled(by=3, in_part=False)})
    assert set(found.parted) == {("m-a", "m-c"), ("m-a", "m-b")}


def test_a_chain_of_same_overrules_an_older_different_across_it() -> None:
    mentions = [event(name, name=f"m-{name}") for name in "abc"]
    decisions = [decision(1, Act.DIFFERENT, [A], [C]), decision(2, Act.SAME, [A], [B]), decision(3, Act.SAME, [B], [C])]
    found = constraints_from(decisions, mentions)
    assert (found.parted, found.overruled) == ({}, {1: Overruled(by=3, in_part=False)})


def test_a_merge_is_overruled_in_part_by_a_split_of_one_of_its_tellings() -> None:
    mentions = [event(name, name=f"m-{name}") for name in "abc"]
    merge, split = decision(1, Act.MERGE, [A], [B, C]), decision(2, Act.SPLIT, [A, B], [C])
    found = constraints_from([merge, split], mentions)
    assert (list(found.joined), found.overruled) == ([("m-a", "m-b")], {1: Overruled(by=2, in_part=True)})


def test_a_third_report_does_not_bring_together_what_a_person_parted() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2"), event("c", name="m3")]
    found = decided(mentions, decision(1, Act.SPLIT, [A, B], [B]))
    assert not any({"m1", "m2"} <= group for group in found)


def test_a_merge_of_two_incidents_with_parted_members_moves_only_what_was_named() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2", place=FORT), event("c", name="m3", place=FORT)]
    split, merge = decision(1, Act.SPLIT, [A, C], [C]), decision(2, Act.MERGE, [A], [B])
    assert decided(mentions, split, merge) == {frozenset({"m1", "m2"}), frozenset({"m3"})}


def test_a_join_by_a_person_is_explained_by_the_decision() -> None:
    mentions = [event("a", name="m1"), event("b", name="m2", place=FORT)]
    merge = decision(4, Act.MERGE, [A], [B], reason="same crater")
    found = resolve(mentions, reports_of(mentions), batches={}, knows=KNOWS, decisions=[merge]).incidents
    assert found[0].joins[0].reasons == ("joined by Ada (decision 4): same crater",)


def test_a_decision_on_words_that_are_gone_constrains_nothing() -> None:
    found = constraints_from([decision(1, Act.MERGE, [A], [quote("gone", 3)])], [event("a")])
    assert (found.joined, found.parted) == ({}, {})
