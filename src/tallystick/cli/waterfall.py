"""The waterfall of a join on a terminal: bars in colour there, aligned characters where the output is piped."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tallystick.model.incident import Join
from tallystick.publishing.waterfall import (
    COLUMNS,
    Bar,
    Waterfall,
    cells,
    chance,
    make_waterfall,
    silent_words,
    waterfall_lines,
)


def print_waterfall(join: Join) -> None:
    """Print the steps of a join, or its reasons where it has no steps."""
    fall = make_waterfall(join)
    if fall is not None and sys.stdout.isatty():
        Console(highlight=False).print(draw_waterfall(fall))
    else:
        sys.stdout.write("".join(f"    {line}\n" for line in waterfall_lines(join)))


def draw_waterfall(fall: Waterfall) -> Table:
    """The bars as a table: green for what speaks for one incident, red for what speaks against it."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True, width=COLUMNS)
    table.add_column(overflow="fold")
    for bar in fall.bars:
        style = "green" if bar.weight > 0 else "red"
        table.add_row(f"    {bar.name}", f"{bar.weight:+.1f}", _draw(bar, fall, style), Text(bar.words))
    total = Bar("together", chance(fall), 0.0, fall.weight)
    table.add_row("    together", f"{fall.weight:+.1f}", _draw(total, fall, "bold"), Text(total.words), style="bold")
    if fall.silent:
        table.add_row("", "", "", Text(silent_words(fall)), style="dim")
    return table


def _draw(bar: Bar, fall: Waterfall, style: str) -> Text:
    first, last = cells(bar, fall.bounds, COLUMNS)
    return Text(" " * first).append("█" * (last - first), style=style)
