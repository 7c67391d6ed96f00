"""MUC-4 keys as released, and their confidence labels scored."""

from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.muc_confidence import score_confidence
from tallystick.evaluation.muc_keys import KeyOrganisation, load_keys
from tallystick.pipeline import default_reader

TEXTS = """DEV-MUC3-0001 (X)

   POLICE BLAMED BOKO HARAM FOR THE BOMBING OF THE MARKET IN JOS.

DEV-MUC3-0002 (X)

   THE BOARD MET ON FRIDAY.
"""


def _slot(number: int, name: str, value: str) -> str:
    return f"{f'{number}. {name}':<36}{value}"


def _write(folder: Path, *labels: str) -> Path:
    (folder / "dev-muc3-0001-0100").write_text(TEXTS)
    templates = [
        [_slot(0, "MESSAGE: ID", "DEV-MUC3-0001 (X)"), _slot(11, "PERP: ORGANIZATION CONFIDENCE", label)]
        for label in labels
    ]
    templates.append([_slot(0, "MESSAGE: ID", "DEV-MUC3-0002 (X)"), _slot(11, "PERP: ORGANIZATION CONFIDENCE", "*")])
    file = folder / "key-dev-0001.muc4"
    file.write_text("\n\n".join("\n".join(lines) for lines in templates) + "\n")
    return file


def test_names_and_labels_are_read(tmp_path: Path) -> None:
    first, second = load_keys(_write(tmp_path, '? POSSIBLE / REPORTED AS FACT: "BOKO HARAM" / "BH"'))
    labels = frozenset({"POSSIBLE", "REPORTED AS FACT"})
    assert first.organisations == (KeyOrganisation(("BOKO HARAM", "BH"), labels, is_optional=True),)
    assert second.organisations == ()


def test_the_labels_of_two_templates_are_both_right(tmp_path: Path) -> None:
    first, _ = load_keys(_write(tmp_path, 'POSSIBLE: "BOKO HARAM"', 'REPORTED AS FACT: "BOKO HARAM" / "BH"'))
    (one,) = first.organisations
    assert one.labels == {"POSSIBLE", "REPORTED AS FACT"}


def test_a_label_read_as_in_the_key_scores_one(tmp_path: Path) -> None:
    file = _write(tmp_path, 'SUSPECTED OR ACCUSED BY AUTHORITIES: "BOKO HARAM"')
    score = score_confidence(file, Bench(default_reader()))
    assert score.figure("organisations found: macro F1").value == 1
    assert score.figure("end to end: macro F1").value == 1


def test_another_label_is_listed(tmp_path: Path) -> None:
    score = score_confidence(_write(tmp_path, 'POSSIBLE: "BOKO HARAM"'), Bench(default_reader()))
    assert [(e.expected, e.got) for e in score.errors] == [("POSSIBLE", "SUSPECTED OR ACCUSED BY AUTHORITIES")]
    assert score.figure("organisations found: macro F1").value == 0


def test_a_folder_without_keys_is_told(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="E601"):
        load_keys(tmp_path)
