"""Which files to read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath

from tallystick.errors import Code, TallystickError
from tallystick.model.report import Failure
from tallystick.sources.taken import failure_from

# Files that stand beside reports and are none: passed over in folders, still read when named themselves.
_AUXILIARY_NAMES = frozenset({"readme", "license", "licence", "notice", "changelog", "thumbs", "desktop", "makefile"})


def name_of(path: Path) -> str:
    """The path as text that can be written in UTF-8, even where the file system holds other bytes."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def is_auxiliary(path: PurePath) -> bool:
    """True for the name of a file that stands beside reports and is none."""
    return path.stem.lower() in _AUXILIARY_NAMES


def list_files(paths: Sequence[Path], *, is_known: Callable[[Path], bool]) -> Iterator[Path | Failure]:
    """Every file to read, in the order of their paths, each once, however often it was named.

    Folders are walked with their subfolders. In a folder, hidden files and auxiliary ones (README, LICENSE and the
    like) are passed over in silence; a file that ``is_known`` does not know is a failure E111.
    Failures (E101 not found, E102 cannot be read, E111) come first.
    """
    files: dict[Path, Path] = {}
    failures: dict[str, Failure] = {}
    for path in paths:
        for item in _walk(path, within=path.resolve(), seen=set()) if path.is_dir() else [path]:
            if isinstance(item, Failure):
                failures[item.path] = item
            elif failure := _refusal(item, is_known=is_known):
                failures[failure.path] = failure
            else:
                files.setdefault(item.resolve(), item)
    yield from (failures[name] for name in sorted(failures))
    yield from sorted(files.values(), key=name_of)


def _walk(folder: Path, *, within: Path, seen: set[Path]) -> Iterator[Path | Failure]:
    seen.add(folder.resolve())
    try:
        entries = sorted(folder.iterdir(), key=name_of)
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and not entry.exists():
            yield _failure(entry, Code.E102, cause="the link points nowhere")
        elif entry.is_symlink() and not entry.resolve().is_relative_to(within):
            # Whoever packed the folder may not choose what else of this machine is read.
            yield _failure(entry, Code.E102, cause="the link leads out of the folder; name what it points to")
        elif entry.is_dir():
            if entry.resolve() not in seen:  # a link can point back up
                yield from _walk(entry, within=within, seen=seen)
        elif not is_auxiliary(entry):
            yield entry


def _refusal(path: Path, *, is_known: Callable[[Path], bool]) -> Failure | None:
    try:
        if not path.exists():
            return _failure(path, Code.E101)
        if not path.is_file():
            return _failure(path, Code.E102, cause="not a file")
    except OSError as error:
        return _unreadable(path, error)
    return None if is_known(path) else _failure(path, Code.E111, suffix=path.suffix or "unknown")


def _unreadable(path: Path, error: OSError) -> Failure:
    return _failure(path, Code.E102, cause=error.strerror or type(error).__name__)


def _failure(path: Path, code: Code, **blanks: object) -> Failure:
    name = name_of(path)
    return failure_from(name, TallystickError(code, path=name, **blanks))
