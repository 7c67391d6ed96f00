from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tallystick.ledger import Ledger
from tallystick.pipeline import read_record
from tallystick.web import packing
from tallystick.writing import write_everything


def test_the_archive_holds_what_export_writes(ledger: Ledger, tmp_path: Path) -> None:
    record = read_record(ledger)
    write_everything(record, tmp_path / "export")
    told = list(packing.pack(ledger, tmp_path / "all.zip", folder="all"))
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.namelist() == [f"all/{name}" for name in told]
        assert sorted(told) == sorted(path.name for path in (tmp_path / "export").iterdir())
        for path in (tmp_path / "export").iterdir():
            packed, exported = archive.read(f"all/{path.name}").decode(), path.read_text(encoding="utf-8")
            if path.suffix == ".jsonl":
                assert [*map(json.loads, packed.splitlines())] == [*map(json.loads, exported.splitlines())]
            elif path.suffix == ".geojson":
                assert json.loads(packed) == json.loads(exported)
            else:
                assert packed == exported


def test_of_a_large_ledger_it_holds_no_brief(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST_IN_BRIEF", 1)
    assert "brief.html" not in list(packing.pack(ledger, tmp_path / "all.zip", folder="all"))
