"""The matrix of tallies as JSON lines: one line for every pair that can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tallystick.model.tally_comparison import TallyComparison
from tallystick.publishing.rows import Row


def write_comparisons(comparisons: Iterable[TallyComparison], path: Path) -> None:
    """Writes the matrix, sorted by the ids of the two tallies; the same matrix gives the same bytes.

    Raises:
        OSError: if the file cannot be written.

    """
    ordered = sorted(comparisons, key=lambda c: c.tally_ids)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(comparison_row(c), ensure_ascii=False) + "\n" for c in ordered)


def comparison_row(comparison: TallyComparison) -> Row:
    """One cell of the matrix."""
    return comparison.model_dump(mode="json")
