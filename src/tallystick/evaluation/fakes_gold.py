"""FA-KES: articles on the war in Syria with the labels of their main incident."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tallystick.errors import Code, TallystickError

_COLUMNS = frozenset(
    {
        "unit_id", "article_title", "article_content", "source", "date", "location", "actor", "nb_civilians",
        "nb_noncivilians", "nb_women", "nb_children",
    }
)  # fmt: skip
_CENTURY = 2000


@dataclass(frozen=True)
class FakesArticle:
    """An article and its labels. A count of 0 means nobody or not told: the labels do not tell the two apart."""

    name: str
    title: str
    text: str
    source: str
    day: date
    governorate: str
    actor: str
    civilians: int
    noncivilians: int
    women: int
    children: int


def load_fakes(gold: Path) -> tuple[tuple[FakesArticle, ...], tuple[str, ...]]:
    """The articles of a CSV file, or of all CSV files in a folder, and a line for each row that cannot be read.

    Bytes that are no UTF-8 are read as Latin-1, as parts of the released file are.

    Raises:
        TallystickError: E102 if a file cannot be read, E601 if it has not the columns of FA-KES.

    """
    articles: list[FakesArticle] = []
    broken: list[str] = []
    for path in [gold] if gold.is_file() else sorted(gold.glob("*.csv")):
        for number, row in enumerate(_rows(path), start=2):
            try:
                articles.append(_article(row))
            except (ValueError, TypeError, AttributeError) as error:
                broken.append(f"{path.name}, row {number}: left out ({error})")
    if not articles:
        raise TallystickError(Code.E601, path=gold, form="fakes", cause="no article in it")
    return tuple(articles), tuple(broken)


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise TallystickError(Code.E102, path=path, cause=error.strerror or error) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    missing = _COLUMNS - set(rows[0] if rows else ())
    if missing:
        raise TallystickError(Code.E601, path=path, form="fakes", cause=f"no column {min(missing)}")
    return rows


def _article(row: dict[str, str]) -> FakesArticle:
    month, day, year = (int(part) for part in row["date"].split("/"))
    if not row["article_content"].strip():
        raise ValueError("no text")
    return FakesArticle(
        name=row["unit_id"],
        title=row["article_title"],
        text=row["article_content"],
        source=row["source"],
        day=date(year if year > 99 else _CENTURY + year, month, day),
        governorate=row["location"].strip().lower(),
        actor=row["actor"].strip().lower(),
        civilians=_count(row["nb_civilians"]),
        noncivilians=_count(row["nb_noncivilians"]),
        women=_count(row["nb_women"]),
        children=_count(row["nb_children"]),
    )


def _count(value: str) -> int:
    return int(float(value)) if value.strip() else 0
