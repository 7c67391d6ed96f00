from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tallystick.ledger import Ledger


def test_nothing_from_another_host_and_nothing_inline_may_run(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_an_error_page_has_the_headers_too(client: TestClient) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8321", ""])
def test_another_name_for_this_machine_gets_nothing(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Overview" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8321", "127.0.0.1", "[::1]:8321", "LOCALHOST"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"x-token": "guessed"},
    ],
)
def test_what_another_site_sends_in_a_users_name_is_refused(
    client: TestClient, ledger: Ledger, headers: dict[str, str]
) -> None:
    incident = ledger.incidents()[0]
    client.get("/")
    answer = client.post(f"/incidents/{incident.id}/decisions", data={"act": "reject"}, headers=headers)
    assert answer.status_code == 403
    assert "E803" in answer.text
    assert ledger.journal() == ()


def test_html_in_an_address_is_not_rendered(client: TestClient) -> None:
    answer = client.get("/incidents?q=<script>alert(1)</script>&country=<b>x</b>")
    assert "<script>alert" not in answer.text
    assert "<b>x" not in answer.text
