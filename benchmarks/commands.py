"""The program's commands, each in a process of its own."""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tallystick.cli import main as tallystick
from tallystick.pipeline import reader_named
from tallystick.reading.named import ReaderName

_SAID = re.compile(r"^Decision (\d+):", re.MULTILINE)


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, null if it was killed, and what it said on stderr."""

    code: int | None
    said: str

    @property
    def decision(self) -> int | None:
        """The number of the decision that it said was taken; null if it said none."""
        found = _SAID.search(self.said)
        return int(found.group(1)) if found else None


def warm_up() -> None:
    """Loads once what every command would load: the reader, and what is imported only when it is needed."""
    for module in ("duckdb", "pandas", "splink"):
        import_module(module)
    reader_named(ReaderName.RULES)


def command(*arguments: str, life: float | None = None) -> Ended:
    """Runs a command in a process forked from this one, and kills it (SIGKILL) after ``life`` seconds."""
    with tempfile.TemporaryFile() as said:
        process = multiprocessing.get_context("fork").Process(target=_run, args=(arguments, said.fileno()))
        process.start()
        process.join(life)
        process.kill()
        process.join()
        said.seek(0)
        code = None if process.exitcode == -signal.SIGKILL else process.exitcode
        return Ended(code, said.read().decode())


def _run(arguments: Sequence[str], said: int) -> None:
    """The program as the shell starts it, but for what the process it is forked from has loaded."""
    sys.stderr = os.fdopen(said, "w", buffering=1)
    sys.stdout = io.StringIO()
    sys.argv = ["tallystick", *arguments]
    tallystick()


def ingest(location: str, path: Path, *, life: float | None = None) -> Ended:
    """Ingests with the rules, which are the fastest."""
    return command("ingest", str(path), "--reader", "rules", "--ledger", location, life=life)


def decide(location: str, reason: str, *decision: str, life: float | None = None) -> Ended:
    """Takes a decision, which its reason makes known."""
    return command("review", *decision, "--by", "ada", "--reason", reason, "--ledger", location, life=life)
