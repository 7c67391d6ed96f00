"""What carries its hash in its name is still what it was."""

from __future__ import annotations

import hashlib
import zlib

from sqlalchemy import Connection, select

from tallystick.errors import TallystickError
from tallystick.ledger import schema
from tallystick.ledger.archive import Archive, unpack
from tallystick.ledger.originals import packed_bytes
from tallystick.ledger.provenance import FIELDS, source_id
from tallystick.ledger.verify.finding import Faults
from tallystick.ledger.verify.rows import streamed


def archive(connection: Connection, *, archive: Archive | None) -> Faults:
    """The bytes that came in are there, and have the SHA-256 and the size under which they are filed."""
    for row in streamed(connection, select(schema.archive)):
        try:
            raw = unpack(packed_bytes(archive, row.sha256, row.zlib))
        except zlib.error as error:
            yield f"archive {row.sha256}: cannot be unpacked ({error})"
            continue
        except TallystickError as error:
            yield f"archive {row.sha256}: is missing ({error.message})"
            continue
        right = hashlib.sha256(raw).hexdigest() == row.sha256 and len(raw) == row.size
        yield None if right else f"archive {row.sha256}: holds other bytes"


def reports(connection: Connection) -> Faults:
    """The id of a report is the SHA-256 of its text."""
    for row in streamed(connection, select(schema.report.c.id, schema.report.c.text)):
        # A text that came in has no lone surrogate; a damaged one may.
        right = hashlib.sha256(row.text.encode(errors="surrogatepass")).hexdigest() == row.id
        yield None if right else f"report {row.id}: has another text"


def sources(connection: Connection) -> Faults:
    """The id of a source is the SHA-256 of what it says."""
    for row in streamed(connection, select(schema.report_source)):
        said = {field: getattr(row, field) for field in FIELDS}
        right = source_id(row.report_id, row.raw_sha256, said) == row.id
        yield None if right else f"source {row.id}: says something else"
