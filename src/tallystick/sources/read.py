"""Files and folders in, reports out: the front door of this room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tallystick.errors import Code, TallystickError
from tallystick.model.origin import Origin
from tallystick.model.report import Failure
from tallystick.sources.adapters import find_adapter, is_known
from tallystick.sources.archive import is_archive, unpack
from tallystick.sources.build import build_report
from tallystick.sources.files import list_files, name_of
from tallystick.sources.met import Met
from tallystick.sources.options import NO_OPTIONS, Options
from tallystick.sources.plugins import load_plugins
from tallystick.sources.taken import Capture, Found, Taken, failure_from, place_of, with_names
from tallystick.sources.tool import tool


def read_paths(
    paths: Sequence[Path], *, published: date | None = None, max_mb: int = 25, options: Options = NO_OPTIONS
) -> Iterator[Taken | Failure]:
    """Every report in the files, folders and archives, and a failure for everything that could not be taken in.

    Folders are read with their subfolders. The order is that of the paths, whatever order they are named in, and a
    file named twice is read once. ``published`` is the publication day of all of them and goes before what they say
    themselves. ``max_mb`` limits a file, or a line of JSON lines, in megabytes. A text that was met before
    in the same call is a failure E112; nothing that is wrong with one input stops the others. ``options`` are those of
    the formats. A plugin that cannot be used is a failure E141, first of all.
    """
    yield from (failure_from("plugins", error) for error in load_plugins().errors)
    with Met() as met, TemporaryDirectory(prefix="tallystick-") as folder:
        for item in list_files(paths, is_known=is_read):
            if isinstance(item, Failure):
                yield item
                continue
            for file in _files_in(item, Path(folder), max_mb=max_mb):
                if isinstance(file, TallystickError):
                    yield failure_from(name_of(item), file)
                else:
                    yield from _reports_in(*file, met, published=published, max_mb=max_mb, options=options)


def is_read(path: Path) -> bool:
    """True for a file whose format is read, and for an archive."""
    return is_archive(path) or is_known(path)


def _files_in(path: Path, folder: Path, *, max_mb: int) -> Iterator[tuple[Path, str] | TallystickError]:
    """The file, or what it holds if it is an archive; each with its name."""
    if not is_archive(path):
        yield path, name_of(path)
        return
    try:
        yield from unpack(path, folder, max_mb=max_mb)
    except TallystickError as error:
        yield error
    except OSError as error:
        yield TallystickError(Code.E102, path=name_of(path), cause=error.strerror or type(error).__name__)


def _reports_in(
    path: Path, name: str, met: Met, *, published: date | None, max_mb: int, options: Options
) -> Iterator[Taken | Failure]:
    """The reports of one file, called by its name; ``met`` is where each text was met first."""
    origin = _origin_of(path, options)
    for found in _read_file(path, max_mb=max_mb, options=options):
        try:
            if isinstance(found, TallystickError):
                raise found
            taken = build_report(found, path=name, published=published)
            place = place_of(found, path=name)
            if (other := met.first_place(taken.report.id, place)) != place:
                raise TallystickError(Code.E112, path=place, other=other)
        except TallystickError as error:
            yield with_names(failure_from(name, error), {name_of(path): name})
        else:
            kept = origin if found.capture is None else _captured(found.capture)
            yield replace(taken, origin=kept, place=place)


def _origin_of(path: Path, options: Options) -> Origin | None:
    adapter = find_adapter(path)
    if adapter is None:
        return None
    values = tuple(sorted(options.get(adapter.name, {}).items()))
    return Origin(adapter=adapter.name, options=values, tool=tool())


def _captured(capture: Capture) -> Origin:
    return Origin(
        adapter=capture.adapter,
        tool=tool(),
        address=capture.address,
        final=capture.address,
        at=capture.at,
        media_type=capture.media_type,
        charset=capture.charset,
    )


def _read_file(path: Path, *, max_mb: int, options: Options) -> Iterator[Found]:
    """What the file's adapter yields; an error that stops it in the middle comes last."""
    adapter = find_adapter(path)
    if adapter is None:
        yield TallystickError(Code.E111, path=name_of(path), suffix=path.suffix or "unknown")
        return
    values = {option.name: option.default for option in adapter.options} | dict(options.get(adapter.name, {}))
    try:
        yield from adapter.read(path, max_mb, **values)
    except TallystickError as error:
        yield error
    except OSError as error:
        yield TallystickError(Code.E102, path=name_of(path), cause=error.strerror or type(error).__name__)
    except Exception as error:  # a fault of the format's reader, ours or a plugin's, costs this file alone
        cause = f"{type(error).__name__}: {' '.join(str(error).split())}"[:200]
        yield TallystickError(Code.E143, path=name_of(path), name=adapter.name, cause=cause)
