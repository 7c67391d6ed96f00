"""Mentions to incidents: seconds, memory and truth at growing sizes, over made reports.

Run it with ``python -m benchmarks.resolution --mentions 10000 100000 1000000``. Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import Any

import duckdb
import pyarrow

from benchmarks.clusters import score_clusters
from benchmarks.made import make_reports
from benchmarks.sharing import share_field_sets
from tallystick.derivation.known import what_is_known
from tallystick.model.mention import EventMention
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.resolution import resolve

SIZES = (10_000, 100_000, 1_000_000)

ROWS = (
    ("reports", "{:,.0f}"),
    ("true incidents", "{:,.0f}"),
    ("incidents found", "{:,.0f}"),
    ("seconds", "{:,.1f}"),
    ("processor seconds", "{:,.1f}"),
    ("mentions a second", "{:,.0f}"),
    ("seconds, same day, place and kind", "{:,.2f}"),
    ("seconds, DuckDB pairs of a day and country", "{:,.2f}"),
    ("pairs of a day and country", "{:,.0f}"),
    ("peak MB", "{:,.0f}"),
    ("MB before resolving", "{:,.0f}"),
)
SCORES = ("pairwise precision", "pairwise recall", "pairwise F1", "B³ precision", "B³ recall", "B³ F1")


def measure(count: int) -> dict[str, float]:
    """Makes so many mentions, resolves them, and holds the clusters against the truth."""
    gc.disable()
    made = []
    shared: dict[frozenset[str], set[str]] = {}
    for one in make_reports(mentions=count):
        made.append(one)
        for noun in (one.report, *one.mentions):
            share_field_sets(noun, shared)
    reports = [m.report for m in made]
    mentions = [m for one in made for m in one.mentions]
    truth: dict[str, Hashable] = {
        m.id: number for one in made for m, number in zip(one.mentions, one.truth, strict=True)
    }
    del made
    gc.freeze()
    gc.enable()
    knows = what_is_known(default_knowledge(), default_gazetteer())
    figures: dict[str, float] = {
        "mentions": len(mentions),
        "reports": len(reports),
        "true incidents": len(set(truth.values())),
        "MB before resolving": _peak_mb(),
    }
    clock, processor = time.perf_counter(), time.process_time()
    resolution = resolve(mentions, reports, batches={}, knows=knows)
    figures["seconds"] = time.perf_counter() - clock
    figures["processor seconds"] = time.process_time() - processor
    figures["mentions a second"] = len(mentions) / figures["seconds"]
    figures["peak MB"] = _peak_mb()
    figures["incidents found"] = len(resolution.incidents)

    clock = time.perf_counter()
    plain = {m.id: _day_place_kind(m) for m in mentions}
    figures["seconds, same day, place and kind"] = time.perf_counter() - clock
    figures |= _pairs_of_a_day(mentions)
    found: dict[str, Hashable] = {m: i.id for i in resolution.incidents for m in i.mentions}
    close = {m.id: truth[m.id] for m in mentions if m.where is not None and m.when.start is not None}
    for name, clusters in (("", found), ("baseline ", plain)):
        for of, wanted in (("", truth), ("dated and placed: ", close)):
            scores = score_clusters({m: clusters.get(m, m) for m in wanted}, wanted)
            figures |= {f"{of}{name}{score}": value for score, value in scores.items()}
    return figures


def _day_place_kind(mention: EventMention) -> Hashable:
    """What the baseline groups by; a mention without a day or a place stands alone."""
    if mention.when.start is None or mention.where is None:
        return mention.id
    return mention.when.start, mention.where.id, mention.event_kind


def _pairs_of_a_day(mentions: Sequence[EventMention]) -> dict[str, float]:
    """What a bare join costs on this machine in this minute: the pairs of one country, a day or less apart."""
    placed = [(m.when.start, m.where.country) for m in mentions if m.where and m.when.start and m.where.country]
    told = pyarrow.table(
        {
            "number": range(len(placed)),
            "day": [day.toordinal() for day, _ in placed],
            "country": [country for _, country in placed],
        }
    )
    clock = time.perf_counter()
    with duckdb.connect() as connection:
        connection.execute("SET threads = 2")
        connection.register("told", told)
        count = connection.execute(
            "SELECT count(*) FROM told a JOIN told b ON a.country = b.country "
            "AND b.day BETWEEN a.day - 1 AND a.day + 1 AND a.number < b.number"
        ).fetchone()
    seconds = time.perf_counter() - clock
    return {
        "seconds, DuckDB pairs of a day and country": seconds,
        "pairs of a day and country": float(count[0]) if count else 0.0,
    }


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_apart(count: int) -> dict[str, float]:
    """One size in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.resolution", "--one", str(count)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def show(runs: Sequence[dict[str, float]]) -> None:
    """The growth curve, a column for each size."""
    print(f"{'':44}" + "".join(f"{run['mentions']:>14,.0f}" for run in runs))
    for name, form in ROWS:
        print(f"{name:44}" + "".join(f"{form.format(run[name]):>14}" for run in runs))
    for of in ("", "dated and placed: "):
        for name in ("", "baseline "):
            for score in SCORES:
                key = f"{of}{name}{score}"
                print(f"{key:44}" + "".join(f"{run[key]:>14.3f}" for run in runs))
    for before, after in pairwise(runs):
        steps = math.log(after["mentions"] / before["mentions"])
        clock, processor = (math.log(after[name] / before[name]) / steps for name in ("seconds", "processor seconds"))
        print(
            f"from {before['mentions']:,.0f} to {after['mentions']:,.0f} mentions: "
            f"time grows as n^{clock:.2f}, that of the processor as n^{processor:.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, nargs="+", default=SIZES, help="how many, one run each")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given: Any = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one)))
    else:
        show([run_apart(count) for count in given.mentions])


if __name__ == "__main__":
    main()
