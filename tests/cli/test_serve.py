from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tallystick.web.serving import Server
from tests.cli.conftest import call
from tests.cli.test_accounts import add


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """How the server was started, without its being started; and what it answers to some hosts."""
    told: dict[str, Any] = {}

    def run(server: Server) -> None:
        assert isinstance(server.config.app, FastAPI)
        client = TestClient(server.config.app, follow_redirects=False)
        hosts = ("localhost", "tally.example", "192.0.2.7", "evil.example")
        told["answers"] = {
            host: client.get("/", headers={"host": host, "accept": "text/html"}).status_code for host in hosts
        }
        told.update({name: getattr(server.config, name) for name in ("host", "proxy_headers", "forwarded_allow_ips")})
        server.started = True

    monkeypatch.setattr(Server, "run", run)
    return told


def test_by_itself_it_answers_this_machine_alone(ledger: Path, served: dict[str, Any]) -> None:
    assert call("serve", "--ledger", ledger).code == 0
    assert served["host"] == "127.0.0.1"
    assert served["answers"] == {"localhost": 200, "tally.example": 421, "192.0.2.7": 421, "evil.example": 421}


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "localhost.example"])
def test_without_a_team_it_answers_no_other(ledger: Path, served: dict[str, Any], host: str) -> None:
    said = call("serve", "--ledger", ledger, "--host", host)
    assert said.code == 2
    assert "E831" in said.err
    assert len(said.err.splitlines()) == 1
    assert not served


def test_without_an_admin_there_is_no_team(ledger: Path, served: dict[str, Any]) -> None:
    add(ledger, "lee", "reader")
    said = call("serve", "--ledger", ledger, "--team")
    assert said.code == 2
    assert "E830" in said.err
    assert not served


def test_a_team_logs_in_at_the_names_that_were_given(ledger: Path, served: dict[str, Any]) -> None:
    add(ledger, "ada", "admin")
    said = call("serve", "--ledger", ledger, "--team", "--host", "192.0.2.7", "--allow-host", "tally.example")
    assert served["host"] == "192.0.2.7"
    assert served["answers"] == {"localhost": 303, "tally.example": 303, "192.0.2.7": 303, "evil.example": 421}
    assert "https" in said.err


def test_what_a_proxy_says_of_a_client_is_believed_of_that_proxy_alone(ledger: Path, served: dict[str, Any]) -> None:
    add(ledger, "ada", "admin")
    call("serve", "--ledger", ledger, "--team")
    assert served["proxy_headers"] is False
    said = call("serve", "--ledger", ledger, "--team", "--behind-proxy", "10.0.0.2")
    assert (served["proxy_headers"], served["forwarded_allow_ips"]) == (True, "10.0.0.2")
    assert "https" not in said.err
