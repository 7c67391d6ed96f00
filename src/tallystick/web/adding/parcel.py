"""What one hands over to be read: texts and files, set down in a folder under names of our own, and addresses."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import mkdtemp
from typing import BinaryIO

import orjson

MOST_MB = 25
"""The largest file that is read, in megabytes; as on the command line."""
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}")
_MOST_LETTERS = 120


@dataclass
class Parcel:
    """Files in a folder of their own, and what each is called. A name that came from outside is never part of a path.

    ``published`` is the day on which all of them were published, where that was said. ``addresses`` are those of pages
    and feeds, in place of files; they are fetched when their turn comes.
    """

    folder: Path
    published: date | None = None
    names: dict[str, str] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)

    @property
    def paths(self) -> list[Path]:
        """The files."""
        return [Path(path) for path in self.names]

    @property
    def inputs(self) -> tuple[str, ...]:
        """What was handed over, as it is called."""
        return (*self.names.values(), *self.addresses)

    def add_text(self, text: str, *, title: str, publisher: str) -> None:
        """Sets down a text that was pasted; what is said about it may be empty."""
        told = {"text": text, "title": title.strip(), "publisher": publisher.strip()}
        path = self._next(".json", called=title.strip() or "pasted text")
        path.write_bytes(orjson.dumps({name: value for name, value in told.items() if value}))

    def add_file(self, file: BinaryIO, *, name: str) -> None:
        """Sets down a file, of whatever size: that is looked at when it is read."""
        shown = plain_name(name)
        suffix = PurePosixPath(shown).suffix
        path = self._next(suffix if _SUFFIX.fullmatch(suffix) else "", called=shown)
        with path.open("wb") as kept:
            shutil.copyfileobj(file, kept)

    def discard(self) -> None:
        """Deletes the files."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _next(self, suffix: str, *, called: str) -> Path:
        path = self.folder / f"{len(self.names):04}{suffix}"
        self.names[str(path)] = called
        return path


def plain_name(name: str) -> str:
    """What a file is called: the last part of its path, in one line and without what cannot be printed."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    seen = "".join(letter for letter in last if letter.isprintable()).strip()[-_MOST_LETTERS:]
    return seen if seen.strip(".") else "file without a name"


@contextmanager
def pack_parcel(*, published: date | None) -> Iterator[Parcel]:
    """An empty parcel; its files are deleted if it cannot be filled."""
    parcel = Parcel(Path(mkdtemp(prefix="tallystick-")), published)
    try:
        yield parcel
    except BaseException:
        parcel.discard()
        raise
