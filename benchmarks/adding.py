"""One report more in a large ledger: what deriving takes after it is read, beside deriving a smaller ledger as a whole.

Run it with ``python -m benchmarks.adding [--incidents 100000]``. Each ledger is built in a process of its own, in an
SQLite file: made reports with their mentions, derived as a whole. Then the next report of about five mentions comes in.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.made import MadeReport, make_reports
from tallystick.derivation import derive, part
from tallystick.ledger import Ledger, open_ledger, readings
from tallystick.pipeline import default_gazetteer, default_knowledge

T = TypeVar("T")

MENTIONS_AN_INCIDENT = 3
MENTIONS = 5
ADDED = 5
CHUNK = 500

STEPS = (
    ("whose words it has", derive, "found_anew"),
    ("comparing with what is near", derive, "look"),
    ("placing", part, "place"),
    ("naming", part, "name"),
    ("telling anew", part, "retell"),
    ("who did it", part, "_attribute"),
    ("rows that differ", part, "_delta"),
    ("saving", Ledger, "save_delta"),
)


def measure(incidents: int) -> dict[str, Any]:
    """Builds a ledger of about so many incidents and adds reports to it, one by one."""
    knowledge, gazetteer = default_knowledge(), default_gazetteer()
    made = make_reports(mentions=MENTIONS_AN_INCIDENT * incidents + 10_000)
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        clock = time.perf_counter()
        figures["mentions"] = fill(ledger, made, mentions=MENTIONS_AN_INCIDENT * incidents)
        figures["filling s"] = time.perf_counter() - clock
        clock, processor = time.perf_counter(), time.process_time()
        derived = derive.bring_up_to_date(ledger, knowledge=knowledge, gazetteer=gazetteer, whole=True)
        figures["whole s"] = time.perf_counter() - clock
        figures["whole processor s"] = time.process_time() - processor
        figures["incidents"] = derived.looked_at
        figures["peak MB after the whole"] = _peak_mb()
        del derived
        figures["added"] = []
        for report in islice((one for one in made if len(one.mentions) == MENTIONS), ADDED):
            save(ledger, [report])
            steps: dict[str, float] = {}
            with_steps(steps)
            clock, processor = time.perf_counter(), time.process_time()
            one = derive.bring_up_to_date(ledger, knowledge=knowledge, gazetteer=gazetteer)
            figures["added"].append(
                {
                    "clock s": time.perf_counter() - clock,
                    "processor s": time.process_time() - processor,
                    "incidents looked at": one.looked_at,
                    "incidents rewritten": one.rewritten,
                    "steps": steps,
                }
            )
        figures["peak MB at the end"] = _peak_mb()
        figures["file MB"] = (Path(folder) / "ledger.db").stat().st_size / 1e6
    return figures


def fill(ledger: Ledger, made: Iterator[MadeReport], *, mentions: int) -> int:
    """Files reports with their mentions, until these are so many."""
    count = 0
    while count < mentions and (chunk := list(islice(made, CHUNK))):
        count += sum(len(one.mentions) for one in chunk)
        save(ledger, chunk)
    return count


def save(ledger: Ledger, made: Iterable[MadeReport]) -> None:
    """Files reports, and what they are made to tell as their reading."""
    made = list(made)
    ledger.add_reports((one.report, one.report.text.encode()) for one in made)
    with ledger._database.write() as connection:
        for one in made:
            readings.save(connection, one.report.id, "made-1", one.mentions)


_ORIGINAL: dict[str, Callable[..., Any]] = {name: getattr(owner, name) for _, owner, name in STEPS}


def with_steps(steps: dict[str, float]) -> None:
    """Has every step add its seconds."""
    for called, owner, name in STEPS:
        setattr(owner, name, _timed(_ORIGINAL[name], called, steps))


def _timed(step: Callable[..., T], called: str, steps: dict[str, float]) -> Callable[..., T]:
    @wraps(step)
    def timed(*args: Any, **kwargs: Any) -> T:
        clock = time.perf_counter()
        try:
            return step(*args, **kwargs)
        finally:
            steps[called] = steps.get(called, 0.0) + time.perf_counter() - clock

    return timed


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_apart(incidents: int) -> dict[str, Any]:
    """One ledger in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.adding", "--one", str(incidents)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def show(figures: dict[str, Any]) -> None:
    print(
        f"{figures['incidents']:,} incidents of {figures['mentions']:,} mentions, {figures['file MB']:,.0f} MB: "
        f"derived as a whole in {figures['whole s']:.1f} s ({figures['whole processor s']:.1f} s of the processor), "
        f"peak {figures['peak MB after the whole']:,.0f} MB"
    )
    for number, one in enumerate(figures["added"], start=1):
        print(
            f"  report {number}: {one['clock s']:.2f} s ({one['processor s']:.2f} s of the processor), "
            f"{one['incidents looked at']} incidents looked at, {one['incidents rewritten']} rewritten"
        )
        print("    " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in one["steps"].items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one)))
        return
    for incidents in (given.incidents // 10, given.incidents):
        show(run_apart(incidents))


if __name__ == "__main__":
    main()
