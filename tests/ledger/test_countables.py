from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.ledger import Ledger, open_ledger
from tallystick.ledger.countables import as_filed
from tallystick.pipeline import bring_up_to_date, read_unread, take_in

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    with open_ledger(tmp_path_factory.mktemp("countables") / "ledger.db") as opened:
        take_in(opened, [EXAMPLES])
        read_unread(opened)
        bring_up_to_date(opened)
        return opened


def test_each_incident_is_read_as_it_counts(ledger: Ledger) -> None:
    incidents = ledger.incidents()
    with ledger.standing() as standing:
        found = {each.id: each for each in standing.countables([i.id for i in incidents])}
    assert found == {incident.id: as_filed(incident) for incident in incidents}
