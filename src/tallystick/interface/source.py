"""Where a table is taken from."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from tallystick.ledger import Ledger, open_ledger
from tallystick.model.record import Record

StrPath = str | PathLike[str]
Source = StrPath | Ledger | Record


def open(ledger: StrPath) -> Ledger:  # named as it is called: tallystick.open
    """An existing ledger: a file, or a ``postgresql://`` URL. Close it, or use it in a ``with`` statement.

    Raises:
        TallystickError: E301 if it cannot be opened, E303 if there is none, E307 if a newer Tallystick made it.

    """
    return open_ledger(location_of(ledger), create=False)


def location_of(ledger: StrPath) -> str | Path:
    """A ledger's place as the ledger takes it: text is a path or a URL, everything else a path."""
    return ledger if isinstance(ledger, str) else Path(ledger)


def record_of(source: Source) -> Record:
    """What a source (the place of a ledger, an open ledger, a record) says at this moment. Raises as ``open`` does."""
    if isinstance(source, Record):
        return source
    if isinstance(source, Ledger):
        return _checked(source)
    with open(source) as opened:
        return _checked(opened)


def _checked(ledger: Ledger) -> Record:
    """What a ledger says, its tallies checked where they wait for it: only that asks for more than the ledger."""
    with ledger.standing() as standing:
        waiting = standing.stale_tallies()
    if waiting:
        from tallystick.pipeline import read_record

        read_record(ledger)
    return ledger.record()
