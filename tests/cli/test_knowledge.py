"""``knowledge``: packs come and go, and reports are read again with what is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tallystick.knowledge.home import VARIABLE
from tests.cli.conftest import Said, call, write
from tests.knowledge.making import GUARD, make_pack

SITE = "- {id: 'site:camp-willow', name: Camp Willow, country: ML, latitude: 15.1, longitude: -1.2, kind: base, citation: own}\n"
TEXT = "date 2023-06-12\n\nThe Lake Guard claimed responsibility for a rocket attack on Camp Willow on Saturday."


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of added packs, in force for one test."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return make_pack(tmp_path / "pack", actors=GUARD, sites=SITE)


def _actors(folder: Path) -> Said:
    return call("extract", write(folder, {"a.txt": TEXT}), "--layer", "actors")


def test_an_added_pack_is_listed(home: Path, pack: Path) -> None:
    assert call("knowledge", "add", pack).code == 0
    listed = [json.loads(line) for line in call("knowledge", "list", "--format", "json").lines]
    assert [(row["name"], row["actors"], row["sites"]) for row in listed if row["origin"] == "added"] == [
        ("lake-war", 1, 1)
    ]


def test_a_pack_with_a_fault_is_not_added(home: Path, tmp_path: Path) -> None:
    folder = make_pack(tmp_path / "bad", actors=GUARD + GUARD)
    said = call("knowledge", "add", folder)
    assert said.code == 1
    assert f"{folder}/actors.yaml:2: lake-guard: given twice, first at actors.yaml:1" in said.err.splitlines()
    assert list(home.iterdir()) == []


def test_check_adds_nothing(home: Path, pack: Path) -> None:
    said = call("knowledge", "check", pack)
    assert (said.code, said.out) == (0, f"{pack}: no faults\n")
    assert list(home.iterdir()) == []


def test_a_removed_pack_is_no_longer_listed(home: Path, pack: Path) -> None:
    call("knowledge", "add", pack)
    assert call("knowledge", "remove", "lake-war").code == 0
    assert "lake-war" not in call("knowledge", "list").out


def test_an_added_actor_is_met_in_a_report(home: Path, pack: Path, tmp_path: Path) -> None:
    assert '"actor_id": "lake-guard"' not in _actors(tmp_path / "r").out
    call("knowledge", "add", pack)
    assert '"actor_id": "lake-guard"' in _actors(tmp_path / "r").out


def test_an_added_site_is_met_in_a_report(home: Path, pack: Path, tmp_path: Path) -> None:
    call("knowledge", "add", pack)
    said = call("extract", write(tmp_path / "r", {"a.txt": TEXT}), "--layer", "places")
    assert '"id": "site:camp-willow"' in said.out


def test_a_folder_can_be_named_for_one_command(home: Path, pack: Path, tmp_path: Path) -> None:
    reports = write(tmp_path / "r", {"a.txt": TEXT})
    said = call("extract", reports, "--layer", "actors", "--knowledge", pack)
    assert '"actor_id": "lake-guard"' in said.out


def test_a_report_is_read_again_when_a_pack_was_added(home: Path, pack: Path, tmp_path: Path) -> None:
    reports, ledger = write(tmp_path / "r", {"a.txt": TEXT}), tmp_path / "l.db"
    call("ingest", reports, "--ledger", ledger)
    call("knowledge", "add", pack)
    call("ingest", reports, "--ledger", ledger)
    claims = [json.loads(line) for line in call("claims", "--ledger", ledger, "--format", "json").lines]
    assert [claim["claimant"]["id"] for claim in claims] == ["lake-guard"]


@pytest.mark.parametrize(
    "command", [("export", "--out"), ("brief", "--out"), ("analyse",), ("show",), ("review", "accept")]
)
def test_a_folder_that_is_no_folder_is_refused_by_every_command_that_derives(
    home: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    said = call(*command, *([] if command == ("analyse",) else [tmp_path / "x"]), "--knowledge", tmp_path / "none")
    assert said.code == 2
    assert "--knowledge" in said.err


def test_a_broken_pack_is_named_by_the_doctor(home: Path, pack: Path) -> None:
    call("knowledge", "add", pack)
    (home / "lake-war" / "actors.yaml").write_text(GUARD + GUARD, encoding="utf-8")
    said = call("doctor", "--ledger", home / "none.db")
    assert said.code == 1
    assert "actors.yaml:2" in said.err
