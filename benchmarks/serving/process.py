"""The server in a process of its own, and what memory it holds."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

_MOST_SECONDS = 600.0


@dataclass(frozen=True)
class Server:
    """A server that answers: ``base`` is its address. In seconds, when it listened, when it gave its first page of
    ``incidents``, and when all was there that it makes beforehand, the ``boards`` among it.
    """

    base: str
    pid: int
    listening: float
    incidents: float
    boards: float

    def held_mb(self) -> float:
        """The memory that the process has in use, in MB."""
        return self._status("VmRSS") / 1000

    def threads(self) -> int:
        """How many threads the process has."""
        return self._status("Threads")

    def _status(self, name: str) -> int:
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


@contextmanager
def served(ledger: Path, port: int) -> Iterator[Server]:
    """Starts the server on a ledger, and ends it."""
    base, began = f"http://127.0.0.1:{port}", time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.serving.timed", str(ledger), str(port)])
    try:
        _wait_for(process, f"{base}/static/tallystick.svg", until=began + _MOST_SECONDS)
        listening = time.monotonic() - began
        _wait_for(process, f"{base}/incidents", until=began + _MOST_SECONDS)
        incidents = time.monotonic() - began
        _wait_for(process, f"{base}/tallies", until=began + _MOST_SECONDS)
        yield Server(base, process.pid, listening, incidents, time.monotonic() - began)
    finally:
        process.kill()
        process.wait()


def _wait_for(process: subprocess.Popen[bytes], address: str, *, until: float) -> None:
    while time.monotonic() < until and process.poll() is None:
        try:
            answer = httpx2.get(address, timeout=_MOST_SECONDS)
        except httpx2.TransportError:
            pass
        else:
            if answer.status_code != 503:  # which says that it is still being made
                answer.raise_for_status()
                return
        time.sleep(0.2)
    raise SystemExit(f"{address} does not answer")
