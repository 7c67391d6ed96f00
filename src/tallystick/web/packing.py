"""Writes the archive of a ledger, file by file and line by line: run by ``pack.py`` in a process of its own.

``python -m tallystick.web.packing FOLDER PATH``, the ledger being that of ``TALLYSTICK_LEDGER``: its address may hold a
password, which is no argument that others on the machine can read. A line of output for each file that it begins with
tells how far it is.
"""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from tallystick.ledger import Ledger, open_ledger
from tallystick.pipeline import default_knowledge, read_record, settle_tallies
from tallystick.publishing.matrix import comparison_row
from tallystick.web.application import make_application
from tallystick.web.pieces import in_pieces
from tallystick.web.whole_files import lines_of_file
from tallystick.writing import make_comparer, write_brief_of

MOST_IN_BRIEF = 5_000
"""Incidents; a page of more opens in no browser, and takes gigabytes to make."""

_NOUNS = ("reports", "mentions", "incidents", "tallies", "claims", "relations", "statements", "actors")
FILES = (*(f"{noun}.jsonl" for noun in _NOUNS), "incidents.csv", "incidents.geojson")


def pack(ledger: Ledger, path: Path, *, folder: str) -> Iterator[str]:
    """Writes what ``tallystick export`` writes into one archive, the brief only of a ledger that is not large.

    Gives the name of each file before it is written.
    """
    settle_tallies(ledger)
    site = make_application(ledger, reviewer="archive").state.site
    with zipfile.ZipFile(path, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        for name in FILES:
            yield name
            _write(archive, f"{folder}/{name}", lines_of_file(site, name) or ())
        yield "tally-comparisons.jsonl"
        _write(archive, f"{folder}/tally-comparisons.jsonl", _comparisons(ledger))
        with ledger.standing() as standing:
            is_large = standing.count_incidents() > MOST_IN_BRIEF
        if not is_large:
            yield "brief.html"
            with TemporaryDirectory(dir=path.parent) as out:
                write_brief_of(read_record(ledger), Path(out) / "brief.html")
                archive.write(Path(out) / "brief.html", f"{folder}/brief.html")


def _write(archive: zipfile.ZipFile, name: str, lines: Iterator[str] | tuple[str, ...]) -> None:
    # Of more than two gigabytes, which cannot be known before.
    with archive.open(name, "w", force_zip64=True) as file:
        for piece in in_pieces(lines):
            file.write(piece.encode("utf-8"))


def _comparisons(ledger: Ledger) -> Iterator[str]:
    """The matrix of tallies, sorted by the ids of both."""
    with ledger.standing() as standing:
        tallies = list(standing.tallies_in_short(after=0))
    comparisons = make_comparer(default_knowledge()).compare_all(tallies)
    return (f"{orjson.dumps(comparison_row(c)).decode()}\n" for c in sorted(comparisons, key=lambda c: c.tally_ids))


def main() -> None:
    """Packs the ledger, with a line for each file."""
    folder, path = sys.argv[1:]
    with open_ledger(os.environ["TALLYSTICK_LEDGER"], create=False) as ledger:
        for name in pack(ledger, Path(path), folder=folder):
            print(name, flush=True)


if __name__ == "__main__":
    main()
