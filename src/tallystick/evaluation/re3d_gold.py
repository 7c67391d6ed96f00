"""Gold entities in the layout of re3d (Dstl): ``documents.json`` and ``entities.json``, one object a line."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.anchors import find_start
from tallystick.evaluation.bench import make_report
from tallystick.model.report import Report
from tallystick.sources.normalise import normalise_text


@dataclass(frozen=True)
class Entity:
    """A stretch of text and its type, in re3d's words; ``end`` is exclusive."""

    start: int
    end: int
    type: str
    text: str


@dataclass(frozen=True)
class Re3dDocument:
    """A document as a report, and its entities in the order of the text."""

    report: Report
    entities: tuple[Entity, ...]


def load_re3d(folder: Path) -> tuple[list[Re3dDocument], list[str]]:
    """The documents of every folder in it, and a note on what cannot be used.

    An entity marked twice with one type and span is taken once.

    Raises:
        TallystickError: E102 or E601 if a file cannot be read or is laid out otherwise.

    """
    found = sorted(folder.rglob("documents.json"))
    if not found:
        raise TallystickError(Code.E601, path=folder, form="re3d", cause="no documents.json in it")
    documents: list[Re3dDocument] = []
    notes: list[str] = []
    for path in found:
        entities: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for entity in _rows(path.with_name("entities.json"), ("documentId", "begin", "end", "type")):
            entities[entity["documentId"]].append(entity)
        for row in _rows(path, ("_id", "text")):
            name = f"{path.parent.name}/{row['_id']}"
            try:
                report = make_report(row["text"], name=name, title=row.get("title"), url=row.get("sourceUrl"))
            except TallystickError as cause:
                notes.append(f"{name}: left out ({cause})")
                continue
            known = set()
            for each in entities[row["_id"]]:
                try:
                    known.add(_entity(each, row["text"], report.text))
                except ValueError as cause:
                    notes.append(f"{name}: an entity left out ({cause})")
            documents.append(Re3dDocument(report, tuple(sorted(known, key=lambda e: (e.start, e.end, e.type)))))
    return documents, notes


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as cause:
        raise TallystickError(Code.E102, path=path, cause=cause.strerror or cause) from cause
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as cause:
            raise TallystickError(Code.E601, path=path, form="re3d", cause=f"line {number}: {cause}") from cause
        if not isinstance(row, dict) or not all(key in row for key in needed):
            missing = f"line {number} has not all of {', '.join(needed)}"
            raise TallystickError(Code.E601, path=path, form="re3d", cause=missing)
        yield row


def _entity(row: dict[str, Any], original: str, text: str) -> Entity:
    begin, end = int(row["begin"]), int(row["end"])
    words = normalise_text(original[begin:end])
    start = find_start(words, text, begin)
    return Entity(start, start + len(words), str(row["type"]), words)
