"""Files that are whole or not there: written beside their place, then renamed into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tallystick.errors import Code, TallystickError


def make_folder(folder: Path) -> None:
    """Makes a folder to write to, and those that it is in, if need be.

    Raises:
        TallystickError: E701 if it cannot be made.

    """
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A folder to write files to that come into ``folder`` together, once all are written; none does if one fails.

    Other files of that folder are left alone. A kill may leave a folder ``.unfinished-…`` in it, which can be deleted.

    Raises:
        TallystickError: E701 if they cannot be written.

    """
    make_folder(folder)
    with _told(folder), _beside(folder) as unfinished:
        yield unfinished


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Where to write a file that comes into its place once it is written to the end. A device or a pipe is written to
    as it is.

    Raises:
        TallystickError: E701 if it cannot be written.

    """
    with _told(path):
        if path.exists() and not path.is_file():
            yield path
        else:
            target = path.resolve()
            with _beside(target.parent) as unfinished:
                yield unfinished / target.name


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    with TemporaryDirectory(dir=folder, prefix=".unfinished-", ignore_cleanup_errors=True) as name:
        yield Path(name)
        for written in sorted(Path(name).iterdir()):
            written.replace(folder / written.name)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # the reader of a pipe has had enough: no fault
        raise
    except OSError as error:
        raise TallystickError(Code.E701, path=path, cause=error.strerror or error) from error
