"""Writes the golden exports anew: ``python -m tests.publishing.write_golden``. Read the diff before you commit it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tallystick.publishing.csv import write_csv
from tallystick.publishing.geojson import write_geojson
from tallystick.publishing.jsonl import write_jsonl
from tallystick.publishing.waterfall import make_waterfall, waterfall_lines
from tallystick.publishing.waterfall_picture import write_waterfalls
from tests.publishing.example import RECORD

GOLDEN = Path(__file__).parent / "golden"
SHOWN = Path(__file__).parents[2] / "docs" / "images" / "waterfall.svg"
"""The picture of the example, as a page of the docs shows it."""


def write_exports(folder: Path) -> None:
    """Every export but the brief."""
    write_jsonl(RECORD, folder)
    write_csv(RECORD, folder / "incidents.csv")
    write_geojson(RECORD, folder / "incidents.geojson")
    (join, *_) = RECORD.incidents[0].joins
    fall = make_waterfall(join)
    assert fall is not None
    write_waterfalls(
        [("Meridian Wire and Furat Local", fall)], folder / "waterfall.svg", name="Why i-01 is one incident"
    )
    (folder / "waterfall.txt").write_text("\n".join(waterfall_lines(join)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_exports(GOLDEN)
    shutil.copy(GOLDEN / SHOWN.name, SHOWN)
