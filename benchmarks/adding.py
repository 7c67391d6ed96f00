"""One report more in a large ledger: what deriving takes after it is read, beside deriving a smaller ledger as a whole.

Run it with ``python -m benchmarks.adding [--incidents 10000 100000] [--keep FOLDER]``. Each ledger is built in a
process of its own, in an SQLite file: made reports with their mentions, derived as a whole. Then the next reports of
five mentions come in, one by one.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.made import MadeReport, make_reports
from tallystick.derivation import derive, part
from tallystick.ledger import Ledger, open_ledger, readings
from tallystick.model.record import Record
from tallystick.pipeline import default_gazetteer, default_knowledge

T = TypeVar("T")

MENTIONS_AN_INCIDENT = 3
MENTIONS = 5
ADDED = 10
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


def measure(incidents: int, *, keep: Path | None = None, check: bool = False) -> dict[str, Any]:
    """Builds a ledger of about so many incidents, or takes the one kept in a folder, and adds reports one by one. With
    ``check``, all is derived as a whole at the end, and what then differs is counted.
    """
    knowledge, gazetteer = default_knowledge(), default_gazetteer()
    mentions = MENTIONS_AN_INCIDENT * incidents
    made = make_reports(mentions=mentions + 10_000)
    figures: dict[str, Any] = {"added": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        kept = None if keep is None else keep / f"{incidents}.db"
        if kept is not None and kept.exists():
            shutil.copy(kept, path)
            figures["mentions"] = sum(len(one.mentions) for chunk in _chunks(made, mentions) for one in chunk)
        else:
            figures |= build(path, made, mentions=mentions)
            if kept is not None:
                shutil.copy(path, kept)
        with open_ledger(path) as ledger:
            with ledger.standing() as standing:
                figures["incidents"] = standing.count_incidents()
            for report in islice((one for one in made if len(one.mentions) == MENTIONS), ADDED):
                save(ledger, [report])
                steps: dict[str, float] = {}
                with_steps(steps)
                clock, processor = time.perf_counter(), time.process_time()
                one = derive.bring_up_to_date(ledger, knowledge=knowledge, gazetteer=gazetteer)
                if one.record is not None:
                    raise SystemExit(f"{kept}: kept by another version, so that all was derived anew; delete it")
                figures["added"].append(
                    {
                        "clock s": time.perf_counter() - clock,
                        "processor s": time.process_time() - processor,
                        "incidents looked at": one.looked_at,
                        "incidents rewritten": one.rewritten,
                        "steps": steps,
                    }
                )
            if check:
                before = ledger.record()
                derive.bring_up_to_date(ledger, knowledge=knowledge, gazetteer=gazetteer, whole=True)
                figures["differing"] = _count_differing(before, ledger.record())
        figures["peak MB at the end"] = _peak_mb()
        figures["file MB"] = path.stat().st_size / 1e6
    return figures


def build(path: Path, made: Iterator[MadeReport], *, mentions: int) -> dict[str, Any]:
    """Makes a ledger of reports with so many mentions, derives it as a whole, and tells what that took."""
    figures: dict[str, Any] = {}
    with open_ledger(path) as ledger:
        clock = time.perf_counter()
        figures["mentions"] = fill(ledger, made, mentions=mentions)
        figures["filling s"] = time.perf_counter() - clock
        clock, processor = time.perf_counter(), time.process_time()
        derive.bring_up_to_date(ledger, knowledge=default_knowledge(), gazetteer=default_gazetteer(), whole=True)
        figures["whole s"] = time.perf_counter() - clock
        figures["whole processor s"] = time.process_time() - processor
        figures["peak MB after the whole"] = _peak_mb()
    return figures


def fill(ledger: Ledger, made: Iterator[MadeReport], *, mentions: int) -> int:
    """Files reports with their mentions, until these are so many."""
    count = 0
    for chunk in _chunks(made, mentions):
        count += sum(len(one.mentions) for one in chunk)
        save(ledger, chunk)
    return count


def _chunks(made: Iterator[MadeReport], mentions: int) -> Iterator[list[MadeReport]]:
    """The next reports, some at a time, until they hold so many mentions."""
    count = 0
    while count < mentions and (chunk := list(islice(made, CHUNK))):
        count += sum(len(one.mentions) for one in chunk)
        yield chunk


def save(ledger: Ledger, made: Iterable[MadeReport]) -> None:
    """Files reports, and what they are made to tell as their reading."""
    made = list(made)
    ledger.add_reports((one.report, one.report.text.encode()) for one in made)
    with ledger._database.write() as connection:
        for one in made:
            readings.save(connection, one.report.id, "made-1", one.mentions)


_ORIGINAL: dict[str, Callable[..., Any]] = {name: getattr(owner, name) for _, owner, name in STEPS}


def with_steps(steps: dict[str, float]) -> None:
    """Has every step add its seconds of the processor."""
    for called, owner, name in STEPS:
        setattr(owner, name, _timed(_ORIGINAL[name], called, steps))


def _timed(step: Callable[..., T], called: str, steps: dict[str, float]) -> Callable[..., T]:
    @wraps(step)
    def timed(*args: Any, **kwargs: Any) -> T:
        processor = time.process_time()
        try:
            return step(*args, **kwargs)
        finally:
            steps[called] = steps.get(called, 0.0) + time.process_time() - processor

    return timed


def _count_differing(one: Record, other: Record) -> int:
    """How many incidents, claims, actors and so on stand in one of two records alone."""
    return sum(
        sum(ours != theirs for ours, theirs in zip_longest(getattr(one, name), getattr(other, name)))
        for name in Record.model_fields
    )


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_apart(incidents: int, keep: Path | None, *, check: bool) -> dict[str, Any]:
    """One ledger in a process of its own."""
    options = [*(["--keep", str(keep)] if keep else []), *(["--check"] if check else [])]
    command = [sys.executable, "-m", "benchmarks.adding", "--one", str(incidents), *options]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def show(figures: dict[str, Any]) -> None:
    print(f"{figures['incidents']:,} incidents of {figures['mentions']:,} mentions, {figures['file MB']:,.0f} MB")
    if "whole s" in figures:
        print(
            f"  derived as a whole in {figures['whole s']:.1f} s "
            f"({figures['whole processor s']:.1f} s of the processor), "
            f"peak {figures['peak MB after the whole']:,.0f} MB"
        )
    for number, one in enumerate(figures["added"], start=1):
        print(
            f"  report {number}: {one['clock s']:.2f} s ({one['processor s']:.2f} s of the processor), "
            f"{one['incidents looked at']} incidents looked at, {one['incidents rewritten']} rewritten"
        )
        print("    " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in one["steps"].items()))
    if "differing" in figures:
        print(f"  derived as a whole, {figures['differing']} things come out otherwise")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--keep", type=Path, help="a folder in which filled ledgers are kept, and taken from again")
    parser.add_argument("--check", action="store_true", help="derive all as a whole at the end, and compare")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one, keep=given.keep, check=given.check)))
        return
    for incidents in given.incidents:
        show(run_apart(incidents, given.keep, check=given.check))


if __name__ == "__main__":
    main()
