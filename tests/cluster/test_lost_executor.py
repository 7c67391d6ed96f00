"""In a file of its own, since a process has one Spark at a time, and this one is lost in part."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tallystick.cluster.session import open_session
from tests.cluster.tables import tables_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def test_an_executor_lost_in_the_middle_changes_nothing(
    has_spark: None, inputs: Path, of_one_machine: dict[str, bytes], tmp_path: Path
) -> None:
    with open_session(master="local-cluster[2,1,1024]", checkpoints=str(tmp_path / "checkpoints")) as spark:
        killer = KillsOneExecutor(spark, once=tmp_path / "stages" / "taken" / "_SUCCESS")
        killer.start()
        tables = tables_of(spark, inputs, tmp_path)
        killer.join(timeout=60)
    assert killer.killed is not None
    assert tables == of_one_machine


class KillsOneExecutor(threading.Thread):
    """Kills an executor while a stage after the first is at work."""

    def __init__(self, spark: SparkSession, *, once: Path) -> None:
        super().__init__(daemon=True)
        self._tracker = spark.sparkContext.statusTracker()
        self._once = once
        self.killed: int | None = None

    def run(self) -> None:
        while self.killed is None:
            if self._once.exists() and self._tracker.getActiveStageIds():
                at_work = executors_here()
                if at_work:
                    os.kill(at_work[0], signal.SIGKILL)
                    self.killed = at_work[0]
            time.sleep(0.05)


def executors_here() -> list[int]:
    """The processes of the executors that this process's Spark started."""
    parents: dict[int, int] = {}
    executors: list[int] = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            words = (entry / "cmdline").read_bytes()
            parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:  # it ended meanwhile
            continue
        if words.startswith(b"/") and b"CoarseGrainedExecutorBackend" in words:
            executors.append(int(entry.name))

    def is_ours(pid: int) -> bool:
        while pid in parents:
            if pid == os.getpid():
                return True
            pid = parents[pid]
        return False

    return [pid for pid in executors if is_ours(pid)]
