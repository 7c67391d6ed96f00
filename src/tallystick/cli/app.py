"""The commands, gathered; and what every command does with an error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from tallystick import __version__
from tallystick.cli import (
    accounts,
    backup,
    cluster,
    diff,
    doctor,
    evaluate,
    extract,
    formats,
    ingest,
    knowledge,
    lists,
    log,
    publish,
    review,
    run,
    serve,
    show,
    unreported,
    verify,
)
from tallystick.errors import Code, TallystickError

app = typer.Typer(
    name="tallystick",
    help="Public reports of armed conflict in, a reconciled and sourced record out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"tallystick {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Public reports of armed conflict in, a reconciled and sourced record out."""


app.command("run")(run.run)
app.command("ingest")(ingest.ingest)
app.command("extract")(extract.extract)
app.command("formats")(formats.formats)
for name, command in lists.COMMANDS.items():
    app.command(name)(command)
app.command("show")(show.show)
app.add_typer(review.app, name="review")
app.command("log")(log.log)
app.command("diff")(diff.diff)
app.command("export")(publish.export)
app.command("brief")(publish.brief)
app.command("analyse")(publish.analyse)
app.command("unreported")(unreported.unreported)
app.command("search")(lists.search)
app.command("serve")(serve.serve)
app.add_typer(cluster.app, name="cluster")
app.add_typer(accounts.app, name="accounts")
app.command("evaluate")(evaluate.evaluate)
app.add_typer(knowledge.app, name="knowledge")
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
app.command("verify")(verify.verify)
app.command("seal")(verify.seal)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Runs the command line: exit 0 all well, 1 some input failed or the output could not be written, 2 wrong usage."""
    try:
        with _flushed():
            app()
    except TallystickError as error:
        typer.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of a pipe has gone ("| head"); nothing is left to say, not even at shutdown.
        _close_stdout()
        sys.exit(0)


@contextmanager
def _flushed() -> Iterator[None]:
    """Sees to it that what was printed is written, or that it is said that it was not: a disk may be full here too."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is not None:
            raise
        _close_stdout()
        raise TallystickError(Code.E701, path="standard output", cause=error.strerror or error) from error


def _close_stdout() -> None:
    """Leaves nothing to be written at shutdown."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
