"""A stream of news, one report in twenty on armed violence, read by the default reader and by a bare spaCy pass.

    python -m benchmarks.stream [--gold FOLDER] [--reports N]

Relevant reports are FA-KES articles, the others TimeBank and GeoWebNews documents that tell no violence, all from the
open gold data. Both ways read the same stream by turns in one process, after a warm-up; seconds are the processor's.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tallystick.evaluation.triage_gold import load_irrelevant, load_relevant
from tallystick.model.report import Report
from tallystick.pipeline import default_reader, read_report
from tallystick.reading.ahead import reports_in_batches
from tallystick.reading.language_model import load_pipeline
from tallystick.reading.triage import is_worth_reading

GOLD = Path(__file__).parents[2] / "shared" / "gold"
ONE_IN = 20
CHUNK = 100


def make_stream(gold: Path, *, size: int) -> list[Report]:
    """So many reports, every twentieth of them relevant; where a set is used up it begins anew."""
    relevant, others = load_relevant(gold)["fakes"], load_irrelevant(gold)["news"]
    return [
        relevant[n // ONE_IN % len(relevant)] if n % ONE_IN == 0 else others[(n - n // ONE_IN - 1) % len(others)]
        for n in range(size)
    ]


def read_stream(reports: Sequence[Report]) -> None:
    """As ``tallystick run`` reads: the fast first pass, then what it lets through."""
    reader = default_reader()
    for report in reports_in_batches(reader, [r for r in reports if is_worth_reading(r)]):
        read_report(report, reader=reader)


def parse_stream(reports: Sequence[Report]) -> None:
    """The same spaCy model, all of it, over every text."""
    for _ in load_pipeline().pipe(r.text for r in reports):
        pass


def _seconds(work: Callable[[Sequence[Report]], None], reports: Sequence[Report]) -> float:
    begun = time.process_time()
    work(reports)
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stream")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--reports", type=int, default=400)
    options = parser.parse_args()
    stream = make_stream(options.gold, size=options.reports)
    ways = {"fast first pass": lambda rs: [is_worth_reading(r) for r in rs], "read": read_stream, "spaCy": parse_stream}
    taken = dict.fromkeys(ways, 0.0)
    for work in ways.values():
        work(stream[:ONE_IN])
    for start in range(0, len(stream), CHUNK):
        for name, work in ways.items():
            taken[name] += _seconds(work, stream[start : start + CHUNK])
    words = sum(len(r.text.split()) for r in stream)
    passed = sum(map(is_worth_reading, stream))
    print(f"{len(stream)} reports, {words} words, {passed} of them let through")
    for name, seconds in taken.items():
        print(f"{name:16} {words / seconds:12,.0f} words a second")
    print(f"read / spaCy     {taken['spaCy'] / taken['read']:12.1f} times as fast")


if __name__ == "__main__":
    main()
