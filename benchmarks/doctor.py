"""How long ``doctor`` takes to verify a large ledger, and how much memory, beside reading the same ledger as a whole.

Run it with ``python -m benchmarks.doctor [COUNT]``: so many reports, each with one mention and one incident.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.filed import Filing
from tallystick.ledger.index import Index, Placed
from tallystick.ledger.verify import verify
from tallystick.model.incident import Incident, MintedId
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.model.terms import DatelineBasis, EventKind


def reports(count: int) -> Iterator[Report]:
    """Reports of some 1,000 characters, none like another."""
    for number in range(count):
        text = f"Shells fell on village {number}. " + "Nobody was hurt, the governor said. " * 27
        name = hashlib.sha256(text.encode()).hexdigest()
        yield Report(id=name, text=text, published_on=date(2031, 1, 1), published_basis=DatelineBasis.GIVEN)


def make(path: Path, count: int) -> None:
    """Makes the ledger."""
    with open_ledger(path) as ledger:
        ledger.add_reports((report, report.text.encode()) for report in reports(count))
        quotes = [Quote(report_id=report.id, start=0, end=6, exact="Shells") for report in reports(count)]
        for quote in quotes:
            ledger.save_reading(quote.report_id, "made", [_mention(quote)])
        incidents = tuple(_incident(quote) for quote in sorted(quotes, key=lambda quote: quote.report_id))
        minted = [MintedId(id=f"inc-{q.report_id}", anchor=q, ordinal=0, batch=1) for q in quotes]
        derived_from = tuple(islice(reports(count), 1))
        placed = [Placed(f"m-{q.report_id}", q.report_id, "firm", incident_id=f"inc-{q.report_id}") for q in quotes]
        filing = Filing(index=Index(placed=placed), kin=(), tallies=(), inputs="made", dirt=2 * count)
        ledger.save_derived(Record(reports=derived_from, incidents=incidents), minted, filing=filing)


def _mention(quote: Quote) -> EventMention:
    return EventMention(
        id=f"m-{quote.report_id}", report_id=quote.report_id, quote=quote, trigger=quote, confidence=0.5, reader="made",
        event_kind=EventKind.SHELLING,
    )  # fmt: skip


def _incident(quote: Quote) -> Incident:
    return Incident(id=f"inc-{quote.report_id}", kind=EventKind.SHELLING, mentions=(f"m-{quote.report_id}",))


def check(ledger: Ledger) -> None:
    """All checks."""
    wrong = [finding for finding in verify(ledger) if finding.wrong]
    if wrong:
        raise RuntimeError(f"a whole ledger was found wrong: {wrong}")


def read(ledger: Ledger) -> None:
    """All that the ledger says, at once."""
    ledger.record()


def measure(path: Path, step: Callable[[Ledger], None]) -> tuple[float, float]:
    """Processor seconds and the growth of memory in MB of a step, in a process of its own."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_measure, args=(path, step, theirs))
    process.start()
    seconds, megabytes = ours.recv()
    process.join()
    return seconds, megabytes


def _measure(path: Path, step: Callable[[Ledger], None], answer: Connection) -> None:
    with open_ledger(path) as ledger:
        before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        step(ledger)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        answer.send((time.process_time() - start, (after - before) / 1024))


def _make_there(path: Path, count: int) -> None:
    """Makes the ledger in a process of its own, so that its memory is nobody else's."""
    process = multiprocessing.get_context("fork").Process(target=make, args=(path, count))
    process.start()
    process.join()


def main(count: int) -> None:
    """Measures both."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        _make_there(path, count)
        print(f"{count} reports, mentions and incidents, {path.stat().st_size / 1e6:.0f} MB")
        check_s, check_mb = measure(path, check)
        read_s, read_mb = measure(path, read)
        print(f"verify:   {check_s:7.1f} processor s, {check_mb:6.0f} MB more")
        print(f"read all: {read_s:7.1f} processor s, {read_mb:6.0f} MB more")
        print(f"verify / read all: {check_s / read_s:.1f} in time, {check_mb / read_mb:.2f} in memory")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
