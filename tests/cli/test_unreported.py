"""``unreported``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import call, write

SITES = ("Erbil", "Kirkuk", "Mosul", "Basra", "Najaf", "Karbala", "Tikrit", "Samarra", "Ramadi", "Fallujah")
DAYS = range(1, 11)


ONE = "Gunmen attacked a police checkpoint in {site} on May {day}, 2021, killing {day} policemen."
OTHER = (
    "In {site} on {day} May 2021, {day} police officers died when armed men shot at their checkpoint, residents said."
)


def report(publisher: str, days: list[int], wording: str) -> str:
    told = "\n\n".join(wording.format(site=SITES[day - 1], day=day) for day in days)
    return json.dumps({"text": told, "publisher": publisher, "published_on": "2021-05-20"})


@pytest.fixture(scope="module")
def overlapping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two papers that tell eight and nine of ten attacks in words of their own, seven of them both."""
    folder = tmp_path_factory.mktemp("unreported")
    told = {
        "one.jsonl": report("Paper One", [d for d in DAYS if d not in (1, 2)], ONE),
        "two.jsonl": report("Paper Two", [d for d in DAYS if d != 9], OTHER),
    }
    assert call("ingest", write(folder / "in", told), "--ledger", folder / "l.db").code == 0
    return folder / "l.db"


def test_it_says_the_estimate_and_what_it_rests_on(overlapping: Path) -> None:
    said = call("unreported", "--ledger", overlapping)
    assert said.code == 0
    assert said.lines[0].startswith("10 incidents are told by at least one list. About 0 more")
    assert "Told by Paper Two and Paper One only: 7" in said.lines


def test_a_question_has_a_window_and_an_area(overlapping: Path) -> None:
    inside = json.loads(call("unreported", "--ledger", overlapping, "--until", "2021-05-03", "--json").out)["estimate"]
    assert inside["refused"].startswith("fewer than two independent lists")
    elsewhere = json.loads(call("unreported", "--ledger", overlapping, "--area", "SY", "--json").out)["estimate"]
    assert elsewhere["left_out"] == elsewhere["patterns"] == []
    here = json.loads(call("unreported", "--ledger", overlapping, "--area", "IQ", "--json").out)["estimate"]
    assert here["seen"] == 10


def test_the_bounds_of_quoted_counts_stand_beside_it(filled: Path) -> None:
    said = call("unreported", "--ledger", filled)
    assert said.lines[0].startswith("No estimate: ")
    assert any(line.startswith("Beside it, a count of at least 165 attacks") for line in said.lines)


def test_copies_are_no_second_list(tmp_path: Path) -> None:
    every = list(DAYS)
    told = {"one.jsonl": report("Paper One", every, ONE), "copy.jsonl": report("Paper Two", every[1:], ONE)}
    assert call("ingest", write(tmp_path / "in", told), "--ledger", tmp_path / "l.db").code == 0
    assert "fewer than two independent lists" in call("unreported", "--ledger", tmp_path / "l.db").out
