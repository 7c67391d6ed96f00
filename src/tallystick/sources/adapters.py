"""The formats that are read. One that comes with Tallystick is a module of its own and a line here."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tallystick.sources import csv_rows, html, jsonl, mail, mediawiki, pdf, text, warc
from tallystick.sources.adapter import HEAD, Adapter
from tallystick.sources.feeds import read as feeds
from tallystick.sources.plugins import load_plugins

PACKAGED: tuple[Adapter, ...] = (
    text.ADAPTER,
    html.ADAPTER,
    feeds.ADAPTER,
    mediawiki.ADAPTER,
    jsonl.LINES,
    jsonl.DOCUMENT,
    csv_rows.ADAPTER,
    mail.ADAPTER,
    pdf.ADAPTER,
    warc.WARC,
    warc.WACZ,
)


@cache
def adapters() -> tuple[Adapter, ...]:
    """Every format: the plugins' first, so that one may stand in for ours."""
    return (*load_plugins().adapters, *PACKAGED)


def is_known(path: Path) -> bool:
    """True if a file's name is that of a format that is read."""
    return any(adapter.ending_of(path.name) is not None for adapter in adapters())


def find_adapter(path: Path) -> Adapter | None:
    """The adapter for a file; None if no format has such file names.

    Among those whose file names it has, and all that know their files by how they open, the first that knows the
    opening counts; else the one with the longest ending that goes by the name alone, else by the name at all.
    """
    named = [(len(ending), each) for each in adapters() if (ending := each.ending_of(path.name)) is not None]
    if not named:
        return None
    head = _head_of(path)
    for adapter in adapters():
        if adapter.opens is not None and adapter.opens(head):
            return adapter
    return max(named, key=lambda fit: (fit[1].opens is None, fit[0]))[1]


def _head_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:  # told by whoever reads it
        return b""
