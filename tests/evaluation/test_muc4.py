"""The whole scorer, with readers whose answers are known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tallystick.evaluation.bench import Bench
from tallystick.evaluation.muc4 import score_muc4, tally_muc
from tallystick.evaluation.muc_templates import MucRole, load_muc
from tallystick.model.report import Report
from tallystick.reading.reader import Reading

_GOLD = {
    "docid": "D-1",
    "doctext": "rebels blew up a bank with dynamite. nobody was hurt.",
    "templates": [
        {
            "incident_type": "bombing",
            "PerpInd": [[["rebels", 0]]],
            "PerpOrg": [],
            "Target": [[["bank", 17]]],
            "Victim": [],
            "Weapon": [[["dynamite", 27]]],
        }
    ],
}


class _Silent:
    name = "silent"
    languages = frozenset({"en"})

    def read(self, report: Report, *, year: int | None = None) -> Reading:  # noqa: ARG002
        return Reading(report_id=report.id, mentions=())


class _Broken(_Silent):
    name = "broken"

    def read(self, report: Report, *, year: int | None = None) -> Reading:  # noqa: ARG002
        raise ValueError("no")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(_GOLD) + "\n")
    return path


def test_gold_against_itself_is_all_right(gold: Path) -> None:
    documents = load_muc(gold)
    tallies = tally_muc(documents, {d.name: d.templates for d in documents})
    assert [t.f1 for t in tallies.roles.values()] == [1.0, 0.0, 1.0, 0.0, 1.0]
    assert tallies.slots["incident_type"].f1 == 1.0


def test_a_reader_that_finds_nothing_scores_nothing_over_all_gold(gold: Path) -> None:
    score = score_muc4(gold, Bench(_Silent()))
    assert (score.figure("role F1").value, score.figure("role F1").cases) == (0.0, 3)
    assert score.figure("template F1").cases == 4


def test_each_missed_filler_is_listed_with_its_text(gold: Path) -> None:
    score = score_muc4(gold, Bench(_Silent()))
    assert {(e.kind, e.expected) for e in score.errors} == {
        ("PerpInd missed", "rebels"),
        ("Target missed", "bank"),
        ("Weapon missed", "dynamite"),
    }
    assert all("blew up" in e.text for e in score.errors)


def test_a_document_on_which_the_reader_fails_is_named(gold: Path) -> None:
    score = score_muc4(gold, Bench(_Broken()))
    assert any("D-1" in note for note in score.notes)


def test_only_the_first_documents_are_scored_under_a_limit(gold: Path) -> None:
    gold.write_text(gold.read_text() + json.dumps({**_GOLD, "docid": "D-2"}) + "\n")
    assert score_muc4(gold, Bench(_Silent(), limit=1)).figure("role F1").cases == 3


def test_the_roles_are_the_five_of_the_data() -> None:
    assert [role.value for role in MucRole] == ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"]
