"""``diff``: what changed between two moments, and the feed of corrections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tallystick.publishing.schema import export_schemas
from tests.cli.conftest import call, write
from tests.cli.deciding import incidents, review, rows


def corrections(ledger: Path, *moments: str, of: str = "incident") -> list[dict[str, Any]]:
    return rows("diff", "--of", of, "--ledger", ledger, *moments)


def whats(ledger: Path, *moments: str) -> list[str]:
    return [row["what"] for row in corrections(ledger, *moments)]


def test_all_of_a_ledger_was_added_once(ledger: Path) -> None:
    assert whats(ledger) == ["added", "added"]
    assert whats(ledger, "--since", "1") == []


def test_what_was_added_changed_merged_and_withdrawn_comes_in_this_order(ledger: Path, tmp_path: Path) -> None:
    strike, attack = incidents(ledger)["airstrike"]["id"], incidents(ledger)["drone_attack"]["id"]
    later = "date 2024-03-05\n\nDrones hit Kyiv and Odesa on Monday. A missile struck Dnipro on Sunday."
    call("ingest", write(tmp_path / "later", {"later.txt": later}), "--ledger", ledger)
    first, second, third = (row["incident_id"] for row in corrections(ledger, "--since", "1"))
    review(ledger, "merge", first, second)
    review(ledger, "reject", strike, "--reason", "a drill")
    review(ledger, "edit", attack, "target", "the camp")
    found = {row["incident_id"]: row for row in corrections(ledger, "--since", "2")}
    assert [row["what"] for row in found.values()] == ["changed", "changed", "merged", "withdrawn"]
    assert found[strike]["why"] == "reject by ann (decision 2): a drill"
    assert third not in found
    whole = corrections(ledger, "--since", "1")
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
    day = corrections(ledger)[0]["at"][:10]
    assert len(whats(ledger, "--since", day, "--until", day)) == 2


def test_the_feed_is_of_its_schema(ledger: Path) -> None:
    strike = incidents(ledger)["airstrike"]["id"]
    review(ledger, "reject", strike)
    schema = export_schemas()["changes"]
    lines = [*rows("diff", "--ledger", ledger), *rows("log", strike, "--ledger", ledger)]
    assert {line["subject"] for line in lines} == {"incident", "claim", "tally", "report"}
    assert [line["what"] for line in lines[-3:]] == ["added", "decided", "withdrawn"]
    for line in lines:
        jsonschema.validate(line, schema)


def test_as_csv(ledger: Path) -> None:
    head, *lines = call("diff", "--of", "incident", "--ledger", ledger, "--format", "csv").lines
    assert head == "what,subject,id,points_to,summary,why,at,derivation"
    assert len(lines) == 2


def test_incidents_come_first_then_claims_tallies_and_reports(ledger: Path) -> None:
    found = rows("diff", "--ledger", ledger)
    assert [row["subject"] for row in found] == ["incident", "incident", "claim", "tally", "report", "report"]
    assert [row["incident_id"] == row["id"] for row in found] == [True, True, False, False, False, False]


def test_what_is_asked_for_is_told_alone(ledger: Path) -> None:
    found = rows("diff", "--of", "claim", "--of", "tally", "--ledger", ledger)
    assert [row["subject"] for row in found] == ["claim", "tally"]


def test_a_tally_tells_which_decision_changed_what_it_counts(ledger: Path) -> None:
    attack = incidents(ledger)["drone_attack"]["id"]
    review(ledger, "reject", attack, "--reason", "a drill")
    (tally,) = corrections(ledger, "--since", "1", of="tally")
    fields = {field["field"]: (field["before"], field["after"]) for field in tally["fields"]}
    assert fields["inside"] == ([attack], [])
    assert fields["missing"][1] == fields["missing"][0] + 1
    assert tally["why"] == "reject by ann (decision 1): a drill"


def test_a_tally_tells_which_report_told_one_more(ledger: Path, tmp_path: Path) -> None:
    later = "date 2023-11-20\n\nA drone hit U.S. troops at Ain al-Asad air base in Iraq on 19 November 2023."
    call("ingest", write(tmp_path / "later", {"later.txt": later}), "--ledger", ledger)
    (tally,) = corrections(ledger, "--since", "1", of="tally")
    assert "inside: +inc-" in tally["summary"]
    assert tally["why"].startswith("a new report: ")
    assert tally["why"].endswith("later.txt")


def test_what_a_tally_lost_and_got_back_is_left_out(ledger: Path) -> None:
    review(ledger, "reject", incidents(ledger)["drone_attack"]["id"])
    assert len(corrections(ledger, "--since", "1", of="tally")) == 1
    review(ledger, "undo", 1)
    assert corrections(ledger, "--since", "1", of="tally") == []


def test_a_report_is_added_and_read_anew(ledger: Path, reports: Path) -> None:
    added = corrections(ledger, of="report")
    assert [row["what"] for row in added] == ["added", "added"]
    assert sorted(row["summary"].rpartition("/")[2][:5] for row in added) == ["brief", "wire."]
    call("ingest", reports, "--reader", "rules", "--ledger", ledger)
    found = corrections(ledger, "--since", "1", of="report")
    assert [row["what"] for row in found] == ["changed", "changed"]
    assert all(row["summary"].startswith("read_by: ") for row in found)
    assert all(row["why"].startswith("read anew by rules") for row in found)


def test_a_report_with_a_new_source_is_told_with_what_it_said_before(ledger: Path, tmp_path: Path) -> None:
    (wire,) = [row for row in rows("reports", "--ledger", ledger) if row["path"].endswith("wire.txt")]
    source = write(tmp_path / "again", {"again.txt": Path(wire["path"]).read_text("utf-8")})
    call("ingest", source, "--published", "2024-01-30", "--ledger", ledger)
    (found,) = corrections(ledger, "--since", "1", of="report")
    fields = {field["field"]: (field["before"], field["after"]) for field in found["fields"]}
    assert fields["published_on"] == ("2024-01-29", "2024-01-30")
    assert found["why"].startswith("it came in from another source")
