"""Reports read ahead in batches, by readers that are faster so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallystick.model.report import Report
from tallystick.reading.reader import Reader, ReadsAhead

# What is read ahead at once: enough to be fast, little enough to hold in memory.
_MOST_REPORTS = 32
_MOST_TEXT = 200_000  # characters


def reports_in_batches(reader: Reader, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports one by one, each batch of them read ahead if the reader can."""
    batch: list[Report] = []
    for report in reports:
        if batch and (len(batch) == _MOST_REPORTS or sum(len(r.text) for r in batch) + len(report.text) > _MOST_TEXT):
            yield from _batch_read_ahead(reader, batch)
            batch = []
        batch.append(report)
    yield from _batch_read_ahead(reader, batch)


def _batch_read_ahead(reader: Reader, batch: list[Report]) -> list[Report]:
    if isinstance(reader, ReadsAhead):
        reader.read_ahead(batch)
    return batch
