"""The linkage model on Spark beside DuckDB: the same pairs, with the same weights?

``python -m benchmarks.linkage_on_spark`` (needs ``make test-cluster`` once, and Java 17) links the tellings of the
example reports on both, and prints how many pairs each kept, how many of them both did, and by how much the weights of
these differ at most.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tallystick.cluster.linking import link_on_spark
from tallystick.cluster.session import open_session
from tallystick.derivation.known import what_is_known
from tallystick.ledger import open_ledger
from tallystick.pipeline import default_gazetteer, default_knowledge, read_unread, reader_named, take_in
from tallystick.reading.named import ReaderName
from tallystick.resolution.linkage import Links, link
from tallystick.resolution.resolve import tells_an_event
from tallystick.resolution.telling import Telling, tellings_of

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"


def tellings_of_examples() -> list[Telling]:
    """What the rules read in the example reports."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        take_in(ledger, [EXAMPLES])
        read_unread(ledger, reader=reader_named(ReaderName.RULES))
        events = [m for m in ledger.mentions() if tells_an_event(m)]
        return tellings_of(events, ledger.reports(), batches=ledger.batch_of())


def weights(links: Links) -> dict[tuple[int, int], float]:
    """The weight of every pair that was kept, in bits."""
    pairs = zip(links.left.tolist(), links.right.tolist(), strict=True)
    return dict(zip(pairs, links.weight.tolist(), strict=True))


def main() -> None:
    """Prints how far the two engines agree."""
    tellings, knows = tellings_of_examples(), what_is_known(default_knowledge(), default_gazetteer())
    here = weights(link(tellings, knows))
    with (
        tempfile.TemporaryDirectory() as checkpoints,
        open_session(master="local[2]", checkpoints=checkpoints) as spark,
    ):
        there = weights(link_on_spark(tellings, knows, spark=spark))
    both = here.keys() & there.keys()
    apart = max(abs(here[pair] - there[pair]) for pair in both)
    print(
        f"pairs kept: DuckDB {len(here)}, Spark {len(there)}, both {len(both)}; "
        f"weights differ by at most {apart:.6f} bits"
    )


if __name__ == "__main__":
    main()
