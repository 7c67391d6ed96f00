"""``tallystick cluster``: the road on Spark."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.options import (
    FormatOptionsOption,
    KnowledgeOption,
    MaxMbOption,
    PublishedOption,
    ReaderOption,
    TriageOption,
    day_from,
)
from tallystick.cli.terminal import errors, print_failures
from tallystick.reading.named import DEFAULT
from tallystick.sources.options import options_from

app = typer.Typer(no_args_is_help=True, help="The same road on Spark.", rich_markup_mode=None)


@app.callback()
def root() -> None:
    """The same road on Spark."""


@app.command("run")
def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL", help="Files and folders of reports, on disk or in a store (s3a://, hdfs://, gs://)."
        ),
    ],
    out: Annotated[
        str, typer.Option("--out", metavar="DIR|URL", help="The folder to write to, on disk or in a store.")
    ],
    master: Annotated[
        str | None,
        typer.Option("--master", metavar="URL", help="Where to run without spark-submit; else this machine's cores."),
    ] = None,
    stages: Annotated[
        str | None,
        typer.Option("--stages", metavar="DIR|URL", help="Where executors set down Parquet; by default in --out."),
    ] = None,
    leave_aside: Annotated[
        bool,
        typer.Option("--leave-aside", help="Keep reports that were set aside out of the ledger; they stay in stages."),
    ] = False,
    published: PublishedOption = None,
    max_mb: MaxMbOption = 25,
    reader: ReaderOption = DEFAULT,
    triage: TriageOption = True,
    option: FormatOptionsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Take reports in, and write out everything they tell, with Spark.

    The folder then holds what 'tallystick run' writes, the same byte for byte, Parquet of each noun, and the ledger.
    Started by spark-submit, it runs where that says.
    """
    from tallystick.cluster.run import run_into
    from tallystick.cluster.stages import Way

    way = Way(
        reader=reader,
        triage=triage,
        published=day_from(published),
        max_mb=max_mb,
        options=options_from(option or ()),
        leave_aside=leave_aside,
    )
    record = run_into(out, inputs, way=way, master=master, stages=stages or f"{out.rstrip('/')}/stages")
    failed = print_failures(record.failures)
    errors.print(
        f"{len(record.reports)} reports, {len(record.incidents)} incidents, {len(record.tallies)} tallies, "
        f"{len(record.claims)} claims; {failed} inputs with something wrong. Written to {out}",
        markup=False,
    )
    raise typer.Exit(1 if failed else 0)
