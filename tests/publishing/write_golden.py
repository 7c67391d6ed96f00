"""Writes the golden exports anew: ``python -m tests.publishing.write_golden``. Read the diff before you commit it."""

from __future__ import annotations

from pathlib import Path

from tallystick.publishing.csv import write_csv
from tallystick.publishing.geojson import write_geojson
from tallystick.publishing.jsonl import write_jsonl
from tests.publishing.example import RECORD

GOLDEN = Path(__file__).parent / "golden"


def write_exports(folder: Path) -> None:
    """Every export but the brief."""
    write_jsonl(RECORD, folder)
    write_csv(RECORD, folder / "incidents.csv")
    write_geojson(RECORD, folder / "incidents.geojson")


if __name__ == "__main__":
    write_exports(GOLDEN)
