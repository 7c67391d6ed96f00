"""Several people and programs at once on one ledger: some ingest files of their own, others decide on incidents.

Run it with ``python -m benchmarks.load [--ingesting 4] [--reviewing 4] [--rounds 5] [--server URL]``: on SQLite, and on
PostgreSQL if there is a server. It prints what was done in how long, and exits 1 if anything failed, was lost or
doubled.
A decision that is refused because another person decided on that incident a moment before (E311) is taken again.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.commands import Ended, decide, ingest, warm_up
from benchmarks.corpus import write_corpus
from benchmarks.kill import EXAMPLES
from benchmarks.server import USUAL, Kind, kinds, new_location
from tallystick.ledger import open_ledger
from tallystick.ledger.verify import verify
from tallystick.pipeline import derive, read_record

# Reports in each file that is ingested.
_REPORTS = 2


@dataclass(frozen=True)
class Came:
    """What came of it: reports and decisions on file, decisions refused at first, seconds, and what was wrong."""

    reports: int
    decisions: int
    refused: int
    seconds: float
    wrong: tuple[str, ...]


def load(
    kind: Kind, *, ingesting: int, reviewing: int, rounds: int, server: str = USUAL, first: Path = EXAMPLES
) -> Came:
    """So many processes that ingest and that review, each of which runs so many commands, all at once."""
    warm_up()
    with new_location(kind, server) as location, tempfile.TemporaryDirectory() as folder:
        ingest(location, first)
        with open_ledger(location) as ledger:
            before = len(ledger.reports())
            ids = [incident.id for incident in ledger.record().incidents]
        files = _files(Path(folder), count=ingesting * rounds)
        start = time.perf_counter()
        with ProcessPoolExecutor(ingesting + reviewing, mp_context=multiprocessing.get_context("fork")) as pool:
            taking = [pool.submit(_ingest_all, location, files[n::ingesting]) for n in range(ingesting)]
            deciding = [pool.submit(_accept_all, location, f"person {n}", ids, rounds) for n in range(reviewing)]
            ended = [one for work in (*taking, *deciding) for one in work.result()]
        seconds = time.perf_counter() - start
        refused = sum(_is_refused(one) for one in ended)
        wrong = [f"exit code {one.code}: {one.said}" for one in ended if one.code and not _is_refused(one)]
        with open_ledger(location) as ledger:
            reports, journal, derived = ledger.reports(), ledger.journal(), read_record(ledger)
            if len(reports) != before + len(files) * _REPORTS:
                wrong.append(f"{len(reports)} reports on file, {before} before")
            if sorted(one.decision for one in ended if one.decision) != [decision.id for decision in journal]:
                wrong.append("the journal is not what the commands said")
            if len({decision.reason for decision in journal}) != reviewing * rounds:
                wrong.append(f"{len(journal)} decisions, of {reviewing * rounds}")
            if derive(ledger, whole=True) != derived:
                wrong.append("what is derived is not of all reports and decisions")
            wrong += [f"{finding.name}: {finding.named}" for finding in verify(ledger) if finding.wrong]
    return Came(len(reports), len(journal), refused, seconds, tuple(wrong))


def _files(folder: Path, *, count: int) -> list[Path]:
    """Files of reports that are no examples, and none like another."""
    corpus = folder / "corpus.jsonl"
    write_corpus(corpus, count=100 + count * _REPORTS)
    lines = corpus.read_text(encoding="utf-8").splitlines()[100:]
    files = [folder / f"{number}.jsonl" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text("\n".join(lines[number * _REPORTS : (number + 1) * _REPORTS]) + "\n", encoding="utf-8")
    return files


def _ingest_all(location: str, files: list[Path]) -> list[Ended]:
    return [ingest(location, file) for file in files]


def _accept_all(location: str, person: str, ids: list[str], rounds: int) -> list[Ended]:
    ended: list[Ended] = []
    for n in range(rounds):
        ended.append(decide(location, f"{person}, {n}", "accept", ids[n % len(ids)]))
        while _is_refused(ended[-1]):
            ended.append(decide(location, f"{person}, {n}", "accept", ids[n % len(ids)]))
    return ended


def _is_refused(ended: Ended) -> bool:
    return ended.said.startswith("[E311]")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ingesting", type=int, default=4, help="processes that ingest")
    parser.add_argument("--reviewing", type=int, default=4, help="processes that decide")
    parser.add_argument("--rounds", type=int, default=5, help="commands of each process")
    parser.add_argument("--server", default=USUAL, help="the PostgreSQL server")
    asked = parser.parse_args()
    wrong = 0
    for kind in kinds(asked.server):
        came = load(
            kind, ingesting=asked.ingesting, reviewing=asked.reviewing, rounds=asked.rounds, server=asked.server
        )
        wrong += len(came.wrong)
        print(f"{kind}: {came.reports} reports and {came.decisions} decisions on file after {came.seconds:.1f} s; "
              f"refused and taken again: {came.refused}; failed, lost or doubled: {len(came.wrong)}")  # fmt: skip
        for line in came.wrong:
            print(f"  {line}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
