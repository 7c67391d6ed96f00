"""A large ledger in minutes: a small one, really read and derived, and as many shifted copies of it as are wanted.

Run it with ``python -m benchmarks.large PATH [--incidents 100000]``. The small one holds the example reports, read by
the default reader, and made reports of some days with their mentions; ten decisions are taken on it. See
``multiplying.py`` for what a copy is.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.adding import fill
from benchmarks.made import make_reports
from benchmarks.multiplying import multiply
from tallystick.deciding import take_decision
from tallystick.derivation.tallying import settle_tallies
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date, default_gazetteer, default_knowledge, read_unread, take_in

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
MENTIONS = 1_300
"""Made mentions of the small ledger: some five days of reports."""
DAYS = 5
"""By how much each copy is later than the one before."""
ACTS = (Act.ACCEPT, Act.REJECT, Act.UNSURE, Act.ACCEPT, Act.ACCEPT)
DECISIONS = 10
COUNTED = ("report", "mention", "incident", "claim", "tally", "relation", "statement", "actor", "decision", "change")


def make_small(path: Path) -> int:
    """Makes the ledger that is multiplied, and gives the number of its incidents."""
    with open_ledger(path) as ledger:
        take_in(ledger, [EXAMPLES])
        read_unread(ledger)
        fill(ledger, make_reports(mentions=MENTIONS + 1_000), mentions=MENTIONS)
        bring_up_to_date(ledger)
        for act, incident_id in zip(ACTS * (DECISIONS // len(ACTS)), _often_told(ledger), strict=False):
            take_decision(ledger, act, incident_id, by="ana", reason=None)
            bring_up_to_date(ledger)
        with ledger.standing() as standing:
            return standing.count_incidents()


def _often_told(ledger: Ledger) -> Iterator[str]:
    """Incidents of several mentions: their ids, sorted."""
    return (incident.id for incident in ledger.incidents() if len(incident.mentions) > 2)


def count(path: Path) -> dict[str, int]:
    """How many of each noun a ledger holds."""
    with closing(sqlite3.connect(path)) as database:
        return {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--incidents", type=int, default=100_000)
    given = parser.parse_args()
    clock = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=given.path.parent) as folder:
        small = Path(folder) / "small.db"
        incidents = make_small(small)
        print(f"small ledger: {incidents} incidents, {time.perf_counter() - clock:.0f} s", flush=True)
        multiply(small, given.path, copies=-(-given.incidents // incidents), days=DAYS)
    print(f"multiplied: {time.perf_counter() - clock:.0f} s", flush=True)
    with open_ledger(given.path) as ledger:
        settle_tallies(ledger, knowledge=default_knowledge(), gazetteer=default_gazetteer())
    print(f"counts checked against the incidents of all copies: {time.perf_counter() - clock:.0f} s")
    print(", ".join(f"{number:,} {name}" for name, number in count(given.path).items()))
    print(f"{given.path.stat().st_size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
