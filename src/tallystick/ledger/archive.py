"""The folder beside a ledger that holds the original bytes: one gzip file for each, named by its SHA-256.

A file is written under another name, brought to disk and renamed, all before the transaction that names it is
committed. So a file of that name is whole, and a ledger names none that is not there; a kill in between leaves a file
that nothing names, which the next taking-in of the same bytes makes good. Writers need not know of each other: all
would write the same.
"""

from __future__ import annotations

import errno
import gzip
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from tallystick.errors import Code, TallystickError

_SUFFIX = ".gz"
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_GZIP_MAGIC = b"\x1f\x8b"
# Takes gzip and zlib alike: a ledger holds zlib in its table if it was made before there was a folder.
_EITHER = 32 + zlib.MAX_WBITS


def pack(raw: bytes) -> bytes:
    """The bytes as a gzip file, the same each time."""
    return gzip.compress(raw, mtime=0)


def unpack(packed: bytes) -> bytes:
    """The bytes of a gzip file or zlib stream. Raises zlib.error if it is damaged or cut off."""
    unpacker = zlib.decompressobj(_EITHER)
    raw = unpacker.decompress(packed)
    if not unpacker.eof or unpacker.unused_data:
        raise zlib.error("cut off" if not unpacker.eof else "bytes after its end")
    return raw


def is_gzip(packed: bytes) -> bool:
    """True for a gzip file, false for a zlib stream."""
    return packed.startswith(_GZIP_MAGIC)


class Archive:
    """The folder; it is made when first written to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Where the bytes of that hash are, or would be."""
        return self.folder / sha256[:2] / f"{sha256}{_SUFFIX}"

    def keep(self, packed: Mapping[str, bytes]) -> None:
        """Writes gzip files, by the SHA-256 of what they hold; those that are there already are written anew.

        Raises:
            TallystickError: E321 if there is no space, E336 if they cannot be written for another reason.

        """
        paths = {sha: self.path_of(sha) for sha in packed}
        folders = {path.parent for path in paths.values()}
        try:
            for folder in sorted(folders):
                folder.mkdir(parents=True, exist_ok=True)
            for sha, path in paths.items():
                _write(path, packed[sha])
            for folder in sorted({self.folder, *folders} if folders else ()):
                _bring_to_disk(folder)
        except OSError as fault:
            code = Code.E321 if fault.errno in _NO_SPACE else Code.E336
            raise TallystickError(code, path=self.folder, cause=fault.strerror or fault) from fault

    def packed(self, sha256: str) -> bytes:
        """The gzip file of that hash. Raises TallystickError E337 if it is not there or cannot be read."""
        path = self.path_of(sha256)
        try:
            return path.read_bytes()
        except OSError as fault:
            raise TallystickError(Code.E337, path=path, cause=fault.strerror or fault) from fault

    def names(self) -> Iterator[str]:
        """The paths of all files in the folder, relative to it, sorted within each folder."""
        for folder, folders, files in os.walk(self.folder):
            folders.sort()
            for name in sorted(files):
                yield (Path(folder) / name).relative_to(self.folder).as_posix()

    def surplus(self, known: Iterable[str]) -> Iterator[str]:
        """The files in the folder that hold the bytes of none of these hashes."""
        due = {f"{sha[:2]}/{sha}{_SUFFIX}" for sha in known}
        return (name for name in self.names() if name not in due)


def _write(path: Path, packed: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=".writing-", delete=False) as file:
        try:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _bring_to_disk(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
