"""What a decision on a join costs in a large ledger: deriving it, checking anew the counts that it touches, and memory.

``python -m benchmarks.joins LEDGER --decisions 10``, of a ledger that ``benchmarks.large`` made; it decides in it, so
give it a copy. The ties are drawn by chance, and are not the first of the review.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

from tallystick.deciding import take_decision, two_sides
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date, default_gazetteer, default_knowledge, derivation, settle_tallies
from tallystick.web.review.ties import Tie, ties_of

_ACTS = (Act.SAME, Act.DIFFERENT)


def main() -> None:
    """Prints a line for each decision."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--decisions", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    with open_ledger(told.ledger) as ledger:
        bring_up_to_date(ledger)
        settle_tallies(ledger)
        print(f"before the first: {_resident()} MB")
        print("decision     derived   rewritten   counts touched   checked anew   held at most")
        for number, tie in enumerate(_ties(ledger, told.decisions, told.seed)):
            _decide(ledger, tie, _ACTS[number % len(_ACTS)])


def _decide(ledger: Ledger, tie: Tie, act: Act) -> None:
    take_decision(ledger, act, tie.left, by="benchmark", reason=None, sides=two_sides(tie.right))
    begun = time.process_time()
    derived = derivation.bring_up_to_date(ledger, knowledge=default_knowledge(), gazetteer=default_gazetteer())
    deriving = time.process_time() - begun
    with ledger.standing() as standing:
        stale = standing.count_stale_tallies()
    _forget_the_peak()
    begun = time.process_time()
    settle_tallies(ledger)
    settling = time.process_time() - begun
    print(
        f"{act.value:<10} {deriving:7.2f} s {derived.rewritten:11} {stale:16} {settling:12.1f} s {_peak():11} MB",
        flush=True,
    )


def _ties(ledger: Ledger, most: int, seed: int) -> Iterator[Tie]:
    """The least sure tie of each of so many incidents, drawn by chance."""
    with ledger.standing() as standing:
        ids = sorted(standing.incident_ids())
    random.Random(seed).shuffle(ids)
    found = 0
    for id_ in ids:
        with ledger.standing() as standing:
            ties = [tie for incident in standing.incidents([id_]) for tie in ties_of(incident)]
        if ties:
            yield ties[0]
            found += 1
            if found == most:
                return


def _resident() -> int:
    return _status("VmRSS")


def _peak() -> int:
    return _status("VmHWM")


def _status(name: str) -> int:
    """A line of what Linux tells of this process, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) // 1024


def _forget_the_peak() -> None:
    """From here on the most memory held is counted anew."""
    Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")


if __name__ == "__main__":
    main()
