"""The road on Spark, on one page: files taken in and read by executors, the record made on the driver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tallystick.cluster.inputs import list_inputs
from tallystick.cluster.linking import link_on_spark
from tallystick.cluster.reading import mentions_in
from tallystick.cluster.stages import Staged, Way, take_and_read
from tallystick.cluster.taking import failures_in
from tallystick.derivation.derive import derive
from tallystick.errors import Code, TallystickError
from tallystick.ledger import Incoming, Ledger
from tallystick.model.origin import Origin
from tallystick.model.record import Record
from tallystick.model.report import Failure, Report
from tallystick.model.retrieval import Retrieval
from tallystick.pipeline import _identity as identity_of
from tallystick.pipeline import default_gazetteer, default_knowledge, reader_named
from tallystick.reading.triage import TRIAGE
from tallystick.sources.taken import failure_from

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def run_on_spark(spark: SparkSession, given: Sequence[str], ledger: Ledger, *, stages: str, way: Way) -> Record:
    """Takes in the files, reads and links them on Spark, and makes the record in the ledger, which is empty before.

    It is the record that one machine makes of the same files. ``stages`` is a folder that all executors reach.
    """
    inputs, failures = list_inputs(given)
    staged = take_and_read(spark, inputs, stages=stages, way=way)
    _file_reports(ledger, staged, way)
    _file_readings(ledger, staged, way)
    ledger.save_failures([*failures, *_failures(staged)])
    return derive(
        ledger,
        knowledge=default_knowledge(),
        gazetteer=default_gazetteer(),
        whole=True,
        linking=partial(link_on_spark, spark=spark),
    )


def _file_reports(ledger: Ledger, staged: Staged, way: Way) -> None:
    wanted = staged.kept
    if way.leave_aside:
        wanted = wanted.join(staged.read.where("NOT is_aside").select("report_id"), "report_id")
    # In the order of one machine: the custody of reports is a chain, and the last capture of an address holds.
    rows = wanted.orderBy("input", "number").select("report", "raw", "origin", "retrieval")
    captured: dict[str, Retrieval] = {}

    def reports() -> Iterator[Incoming]:
        for row in rows.toLocalIterator(prefetchPartitions=True):
            if row["retrieval"]:
                retrieval = Retrieval.model_validate_json(row["retrieval"])
                captured[retrieval.address] = retrieval
            origin = Origin.model_validate_json(row["origin"]) if row["origin"] else None
            yield Report.model_validate_json(row["report"]), bytes(row["raw"]), origin

    ledger.add_reports(reports())
    ledger.keep_new_retrievals(captured.values())


def _file_readings(ledger: Ledger, staged: Staged, way: Way) -> None:
    """Puts the readings on file, under the names under which one machine does."""
    name = identity_of(reader_named(way.reader))
    found = staged.read.where("NOT is_aside") if way.leave_aside else staged.read
    rows = found.join(staged.firsts.select("report_id", "year"), "report_id")
    for row in rows.toLocalIterator(prefetchPartitions=True):
        reads_as = TRIAGE if row["is_aside"] else name if row["year"] else f"{name}, year {staged.year}"
        ledger.save_reading(row["report_id"], reads_as, mentions_in(row["mentions"]))


def _failures(staged: Staged) -> Iterator[Failure]:
    """All that was wrong: with files, with texts that are kept, in reading, and that a text was met before."""
    for table in (staged.taken.where("report_id IS NULL"), staged.kept, staged.read):
        for row in table.where("failures <> '[]'").select("failures").toLocalIterator():
            yield from failures_in(row["failures"])
    for row in staged.again.selectExpr("place", "report", "first.place AS other").toLocalIterator():
        path = Report.model_validate_json(row["report"]).path or row["place"]
        yield failure_from(path, TallystickError(Code.E112, path=row["place"], other=row["other"]))
