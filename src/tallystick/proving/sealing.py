"""Manifests on the disk."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from tallystick.errors import Code, TallystickError
from tallystick.model.manifest import Manifest


def write_manifest(manifest: Manifest, path: Path, *, replace: bool = False) -> bytes:
    """Writes a manifest as JSON, and gives its bytes.

    Raises:
        TallystickError: E324 if there is a file and it is not to be replaced, E327 if none can be written there.

    """
    written = f"{manifest.model_dump_json(indent=2)}\n".encode()
    try:
        with path.open("wb" if replace else "xb") as file:
            file.write(written)
    except FileExistsError:
        raise TallystickError(Code.E324, path=path) from None
    except OSError as error:
        raise TallystickError(Code.E327, path=path, cause=error.strerror) from error
    return written


def read_manifest(path: Path) -> tuple[Manifest, bytes]:
    """A manifest, and the bytes of its file.

    Raises:
        TallystickError: E101 if there is none, E339 if it cannot be read.

    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise TallystickError(Code.E101, path=path) from None
    except OSError as error:
        raise TallystickError(Code.E102, path=path, cause=error.strerror) from error
    try:
        return Manifest.model_validate_json(raw), raw
    except ValidationError as error:
        raise TallystickError(Code.E339, path=path, cause=f"{error.error_count()} fields do not fit") from None
