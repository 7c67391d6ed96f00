"""Which fields of each incident are given, where a client names them: ``fields=id|kind|start``."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tallystick.errors import Code, TallystickError
from tallystick.model.incident import Incident
from tallystick.publishing.csv_columns import COLUMN, COLUMNS, Column
from tallystick.web.api.forms import CSV, GEOJSON


def fields_asked(given: Sequence[str], form: str) -> frozenset[str]:
    """The names of the fields, joined by ``|`` or a comma; none if all are wanted. Of a CSV they are its columns.

    Raises:
        TallystickError: E801 if the form has no such field, or takes none.

    """
    asked = [name for each in given for name in each.replace(",", "|").split("|") if name]
    held: Collection[str] = () if form == GEOJSON else COLUMN if form == CSV else Incident.model_fields
    for name in asked:
        if name not in held:
            wanted = f"fields of the codebook joined by | (not {form}'s)" if held else "another format"
            raise TallystickError(Code.E801, name="fields", value=name, wanted=wanted)
    return frozenset(asked)


def columns_asked(fields: Collection[str]) -> Sequence[Column]:
    """The columns of those names, in the order of the table."""
    return [column for column in COLUMNS if column.name in fields]
