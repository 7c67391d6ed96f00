"""What executors do: files taken in, and reports read, each stage set down as Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from tallystick.cluster import reading, taking
from tallystick.cluster.inputs import Input
from tallystick.pipeline import common_year
from tallystick.reading.named import ReaderName
from tallystick.sources.options import Options

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

TASKS_A_CORE = 8
"""Into so many tasks for each core the work is cut: few enough that starting one is nothing beside it, and enough that
no core waits long for another at the end, and that one lost with its executor is soon made up for. Our choice.
"""


@dataclass(frozen=True, kw_only=True)
class Way:
    """How the road is gone: as the options of ``tallystick run`` say. Reports that the first pass sets aside are left
    out of the ledger with ``leave_aside``; what is read of the others stays the same.
    """

    reader: ReaderName
    triage: bool = True
    published: date | None = None
    max_mb: int = 25
    options: Options = field(default_factory=dict)
    leave_aside: bool = False


@dataclass(frozen=True)
class Staged:
    """All that was ``taken`` from the files; of this, the reports that were ``met``, each with where its text was met
    ``first``; what was ``read`` in the first of each text; and the ``year`` that was assumed where a report tells none.
    """

    taken: DataFrame
    met: DataFrame
    read: DataFrame
    year: int | None

    @property
    def firsts(self) -> DataFrame:
        """One report of each text."""
        return _firsts(self.met)

    @property
    def kept(self) -> DataFrame:
        """What goes on file: the first of each text, and those at the same place, as further captures of a page are."""
        return self.met.where("place = first.place")

    @property
    def again(self) -> DataFrame:
        """What was met before at another place."""
        return self.met.where("place <> first.place")


def take_and_read(spark: SparkSession, inputs: Sequence[Input], *, stages: str, way: Way) -> Staged:
    """Takes the files in and reads the reports in them, on executors, and sets down what comes of it in a folder that
    all of them reach: an executor that is lost costs no more than the tasks that it had.
    """
    taken = _set_down(_taken(spark, inputs, way), f"{stages}/taken")
    met = _with_first_place(taken)
    firsts = _firsts(met)
    year = _common_year(firsts)
    read = _set_down(_read(spark, firsts, way, year=year), f"{stages}/read")
    return Staged(taken, met, read, year)


def _taken(spark: SparkSession, inputs: Sequence[Input], way: Way) -> DataFrame:
    """All that is found in the files, read by executors."""
    rows = [(each.number, each.address) for each in inputs]
    files = spark.createDataFrame(
        spark.sparkContext.parallelize(rows, _tasks(spark, len(rows))), "number int, address string"
    )
    take_in = partial(taking.take_in, published=way.published, max_mb=way.max_mb, options=way.options)
    return files.mapInArrow(take_in, taking.COLUMNS)


def _with_first_place(taken: DataFrame) -> DataFrame:
    """The reports, each with where its text was met ``first``."""
    from pyspark.sql import functions as of

    met = taken.where("report_id IS NOT NULL")
    first = met.groupBy("report_id").agg(of.min(of.struct("input", "number", "place")).alias("first"))
    return met.join(first, "report_id")


def _firsts(met: DataFrame) -> DataFrame:
    return met.where("input = first.input AND number = first.number")


def _common_year(firsts: DataFrame) -> int | None:
    counts = firsts.where("year IS NOT NULL").groupBy("year").count().collect()
    return common_year({row["year"]: row["count"] for row in counts})


def _read(spark: SparkSession, firsts: DataFrame, way: Way, *, year: int | None) -> DataFrame:
    """What is read in the reports, by executors. Spread by their ids, so that no task has all the long ones."""
    reports = firsts.select("report_id", "report").repartition(_tasks(spark, firsts.count()), "report_id")
    return reports.mapInArrow(partial(reading.read, reader=way.reader, triage=way.triage, year=year), reading.COLUMNS)


def _tasks(spark: SparkSession, items: int) -> int:
    return int(max(1, min(items, spark.sparkContext.defaultParallelism * TASKS_A_CORE)))


def _set_down(frame: DataFrame, at: str) -> DataFrame:
    """The same, made once and kept as Parquet."""
    frame.write.mode("overwrite").parquet(at)
    return frame.sparkSession.read.parquet(at)
