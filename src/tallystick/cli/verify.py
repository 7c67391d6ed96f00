"""``tallystick verify`` and ``tallystick seal``: proof that nothing changed."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from tallystick.cli.options import LedgerOption
from tallystick.cli.terminal import errors
from tallystick.errors import TallystickError
from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.verify import verify as check
from tallystick.proving.extraction import Outcome, extract_again
from tallystick.proving.sealing import read_manifest, write_manifest
from tallystick.proving.stamping import check_stamp, stamp

TrustOption = Annotated[
    Path | None,
    typer.Option(
        "--trust",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Root certificates (PEM) of the time-stamping authority; those of the system by default.",
    ),
]


def verify(
    ledger: LedgerOption = "ledger.db",
    manifest: Annotated[
        Path | None, typer.Option("--manifest", metavar="FILE", help="A seal that the ledger must still fit.")
    ] = None,
    trust: TrustOption = None,
    extract: Annotated[
        bool, typer.Option("--extract/--no-extract", help="Make every text again from its original bytes, or do not.")
    ] = True,
) -> None:
    """Prove that nothing in a ledger changed.

    Original bytes, texts, quotes, journal and custody are checked, and the texts made again. One line a fault; exit
    code 1 if there is one. What is only odd, such as a file in the archive that no report came from, is told as a note.
    """
    with open_ledger(ledger, create=False) as opened:
        wrong = _check_all(opened)
        if extract:
            wrong += _check_texts(opened)
        for name in opened.surplus_originals():
            typer.echo(f"note   archive: {name} belongs to no report")
        if manifest is not None:
            wrong += _check_manifest(opened, manifest, trust)
    raise typer.Exit(1 if wrong else 0)


def seal(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The manifest to write, JSON.")],
    ledger: LedgerOption = "ledger.db",
    timestamp: Annotated[
        str | None, typer.Option("--timestamp", metavar="URL", help="An authority that stamps the time (RFC 3161).")
    ] = None,
    trust: TrustOption = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of an older one.")] = False,
) -> None:
    """Write two hashes that all of a ledger hangs on.

    With --timestamp, an authority states when they were there; that is verified before it is kept.
    """
    with open_ledger(ledger, create=False) as opened:
        made = opened.seal()
    written = write_manifest(made, file, replace=replace)
    errors.print(
        f"Sealed: {file}, {made.reports} reports, {made.originals} originals, {made.journal.number} decisions",
        markup=False,
    )
    if timestamp is not None:
        at = stamp(file, written, address=timestamp, trust=trust)
        errors.print(f"Stamped and verified: {at:%Y-%m-%d %H:%M:%S} UTC, {file}.tsr", markup=False)


def _check_all(opened: Ledger) -> int:
    wrong = 0
    for finding in check(opened, most_named=sys.maxsize):
        for fault in finding.named:
            typer.echo(f"wrong  {finding.name}: {fault}")
        if not finding.wrong:
            typer.echo(f"ok     {finding.name}: {finding.checked} checked")
        wrong += finding.wrong
    return wrong


def _check_texts(opened: Ledger) -> int:
    outcomes: Counter[Outcome] = Counter()
    for extraction in extract_again(opened):
        outcomes[extraction.outcome] += 1
        if extraction.fault:
            typer.echo(f"wrong  texts made again: {extraction.fault}")
        elif extraction.outcome is Outcome.OTHER_TOOL:
            report_id = extraction.entry.report_id
            typer.echo(f"note   texts made again: report {report_id} is extracted otherwise by the tools of today")
    if outcomes[Outcome.NOT_RECORDED]:
        typer.echo(f"note   texts made again: {outcomes[Outcome.NOT_RECORDED]} came in without a record of their tool")
    if not outcomes[Outcome.CHANGED]:
        typer.echo(f"ok     texts made again: {outcomes[Outcome.SAME]} the same")
    return outcomes[Outcome.CHANGED]


def _check_manifest(opened: Ledger, path: Path, trust: Path | None) -> int:
    wrong = 0
    sealed, content = read_manifest(path)
    for fault in opened.changed_since(sealed):
        wrong += 1
        typer.echo(f"wrong  manifest: {fault}")
    try:
        at = check_stamp(path, content, trust=trust)
    except TallystickError as error:
        wrong += 1
        typer.echo(f"wrong  time-stamp: {error.message}")
    else:
        if at is not None:
            typer.echo(f"ok     time-stamp: {at:%Y-%m-%d %H:%M:%S} UTC")
    if not wrong:
        typer.echo(f"ok     manifest: all of {sealed.at:%Y-%m-%d %H:%M:%S} UTC is there unchanged")
    return wrong
