"""What ``tallystick export`` writes, as one archive, made in a process of its own (``packing.py``) beside the pages."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from tallystick.ledger import Ledger


@dataclass(frozen=True)
class Packed:
    """An archive: the derivation that it holds, by number, the last that was saved while it was made, of which it may
    hold some, when it was made, where it is, and its bytes.
    """

    turn: int
    until: int
    at: datetime
    path: Path
    size: int


class Pack:
    """Makes the archive when asked, and keeps the last one while the process runs. Safe to use from several threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._folder = TemporaryDirectory(prefix="tallystick-pack-", ignore_cleanup_errors=True)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pack")
        self._lock = Lock()
        self._making: Future[None] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._packed: Packed | None = None
        self._fault = ""
        self._at = ""

    @property
    def at(self) -> str:
        """The file that is being written; empty before the first."""
        return self._at

    @property
    def packed(self) -> Packed | None:
        """The last archive that was made; null if none was."""
        return self._packed

    @property
    def fault(self) -> str:
        """Why the last one could not be made; empty if it could."""
        return self._fault

    @property
    def is_making(self) -> bool:
        """True while one is being made."""
        return self._making is not None and not self._making.done()

    def make(self) -> None:
        """Begins to make the archive of the record as it now is, unless one is being made."""
        with self._lock:
            if not self.is_making:
                self._making = self._worker.submit(self._make)

    def close(self) -> None:
        """Ends what is being made, and deletes what was."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
        self._worker.shutdown()
        self._folder.cleanup()

    def _make(self) -> None:
        turn = self._ledger.turn().number
        name = f"tallystick-{turn}"
        path = Path(self._folder.name) / f"{name}.zip"
        with TemporaryDirectory(dir=self._folder.name) as folder:
            unfinished = Path(folder) / path.name
            command = [sys.executable, "-m", "tallystick.web.packing", name, str(unfinished)]
            environment = {**os.environ, "TALLYSTICK_LEDGER": self._ledger.reached_at}
            told = Path(folder) / "told"
            with (
                told.open("wb") as errors,
                subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors) as self._process,
            ):
                self._follow(self._process)
            if self._process.returncode:
                self._fault = told.read_text(errors="replace").strip().rpartition("\n")[2]
                return
            unfinished.replace(path)
        self._fault = ""
        self._packed = Packed(turn, self._ledger.turn().number, datetime.now(UTC), path, path.stat().st_size)

    def _follow(self, process: subprocess.Popen[bytes]) -> None:
        for line in process.stdout or ():
            self._at = line.decode().strip()
        self._at = ""
