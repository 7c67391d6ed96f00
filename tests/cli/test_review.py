"""``review``: decisions on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.ledger import Ledger, open_ledger
from tallystick.model.decision import Act
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tests.cli.conftest import call, write
from tests.cli.deciding import incidents, journal, review, rows, version


@pytest.mark.parametrize(("act", "state"), [("accept", "accepted"), ("reject", "rejected")])
def test_accept_and_reject(ledger: Path, act: str, state: str) -> None:
    name = incidents(ledger)["airstrike"]["id"]
    review(ledger, act, name, "--reason", "seen on video")
    assert incidents(ledger)["airstrike"]["review_state"] == state
    (entry,) = journal(ledger)
    assert (entry["act"], entry["by"], entry["incident_id"], entry["reason"]) == (act, "ann", name, "seen on video")


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("target", "a depot", "a depot"),
        ("start", "2024-02-01", "2024-02-01"),
        ("outcome", "hit", "hit"),
        ("killed", '{"low": 16, "best": 16, "high": 16}', {"low": 16, "best": 16, "high": 16}),
        ("perpetrator", "null", None),
    ],
)
def test_edit(ledger: Path, field: str, value: str, kept: object) -> None:
    review(ledger, "edit", incidents(ledger)["airstrike"]["id"], field, value)
    after = incidents(ledger)["airstrike"]
    assert (after[field], after["review_state"]) == (kept, "edited")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("colour", "red", "E305"), ("id", "inc-1", "E305"), ("start", "31 February", "E306"), ("kind", "picnic", "E306")],
)
def test_an_edit_that_does_not_fit_is_refused(ledger: Path, field: str, value: str, code: str) -> None:
    said = call("review", "edit", incidents(ledger)["airstrike"]["id"], field, value, "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert f"[{code}]" in said.err
    assert journal(ledger) == []


def test_merge_and_the_old_id(ledger: Path) -> None:
    before = incidents(ledger)
    kept, gone = before["drone_attack"]["id"], before["airstrike"]["id"]
    review(ledger, "merge", kept, gone)
    assert len(incidents(ledger)) == 1
    for name in (kept, gone):
        assert call("show", name, "--ledger", ledger).code == 0
    assert "now stands as" in call("show", kept, "--ledger", ledger).out + call("show", gone, "--ledger", ledger).out


def test_split(ledger: Path) -> None:
    incident = incidents(ledger)["drone_attack"]
    review(ledger, "split", incident["id"], incident["mentions"][1])
    assert len(rows("incidents", "--ledger", ledger)) == 3


def test_a_split_by_a_mention_that_is_not_there_is_refused(ledger: Path) -> None:
    name = incidents(ledger)["drone_attack"]["id"]
    said = call("review", "split", name, "m-000000000000", "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert "[E308]" in said.err


def test_undo_takes_back_and_keeps_both(ledger: Path) -> None:
    before = call("incidents", "--ledger", ledger, "--format", "json").out
    said = review(ledger, "reject", incidents(ledger)["airstrike"]["id"])
    assert "tallystick review undo 1" in said.err
    review(ledger, "undo", 1)
    assert call("incidents", "--ledger", ledger, "--format", "json").out == before
    assert [(e["act"], e["undoes"]) for e in journal(ledger)] == [("reject", None), ("undo", 1)]


def test_undo_of_nothing_is_refused(ledger: Path) -> None:
    said = call("review", "undo", 7, "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert "[E304]" in said.err


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_an_unknown_incident_is_refused(ledger: Path, act: str) -> None:
    said = call("review", act, "inc-000000000000", "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert "[E302]" in said.err


def test_a_decision_survives_another_ingest(ledger: Path, reports: Path) -> None:
    review(ledger, "reject", incidents(ledger)["airstrike"]["id"])
    assert call("ingest", reports, "--ledger", ledger).code == 0
    assert incidents(ledger)["airstrike"]["review_state"] == "rejected"


def test_who_decides_is_asked_of_the_system(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "bea")
    assert call("review", "accept", incidents(ledger)["airstrike"]["id"], "--ledger", ledger).code == 0
    assert [e["by"] for e in journal(ledger)] == ["bea"]


def test_a_journal_as_a_table(ledger: Path) -> None:
    review(ledger, "accept", incidents(ledger)["airstrike"]["id"])
    head, row = call("review", "journal", "--ledger", ledger).lines
    assert head.split("\t")[:5] == ["id", "at", "by", "act", "state"]
    assert row.split("\t")[2:5] == ["ann", "accept", "holds"]


def test_a_merge_takes_only_the_named_one_of_events_told_by_one_word(tmp_path: Path) -> None:
    text = "date 2024-03-05\n\nDrones hit Kyiv, Lviv and Odesa on Monday. A missile struck Dnipro on Sunday."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    ledger = tmp_path / "ledger.db"
    call("ingest", tmp_path / "one.txt", "--ledger", ledger)
    found = rows("incidents", "--ledger", ledger)
    by_place = {row["place"]["name"]: row["id"] for row in found}
    review(ledger, "merge", by_place["Dnipro"], by_place["Lviv"])
    assert (len(found), len(rows("incidents", "--ledger", ledger))) == (4, 3)


def test_same_and_different_of_incidents(ledger: Path) -> None:
    before = incidents(ledger)
    one, other = before["drone_attack"]["id"], before["airstrike"]["id"]
    review(ledger, "same", one, other)
    (merged,) = rows("incidents", "--ledger", ledger)
    assert set(merged["mentions"]) == {*before["drone_attack"]["mentions"], *before["airstrike"]["mentions"]}
    said = review(ledger, "different", before["drone_attack"]["mentions"][0], before["airstrike"]["mentions"][0])
    assert "It overrules decision 1" in said.err
    assert len(rows("incidents", "--ledger", ledger)) >= 2
    assert journal(ledger)[0]["state"].startswith("overruled")


def test_different_of_two_mentions_parts_their_incident(ledger: Path) -> None:
    one, other = incidents(ledger)["drone_attack"]["mentions"]
    review(ledger, "different", one, other)
    homes = {m: row["id"] for row in rows("incidents", "--ledger", ledger) for m in row["mentions"]}
    assert homes[one] != homes[other]
    review(ledger, "same", other, one)
    homes = {m: row["id"] for row in rows("incidents", "--ledger", ledger) for m in row["mentions"]}
    assert homes[one] == homes[other]


@pytest.mark.parametrize("act", ["merge", "same", "different"])
def test_two_that_are_one_already_have_no_two_sides(ledger: Path, act: str) -> None:
    name = incidents(ledger)["airstrike"]["id"]
    said = call("review", act, name, name, "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert "[E313]" in said.err
    assert journal(ledger) == []


def test_a_split_that_leaves_nothing_is_refused(ledger: Path) -> None:
    attack = incidents(ledger)["drone_attack"]
    said = call("review", "split", attack["id"], *attack["mentions"], "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert "[E313]" in said.err


def test_a_mention_that_tells_no_incident_is_refused(ledger: Path) -> None:
    said = call("review", "same", "m-000000000000", incidents(ledger)["airstrike"]["id"], "--ledger", ledger)
    assert said.code == 2
    assert "[E315]" in said.err


def test_pin_holds_the_value_shown_and_tells_who(ledger: Path) -> None:
    attack = incidents(ledger)["drone_attack"]
    review(ledger, "pin", attack["id"], "killed", "--reason", "the Pentagon's count")
    after = incidents(ledger)["drone_attack"]
    assert after["killed"] == attack["killed"]
    shown = call("show", attack["id"], "--ledger", ledger).out
    assert "killed: pinned by ann (decision 1): the Pentagon's count" in shown


def test_pin_of_a_value_that_nobody_tells_is_refused(ledger: Path) -> None:
    said = call("review", "pin", incidents(ledger)["drone_attack"]["id"], "killed", "99", "--ledger", ledger)
    assert said.code == 2
    assert "[E312]" in said.err
    assert journal(ledger) == []


def test_unsure_is_kept_and_changes_nothing(ledger: Path) -> None:
    before = rows("incidents", "--ledger", ledger)
    review(ledger, "unsure", before[0]["id"], "--reason", "two videos, one angle")
    assert rows("incidents", "--ledger", ledger) == before
    assert [(e["act"], e["reason"], e["state"]) for e in journal(ledger)] == [
        ("unsure", "two videos, one angle", "holds")
    ]


def test_a_decision_on_the_version_seen_is_taken(ledger: Path) -> None:
    name = incidents(ledger)["airstrike"]["id"]
    review(ledger, "accept", name, "--seen", version(ledger, name))
    assert incidents(ledger)["airstrike"]["review_state"] == "accepted"


def test_a_decision_on_what_another_changed_is_refused_and_tells_who_changed_what(ledger: Path) -> None:
    name = incidents(ledger)["airstrike"]["id"]
    seen = version(ledger, name)
    review(ledger, "edit", name, "target", "a depot", "--reason", "seen on video", by="bob")
    said = call("review", "accept", name, "--seen", seen, "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert "[E311]" in said.err
    assert "→ a depot" in said.err
    assert "edit target by bob (decision 1): seen on video" in said.err
    assert len(journal(ledger)) == 1


def test_a_decision_on_what_an_ingest_changed_is_refused_and_names_the_report(ledger: Path, tmp_path: Path) -> None:
    name = incidents(ledger)["drone_attack"]["id"]
    seen = version(ledger, name)
    text = (
        "date 2024-01-30\n\nA drone attack on Tower 22 in Jordan on Sunday killed three U.S. soldiers, the king said."
    )
    call("ingest", write(tmp_path / "more", {"more.txt": text}), "--ledger", ledger)
    said = call("review", "reject", name, "--seen", seen, "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert "[E311]" in said.err
    assert "a new report" in said.err


def test_a_decision_that_a_kill_kept_from_being_derived_stands_in_nobodys_way(ledger: Path) -> None:
    name = incidents(ledger)["airstrike"]["id"]
    with open_ledger(ledger) as opened:
        opened.append_decision(Act.EDIT, by="bob", incident_id=name, anchors=_anchors(opened, name),
                               field="target", value="a depot")  # fmt: skip
    review(ledger, "accept", name)
    after = incidents(ledger)["airstrike"]
    assert (after["target"], after["review_state"]) == ("a depot", "edited")


def test_a_decision_without_its_words_is_counted_wherever_the_ledger_is_derived(ledger: Path, reports: Path) -> None:
    gone = Quote(report_id="gone", start=0, end=6, exact="attack")
    with open_ledger(ledger) as opened:
        opened.append_decision(Act.REJECT, by="bob", incident_id="inc-gone", anchors=[gone])
    said = call("ingest", reports, "--ledger", ledger)
    assert "1 decision no longer finds its words; see: tallystick review journal" in said.err
    assert [entry["state"] for entry in journal(ledger)] == ["without its words"]
    assert "ledger, decisions: 1 in the journal: 1 without its words" in call("doctor", "--ledger", ledger).out


def _anchors(opened: Ledger, name: str) -> list[Quote]:
    incident, _ = opened.incident(name)
    return [m.trigger for m in opened.mentions_of(incident.mentions) if isinstance(m, EventMention)]
