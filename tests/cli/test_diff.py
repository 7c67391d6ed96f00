"""``diff``: what changed between two moments, and the feed of corrections."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from tallystick.publishing.schema import export_schemas
from tests.cli.conftest import call, write
from tests.cli.deciding import incidents, review, rows


def whats(ledger: Path, *moments: str) -> list[str]:
    return [row["what"] for row in rows("diff", "--ledger", ledger, *moments)]


def test_all_of_a_ledger_was_added_once(ledger: Path) -> None:
    assert whats(ledger) == ["added", "added"]
    assert whats(ledger, "--since", "1") == []


def test_what_was_added_changed_merged_and_withdrawn_comes_in_this_order(ledger: Path, tmp_path: Path) -> None:
    strike, attack = incidents(ledger)["airstrike"]["id"], incidents(ledger)["drone_attack"]["id"]
    later = "date 2024-03-05\n\nDrones hit Kyiv and Odesa on Monday. A missile struck Dnipro on Sunday."
    call("ingest", write(tmp_path / "later", {"later.txt": later}), "--ledger", ledger)
    first, second, third = (row["incident_id"] for row in rows("diff", "--since", "1", "--ledger", ledger))
    review(ledger, "merge", first, second)
    review(ledger, "reject", strike, "--reason", "a drill")
    review(ledger, "edit", attack, "target", "the camp")
    found = {row["incident_id"]: row for row in rows("diff", "--since", "2", "--ledger", ledger)}
    assert [row["what"] for row in found.values()] == ["changed", "changed", "merged", "withdrawn"]
    assert found[strike]["why"] == "reject by ann (decision 2): a drill"
    assert third not in found
    whole = rows("diff", "--since", "1", "--ledger", ledger)
    assert [row["what"] for row in whole] == ["added", "added", "changed", "withdrawn"]


def test_what_was_changed_and_changed_back_is_left_out(ledger: Path) -> None:
    review(ledger, "reject", incidents(ledger)["airstrike"]["id"])
    review(ledger, "undo", 1)
    assert whats(ledger, "--since", "1") == []
    assert whats(ledger, "--since", "1", "--until", "2") == ["withdrawn"]


@pytest.mark.parametrize(
    ("moments", "count"),
    [
        (("--since", "2000-01-01"), 2),
        (("--until", "2000-01-01"), 0),
        (("--since", "2999-01-01T12:00"), 0),
        (("--since", "2999-01-01T12:00+03:00"), 0),
        (("--until", "20990101"), 2),
        (("--until", "0"), 0),
    ],
)
def test_a_moment_is_a_day_a_time_or_the_number_of_a_derivation(
    ledger: Path, moments: tuple[str, ...], count: int
) -> None:
    assert len(whats(ledger, *moments)) == count


@pytest.mark.parametrize("moment", ["yesterday", "2024-02-31", "2024-02-01T25:00", "-1"])
def test_what_is_no_moment_is_refused(ledger: Path, moment: str) -> None:
    said = call("diff", "--ledger", ledger, f"--since={moment}")
    assert said.code == 2
    assert "[E502]" in said.err


def test_the_day_of_until_counts_whole(ledger: Path) -> None:
    day = rows("diff", "--ledger", ledger)[0]["at"][:10]
    assert len(whats(ledger, "--since", day, "--until", day)) == 2


def test_the_feed_is_of_its_schema(ledger: Path) -> None:
    strike = incidents(ledger)["airstrike"]["id"]
    review(ledger, "reject", strike)
    schema = export_schemas()["changes"]
    lines = [*rows("diff", "--ledger", ledger, "--since", "1"), *rows("log", strike, "--ledger", ledger)]
    assert [line["what"] for line in lines] == ["withdrawn", "added", "decided", "withdrawn"]
    for line in lines:
        jsonschema.validate(line, schema)


def test_as_csv(ledger: Path) -> None:
    head, *lines = call("diff", "--ledger", ledger, "--format", "csv").lines
    assert head == "what,incident_id,points_to,summary,why,at,derivation"
    assert len(lines) == 2
