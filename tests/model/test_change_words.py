from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import JsonValue

from tallystick.model.change import Change, DatedChange, Derivation, FieldChange, Subject, What
from tallystick.model.change_words import value_in_words, what_in_words, why_in_words
from tallystick.model.decision import Act, Decision

NOON = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
GLANCE = (
    ("kind", "shelling"),
    ("start", "2031-05-04"),
    ("end", "2031-05-04"),
    ("place", {"id": "t:ost", "name": "Ost", "country": "XA"}),
    ("killed", {"low": 2, "best": 3, "high": 4}),
    ("status", "reported"),
)


def change(what: What = What.CHANGED, *fields: FieldChange, version: str | None = "v", **why: object) -> Change:
    return Change.model_validate({"incident_id": "i-1", "what": what, "version": version, "fields": fields, **why})


def made(one: Change, **derivation: object) -> DatedChange:
    return DatedChange(derivation=Derivation.model_validate({"number": 1, "at": NOON, **derivation}), change=one)


def test_one_added_is_told_at_a_glance() -> None:
    fields = [FieldChange(field=name, after=value) for name, value in GLANCE]
    assert what_in_words(change(What.ADDED, *fields)) == "shelling, 2031-05-04, Ost, killed 2 to 4, reported"


def test_one_withdrawn_is_told_as_what_it_was() -> None:
    fields = [FieldChange(field=name, before=value) for name, value in (*GLANCE, ("sources", 2))]
    words = what_in_words(change(What.WITHDRAWN, *fields, version=None))
    assert words == "was shelling, 2031-05-04, Ost, killed 2 to 4, reported"


def test_one_merged_is_told_with_what_it_is_one_with() -> None:
    assert what_in_words(change(What.MERGED, version=None, points_to="i-2")) == "one with i-2"


def test_a_change_is_told_field_by_field() -> None:
    fields = (
        FieldChange(field="target", before=None, after="the gate"),
        FieldChange(field="mentions", before=["m-1", "m-2"], after=["m-2", "m-3"]),
    )
    assert what_in_words(change(What.CHANGED, *fields)) == "target: not told → the gate; mentions: −m-1, +m-3"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "not told"),
        ([], "not told"),
        (True, "yes"),
        ({"low": 3, "best": 3, "high": 3}, "3"),
        ({"low": None, "best": None, "high": 3}, "? to 3"),
        ({"id": None, "name": "The Brand"}, "The Brand"),
        ({"actors": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}], "mode": "one_of"}, "X, Y"),
        (["drone", "rocket"], "drone, rocket"),
    ],
)
def test_values_in_words(value: JsonValue, words: str) -> None:
    assert value_in_words(value) == words


def test_the_decision_behind_a_change_is_told_with_who_and_why() -> None:
    decision = Decision(id=7, at=NOON, by="ada", act=Act.EDIT, field="killed", value="3", reason="the mayor's list")
    words = why_in_words(made(change(decisions=(7,))), {7: decision})
    assert words == "edit killed by ada (decision 7): the mayor's list"


def test_new_reports_are_named_up_to_three() -> None:
    one = made(change(reports=("a", "b", "c", "d", "e")))
    assert why_in_words(one, {}, {"a": "a.txt"}) == "5 new reports: a.txt, b, c and 2 more"
    assert why_in_words(made(change(reports=("a",))), {}, {"a": "a.txt"}) == "a new report: a.txt"


def test_a_change_with_no_reason_of_its_own_follows_from_those_of_the_derivation() -> None:
    assert why_in_words(made(change(), reports=2, decisions=(3,)), {}) == "follows from decision 3, 2 new reports"
    assert why_in_words(made(change(readers=("r-2",))), {}) == "read anew by r-2"
    assert why_in_words(made(change()), {}).startswith("derived anew")


def added(subject: Subject, told: dict[str, JsonValue]) -> Change:
    fields = tuple(FieldChange(field=name, after=value) for name, value in told.items())
    return Change(subject=subject, id="x", what=What.ADDED, fields=fields)


def test_a_claim_at_a_glance() -> None:
    told: dict[str, JsonValue] = {"claimant": {"id": None, "name": "The Brand"}, "quantifier": "some"}
    told |= {"covers": ["i-1", "i-2"], "mode": "statement", "status": "standing"}
    assert what_in_words(added(Subject.CLAIM, told)) == "The Brand claims some (2 incidents), standing"


def test_a_tally_at_a_glance() -> None:
    told: dict[str, JsonValue] = {"value": 24, "unit": "attacks", "comparator": "at_least", "since": "2031-03-10"}
    words = what_in_words(added(Subject.TALLY, {**told, "verdict": "not_checked"}))
    assert words == "at least 24 attacks, since 2031-03-10: not checked"
    words = what_in_words(added(Subject.TALLY, {**told, "missing": 1, "verdict": "incomplete"}))
    assert words == "at least 24 attacks, since 2031-03-10: 1 missing, incomplete"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            {"path": "a.txt", "published_on": "2031-05-04", "read_by": "r", "mentions": 1},
            "a.txt, 2031-05-04, 1 mention",
        ),
        ({"url": "http://a", "publisher": "The Wire", "read_by": "r", "mentions": 0}, "http://a, The Wire, 0 mentions"),
        ({"path": "a.txt"}, "a.txt, not read"),
    ],
)
def test_a_report_at_a_glance(told: dict[str, JsonValue], words: str) -> None:
    assert what_in_words(added(Subject.REPORT, told)) == words


def test_the_original_of_a_copy_is_named() -> None:
    one = Change(
        subject=Subject.REPORT, id="x", what=What.CHANGED, fields=(FieldChange(field="syndicated_from", after="a"),)
    )
    assert what_in_words(one, {"a": "a.txt"}) == "syndicated_from: not told → a.txt"


def test_members_that_went_and_came_are_told() -> None:
    one = Change(
        subject=Subject.TALLY,
        id="x",
        what=What.CHANGED,
        fields=(FieldChange(field="inside", before=[], after=["i-1"]),),
    )
    assert what_in_words(one) == "inside: +i-1"


def test_a_report_said_to_be_something_else_came_in_from_another_source() -> None:
    field = FieldChange(field="title", before="a", after="b")
    one = Change(subject=Subject.REPORT, id="x", what=What.CHANGED, fields=(field,))
    assert why_in_words(made(one), {}) == "it came in from another source"
