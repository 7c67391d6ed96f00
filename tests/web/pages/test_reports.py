from __future__ import annotations

from fastapi.testclient import TestClient

from tallystick.ledger import Ledger


def test_without_words_the_latest_are_listed(client: TestClient, ledger: Ledger) -> None:
    text = client.get("/reports").text
    assert all(f"/reports/{report.id}" in text for report in ledger.reports())


def test_words_find_the_reports_that_have_them(client: TestClient, ledger: Ledger) -> None:
    text = client.get("/reports", params={"q": "Harir"}).text
    for report in ledger.reports():
        if "Harir" in report.text:
            assert report.id in text
