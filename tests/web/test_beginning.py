"""A ledger with nothing in it: every page stands, and says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tallystick.ledger import open_ledger
from tallystick.web.application import make_application
from tallystick.web.menu import MENU


@pytest.fixture
def beginning(tmp_path: Path) -> Iterator[TestClient]:
    """The application on a new ledger."""
    with (
        open_ledger(tmp_path / "new.db") as ledger,
        TestClient(make_application(ledger, reviewer="ana"), base_url="http://localhost") as asked,
    ):
        yield asked


@pytest.mark.parametrize("path", [item.path for item in MENU])
def test_every_page_of_an_empty_ledger_leads_to_adding_reports(beginning: TestClient, path: str) -> None:
    answer = beginning.get(path)
    assert answer.status_code == 200
    assert 'href="/add"' in answer.text[answer.text.index("<main") :] or path == "/add"


@pytest.mark.parametrize(
    "path", ["/map/places.json", "/api/v1/incidents", "/overview/checks", "/incidents?sort=killed"]
)
def test_what_pages_and_programs_ask_for_is_answered(beginning: TestClient, path: str) -> None:
    assert beginning.get(path).status_code == 200
