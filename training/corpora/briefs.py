"""Briefs: short modern reports with full gold. Texts without an incident only sound like one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.labelled import Labelled


def read_briefs(folder: Path, *, held_out: bool = False) -> Iterator[Labelled]:
    """The English reports; every third by its number is held out."""
    for path in sorted((folder / "reports").glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        if report["language"] != "en" or (int(report["id"]) % 3 == 0) != held_out:
            continue
        gold = json.loads((folder / "gold" / path.name).read_text(encoding="utf-8"))
        yield Labelled(id=report["id"], corpus="briefs", text=report["text"], relevant=bool(gold["incidents"]))
