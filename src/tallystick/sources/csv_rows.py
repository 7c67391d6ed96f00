"""Tables: CSV with any delimiter. A column is a field of the report; which, is said or told by its name."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapter import HEAD, Adapter, Option
from tallystick.sources.decode import decode_bytes, is_binary, mark_of
from tallystick.sources.files import name_of
from tallystick.sources.jsonl import lines_in
from tallystick.sources.limits import bytes_allowed, refuse_size
from tallystick.sources.taken import Article, Found

# By field, the names of columns that hold it, the surest first; ``notes``, ``event_date`` and ``source`` are ACLED's.
COLUMNS = {
    "text": ("text", "full_text", "content", "body", "article", "notes", "description", "summary"),
    "title": ("title", "headline", "subject"),
    "url": ("url", "link", "source_url", "address"),
    "publisher": ("publisher", "outlet", "sitename", "source"),
    "published": ("published", "published_on", "published_at", "publication_date", "date", "event_date"),
    "language": ("language", "lang"),
}
_DELIMITERS = ",;\t|"
_MOST_LINES = 1000
"""A row of more lines is held for one with a quotation mark that was never closed."""


def read_csv(path: Path, max_mb: int, *, map: str, delimiter: str, encoding: str) -> Iterator[Found]:
    """An article for each row; a bad row is an error with its line, and the others go on.

    The file is streamed, so ``max_mb`` limits each line and not the file. The errors are E104 (line over the limit),
    E106, E108 (no text) and E146 (bad row).

    Raises:
        TallystickError: E103 if the file is empty, E105 if it is binary, E148 if no column holds the text, or
            ``map`` or ``encoding`` do not fit.
        OSError: if it cannot be read.

    """
    name = name_of(path)
    with path.open("rb") as file:
        head = file.read(HEAD)
        if not head.strip():
            raise TallystickError(Code.E103, path=name)
        if is_binary(head):
            raise TallystickError(Code.E105, path=name)
        file.seek(0)
        known = lines_in(file, head, limit=bytes_allowed(max_mb))
        lines = _Lines(known, name=name, max_mb=max_mb, encoding="" if mark_of(head) else _known(encoding, name))
        sample = head.decode(mark_of(head) or "utf-8", errors="replace")
        parted_by = (delimiter.replace("\\t", "\t") or _delimiter_in(sample))[0]
        rows = _rows(lines, parted_by, bytes_allowed(max_mb))
        header = next((row for row in rows if not isinstance(row, TallystickError)), None)
        if header is None:
            raise TallystickError(Code.E103, path=name)
        columns = [column.strip().lstrip("\ufeff") for column in header[1]]
        fields = _mapping(map, columns, name)
        for row in rows:
            if isinstance(row, TallystickError):
                yield row
                continue
            # The bytes on file are a table of that row alone, to be read as this one is.
            raw = _table_of([header[1], row[1]], parted_by).encode(encoding or "utf-8", errors="replace")
            yield _article(row, columns, fields, raw=raw, name=name)


class _Lines:
    """The lines of the file as text, with those of the row at hand, which may be handed back."""

    def __init__(self, lines: Iterator[bytes | int], *, name: str, max_mb: int, encoding: str) -> None:
        self._lines, self.name, self._max_mb, self._encoding = lines, name, max_mb, encoding
        self._waiting: list[str] = []
        self.of_row: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.of_row) >= _MOST_LINES:
            raise csv.Error("more than a row can have; a quotation mark is not closed")
        line = self._waiting.pop() if self._waiting else self._decoded(next(self._lines))
        self.number += 1
        self.of_row.append(line)
        return line

    def hand_back(self) -> None:
        """All lines of the row at hand but its first are read again."""
        again = self.of_row[1:]
        self._waiting += reversed(again)
        self.number -= len(again)

    def _decoded(self, line: bytes | int) -> str:
        place = f"{self.name}:{self.number + 1}"
        if isinstance(line, int):
            self.number += 1
            raise refuse_size(line, path=place, max_mb=self._max_mb)
        if not self._encoding:
            return decode_bytes(line, path=place).text if line.strip() else "\n"
        try:
            return line.decode(self._encoding)
        except UnicodeDecodeError:
            self.number += 1
            raise TallystickError(Code.E106, path=place) from None


Row = tuple[int, list[str]]


def _rows(lines: _Lines, delimiter: str, limit: int) -> Iterator[Row | TallystickError]:
    """Each row with the line it begins at, blank ones left out; the first says how many cells all have."""
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    width = 0
    while True:
        lines.of_row = []
        first = lines.number + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except TallystickError as error:
            yield error
            continue
        except csv.Error as error:
            lines.hand_back()
            yield TallystickError(Code.E146, path=lines.name, line=first, cause=error)
            continue
        if not any(cell.strip() for cell in row):
            continue
        width = width or len(row)
        if len(row) != width:
            lines.hand_back()
            cause = f"it has {len(row)} cells, the first row {width}"
            yield TallystickError(Code.E146, path=lines.name, line=first, cause=cause)
            continue
        yield first, row


def _known(encoding: str, name: str) -> str:
    """The encoding, if there is one of that name. Raises TallystickError E148."""
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        raise TallystickError(Code.E148, path=name, cause=f"there is no encoding '{encoding}'") from None


def _delimiter_in(sample: str) -> str:
    first = sample.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _mapping(given: str, columns: list[str], name: str) -> dict[str, str]:
    """The column of each field. Raises TallystickError E148."""
    by_name = {column.lower().replace(" ", "_"): column for column in reversed(columns)}
    fields = {f: by_name[n] for f, names in COLUMNS.items() for n in reversed(names) if n in by_name}
    for column, field in _pairs(given, name).items():
        if field not in COLUMNS or column not in columns:
            cause = f"'{column}={field}' names no column or no field; fields are {', '.join(COLUMNS)}"
            raise TallystickError(Code.E148, path=name, cause=cause)
        fields[field] = column
    if "text" not in fields:
        raise TallystickError(
            Code.E148, path=name, cause=f"none of its columns ({', '.join(columns)[:200]}) is the text"
        )
    return fields


def _pairs(given: str, name: str) -> Mapping[str, str]:
    """Columns with their fields: ``column=field,…``, or a YAML or JSON file that maps one to the other."""
    if given.lower().endswith((".yaml", ".yml", ".json")):
        try:
            said = yaml.safe_load(Path(given).read_text(encoding="utf-8"))
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise TallystickError(
                Code.E148, path=name, cause=f"{given} cannot be read: {type(error).__name__}"
            ) from None
        if not isinstance(said, dict):
            raise TallystickError(Code.E148, path=name, cause=f"{given} is no mapping of columns to fields")
        return {str(column): str(field) for column, field in said.items()}
    pairs = (each.rpartition("=") for each in given.split(",") if each.strip())
    return {column.strip(): field.strip() for column, _, field in pairs}


def _table_of(rows: list[list[str]], delimiter: str) -> str:
    table = io.StringIO()
    csv.writer(table, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return table.getvalue()


def _article(row: Row, columns: list[str], fields: Mapping[str, str], *, raw: bytes, name: str) -> Found:
    line, cells = row
    said = dict(zip(columns, cells, strict=True))
    values = {field: said[column].strip() or None for field, column in fields.items()}
    if not (text := values["text"]):
        return TallystickError(Code.E108, path=name, line=line)
    return Article(
        text=text,
        raw=raw,
        line=line,
        title=values.get("title"),
        url=values.get("url"),
        publisher=values.get("publisher"),
        published=values.get("published"),
        language=values.get("language"),
    )


ADAPTER = Adapter(
    name="csv",
    reads="a table with a header, one report a row",
    suffixes=frozenset({".csv", ".tsv"}),
    media_types=frozenset({"text/csv", "text/tab-separated-values"}),
    options=(
        Option(
            name="map",
            meaning=f"which column is which field ({', '.join(COLUMNS)}): COLUMN=FIELD,…, or a YAML or JSON file; "
            "otherwise columns are known by their names",
        ),
        Option(name="delimiter", meaning=r"what parts the cells, \t for a tab; otherwise the commonest of , ; tab |"),
        Option(name="encoding", meaning="how the file is encoded; otherwise UTF-8, or a guess"),
    ),
    read=read_csv,
)
