"""The PostgreSQL server that the tests use.

``TALLYSTICK_TEST_POSTGRESQL`` says what is expected: a URL, or ``required`` for the usual one, and tests fail if the
server does not answer; ``none``, and it is not tried; not set, and it is used if it answers.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager

import psycopg

from benchmarks.server import USUAL
from benchmarks.server import new_schema as schema_on

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


def new_schema() -> AbstractContextManager[str]:
    """The URL of an empty schema, dropped afterwards."""
    return schema_on(SERVER)
