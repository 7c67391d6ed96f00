"""The rows of a pack, each with the file and line where it stands."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from tallystick.errors import Code, TallystickError
from tallystick.knowledge.pack import Pack, YamlLoader, first_cause

Entry = TypeVar("Entry", bound=BaseModel)


@dataclass(frozen=True)
class Row(Generic[Entry]):
    """An entry, and where it stands: the file, and the line (from 1) where it begins."""

    entry: Entry
    path: Path
    line: int


@dataclass(frozen=True)
class Fault:
    """What is wrong with a pack, where, in words. ``line`` counts from 1; it is null if the whole file is meant."""

    path: Path
    line: int | None
    cause: str

    @property
    def where(self) -> str:
        """The file, with the line behind a colon if there is one."""
        return f"{self.path}:{self.line}" if self.line else str(self.path)

    def __str__(self) -> str:
        return f"{self.where}: {self.cause}"


def read_rows(pack: Pack, kind: str, model: type[Entry]) -> Iterator[Row[Entry]]:
    """The rows of a kind of a pack, in order of file name and line.

    Raises:
        TallystickError: E401 at the first row that does not fit ``model``, or file that is no list of rows.

    """
    for item in scan_rows(pack, kind, model):
        if isinstance(item, Fault):
            raise TallystickError(Code.E401, path=item.where, cause=item.cause)
        yield item


def scan_rows(pack: Pack, kind: str, model: type[Entry]) -> Iterator[Row[Entry] | Fault]:
    """The rows of a kind of a pack, and a fault in place of each that does not fit ``model``."""
    for path in pack.files(kind):
        try:
            # Read to the end first: a file that breaks off half-way has no rows at all.
            listed = list(_listed(path.read_text("utf-8")))
        except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError) as error:
            yield Fault(path, None, " ".join(str(error).split()))
            continue
        for line, row in listed:
            try:
                yield Row(model.model_validate(_with_days(row)), path, line)
            except ValidationError as error:
                yield Fault(path, line, f"{_label(row)}{first_cause(error)}")


def _listed(text: str) -> Iterator[tuple[int, Any]]:
    loader = YamlLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            raise TypeError("not a list of rows")
        for item in node.value:
            yield item.start_mark.line + 1, loader.construct_document(item)
    finally:
        loader.dispose()


def _label(row: Any) -> str:
    name = (row.get("id") or row.get("domain") or row.get("subject")) if isinstance(row, dict) else None
    return f"{name}: " if name else ""


def _with_days(row: Any) -> Any:
    """The row with a bare year or month in ``since`` and ``until`` turned into its first or last day."""
    if not isinstance(row, dict):
        return row
    days = {key: _day_of(row[key], last=key == "until") for key in ("since", "until") if key in row}
    return {**row, **days}


def _day_of(value: Any, *, last: bool) -> Any:
    parts = str(value).split("-")
    if len(parts) > 2 or not all(part.isdigit() for part in parts):
        return value
    year, month = int(parts[0]), int(parts[1]) if len(parts) == 2 else (12 if last else 1)
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return value
    return date(year, month, monthrange(year, month)[1] if last else 1)
