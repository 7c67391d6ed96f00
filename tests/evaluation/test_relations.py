"""Relations scored from their file to the figures."""

import json
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.relations import score_relations
from tallystick.pipeline import default_reader

FRONT = "The Gao Falcons, a front for Boko Haram, left the town."
BACKED: dict[str, str | None] = {"subject": "Gao Falcons", "predicate": "front_for", "object": "Boko Haram"}


def _write(folder: Path, text: str, *relations: dict[str, str | None]) -> Path:
    coded = [{"since": None, "until": None, "grade": "asserted", **r} for r in relations]
    file = folder / "relations.jsonl"
    file.write_text(json.dumps({"id": "a", "published": "2024-01-01", "text": text, "relations": coded}) + "\n")
    return file


def test_a_relation_read_as_coded_scores_one(tmp_path: Path) -> None:
    score = score_relations(_write(tmp_path, FRONT, BACKED), Bench(default_reader()))
    assert score.figure("relation F1").value == 1
    assert score.figure("relation grade").value == 1


def test_a_wrong_grade_is_listed(tmp_path: Path) -> None:
    score = score_relations(_write(tmp_path, FRONT, {**BACKED, "grade": "direct"}), Bench(default_reader()))
    assert [(e.expected, e.got) for e in score.errors] == [("direct", "asserted")]


def test_a_relation_in_a_text_without_any_is_counted(tmp_path: Path) -> None:
    score = score_relations(_write(tmp_path, FRONT), Bench(default_reader()))
    assert score.figure("relations in texts without any").value == 1


def test_a_word_that_is_no_predicate_is_told(tmp_path: Path) -> None:
    file = _write(tmp_path, FRONT, {**BACKED, "predicate": "kin_of"})
    with pytest.raises(TallystickError, match="E601"):
        score_relations(file, Bench(default_reader()))
