"""What a derivation of the whole files for the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from tallystick.ledger import dirt, families, index, index_schema, kin, windows
from tallystick.ledger.index import Index
from tallystick.ledger.kin import Kin
from tallystick.ledger.windows import TallyWindow
from tallystick.model.record import Record


@dataclass(frozen=True)
class Filing:
    """The index of all mentions, the kin of all reports, the windows of all tallies, what else the derivation rested
    on, and the number of the latest change of a report that it takes account of.
    """

    index: Index
    kin: Sequence[Kin]
    tallies: Sequence[TallyWindow]
    inputs: str
    dirt: int


def replace(connection: Connection, record: Record, filing: Filing | None) -> None:
    """Puts this in place of what was filed before; with nothing, the next derivation has nothing to go by."""
    connection.execute(delete(index_schema.basis))
    if filing is None:
        return
    index.clear(connection)
    index.add(connection, filing.index)
    index.add_references(connection, record.incidents)
    families.replace(connection, record.reports)
    kin.save(connection, filing.kin)
    windows.replace(connection, filing.tallies)
    dirt.wash(connection, filing.dirt)
    connection.execute(insert(index_schema.basis).values(inputs=filing.inputs))
