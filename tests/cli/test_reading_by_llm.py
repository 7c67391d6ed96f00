"""``--reader llm`` from the command line, with a server in this process."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import REPORTS, call, write
from tests.reading.llm.fake_server import FakeServer, events, running, says, sends

QUOTE = "a drone attack on Tower 22 in Jordan on Sunday"
TOLD = events({"quote": QUOTE, "trigger": "attack", "kind": "drone_attack", "when": "on Sunday", "where": "Tower 22"})


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    return write(tmp_path / "wire", {"wire.txt": REPORTS["wire.txt"]})


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeServer]:
    with running() as fake:
        # Set here, so that what options put there is taken away again.
        monkeypatch.setenv("TALLYSTICK_LLM_URL", fake.url)
        monkeypatch.setenv("TALLYSTICK_LLM_MODEL", "fake")
        monkeypatch.setenv("TALLYSTICK_LLM_KEY", "secret-key")
        monkeypatch.setenv("TALLYSTICK_LLM_RETRIES", "0")
        monkeypatch.setenv("TALLYSTICK_LLM_LANGUAGES", "en")
        monkeypatch.setenv("TALLYSTICK_LLM_BUDGET", "")
        yield fake


def test_extract_prints_what_the_model_points_to(server: FakeServer, wire: Path) -> None:
    server.will(TOLD)
    said = call("extract", wire, "--reader", "llm")
    assert (said.code, f'"exact": "{QUOTE}"' in said.out) == (0, True)


def test_what_it_took_is_told(server: FakeServer, wire: Path) -> None:
    server.will(TOLD)
    assert (
        "1 passages asked for, 0 answered before, 100 tokens; 1 mentions kept"
        in call("extract", wire, "--reader", "llm").err
    )


def test_without_an_endpoint_nothing_is_read(wire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TALLYSTICK_LLM_URL", raising=False)
    said = call("extract", wire, "--reader", "llm")
    assert (said.code, "--llm-url" in said.err) == (2, True)


def test_what_the_budget_does_not_reach_is_read_the_next_time(server: FakeServer, tmp_path: Path, wire: Path) -> None:
    ledger = tmp_path / "ledger.db"
    server.will(TOLD)
    first = call("ingest", wire, "--ledger", ledger, "--reader", "llm", "--llm-budget", "10")
    assert (first.code, "E215" in first.err, server.bodies) == (1, True, [])
    second = call("ingest", wire, "--ledger", ledger, "--reader", "llm", "--llm-budget", "10000")
    assert (second.code, "1 mentions kept" in second.err) == (0, True)


def test_a_report_whose_answer_was_broken_is_read_the_next_time(server: FakeServer, tmp_path: Path, wire: Path) -> None:
    ledger = tmp_path / "ledger.db"
    server.will(says("{"))
    assert "E213" in call("ingest", wire, "--ledger", ledger, "--reader", "llm").err
    server.will(TOLD)
    assert "1 mentions kept" in call("ingest", wire, "--ledger", ledger, "--reader", "llm").err


def test_a_server_that_is_gone_is_told_once(server: FakeServer, tmp_path: Path) -> None:
    several = write(tmp_path / "in", {f"{n}.txt": f"{REPORTS['wire.txt']} Report {n}." for n in range(3)})
    server.will(sends(500))
    said = call("ingest", several, "--ledger", tmp_path / "ledger.db", "--reader", "llm")
    assert said.err.count("E214") == 1


def test_answers_are_kept_beside_the_ledger(server: FakeServer, tmp_path: Path, wire: Path) -> None:
    server.will(TOLD)
    call("ingest", wire, "--ledger", tmp_path / "ledger.db", "--reader", "llm")
    with sqlite3.connect(tmp_path / "ledger.db.llm") as kept:
        assert kept.execute("SELECT count(*) FROM answers").fetchone() == (1,)


def test_the_key_is_written_nowhere(server: FakeServer, tmp_path: Path, wire: Path) -> None:
    server.will(TOLD)
    out = tmp_path / "out"
    said = call("run", wire, "--out", out, "--ledger", tmp_path / "ledger.db", "--reader", "llm")
    written = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert len(written) > 10
    assert b"secret-key" not in b"".join([*written, said.out.encode(), said.err.encode()])


def test_doctor_asks_no_model(server: FakeServer, tmp_path: Path) -> None:
    said = call("doctor", "--ledger", tmp_path / "none.db")
    assert ("llm (fake)" in said.out, server.bodies) == (True, [])
