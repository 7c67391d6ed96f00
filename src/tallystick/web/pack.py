"""All that ``tallystick export`` writes, in one archive, made in a process of its own so that no page waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from tallystick.ledger import Ledger

_EXPORT = "from tallystick.cli import app; app()"


@dataclass(frozen=True)
class Packed:
    """An archive: the derivation that it holds, by number, when it was made, where it is, and its bytes."""

    turn: int
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
        with TemporaryDirectory(dir=self._folder.name) as out:
            command = [sys.executable, "-c", _EXPORT, "export", "--out", out]
            environment = {**os.environ, "TALLYSTICK_LEDGER": self._ledger.reached_at}
            with subprocess.Popen(
                command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            ) as self._process:
                told = self._process.communicate()[1]
            if self._process.returncode:
                self._fault = told.decode(errors="replace").strip().rpartition("\n")[2]
                return
            path = Path(self._folder.name) / f"tallystick-{turn}.zip"
            with zipfile.ZipFile(path, "w", compression=zipfile.ZIP_DEFLATED) as archive:
                for file in sorted(Path(out).iterdir()):
                    archive.write(file, f"tallystick-{turn}/{file.name}")
        self._fault = ""
        self._packed = Packed(turn, datetime.now(UTC), path, path.stat().st_size)
