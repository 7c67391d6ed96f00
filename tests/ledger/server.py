"""The PostgreSQL server that the tests use.

``TALLYSTICK_TEST_POSTGRESQL`` says what is expected: a URL, or ``required`` for the usual one, and tests fail if the
server does not answer; ``none``, and it is not tried; not set, and it is used if it answers.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

USUAL = "postgresql://postgres@127.0.0.1:5432/test"
WANTED = os.environ.get("TALLYSTICK_TEST_POSTGRESQL", "")
SERVER = WANTED if "://" in WANTED else USUAL
MUST_BE_THERE = WANTED not in ("", "none")


def answers() -> bool:
    """True if the server takes connections."""
    try:
        psycopg.connect(SERVER, connect_timeout=10).close()
    except psycopg.OperationalError:
        return False
    return True


IS_THERE = WANTED != "none" and answers()


@contextmanager
def new_schema() -> Iterator[str]:
    """The URL of an empty schema, dropped afterwards."""
    name = f"tallystick_{uuid.uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {name}")
        try:
            yield f"{SERVER}?options=-csearch_path%3D{name}"
        finally:
            server.execute(f"DROP SCHEMA {name} CASCADE")
