"""Reading a text, and the whole road, from Python."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from datetime import date
from os import PathLike
from pathlib import Path

from tallystick.errors import Code, TallystickError
from tallystick.interface.source import StrPath, location_of
from tallystick.ledger import open_ledger
from tallystick.model.record import Record
from tallystick.pipeline import derive, read_report, read_unread, reader_named, take_in
from tallystick.publishing.whole import make_folder
from tallystick.reading.named import DEFAULT, ReaderName
from tallystick.reading.reader import Reading
from tallystick.sources.build import build_report
from tallystick.sources.taken import Article
from tallystick.writing import write_everything


def read(text: str, *, published: date | str | None = None, reader: str = DEFAULT) -> Reading:
    """What a text tells: its ``mentions``, and every expression found of ``dates``, ``places`` and ``actors``.

    Whatever is odd about the text (a language that is not read, a day that is none) is told as a ``UserWarning``.

    Args:
        text: a report, with or without a header such as ``date 2023-11-07``.
        published: its publication day, as a date or written YYYY-MM-DD. "Today" is read against it.
        reader: ``rules``, ``trained``, ``both`` or ``llm``.

    Raises:
        TallystickError: E103 if the text is empty, E204 if the trained weights are missing or changed, E501 if
            ``published`` is no day.
        ValueError: there is no such reader.

    """
    article = Article(text=text, raw=text.encode("utf-8", errors="surrogatepass"))
    taken = build_report(article, path="text", published=_day(published))
    reading, failed = read_report(taken.report, reader=reader_named(ReaderName(reader)))
    for failure in (*taken.warnings, *([failed] if failed else [])):
        warnings.warn(f"[{failure.code}] {failure.message}", stacklevel=2)
    return reading


def run(
    paths: StrPath | Iterable[StrPath],
    *,
    out: StrPath,
    ledger: StrPath = "ledger.db",
    published: date | str | None = None,
    max_mb: int = 25,
    reader: str = DEFAULT,
) -> Record:
    """Takes reports in and writes everything out, as ``tallystick run`` does; gives back what the ledger then says.

    Nothing that is wrong with one input stops the others: ``failures`` of the record tells all that went wrong.

    Args:
        paths: files and folders of reports.
        out: the folder to write JSON lines, incidents.csv, incidents.geojson and brief.html to; made if need be.
        ledger: the ledger to take them into, made if need be: a file, or a ``postgresql://`` URL.
        published: the publication day of all reports given; it goes before what they say themselves.
        max_mb: the largest file that is read, in megabytes.
        reader: ``rules``, ``trained``, ``both`` or ``llm``. Reports that another reader read are read again.

    Raises:
        TallystickError: E204 if the trained weights are missing or changed, E301 or E307 if the ledger cannot be
            opened, E501 if ``published`` is no day, E701 if the folder cannot be written.
        ValueError: there is no such reader.

    """
    given = [paths] if isinstance(paths, str | PathLike) else paths
    day = _day(published)
    chosen = reader_named(ReaderName(reader))
    folder = Path(out)
    make_folder(folder)
    with open_ledger(location_of(ledger)) as opened:
        taking = take_in(opened, [Path(path) for path in given], published=day, max_mb=max_mb)
        opened.save_failures((*taking.failures, *read_unread(opened, reader=chosen)))
        record = derive(opened)
    write_everything(record, folder)
    return record


def _day(value: date | str | None) -> date | None:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise TallystickError(Code.E501, value=value) from None
