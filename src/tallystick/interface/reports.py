"""The table of reports."""

from __future__ import annotations

import pyarrow as pa

from tallystick.interface.columns import DAY, TEXT, Column, make_table
from tallystick.interface.source import Source, record_of
from tallystick.model.report import Report


def reports(source: Source) -> pa.Table:
    """The reports of a ledger, one a row, with their text. Raises as ``open`` does."""
    return make_table(COLUMNS, record_of(source).reports)


COLUMNS: tuple[Column[Report], ...] = (
    Column("id", TEXT, "SHA-256 of the text", lambda r: r.id),
    Column("path", TEXT, "the file that it came from", lambda r: r.path),
    Column("url", TEXT, "where it was published", lambda r: r.url),
    Column("publisher", TEXT, "who published it", lambda r: r.publisher),
    Column("title", TEXT, "its title", lambda r: r.title),
    Column("published_on", DAY, "publication day", lambda r: r.published_on),
    Column("published_basis", TEXT, "where that day was read from (code)", lambda r: r.published_basis),
    Column("language", TEXT, "ISO 639-1 code; null where not certain", lambda r: r.language),
    Column("syndicated_from", TEXT, "id of the report that it is a copy of", lambda r: r.syndicated_from),
    Column("copied_why", TEXT, "why it is held for a copy", lambda r: r.copied.why if r.copied else None),
    Column(
        "credited_to", TEXT, "whom it credits as its writer", lambda r: r.credited_to.name if r.credited_to else None
    ),
    Column("text", TEXT, "the text that all offsets count in", lambda r: r.text),
)
