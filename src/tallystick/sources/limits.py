"""Reading no more than was asked for."""

from __future__ import annotations

import math
from pathlib import Path

from tallystick.errors import Code, TallystickError
from tallystick.sources.files import name_of

_MB = 1_000_000


def bytes_allowed(max_mb: int) -> int:
    """A limit in megabytes (of a million bytes) as a number of bytes."""
    return max_mb * _MB


def refuse_size(size: int, *, path: str, max_mb: int) -> TallystickError:
    """The error for an input of so many bytes: E104, the size rounded up."""
    return TallystickError(Code.E104, path=path, size=math.ceil(size / _MB), limit=max_mb)


def read_whole(path: Path, max_mb: int) -> bytes:
    """All bytes of a file, its size looked at before it is read.

    Raises:
        TallystickError: E103 if it is empty, E104 if it is over the limit.
        OSError: if it cannot be read.

    """
    size = path.stat().st_size
    if size > bytes_allowed(max_mb):
        raise refuse_size(size, path=name_of(path), max_mb=max_mb)
    raw = path.read_bytes()
    if not raw:
        raise TallystickError(Code.E103, path=name_of(path))
    return raw
