"""JSON: one object or a list of objects in a ``.json`` file, one object a line in a ``.jsonl`` file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapter import Adapter
from tallystick.sources.decode import decode_bytes, is_binary, mark_of
from tallystick.sources.feeds.json_feed import entries_in, is_json_feed
from tallystick.sources.feeds.read import read_entry
from tallystick.sources.files import name_of
from tallystick.sources.limits import bytes_allowed, read_whole, refuse_size
from tallystick.sources.taken import Article

# Our names first, then those that trafilatura writes.
_FIELDS = {
    "title": ("title",),
    "url": ("url",),
    "publisher": ("publisher", "sitename"),
    "published": ("published", "date"),
    "language": ("language",),
}


def read_json_lines(path: Path, max_mb: int) -> Iterator[Article | TallystickError]:
    """An article for each line; a broken line is an error of its own and the others go on. Blank lines are no lines.

    The file is streamed, so ``max_mb`` limits each line and not the file. The errors are E104 (line over the limit),
    E105, E106, E107 (no JSON object) and E108 (no text).

    Raises:
        TallystickError: E103 if the file is empty, E105 if it is binary.
        OSError: if it cannot be read.

    """
    name = name_of(path)
    with path.open("rb") as file:
        head = file.read(4096)
        if not head:
            raise TallystickError(Code.E103, path=name)
        if is_binary(head):
            raise TallystickError(Code.E105, path=name)
        file.seek(0)
        for number, line in enumerate(lines_in(file, head, limit=bytes_allowed(max_mb)), start=1):
            place = f"{name}:{number}"
            try:
                if isinstance(line, int):
                    raise refuse_size(line, path=place, max_mb=max_mb)
                if line.strip():
                    decoded = decode_bytes(line, path=place)
                    yield _article(_parse(decoded.text, name, number), line, name, number, decoded.guessed)
            except TallystickError as error:
                yield error


def read_json(path: Path, max_mb: int) -> Iterator[Article | TallystickError]:
    """An article for the object, for each object of the list or for each entry of the feed in the file; else its lines.

    Raises:
        TallystickError: E107 if it is neither JSON nor JSON lines, else as ``read_whole`` and ``decode_bytes`` do.
        OSError: if it cannot be read.

    """
    name = name_of(path)
    raw = read_whole(path, max_mb)
    decoded = decode_bytes(raw, path=name)
    if not decoded.text.strip():
        raise TallystickError(Code.E103, path=name)
    try:
        content = _parse(decoded.text, name, None)
    except TallystickError:
        first_line = decoded.text.lstrip().partition("\n")[0]
        if not _is_object(first_line):
            raise
        yield from read_json_lines(path, max_mb)
        return
    if is_json_feed(content):
        for entry in entries_in(content):
            yield from read_entry(entry, path=name)
        return
    if isinstance(content, dict):
        yield _article(content, raw, name, None, decoded.guessed)
        return
    for number, item in enumerate(content if isinstance(content, list) else [content], start=1):
        try:
            own = json.dumps(item, ensure_ascii=False).encode("utf-8", errors="surrogatepass")
            yield _article(item, own, name, number, decoded.guessed)
        except TallystickError as error:
            yield error


def lines_in(file: BinaryIO, head: bytes, *, limit: int) -> Iterator[bytes | int]:
    """Each line of the file in bytes, or its length where that is over the limit."""
    encoding = mark_of(head)
    if encoding and encoding != "utf-8-sig":
        for text in io.TextIOWrapper(file, encoding=encoding, errors="replace"):
            yield text.encode("utf-8", errors="replace")
        return
    while line := file.readline(limit + 1):
        length = len(line)
        while len(line) > limit and not line.endswith(b"\n"):
            line = file.readline(limit + 1)
            length += len(line)
            if not line:
                break
        yield line if length <= limit else length


def _parse(text: str, name: str, line: int | None) -> Any:
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        cause = f"{error.msg.lower().removesuffix(' at')} at column {error.colno}"
        raise TallystickError(Code.E107, path=name, line=line or error.lineno, cause=cause) from None
    except (ValueError, RecursionError) as error:
        raise TallystickError(Code.E107, path=name, line=line or 1, cause=type(error).__name__) from None


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _article(content: Any, raw: bytes, name: str, line: int | None, guessed: str | None) -> Article:
    if not isinstance(content, dict):
        raise TallystickError(Code.E107, path=name, line=line or 1, cause="not an object")
    text = content.get("text")
    if not isinstance(text, str) or not text.strip():
        raise TallystickError(Code.E108, path=name, line=line or 1)
    fields = {field: _first_text(content, keys) for field, keys in _FIELDS.items()}
    return Article(
        text=text,
        raw=raw,
        line=line,
        guessed_encoding=guessed,
        title=fields["title"],
        url=fields["url"],
        publisher=fields["publisher"],
        published=fields["published"],
        language=fields["language"],
    )


def _first_text(content: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    values = (content.get(key) for key in keys)
    return next((str(v).strip() for v in values if isinstance(v, str | int) and str(v).strip()), None)


LINES = Adapter(
    name="jsonl",
    reads="JSON lines, one report a line",
    suffixes=frozenset({".jsonl", ".ndjson"}),
    media_types=frozenset({"application/jsonl", "application/x-ndjson"}),
    read=read_json_lines,
)
DOCUMENT = Adapter(
    name="json",
    reads="JSON, one report an object: one object, a list of objects, or a JSON Feed",
    suffixes=frozenset({".json"}),
    media_types=frozenset({"application/json", "application/feed+json"}),
    read=read_json,
)
