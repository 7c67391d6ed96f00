"""Gold in the layout of the public cut of MUC-4."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.ceaf import as_entity
from tallystick.evaluation.muc_templates import MucRole, MucTemplate, fillers_of_document, load_muc

_ROLES: dict[str, Any] = {role.value: [] for role in MucRole}


def _write(path: Path, templates: list[dict[str, Any]]) -> Path:
    path.write_text(json.dumps({"docid": "D-1", "doctext": "a bomb hit the bank.", "templates": templates}) + "\n")
    return path


def test_the_strings_of_an_entity_are_read_without_their_offsets(tmp_path: Path) -> None:
    template = {**_ROLES, "incident_type": "bombing", "Target": [[["the bank", 11], ["bank", 15]]]}
    (document,) = load_muc(_write(tmp_path / "gold.jsonl", [template]))
    assert document.templates[0].of(MucRole.TARGET) == (as_entity(["bank"]),)


def test_templates_alike_in_every_slot_are_one(tmp_path: Path) -> None:
    template = {**_ROLES, "incident_type": "bombing", "Weapon": [[["bomb", 2]]]}
    (document,) = load_muc(_write(tmp_path / "gold.jsonl", [template, template]))
    assert len(document.templates) == 1


def test_a_filler_of_two_templates_is_one_filler_of_the_document() -> None:
    first = MucTemplate("attack", {MucRole.PERP_ORG: (as_entity(["front", "fmln"]),)})
    second = MucTemplate("arson", {MucRole.PERP_ORG: (as_entity(["fmln"]), as_entity(["eln"]))})
    assert fillers_of_document([first, second], MucRole.PERP_ORG) == [as_entity(["front", "fmln"]), as_entity(["eln"])]


@pytest.mark.parametrize(
    "line", ["no json", "[]", '{"docid": "D-1"}', '{"docid": "D-1", "doctext": "x", "templates": [3]}']
)
def test_what_is_laid_out_otherwise_is_refused_by_code(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n")
    with pytest.raises(TallystickError) as raised:
        load_muc(path)
    assert raised.value.code is Code.E601


def test_a_file_that_is_not_there_is_refused_by_code(tmp_path: Path) -> None:
    with pytest.raises(TallystickError) as raised:
        load_muc(tmp_path / "nothing.jsonl")
    assert raised.value.code is Code.E102
