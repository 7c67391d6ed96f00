from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tallystick.cluster.linking import link_on_spark
from tallystick.derivation.known import what_is_known
from tallystick.ledger import open_ledger
from tallystick.pipeline import default_gazetteer, default_knowledge, read_unread, reader_named, take_in
from tallystick.reading.named import ReaderName
from tallystick.resolution.linkage import link
from tallystick.resolution.resolve import tells_an_event
from tallystick.resolution.telling import tellings_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def test_the_same_pairs_are_kept_with_the_same_weights(spark: SparkSession, inputs: Path, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        take_in(ledger, [inputs])
        read_unread(ledger, reader=reader_named(ReaderName.RULES))
        events = [m for m in ledger.mentions() if tells_an_event(m)]
        tellings = tellings_of(events, ledger.reports(), batches=ledger.batch_of())
    knows = what_is_known(default_knowledge(), default_gazetteer())
    here, there = link(tellings, knows), link_on_spark(tellings, knows, spark=spark)
    assert len(here.left) > 0
    assert (here.left.tolist(), here.right.tolist()) == (there.left.tolist(), there.right.tolist())
    np.testing.assert_allclose(there.weight, here.weight, atol=1e-9)
