"""The Spark session that the road runs on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tallystick.errors import Code, TallystickError
from tallystick.knowledge.home import VARIABLE

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

BATCH = 32
"""So many reports pass between Spark and Python at once: they are long, and reading one takes long."""

# An executor's cores are shared out by Spark: what runs in a task takes one.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")


@contextmanager
def open_session(*, master: str | None = None, checkpoints: str) -> Iterator[SparkSession]:
    """A session, ended afterwards. What ``spark-submit`` set holds; ``master`` says where to run without it, on all
    cores of this machine if it is not given. In the folder ``checkpoints``, which all executors reach, Splink cuts its
    plans short.

    Raises:
        TallystickError: E901 if PySpark is not installed, E902 if Spark does not start.

    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise TallystickError(Code.E901) from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("tallystick")
    for name, value in _settings(master).items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as error:
        raise TallystickError(Code.E902, cause=str(error).strip().splitlines()[0]) from error
    try:
        session.sparkContext.setLogLevel("ERROR")
        session.sparkContext.setCheckpointDir(checkpoints)
        yield session
    finally:
        session.stop()


def _settings(master: str | None) -> dict[str, str]:
    submitted = "SPARK_ENV_LOADED" in os.environ
    settings = {
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH),
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.showConsoleProgress": "true" if sys.stderr.isatty() else "false",
        **{f"spark.executorEnv.{name}": "1" for name in _ONE_THREAD},
    }
    if knowledge := os.environ.get(VARIABLE):
        settings[f"spark.executorEnv.{VARIABLE}"] = knowledge
    if master or not submitted:
        settings["spark.master"] = master or "local[*]"
    return settings
