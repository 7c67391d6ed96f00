"""``log``: the history of one incident, claim, tally or report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import call
from tests.cli.deciding import incidents, review, rows


def test_it_tells_when_what_and_because_of_which_report(ledger: Path) -> None:
    strike = incidents(ledger)["airstrike"]["id"]
    head, line = call("log", strike, "--ledger", ledger).lines
    assert head.split("\t") == ["at", "subject", "id", "what", "summary", "why"]
    _, subject, name, what, summary, why = line.split("\t")
    assert (subject, name, what) == ("incident", strike, "added")
    assert summary.startswith("airstrike, 2024-02-02, ")
    assert why.startswith("a new report: ")
    assert why.endswith("brief.txt")


def test_decisions_and_what_they_changed_stand_in_order(ledger: Path) -> None:
    strike = incidents(ledger)["airstrike"]["id"]
    review(ledger, "edit", strike, "target", "a depot", "--reason", "seen on video")
    review(ledger, "unsure", strike, "--reason", "was it one?", by="bob")
    review(ledger, "undo", 1, by="bob")
    told = [(row["what"], row["summary"], row["why"]) for row in rows("log", strike, "--ledger", ledger)[1:]]
    assert [what for what, _, _ in told] == ["decided", "changed", "decided", "decided", "changed"]
    assert told[0][1:] == ("edit target by ann (decision 1): seen on video", "undone by 3")
    assert told[1][1].startswith("target: ")
    assert "→ a depot; review_state: machine → edited" in told[1][1]
    assert told[1][2] == "edit target by ann (decision 1): seen on video"
    assert told[2][1:] == ("unsure by bob (decision 2): was it one?", "holds")
    assert told[4][2] == "undo of decision 1 by bob (decision 3)"


def test_it_follows_tombstones_both_ways(ledger: Path) -> None:
    before = incidents(ledger)
    names = {before["drone_attack"]["id"], before["airstrike"]["id"]}
    review(ledger, "merge", *sorted(names))
    (merged,) = {row["id"] for row in rows("incidents", "--ledger", ledger)}
    (gone,) = names - {merged}
    told = rows("log", gone, "--ledger", ledger)
    assert told == rows("log", merged, "--ledger", ledger)
    assert {row["incident_id"] for row in told} == names
    (merge,) = [row for row in told if row["what"] == "merged"]
    assert (merge["incident_id"], merge["points_to"], merge["decisions"]) == (gone, merged, [1])


def test_the_history_of_a_split_tells_the_decision_on_both_sides(ledger: Path) -> None:
    attack = incidents(ledger)["drone_attack"]
    review(ledger, "split", attack["id"], attack["mentions"][1])
    (new,) = [
        row for row in rows("diff", "--of", "incident", "--since", "1", "--ledger", ledger) if row["what"] == "added"
    ]
    for name in (attack["id"], new["incident_id"]):
        assert "decided" in [row["what"] for row in rows("log", name, "--ledger", ledger)]


def test_an_id_that_was_never_shown_is_refused(ledger: Path) -> None:
    said = call("log", "inc-000000000000", "--ledger", ledger)
    assert said.code == 2
    assert "[E302]" in said.err


@pytest.mark.parametrize(("listed", "subject"), [("claims", "claim"), ("tallies", "tally"), ("reports", "report")])
def test_claims_tallies_and_reports_have_a_history_too(ledger: Path, listed: str, subject: str) -> None:
    name = rows(listed, "--ledger", ledger)[0]["id"]
    (told,) = rows("log", name, "--ledger", ledger)
    assert (told["subject"], told["id"], told["what"]) == (subject, name, "added")
    assert told["why"].startswith("a new report: ")


def test_the_history_of_a_tally_goes_on_with_each_decision_on_what_it_counts(ledger: Path) -> None:
    (tally,) = rows("tallies", "--ledger", ledger)
    review(ledger, "reject", incidents(ledger)["drone_attack"]["id"])
    assert [row["what"] for row in rows("log", tally["id"], "--ledger", ledger)] == ["added", "changed"]
    review(ledger, "undo", 1)
    told = rows("log", tally["id"], "--ledger", ledger)
    assert [row["decisions"] for row in told] == [[], [1], [2]]


@pytest.mark.parametrize("name", ["m-000000000000", "0" * 64, "nonsense"])
def test_an_id_of_nothing_is_refused(ledger: Path, name: str) -> None:
    said = call("log", name, "--ledger", ledger)
    assert said.code == 2
    assert "[E329]" in said.err
