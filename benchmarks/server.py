"""Where to make ledgers to try things on: a new file, or a schema on a PostgreSQL server."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import psycopg

USUAL = "postgresql://postgres@127.0.0.1:5432/test"


class Kind(StrEnum):
    """The kinds of database."""

    SQLITE = "SQLite"
    POSTGRESQL = "PostgreSQL"


def kinds(server: str) -> list[Kind]:
    """Those that there are; it is printed if PostgreSQL is left out."""
    try:
        psycopg.connect(server, connect_timeout=10).close()
    except psycopg.OperationalError as fault:
        print(f"PostgreSQL left out: {fault}")
        return [Kind.SQLITE]
    return list(Kind)


@contextmanager
def new_location(kind: Kind, server: str = USUAL) -> Iterator[str]:
    """Where no ledger is yet; nothing is left of it afterwards."""
    if kind is Kind.SQLITE:
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder) / "ledger.db")
    else:
        with new_schema(server) as url:
            yield url


@contextmanager
def new_schema(server: str = USUAL) -> Iterator[str]:
    """The URL of an empty schema, dropped afterwards."""
    name = f"tallystick_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    try:
        yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP SCHEMA {name} CASCADE")
