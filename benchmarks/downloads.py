"""Whole files of a large ledger: how long pages take beside downloads, and what the archive takes to make.

``python -m benchmarks.downloads LEDGER [--at-once 3] [--archive]``, of a ledger that ``benchmarks.large`` made; it
decides nothing. Pages are asked for one after another, first alone and then while so many clients download
``/incidents.csv``; told is the time on the clock, in milliseconds, so compare the two, and what the downloads gave in
that time. With ``--archive`` the archive is made instead: seconds of the processor, peak memory and size.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import httpx2

from benchmarks.serving.process import served

PORT = 8464
PAGES = ("/incidents", "/reports", "/sites", "/data/codebook")
ROUNDS = 12


def main() -> None:
    """Prints a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--at-once", type=int, default=3)
    parser.add_argument("--archive", action="store_true")
    given = parser.parse_args()
    if given.archive:
        make_archive(given.ledger)
    else:
        with served(given.ledger, PORT) as server:
            time_pages(server.base, given.at_once)


def time_pages(base: str, at_once: int) -> None:
    """How long pages take, alone and beside downloads."""
    _ask(base)
    print(f"alone: {_told(_ask(base))}")
    with _downloading(base, at_once) as lines:
        began = time.monotonic()
        taken = _ask(base)
        seconds = time.monotonic() - began
        print(f"beside {at_once} downloads: {_told(taken)}; {sum(lines) / seconds:.0f} rows a second, all together")


def make_archive(ledger: Path) -> None:
    """What the archive takes, in a process as the application starts it."""
    with tempfile.TemporaryDirectory(dir=ledger.parent) as folder:
        path = Path(folder) / "all.zip"
        command = [sys.executable, "-m", "tallystick.web.packing", "all", str(path)]
        subprocess.run(command, env={**os.environ, "TALLYSTICK_LEDGER": str(ledger)}, check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = used.ru_utime + used.ru_stime
        size = path.stat().st_size / 1e6
        print(f"archive: {seconds:.0f} s, {used.ru_maxrss / 1000:.0f} MB at most, {size:.0f} MB of file")


def _ask(base: str) -> list[float]:
    taken = []
    with httpx2.Client(base_url=base, timeout=600) as client:
        for _ in range(ROUNDS):
            for page in PAGES:
                began = time.monotonic()
                client.get(page).raise_for_status()
                taken.append(1000 * (time.monotonic() - began))
    return taken


@contextmanager
def _downloading(base: str, at_once: int) -> Iterator[list[int]]:
    ends, lines = Event(), [0] * at_once

    def download(number: int) -> None:
        while not ends.is_set():
            with httpx2.stream("GET", f"{base}/incidents.csv", timeout=600) as answer:
                for piece in answer.iter_bytes():
                    lines[number] += piece.count(b"\n")
                    if ends.is_set():
                        return

    threads = [Thread(target=download, args=(number,)) for number in range(at_once)]
    for thread in threads:
        thread.start()
    try:
        yield lines
    finally:
        ends.set()
        for thread in threads:
            thread.join()


def _told(taken: list[float]) -> str:
    ordered = sorted(taken)
    return (
        f"median {statistics.median(ordered):.0f}, nineteen of twenty up to {ordered[int(len(ordered) * 0.95)]:.0f} ms"
    )


if __name__ == "__main__":
    main()
