from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tallystick.ledger import Ledger, open_ledger
from tests.ledger.server import IS_THERE, MUST_BE_THERE, new_schema

KINDS = ["sqlite", *(["postgresql"] if IS_THERE or MUST_BE_THERE else [])]


@pytest.fixture
def postgresql() -> Iterator[str]:
    """Where no ledger is yet: a schema of its own on the PostgreSQL server. Skipped where there is no server."""
    if not (IS_THERE or MUST_BE_THERE):
        pytest.skip("no PostgreSQL server")
    with new_schema() as url:
        yield url


@pytest.fixture(params=KINDS)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where no ledger is yet: a path, or a schema of its own on the PostgreSQL server."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    url: str = request.getfixturevalue("postgresql")
    return url


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    with open_ledger(location) as opened:
        yield opened
