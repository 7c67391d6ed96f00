"""How much sooner two Spark executors read than one: the same reports, one core each, side by side.

``python -m benchmarks.cluster [COPIES]`` (needs ``make test-cluster`` once, and Java 17). The example reports are taken
COPIES times, each with a line of its own so that no two are one text. Timed are taking in and reading, by executors
that did so once before; starting Spark and making the record on the driver are not.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tallystick.cluster.inputs import list_inputs
from tallystick.cluster.session import open_session
from tallystick.cluster.stages import Way, take_and_read
from tallystick.reading.named import DEFAULT

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
LEVEL = 1.7


def make_reports(folder: Path, copies: int) -> int:
    """Sets down the examples so many times, and gives how many files that makes."""
    files = [file for file in sorted(EXAMPLES.iterdir()) if file.suffix == ".txt"]
    for copy in range(copies):
        for file in files:
            (folder / f"{copy:04}-{file.name}").write_text(
                f"{file.read_text('utf-8')}\nPrinted as copy {copy}.\n", "utf-8"
            )
    return copies * len(files)


def seconds_with(executors: int, reports: Path) -> float:
    """How long so many executors of one core take to take the reports in and read them, once they are warm."""
    way = Way(reader=DEFAULT)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_session(master=f"local-cluster[{executors},1,2048]", checkpoints=f"{folder}/checkpoints") as spark,
    ):
        inputs, _ = list_inputs([str(reports)])
        for turn in ("warm", "timed"):
            start = time.perf_counter()
            take_and_read(spark, inputs, stages=f"{folder}/{turn}", way=way)
            took = time.perf_counter() - start
    return took


def main() -> None:
    """Prints both times and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        count = make_reports(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 40)
        one, two = (seconds_with(executors, Path(folder)) for executors in (1, 2))
    print(f"{count} reports: one executor {one:.1f} s ({count / one:.1f}/s), two {two:.1f} s ({count / two:.1f}/s)")
    print(f"two are {one / two:.2f} times as fast as one (level {LEVEL})")


if __name__ == "__main__":
    main()
