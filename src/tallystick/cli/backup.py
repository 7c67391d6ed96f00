"""``tallystick backup`` and ``tallystick restore``: a ledger in one file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from tallystick.cli.options import LedgerOption
from tallystick.cli.terminal import errors
from tallystick.ledger import back_up as write_backup
from tallystick.ledger import restore as put_back

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]


def backup(
    file: FileArgument,
    ledger: LedgerOption = "ledger.db",
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of an older backup.")] = False,
) -> None:
    """Write all of a ledger to one file.

    Others may work on it meanwhile. The file is checked, then given its name.
    """
    held = write_backup(ledger, file, replace=replace)
    errors.print(f"Written and checked: {file}, {_told(held)}", markup=False)


def restore(
    file: FileArgument,
    ledger: LedgerOption = "ledger.db",
    replace: Annotated[bool, typer.Option("--replace", help="Put it in place of all that the ledger holds.")] = False,
) -> None:
    """Put a backup into a ledger: all of it or nothing.

    The ledger may be a file or PostgreSQL. Nothing is put there if something is wrong with the backup.
    """
    held = put_back(file, ledger, replace=replace)
    errors.print(f"Restored and checked: {_told(held)}", markup=False)


def _told(held: Mapping[str, int]) -> str:
    return f"{held['report']} reports, {held['decision']} decisions, {held['incident']} incidents"
