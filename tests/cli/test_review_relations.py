"""``review`` of relations that reports tell: proposals beside the base until somebody decides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import call, write
from tests.cli.deciding import incidents, journal, review, rows

REPORTS = {
    "front.txt": (
        "date 2024-01-29\n\nThree U.S. soldiers were killed in a drone attack on Tower 22 in Jordan on Sunday. "
        "Ashab al-Kahf claimed responsibility for the attack."
    ),
    "umbrella.txt": (
        "date 2024-02-05\n\nAshab al-Kahf is a front for Kataib Hezbollah. The Islamic Resistance in Iraq is an umbrella for Kataib Hezbollah. "
        "Kataib Hezbollah is backed by Iran."
    ),
}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    said = call("ingest", write(tmp_path / "reports", REPORTS), "--ledger", path)
    assert said.code == 0, said.err
    return path


def relations(ledger: Path) -> dict[str, dict[str, Any]]:
    """The relations by predicate."""
    return {row["predicate"]: row for row in rows("relations", "--ledger", ledger)}


def answer(ledger: Path) -> list[str]:
    (attack,) = (row for row in incidents(ledger).values() if row["kind"] == "drone_attack")
    return [actor["name"] for each in attack["attributed_to"] for actor in each["actors"]]


def test_a_relation_is_a_proposal_beside_the_base(ledger: Path) -> None:
    found = relations(ledger)
    assert (found["front_for"]["standing"], found["front_for"]["base_note"]) == ("proposed", "new")
    assert found["backed_by"]["base_note"] == "in the base: official finding"
    assert found["backed_by"]["base"]["relation"]["citation"]


@pytest.mark.parametrize(("act", "standing"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_person_decides(ledger: Path, act: str, standing: str) -> None:
    name = relations(ledger)["front_for"]["id"]
    said = review(ledger, act, name, "--reason", "the ministry's list")
    assert f"Decision 1: {act} Ashab al-Kahf front_for Kata'ib Hezbollah" in said.err
    after = relations(ledger)["front_for"]
    assert (after["standing"], after["decided_by"]) == (standing, 1)
    assert relations(ledger)["backed_by"]["standing"] == "proposed"
    assert [entry["state"] for entry in journal(ledger)] == ["holds"]


def test_a_rejected_relation_is_followed_no_more_until_that_is_undone(ledger: Path) -> None:
    assert "Kata'ib Hezbollah" in answer(ledger)
    review(ledger, "reject", relations(ledger)["front_for"]["id"])
    assert "Kata'ib Hezbollah" not in answer(ledger)
    review(ledger, "undo", 1)
    assert relations(ledger)["front_for"]["standing"] == "proposed"
    assert "Kata'ib Hezbollah" in answer(ledger)


def test_the_latest_verdict_holds(ledger: Path) -> None:
    name = relations(ledger)["front_for"]["id"]
    review(ledger, "reject", name)
    review(ledger, "accept", name)
    assert relations(ledger)["front_for"]["standing"] == "accepted"
    assert [entry["state"] for entry in journal(ledger)] == ["overruled by 2", "holds"]


def test_unsure_changes_nothing(ledger: Path) -> None:
    review(ledger, "unsure", relations(ledger)["front_for"]["id"])
    assert relations(ledger)["front_for"]["standing"] == "proposed"


def test_a_relation_is_not_said_to_be_the_same_as_another(ledger: Path) -> None:
    found = relations(ledger)
    ids = found["front_for"]["id"], found["backed_by"]["id"]
    said = call("review", "same", *ids, "--ledger", ledger, "--by", "ann")
    assert said.code == 2
    assert "[E331]" in said.err
    assert journal(ledger) == []
