"""What comes of reading a file, in short."""

from __future__ import annotations

from pathlib import Path

from tallystick.sources.options import options_from
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken


def outcomes(*paths: Path, max_mb: int = 25, options: tuple[str, ...] = ()) -> list[str]:
    """The text of each report, and the code of each failure and warning, in their order."""
    words: list[str] = []
    for item in read_paths(paths, max_mb=max_mb, options=options_from(options)):
        if isinstance(item, Taken):
            words += [item.report.text, *(warning.code for warning in item.warnings)]
        else:
            words.append(item.code)
    return words


def only(path: Path) -> Taken:
    """The one report of a file of which nothing failed."""
    (taken,) = read_paths([path])
    assert isinstance(taken, Taken), taken
    return taken
