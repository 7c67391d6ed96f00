"""``review`` of single mentions, and of names that nobody known bears."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import call, write
from tests.cli.deciding import incidents, journal, review, rows

REPORTS = {
    "wire.txt": (
        "date 2023-11-09\n\nA group calling itself the Harakat of the Eastern Dawn claimed responsibility for a rocket attack "
        "on the Ain al-Asad base in Iraq on November 8."
    ),
}
LATER = {
    "later.txt": (
        "date 2023-11-12\n\nThe Harakat of the Eastern Dawn claimed responsibility for a drone attack on the Erbil air base in "
        "Iraq on November 11."
    ),
}
NAME = "unknown:harakat-of-the-eastern-dawn"
ACTOR = "kataib-hezbollah"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    said = call("ingest", write(tmp_path / "reports", REPORTS), "--ledger", path)
    assert said.code == 0, said.err
    return path


def claimants(ledger: Path, kind: str) -> list[str]:
    return [actor["id"] for actor in incidents(ledger)[kind]["claimed_by"]]


def test_a_name_that_is_a_known_actors_points_to_it_in_later_reports_too(ledger: Path, tmp_path: Path) -> None:
    assert claimants(ledger, "rocket_attack") == [None]
    review(ledger, "same", NAME, ACTOR)
    assert claimants(ledger, "rocket_attack") == [ACTOR]
    assert call("ingest", write(tmp_path / "later", LATER), "--ledger", ledger).code == 0
    assert claimants(ledger, "drone_attack") == [ACTOR]
    assert rows("actors", "--unknown", "--ledger", ledger) == []


def test_taken_back_it_is_a_name_that_nobody_known_bears(ledger: Path) -> None:
    review(ledger, "same", NAME, ACTOR)
    review(ledger, "undo", 1)
    assert claimants(ledger, "rocket_attack") == [None]
    assert [row["id"] for row in rows("actors", "--unknown", "--ledger", ledger)] == [NAME]


def test_of_two_decisions_on_a_name_the_later_holds(ledger: Path) -> None:
    review(ledger, "same", NAME, ACTOR)
    review(ledger, "accept", NAME, by="ben")
    assert claimants(ledger, "rocket_attack") == [None]
    assert [entry["state"] for entry in journal(ledger)] == ["overruled by 2", "holds"]
    (row,) = rows("actors", "--unknown", "--ledger", ledger)
    assert row["decided"] == "accept by ben (decision 2)"


def test_a_name_is_the_same_as_a_known_actor_only(ledger: Path) -> None:
    said = call("review", "same", NAME, "nobody", "--ledger", ledger, "--by", "ann")
    assert (said.code, said.err[:6]) == (2, "[E333]")
    said = call("review", "reject", "unknown:never-met", "--ledger", ledger, "--by", "ann")
    assert (said.code, said.err[:6]) == (2, "[E335]")


def test_who_did_not_see_the_last_decision_on_a_name_is_told(ledger: Path) -> None:
    review(ledger, "reject", NAME)
    said = call("review", "accept", NAME, "--seen", "0", "--ledger", ledger, "--by", "ben")
    assert "[E311]" in said.err
    assert "reject by ann (decision 1)" in said.err
    assert len(journal(ledger)) == 1


def test_a_mention_that_tells_no_event_is_rejected_for_itself(ledger: Path) -> None:
    (mention,) = incidents(ledger)["rocket_attack"]["mentions"]
    review(ledger, "reject", mention)
    assert incidents(ledger)["rocket_attack"]["review_state"] == "rejected"
    (entry,) = journal(ledger)
    assert (entry["state"], entry["mention_id"]) == ("holds", mention)
    assert 0 < entry["score"] <= 1
    review(ledger, "accept", mention, by="ben")
    assert incidents(ledger)["rocket_attack"]["review_state"] == "machine"
