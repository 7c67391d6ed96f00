"""Briefs scored from their folder to the figures."""

import json
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.briefs import score_briefs
from tallystick.pipeline import default_reader

TEXT = "Two rockets hit the airport of Gao in Mali on Friday, wounding three soldiers, the army said."
QUIET = "The board met on Friday to discuss its costs."


def _write(folder: Path, name: str, *, text: str, incidents: list[dict[str, object]]) -> None:
    for part in ("reports", "gold"):
        (folder / part).mkdir(exist_ok=True)
    report = {"text": text, "published": "2023-09-08", "url": "https://example.org/", "publisher": "x"}
    coded = {"incidents": incidents, "tallies": [], "non_events": []}
    (folder / "reports" / f"{name}.json").write_text(json.dumps({**report, "language": "en"}))
    (folder / "gold" / f"{name}.json").write_text(json.dumps(coded))


def _incident(**other: object) -> dict[str, object]:
    return {
        "kind": "rocket_attack",
        "start": "2023-09-08",
        "end": "2023-09-08",
        "place": "Gao",
        "country": "ML",
        "perpetrator": None,
        "claimed_by": [],
        "killed": None,
        "injured": {"min": 3, "max": 3},
        "outcome": "hit",
        "status": "confirmed",
        "background": False,
        "in_response_to": None,
        "quote": TEXT[:40],
        "global_id": "GAO",
        **other,
    }


def test_a_brief_read_as_coded_scores_one(tmp_path: Path) -> None:
    _write(tmp_path, "001", text=TEXT, incidents=[_incident()])
    score = score_briefs(tmp_path, Bench(default_reader()))
    assert score.figure("incident F1").value == 1
    assert score.figure("injured").value == 1


def test_a_wrong_field_is_listed_with_what_was_expected(tmp_path: Path) -> None:
    _write(tmp_path, "001", text=TEXT, incidents=[_incident(injured={"min": 4, "max": 4})])
    score = score_briefs(tmp_path, Bench(default_reader()))
    assert [(e.kind, e.expected, e.got) for e in score.errors] == [("injured", "(4, 4)", "(3, 3)")]


def test_an_incident_in_a_brief_without_any_is_false(tmp_path: Path) -> None:
    _write(tmp_path, "001", text=TEXT, incidents=[])
    _write(tmp_path, "002", text=QUIET, incidents=[])
    score = score_briefs(tmp_path, Bench(default_reader()))
    assert score.figure("false incidents in briefs without any").value == 50


def test_who_claims_is_judged_by_the_brief_alone(tmp_path: Path) -> None:
    claimed = TEXT + " The Red Lions of Gao claimed responsibility for the attack."
    _write(tmp_path, "001", text=claimed, incidents=[_incident(claimed_by=["Red Lions of Gao"])])
    _write(tmp_path, "002", text=TEXT + " Nobody was held.", incidents=[_incident()])
    score = score_briefs(tmp_path, Bench(default_reader()))
    assert score.figure("claimant F1").value == 1
    assert score.figure("false claims").value == 0


@pytest.mark.parametrize("code", ["kind", "outcome", "status", "date_basis"])
def test_a_code_that_is_not_in_the_codebook_is_an_error_in_one_line(tmp_path: Path, code: str) -> None:
    _write(tmp_path, "001", text=TEXT, incidents=[_incident(**{code: "made_up"})])
    with pytest.raises(TallystickError, match=r"E601.*001\.json.*'made_up' is not a valid") as raised:
        score_briefs(tmp_path, Bench(default_reader()))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("part", "coded"),
    [
        ("relations", {"subject": "Red Lions", "predicate": "kin_of", "object": "Lake Front"}),
        ("tallies", {"count": 3, "comparator": "kin_of", "since": None, "until": None, "quote": "three"}),
    ],
)
def test_so_is_a_predicate_or_a_comparator(tmp_path: Path, part: str, coded: dict[str, object]) -> None:
    _write(tmp_path, "001", text=TEXT, incidents=[])
    file = tmp_path / "gold" / "001.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), part: [coded]}))
    with pytest.raises(TallystickError, match=r"E601.*'kin_of' is not a valid"):
        score_briefs(tmp_path, Bench(default_reader()))


def test_another_layout_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="E601"):
        score_briefs(tmp_path, Bench(default_reader()))
