from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tallystick.accounts.team import Team
from tallystick.ledger import Ledger, open_ledger
from tests.accounts.clock import Clock
from tests.ledger.conftest import KINDS
from tests.ledger.server import new_schema


@pytest.fixture(params=KINDS)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger, in either kind of database."""
    if request.param == "sqlite":
        with open_ledger(tmp_path / "ledger.db") as opened:
            yield opened
        return
    with new_schema() as url, open_ledger(url) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def team(ledger: Ledger, clock: Clock) -> Team:
    """A team without accounts."""
    return Team(ledger, clock=clock)
