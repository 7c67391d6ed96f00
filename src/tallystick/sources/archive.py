"""Archives of files: zip, and tar however packed. Each file in them is read as if it stood in a folder of that name."""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapters import adapters
from tallystick.sources.files import is_auxiliary, name_of
from tallystick.sources.limits import bytes_allowed, refuse_size

SUFFIXES = frozenset({".zip", ".tar", ".tgz", ".tbz2", ".txz"})
_PACKED_TAR = (".tar.gz", ".tar.bz2", ".tar.xz")
MOST_TIMES = 200
"""How many times larger than the archive all that was unpacked of it may be; reports pack to a tenth at best."""
_PART = 1 << 20
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError)


def is_archive(path: Path) -> bool:
    """True if the file's name is that of an archive."""
    return path.suffix.lower() in SUFFIXES or path.name.lower().endswith(_PACKED_TAR)


def unpack(archive: Path, folder: Path, *, max_mb: int) -> Iterator[tuple[Path, str] | TallystickError]:
    """Each file of an archive, set down in ``folder`` under a name of our own, with what it is called.

    It stays there until the next is asked for, so that one at a time takes space. Nothing is set down at a path that
    the archive names. Hidden and auxiliary files are passed over, as in a folder. E104 stands for a file over
    ``max_mb``.

    Raises:
        TallystickError: E138 where the archive is broken, is locked by a password, or unpacks to more than
            ``MOST_TIMES`` its size.
        OSError: if it cannot be read.

    """
    left = archive.stat().st_size * MOST_TIMES
    try:
        for name, packed in _files_in(archive):
            path = PurePosixPath(name)
            if any(part.startswith(".") for part in path.parts) or is_auxiliary(path):
                continue
            at = folder / f"file{_ending_of(path)}"
            size = _set_down(packed, at, most=min(bytes_allowed(max_mb), left) + 1)
            left -= size
            if left < 0:
                raise _refuse(archive, f"it unpacks to more than {MOST_TIMES} times its size")
            called = f"{name_of(archive)}/{''.join(each if each.isprintable() else '?' for each in name)}"
            yield refuse_size(size, path=called, max_mb=max_mb) if size > bytes_allowed(max_mb) else (at, called)
    except _BROKEN:
        raise _refuse(archive, "it is broken or cut off") from None
    except RuntimeError as error:  # so zipfile tells of what it cannot open, and of nothing else
        is_unknown = isinstance(error, NotImplementedError)
        raise _refuse(archive, "packed in a way that is not known" if is_unknown else "locked by a password") from None


def _ending_of(path: PurePosixPath) -> str:
    """The ending that tells the format; for a format that is not read, the suffix, if it can stand in a file's name."""
    known = (ending for adapter in adapters() if (ending := adapter.ending_of(path.name)) is not None)
    return max(known, key=len, default=path.suffix if path.suffix[1:].isalnum() else "")


def _refuse(archive: Path, cause: str) -> TallystickError:
    return TallystickError(Code.E138, path=name_of(archive), cause=cause)


def _set_down(packed: IO[bytes], at: Path, *, most: int) -> int:
    """Unpacks at most so many bytes into a file, and gives their number."""
    size = 0
    with at.open("wb") as file:
        while size < most and (part := packed.read(min(_PART, most - size))):
            file.write(part)
            size += len(part)
    return size


def _files_in(archive: Path) -> Iterator[tuple[str, IO[bytes]]]:
    if archive.suffix.lower() == ".zip":
        with zipfile.ZipFile(archive) as zipped:
            for entry in zipped.infolist():
                if not entry.is_dir():
                    with zipped.open(entry) as unzipped:
                        yield entry.filename, unzipped
        return
    with tarfile.open(archive) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() else None
            if file is not None:
                with file:
                    yield member.name, file
