"""The formats that are read: one manifest a format. A new format is a module of its own and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tallystick.errors import TallystickError
from tallystick.sources.html import read_html
from tallystick.sources.jsonl import read_json, read_json_lines
from tallystick.sources.taken import Article
from tallystick.sources.text import read_text


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """A format: by which file names it is known, and how its articles are read (path and size limit in MB)."""

    name: str
    suffixes: frozenset[str]
    media_types: frozenset[str]
    read: Callable[[Path, int], Iterator[Article | TallystickError]]


ADAPTERS = (
    Adapter(
        name="plain text",
        suffixes=frozenset({"", ".txt", ".text", ".md"}),
        media_types=frozenset({"text/plain", "text/markdown"}),
        read=read_text,
    ),
    Adapter(
        name="HTML",
        suffixes=frozenset({".html", ".htm", ".xhtml"}),
        media_types=frozenset({"text/html", "application/xhtml+xml"}),
        read=read_html,
    ),
    Adapter(
        name="JSON lines",
        suffixes=frozenset({".jsonl", ".ndjson"}),
        media_types=frozenset({"application/jsonl", "application/x-ndjson"}),
        read=read_json_lines,
    ),
    Adapter(
        name="JSON",
        suffixes=frozenset({".json"}),
        media_types=frozenset({"application/json"}),
        read=read_json,
    ),
)


def find_adapter(path: Path) -> Adapter | None:
    """The adapter for a file by its suffix, case ignored; None for a format that is not read."""
    suffix = path.suffix.lower()
    return next((adapter for adapter in ADAPTERS if suffix in adapter.suffixes), None)
