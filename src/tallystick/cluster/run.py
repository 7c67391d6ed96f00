"""A folder of everything that reports tell, made on Spark."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pyarrow.fs import copy_files

from tallystick.cluster.inputs import is_in_a_store, store_of
from tallystick.cluster.road import run_on_spark
from tallystick.cluster.session import open_session
from tallystick.cluster.stages import Way
from tallystick.errors import Code, TallystickError
from tallystick.ledger import open_ledger
from tallystick.model.record import Record
from tallystick.publishing.parquet import write_parquet
from tallystick.publishing.whole import make_folder
from tallystick.reading.named import ReaderName
from tallystick.writing import write_everything

LEDGER = "ledger.db"


def run_into(out: str, given: Sequence[str], *, way: Way, master: str | None, stages: str) -> Record:
    """Goes the road, and writes into a folder on disk or in a store: every export, Parquet of each noun in a folder
    ``parquet``, and the ledger.

    Raises:
        TallystickError: E901 or E902 without Spark, E903 if a store does not answer, E904 if the folder has a ledger,
            E905 if a language model is to read, E701 if it cannot be written.

    """
    if way.reader is ReaderName.LLM:
        raise TallystickError(Code.E905)
    if is_in_a_store(out):
        with TemporaryDirectory(prefix="tallystick-") as folder:
            record = _run(Path(folder), given, way=way, master=master, stages=stages)
            store, path = store_of(out)
            copy_files(folder, path, destination_filesystem=store)
            return record
    make_folder(Path(out))
    return _run(Path(out), given, way=way, master=master, stages=str(Path(stages).absolute()))


def _run(folder: Path, given: Sequence[str], *, way: Way, master: str | None, stages: str) -> Record:
    if (folder / LEDGER).exists():
        raise TallystickError(Code.E904, path=folder)
    with (
        open_session(master=master, checkpoints=f"{stages}/checkpoints") as spark,
        open_ledger(folder / LEDGER) as ledger,
    ):
        record = run_on_spark(spark, given, ledger, stages=stages, way=way)
    write_everything(record, folder)
    write_parquet(record, folder / "parquet")
    return record
