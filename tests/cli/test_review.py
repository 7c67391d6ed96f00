"""``review``: decisions on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Said, call


def _incidents(ledger: Path) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in call("incidents", "--ledger", ledger, "--format", "json").lines]
    return {row["kind"]: row for row in rows}


def _journal(ledger: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call("review", "journal", "--ledger", ledger, "--format", "json").lines]


def _review(ledger: Path, *arguments: object) -> Said:
    said = call("review", *arguments, "--ledger", ledger, "--by", "ann")
    assert said.code == 0, said.err
    return said


@pytest.mark.parametrize(("act", "state"), [("accept", "accepted"), ("reject", "rejected")])
def test_accept_and_reject(ledger: Path, act: str, state: str) -> None:
    name = _incidents(ledger)["airstrike"]["id"]
    _review(ledger, act, name, "--reason", "seen on video")
    assert _incidents(ledger)["airstrike"]["review_state"] == state
    (entry,) = _journal(ledger)
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
    _review(ledger, "edit", _incidents(ledger)["airstrike"]["id"], field, value)
    after = _incidents(ledger)["airstrike"]
    assert (after[field], after["review_state"]) == (kept, "edited")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("colour", "red", "E305"), ("id", "inc-1", "E305"), ("start", "31 February", "E306"), ("kind", "picnic", "E306")],
)
def test_an_edit_that_does_not_fit_is_refused(ledger: Path, field: str, value: str, code: str) -> None:
    said = call(
        "review", "edit", _incidents(ledger)["airstrike"]["id"], field, value, "--ledger", ledger, "--by", "ann"
    )
    assert said.code == 2
    assert f"[{code}]" in said.err
    assert _journal(ledger) == []


def test_merge_and_the_old_id(ledger: Path) -> None:
    before = _incidents(ledger)
    kept, gone = before["drone_attack"]["id"], before["airstrike"]["id"]
    _review(ledger, "merge", kept, gone)
    assert len(_incidents(ledger)) == 1
    for name in (kept, gone):
        assert call("show", name, "--ledger", ledger).code == 0
    assert "now stands as" in call("show", kept, "--ledger", ledger).out + call("show", gone, "--ledger", ledger).out


def test_split(ledger: Path) -> None:
    incident = _incidents(ledger)["drone_attack"]
    _review(ledger, "split", incident["id"], incident["mentions"][1])
    rows = call("incidents", "--ledger", ledger, "--format", "json").lines
    assert len(rows) == 3


def test_a_split_by_a_mention_that_is_not_there_is_refused(ledger: Path) -> None:
    name = _incidents(ledger)["drone_attack"]["id"]
    said = call("review", "split", name, "m-000000000000", "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert "[E308]" in said.err


def test_undo_takes_back_and_keeps_both(ledger: Path) -> None:
    before = call("incidents", "--ledger", ledger, "--format", "json").out
    said = _review(ledger, "reject", _incidents(ledger)["airstrike"]["id"])
    assert "tallystick review undo 1" in said.err
    _review(ledger, "undo", 1)
    assert call("incidents", "--ledger", ledger, "--format", "json").out == before
    assert [(e["act"], e["undoes"]) for e in _journal(ledger)] == [("reject", None), ("undo", 1)]


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
    _review(ledger, "reject", _incidents(ledger)["airstrike"]["id"])
    assert call("ingest", reports, "--ledger", ledger).code == 0
    assert _incidents(ledger)["airstrike"]["review_state"] == "rejected"


def test_who_decides_is_asked_of_the_system(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "bea")
    assert call("review", "accept", _incidents(ledger)["airstrike"]["id"], "--ledger", ledger).code == 0
    assert [e["by"] for e in _journal(ledger)] == ["bea"]


def test_a_journal_as_a_table(ledger: Path) -> None:
    _review(ledger, "accept", _incidents(ledger)["airstrike"]["id"])
    head, row = call("review", "journal", "--ledger", ledger).lines
    assert head.split("\t")[:4] == ["id", "at", "by", "act"]
    assert row.split("\t")[2:4] == ["ann", "accept"]


def test_a_merge_takes_only_the_named_one_of_events_told_by_one_word(tmp_path: Path) -> None:
    text = "date 2024-03-05\n\nDrones hit Kyiv, Lviv and Odesa on Monday. A missile struck Dnipro on Sunday."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    ledger = tmp_path / "ledger.db"
    call("ingest", tmp_path / "one.txt", "--ledger", ledger)
    rows = [json.loads(line) for line in call("incidents", "--ledger", ledger, "--format", "json").lines]
    by_place = {row["place"]["name"]: row["id"] for row in rows}
    _review(ledger, "merge", by_place["Dnipro"], by_place["Lviv"])
    left = [json.loads(line) for line in call("incidents", "--ledger", ledger, "--format", "json").lines]
    assert (len(rows), len(left)) == (4, 3)
