"""What is printed, and where: results to stdout, progress and errors to stderr."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from tallystick.cli.options import Format
from tallystick.model.report import Failure
from tallystick.pipeline import OnStep
from tallystick.reading.reader import GivesAccount, Reader

errors = Console(stderr=True, highlight=False, soft_wrap=True)


def print_rows(rows: Sequence[dict[str, object]], columns: Sequence[str], *, form: Format, title: str) -> None:
    """Prints rows as a table (plain, tab-separated when piped), as JSON lines or as CSV.

    A table shows ``columns`` only; JSON keeps every field.
    """
    if form is Format.JSON:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
    elif form is Format.CSV:
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row.get(c)) for c in columns] for row in rows)
        sys.stdout.write(buffer.getvalue())
    elif sys.stdout.isatty():
        table = Table(title=f"{len(rows)} {title}", title_justify="left", show_lines=False)
        for column in columns:
            table.add_column(column.replace("_", " "), overflow="fold")
        for row in rows:
            table.add_row(*[_cell(row.get(c)) for c in columns])
        Console(highlight=False).print(table)
    else:
        sys.stdout.write("\t".join(columns) + "\n")
        for row in rows:
            sys.stdout.write("\t".join(_cell(row.get(c)).replace("\t", " ").replace("\n", " ") for c in columns) + "\n")


def print_failures(failures: Iterable[Failure]) -> int:
    """Prints one line a failure to stderr and gives their number."""
    count = 0
    for failure in failures:
        errors.print(f"[{failure.code}] {failure.message}", markup=False)
        count += 1
    return count


def print_account(reader: Reader) -> None:
    """Prints to stderr what a reader tells of its work, if it does."""
    if isinstance(reader, GivesAccount) and (told := reader.account()):
        errors.print(told, markup=False)


@contextmanager
def progress_bar(what: str) -> Iterator[OnStep]:
    """A bar on stderr when that is a terminal, nothing otherwise; call the yielded function with done and total."""
    with Progress(
        TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=errors, transient=True,
        disable=not errors.is_terminal,
    ) as progress:  # fmt: skip
        task = progress.add_task(what, total=None)

        def step(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield step


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(_cell(v) for v in value)
    if isinstance(value, dict):
        return str(value.get("name") or value.get("exact") or json.dumps(value, ensure_ascii=False, default=str))
    return str(value)
