"""Incidents as a flat table, one row an incident, with a data dictionary from the same list of columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain
from pathlib import Path

from tallystick.model.record import Record
from tallystick.model.terms import ReviewState
from tallystick.publishing.csv_columns import COLUMNS, Cell, Column, Told, tell

# OWASP, CSV injection; a spreadsheet set to East Asian letters takes the full-width signs for the same.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_ENDS = "\r\n"


def write_csv(record: Record, path: Path) -> None:
    """Write the incidents to ``path``: UTF-8, comma-separated, a header line, sorted by id. Rejected ones are left out.

    A text cell that a spreadsheet would take for a formula gets a leading apostrophe.

    Raises:
        OSError: if the file cannot be written.

    """
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(csv_lines(record))


def csv_lines(record: Record) -> Iterator[str]:
    """The lines that ``write_csv`` writes, the header first."""
    kept = sorted((i for i in record.incidents if i.review_state is not ReviewState.REJECTED), key=lambda i: i.id)
    return table_lines(tell(kept, mentions=record.mentions, reports=record.reports))


def table_lines(told: Iterable[Told], *, columns: Sequence[Column] = COLUMNS) -> Iterator[str]:
    """The lines of a table of those incidents, in the order given, with those columns; the header first."""
    return safe_lines([column.name for column in columns], ([column.cell(each) for column in columns] for each in told))


def safe_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The lines of any table, no cell of which a spreadsheet takes for a formula."""
    line = StringIO(newline="")
    # What holds one of these two is put in quotes: a bare return would begin a row of its own in a spreadsheet.
    writer = csv.writer(line, lineterminator=_ENDS)
    for row in chain([header], ([_safe(cell) for cell in row] for row in rows)):
        writer.writerow(row)
        yield line.getvalue().removesuffix(_ENDS) + "\n"
        line.seek(0)
        line.truncate()


def _safe(cell: Cell) -> Cell:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell
