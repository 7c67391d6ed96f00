"""Hash chains: each entry's hash covers its own words and the hash before it, so that none can be changed, taken out or
put in between without changing every hash after it.
"""

from __future__ import annotations

import hashlib
from typing import Any

from sqlalchemy import Column, Connection, select

from tallystick.model.manifest import Head

START = ""
"""What stands before the first entry."""


def link(before: str, payload: str) -> str:
    """The hash of an entry: SHA-256, in hexadecimal, of the hash before it, a line feed and the entry's payload."""
    return hashlib.sha256(f"{before}\n{payload}".encode()).hexdigest()


def head_of(connection: Connection, number: Column[Any], *, at: int | None = None) -> Head:
    """How far the chain goes whose entries that column numbers, or as it stood after entry ``at``.

    An entry that is not there gives number 0.
    """
    query = select(number.label("number"), number.table.c.chain).order_by(number.desc()).limit(1)
    row = connection.execute(query if at is None else query.where(number == at)).first()
    return Head(number=row.number, chain=row.chain) if row is not None else Head(number=0, chain=START)
