"""Original bytes in the ledger's table against a folder beside it: processor time, elapsed time and size.

``python -m benchmarks.archive [COUNT]`` takes that many pages (5,000 if not given), each of some 20 KB of made-up HTML,
into an SQLite ledger in both ways, and prints a line for each.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tallystick.ledger import open_ledger
from tallystick.model.report import Report

_WORDS = ("depot", "shells", "governor", "monday", "column", "militia", "river", "statement", "wounded", "province")


def pages(count: int) -> Iterator[tuple[Report, bytes]]:
    """Reports of 200 words each, and the page around it."""
    chance = random.Random(7)
    for number in range(count):
        text = f"Report {number}. " + " ".join(chance.choices(_WORDS, k=200))
        frame = "".join(f'<li class="c{chance.randrange(10**6)}"><a href="/{n}">{n}</a></li>' for n in range(350))
        report = Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text, path=f"{number}.html")
        yield report, f"<html><body><ul>{frame}</ul><p>{text}</p></body></html>".encode()


def measure(count: int, *, beside: bool) -> str:
    """Takes them in, in one of the two ways."""
    with TemporaryDirectory() as folder:
        at = Path(folder) / "ledger.db"
        taken = list(pages(count))
        with open_ledger(at) as ledger:
            if not beside:
                ledger.database.archive = None
            processor, clock = time.process_time(), time.perf_counter()
            ledger.add_reports(taken)
            processor, clock = time.process_time() - processor, time.perf_counter() - clock
        files = [each for each in Path(folder).rglob("*") if each.is_file()]
        ledger_mb = sum(each.stat().st_blocks * 512 for each in files if each.name.startswith("ledger.db")) / 1e6
        archive_mb = sum(each.stat().st_blocks * 512 for each in files if each.suffix == ".gz") / 1e6
    where = "folder" if beside else "table"
    return (
        f"{where}: {processor / count * 1000:.2f} ms of processor and {clock / count * 1000:.2f} ms of clock a report; "
        f"ledger {ledger_mb:.1f} MB, archive {archive_mb:.1f} MB"
    )


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    print(f"{number} pages, {sum(len(raw) for _, raw in pages(number)) / 1e6:.0f} MB")
    for way in (False, True, False, True):
        print(measure(number, beside=way))
