"""``tallystick formats``: what can be read, and what can be set for it."""

from __future__ import annotations

import typer

from tallystick.cli.options import Format, FormatOption
from tallystick.cli.terminal import errors, print_rows
from tallystick.sources.adapters import adapters
from tallystick.sources.archive import SUFFIXES
from tallystick.sources.plugins import load_plugins

COLUMNS = ("name", "reads", "files", "options")


def formats(form: FormatOption = Format.TABLE) -> None:
    """List the formats that are read, with their options.

    Exit code 1 if a plugin cannot be used.
    """
    rows: list[dict[str, object]] = [
        {
            "name": adapter.name,
            "reads": adapter.reads,
            "files": ", ".join(sorted(adapter.suffixes - {""})),
            "media_types": sorted(adapter.media_types),
            "options": "; ".join(f"{adapter.name}.{option.name}: {option.meaning}" for option in adapter.options),
        }
        for adapter in adapters()
    ]
    rows.append({"name": "archive", "reads": "zip or tar of any of these", "files": ", ".join(sorted(SUFFIXES))})
    print_rows(rows, COLUMNS, form=form, title="formats")
    for error in load_plugins().errors:
        errors.print(str(error), markup=False)
    raise typer.Exit(1 if load_plugins().errors else 0)
