"""The commands killed at random moments, again and again; then what the ledger holds, against one never disturbed.

Run it with ``python -m benchmarks.kill --times 100 [--seed N] [--reports PATH] [--server URL] [--only PostgreSQL]``:
so many kills on SQLite, and as many on PostgreSQL if there is a server. It prints what came of them, and exits 1 if
anything was lost or doubled.

Rounds of ten kills each: reports are ingested, five times killed, then once not; then decisions are taken, five of them
killed. A kill falls at a random moment of the work. Each command is a process of its own, forked from one that has done
the imports and loaded the reader, so that no kill is spent on that.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.commands import Ended, decide, ingest, warm_up
from benchmarks.server import USUAL, Kind, kinds, new_location
from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.verify import verify

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"


@dataclass
class Came:
    """What came of the kills: how many, how many left more on file than there was before, and what was wrong."""

    kills: Counter[str] = field(default_factory=Counter)
    halfway: Counter[str] = field(default_factory=Counter)
    taken_unsaid: int = 0
    wrong: list[str] = field(default_factory=list)

    def note(self, what: str, ended: Ended, *, more: bool) -> None:
        """Notes a command that may have been killed."""
        if ended.code is None:
            self.kills[what] += 1
            self.halfway[what] += more
        elif ended.code:
            self.wrong.append(f"{what}: exit code {ended.code}: {ended.said}")


@dataclass(frozen=True)
class Due:
    """What the commands come to when nobody disturbs them, and how many seconds each takes."""

    decisions: tuple[tuple[str, ...], ...]
    ingested: tuple[object, ...]
    reviewed: tuple[object, ...]
    ingest_s: float
    review_s: float


def content(ledger: Ledger) -> tuple[object, ...]:
    """All that a ledger holds, but for when."""
    journal = [decision.model_dump(exclude={"at"}) for decision in ledger.journal()]
    return ledger.record(), ledger.minted(), ledger.batch_of(), journal


def on_file(location: str) -> tuple[int, ...]:
    """How much there is of everything that the commands write one after the other."""
    with open_ledger(location) as ledger:
        record = ledger.record()
        read = {mention.report_id for mention in record.mentions}
        return len(record.reports), len(read), len(ledger.minted()), len(ledger.journal()), len(ledger.changes())


def undisturbed(location: str, reports: Path) -> Due:
    """The commands, one after the other."""
    start = time.perf_counter()
    ingest(location, reports)
    ingest_s = time.perf_counter() - start
    with open_ledger(location) as ledger:
        ingested = content(ledger)
        ids = [incident.id for incident in ledger.record().incidents]
    decisions = (
        ("accept", ids[0]),
        ("reject", ids[1]),
        ("edit", ids[2], "target", "the depot"),
        ("merge", ids[0], ids[-1]),
        ("undo", "2"),
        ("accept", ids[1]),
    )
    start = time.perf_counter()
    for number, decision in enumerate(decisions, start=1):
        decide(location, f"step {number}", *decision)
    review_s = (time.perf_counter() - start) / len(decisions)
    ingest(location, reports)
    with open_ledger(location) as ledger:
        return Due(decisions, ingested, content(ledger), ingest_s, review_s)


def disturbed(location: str, reports: Path, due: Due, *, kills: int, chance: random.Random, came: Came) -> None:
    """One round: the same commands, killed up to so many times, and what is on file compared with what is due."""
    for _ in range((kills + 1) // 2):
        before = on_file(location)
        ended = ingest(location, reports, life=chance.uniform(0, due.ingest_s))
        came.note("ingest", ended, more=on_file(location) != before)
    ingest(location, reports)
    _check(location, due.ingested, came, "ingest")

    left = kills // 2
    for number, decision in enumerate(due.decisions, start=1):
        reason = f"step {number}"
        while left and not _times_taken(location, reason):
            left -= 1
            before = on_file(location)
            ended = decide(location, reason, *decision, life=chance.uniform(0, due.review_s))
            came.note("review", ended, more=on_file(location) != before)
            taken = _times_taken(location, reason)
            came.taken_unsaid += taken == 1 and ended.decision is None
            if taken > 1 or (ended.decision is not None and not taken):
                came.wrong.append(f"review: {ended.said}, and it is in the journal {taken} times")
        if not _times_taken(location, reason):
            decide(location, reason, *decision)
    ingest(location, reports)
    _check(location, due.reviewed, came, "review")


def _times_taken(location: str, reason: str) -> int:
    with open_ledger(location) as ledger:
        return sum(decision.reason == reason for decision in ledger.journal())


def _check(location: str, due: tuple[object, ...], came: Came, what: str) -> None:
    with open_ledger(location) as ledger:
        if content(ledger) != due:
            came.wrong.append(f"{what}: what is on file is not what an undisturbed run gives")
        came.wrong += [f"{what}: {finding.name}: {finding.named}" for finding in verify(ledger) if finding.wrong]


def kill(kind: Kind, *, times: int, seed: int, server: str, reports: Path = EXAMPLES) -> Came:
    """Rounds of ten kills until there were so many."""
    warm_up()
    chance, came = random.Random(seed), Came()
    with tempfile.TemporaryDirectory() as folder:
        due = undisturbed(str(Path(folder) / "undisturbed.db"), reports)
    while (missing := times - came.kills.total()) > 0:
        with new_location(kind, server) as location:
            disturbed(location, reports, due, kills=min(10, missing), chance=chance, came=came)
        print(f"{kind}: {came.kills.total()} of {times} kills", file=sys.stderr)
    return came


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100, help="kills on each kind of database")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--server", default=USUAL, help="the PostgreSQL server")
    parser.add_argument("--only", type=Kind, choices=list(Kind), help="one kind of database; both if not given")
    parser.add_argument("--reports", type=Path, default=EXAMPLES, help="what is ingested")
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    wrong = 0
    for kind in kinds(asked.server) if asked.only is None else [asked.only]:
        came = kill(kind, times=asked.times, seed=asked.seed, server=asked.server, reports=asked.reports)
        wrong += len(came.wrong)
        killed = ", ".join(f"{count} of {what} ({came.halfway[what]} halfway)" for what, count in came.kills.items())
        print(f"{kind}: {came.kills.total()} kills: {killed}; decisions taken but not said: {came.taken_unsaid}; "
              f"lost or doubled: {len(came.wrong)}")  # fmt: skip
        for line in came.wrong:
            print(f"  {line}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
