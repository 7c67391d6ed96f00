"""Knowledge files in, a knowledge base out.

A folder of knowledge holds ``actors/*.yaml``, ``relations/*.yaml`` and ``publishers.yaml``, all of them optional; each
file is a list of entries whose fields are those of KnownActor, KnownRelation and KnownPublisher.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from tallystick.errors import Code, TallystickError
from tallystick.knowledge.actors import KnownActor
from tallystick.knowledge.base import KnowledgeBase, merge_by_id
from tallystick.knowledge.publishers import KnownPublisher
from tallystick.model.relation import KnownRelation

PACKAGED = Path(__file__).parent / "data"

Entry = TypeVar("Entry", bound=BaseModel)

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=8)
def load_knowledge(*extra_dirs: Path) -> KnowledgeBase:
    """The packaged knowledge with that of further folders.

    A later actor or publisher replaces an earlier one of the same id or domain.

    Raises:
        TallystickError: E401 if a file does not fit; it names the file and the entry.

    """
    folders = (PACKAGED, *extra_dirs)
    actors = [actor for folder in folders for actor in read_entries(folder, "actors/*.yaml", KnownActor)]
    relations = [r for folder in folders for r in read_entries(folder, "relations/*.yaml", KnownRelation)]
    publishers = [p for folder in folders for p in read_entries(folder, "publishers.yaml", KnownPublisher)]
    by_domain = {p.domain: p for p in publishers}
    return KnowledgeBase(merge_by_id(actors), tuple(relations), tuple(by_domain.values()))


def read_entries(folder: Path, pattern: str, model: type[Entry]) -> Iterator[Entry]:
    """The entries of all files of a folder that match, in order of file name.

    Raises:
        TallystickError: E401 if a file is not a list of entries, or an entry does not fit ``model``.

    """
    for path in sorted(folder.glob(pattern)):
        try:
            rows = yaml.load(path.read_text("utf-8"), Loader=_Loader) or []
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise TallystickError(Code.E401, path=path, cause=str(error).replace("\n", " ")) from error
        if not isinstance(rows, list):
            raise TallystickError(Code.E401, path=path, cause="not a list of entries")
        for row in rows:
            try:
                yield model.model_validate(_with_days(row))
            except ValidationError as error:
                first = error.errors()[0]
                label = row.get("id") or row.get("domain") or row.get("subject") if isinstance(row, dict) else row
                cause = f"entry {label}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
                raise TallystickError(Code.E401, path=path, cause=cause) from error


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
    return date(year, month, monthrange(year, month)[1] if last else 1)
