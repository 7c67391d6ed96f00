from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tallystick.ledger import open_ledger
from tallystick.web.application import make_application
from tests.ledger.server import IS_THERE, MUST_BE_THERE, new_schema


@pytest.fixture(scope="module")
def on_postgresql() -> Iterator[TestClient]:
    if not (IS_THERE or MUST_BE_THERE):
        pytest.skip("no PostgreSQL server")
    with (
        new_schema() as url,
        open_ledger(url) as ledger,
        TestClient(make_application(ledger, reviewer="ana"), base_url="http://localhost") as asked,
    ):
        yield asked


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/incidents/%00",
        "/incidents/%00",
        "/reports/%00",
        "/api/v1/reports?after=%00",
        "/api/v1/claims/%00",
    ],
)
def test_a_name_that_the_database_cannot_hold_is_not_on_file(on_postgresql: TestClient, address: str) -> None:
    answer = on_postgresql.get(address)
    assert answer.status_code == 404
    assert "E802" in answer.text


def test_what_does_not_fit_in_the_address_of_a_page_is_told_on_a_page(client: TestClient) -> None:
    answer = client.get("/review?of=everything")
    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("text/html")
    assert "E801" in answer.text
    assert "everything" in answer.text
