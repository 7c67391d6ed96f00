"""Plain text: the whole file is one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tallystick.sources.adapter import Adapter
from tallystick.sources.decode import decode_bytes
from tallystick.sources.files import name_of
from tallystick.sources.limits import read_whole
from tallystick.sources.taken import Article


def read_text(path: Path, max_mb: int) -> Iterator[Article]:
    """The one article of a plain text file. Raises TallystickError as ``read_whole`` and ``decode_bytes`` do."""
    raw = read_whole(path, max_mb)
    decoded = decode_bytes(raw, path=name_of(path))
    yield Article(text=decoded.text, raw=raw, guessed_encoding=decoded.guessed)


ADAPTER = Adapter(
    name="text",
    reads="plain text, one report a file",
    suffixes=frozenset({"", ".txt", ".text", ".md"}),
    media_types=frozenset({"text/plain", "text/markdown"}),
    read=read_text,
)
