"""The original bytes of reports: beside the ledger where it has an archive folder, else in its table."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from tallystick.errors import Code, TallystickError
from tallystick.ledger import schema
from tallystick.ledger.archive import Archive, pack, unpack

_BESIDE = b""


def keep(connection: Connection, archive: Archive | None, raws: Sequence[bytes]) -> list[str]:
    """Files the bytes under their SHA-256, and gives it for each; of the same bytes one copy is kept.

    Raises:
        TallystickError: E336 if the folder cannot be written to.

    """
    table = schema.archive
    shas = [hashlib.sha256(raw).hexdigest() for raw in raws]
    there = set(connection.scalars(select(table.c.sha256).where(table.c.sha256.in_(set(shas)))))
    new = {sha: raw for sha, raw in zip(shas, raws, strict=True) if sha not in there}
    packed = {sha: pack(raw) for sha, raw in new.items()}
    if archive is not None:
        archive.keep(packed)
    for sha, raw in new.items():
        kept = packed[sha] if archive is None else _BESIDE
        connection.execute(insert(table).values(sha256=sha, size=len(raw), zlib=kept))
    return shas


def packed_bytes(archive: Archive | None, sha256: str, in_table: bytes) -> bytes:
    """The packed bytes of a row of the table ``archive``, wherever they are.

    Raises:
        TallystickError: E337 if they are not there.

    """
    if in_table != _BESIDE:
        return in_table
    if archive is None:
        raise TallystickError(Code.E338, sha=sha256)
    return archive.packed(sha256)


def raw_bytes(connection: Connection, archive: Archive | None, sha256: str) -> bytes:
    """The original bytes of that hash.

    Raises:
        KeyError: if the ledger does not name it.
        TallystickError: E337 if they are missing or damaged, E338 if the folder is not named.

    """
    in_table = connection.scalar(select(schema.archive.c.zlib).where(schema.archive.c.sha256 == sha256))
    if in_table is None:
        raise KeyError(sha256)
    try:
        return unpack(packed_bytes(archive, sha256, in_table))
    except zlib.error as fault:
        raise TallystickError(Code.E337, path=sha256, cause=fault) from fault
