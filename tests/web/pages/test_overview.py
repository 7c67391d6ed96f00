from __future__ import annotations

from fastapi.testclient import TestClient

from tallystick.ledger import Ledger


def test_the_overview_counts_what_is_no_history(client: TestClient, ledger: Ledger) -> None:
    number = sum(not i.background for i in ledger.incidents())
    assert f"{number} incidents from" in client.get("/").text
