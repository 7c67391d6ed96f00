"""The columns that the table of incidents can show: every column of ``incidents.csv``, and some of them told in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tallystick.errors import Code, TallystickError
from tallystick.publishing.csv_columns import COLUMN, COLUMNS, Column


@dataclass(frozen=True)
class TableColumn:
    """A column of the page. ``fields`` are the columns of ``incidents.csv`` that it shows, the first of them the one
    that explains it; ``sort`` is the order of ``filters.SORTS`` that it goes by, null where there is none.
    """

    name: str
    title: str
    fields: tuple[str, ...]
    sort: str | None = None


TOGETHER: tuple[TableColumn, ...] = (
    TableColumn("when", "When", ("incident_start", "incident_end", "incident_date_precision"), "date"),
    TableColumn("where", "Where", ("place_name", "admin1", "country", "place_precision")),
    TableColumn("what", "What", ("kind", "weapons")),
    TableColumn("against", "Against", ("target", "target_actor")),
    TableColumn("by", "Said to have done it", ("attributed_to", "claimed_by", "perpetrator")),
    TableColumn("dead", "Killed", ("killed_best", "killed_low", "killed_high"), "killed"),
    TableColumn("hurt", "Injured", ("injured_best", "injured_low", "injured_high"), "injured"),
    TableColumn("sources", "Sources", ("independent_sources",), "sources"),
    TableColumn("certainty", "Status", ("status", "conflicts"), "status"),
)
"""The usual columns, each of which tells several fields in few words."""

_SORT = {
    "incident_start": "date",
    "killed_best": "killed",
    "injured_best": "injured",
    "independent_sources": "sources",
    "conflicts": "conflicts",
    "status": "status",
}

ALONE = tuple(
    TableColumn(column.name, column.name.replace("_", " ").capitalize(), (column.name,), _SORT.get(column.name))
    for column in COLUMNS
)
"""One for each column of ``incidents.csv``."""

TABLE_COLUMN = {column.name: column for column in (*TOGETHER, *ALONE)}
USUAL = tuple(column.name for column in TOGETHER)


def read_columns(given: Iterable[str]) -> tuple[str, ...]:
    """The names of the columns asked for, in that order, each once; empty if they are the usual ones.

    Args:
        given: names, several of which may be joined by commas.

    Raises:
        TallystickError: E801 if there is no such column.

    """
    names = tuple(dict.fromkeys(name for each in given for name in each.split(",") if name))
    for name in names:
        if name not in TABLE_COLUMN:
            wanted = f"names out of {', '.join(TABLE_COLUMN)}"
            raise TallystickError(Code.E801, name="columns", value=name, wanted=wanted)
    return () if names == USUAL else names


def shown_columns(names: Sequence[str]) -> list[TableColumn]:
    """The columns of those names; the usual ones if none is named."""
    return [TABLE_COLUMN[name] for name in names or USUAL]


def columns_of_file(names: Sequence[str]) -> list[Column]:
    """The columns of a file of what is shown: the fields behind each column, in its order, after the incident's id."""
    fields = dict.fromkeys(["incident_id", *(field for column in shown_columns(names) for field in column.fields)])
    return [COLUMN[field] for field in fields]


def moved(names: Sequence[str], name: str, *, by: int) -> tuple[str, ...]:
    """The columns with one of them so many places later, or earlier where ``by`` is below zero."""
    order = list(names or USUAL)
    at = order.index(name)
    order.insert(max(0, at + by), order.pop(at))
    return () if tuple(order) == USUAL else tuple(order)
