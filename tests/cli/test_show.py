"""``show``: one incident with all that carries it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import call


@pytest.fixture(scope="module")
def drone_attack(filled: Path) -> str:
    (line,) = call("incidents", "--ledger", filled, "--kind", "drone_attack", "--format", "json").lines
    name: str = json.loads(line)["id"]
    return name


def test_it_tells_when_where_and_how_many(filled: Path, drone_attack: str) -> None:
    said = call("show", drone_attack, "--ledger", filled)
    assert said.code == 0
    for words in (drone_attack, "2024-01-28", "Tower 22", "killed    3", "drone"):
        assert words in said.out


def test_it_quotes_every_report(filled: Path, drone_attack: str) -> None:
    out = call("show", drone_attack, "--ledger", filled).out
    assert out.count("“") >= 2
    assert "wire.txt" in out
    assert "brief.txt" in out


def test_it_says_why_the_tellings_were_joined(filled: Path, drone_attack: str) -> None:
    assert "same site: Tower 22" in call("show", drone_attack, "--ledger", filled).out


def test_it_says_who_claims_it_and_how_sure_that_is(filled: Path, drone_attack: str) -> None:
    out = call("show", drone_attack, "--ledger", filled).out
    assert "Islamic Resistance in Iraq claims it" in out
    assert "It is likely that" in out
    assert "Confidence is low" in out


def test_a_claim_is_no_perpetrator(filled: Path, drone_attack: str) -> None:
    assert "not stated as fact" in call("show", drone_attack, "--ledger", filled).out


def test_each_join_is_a_waterfall_in_aligned_columns(filled: Path, drone_attack: str) -> None:
    lines = call("show", drone_attack, "--ledger", filled).lines
    first = next(line for line in lines if line.lstrip().startswith("all pairs"))
    last = next(line for line in lines if line.lstrip().startswith("together"))
    assert first.index("where all pairs begin") == last.index("probability")


def test_why_compares_every_pair_and_names_the_mentions_behind_each_value(filled: Path, drone_attack: str) -> None:
    out = call("show", drone_attack, "--ledger", filled, "--why").out
    (row,) = map(json.loads, call("show", drone_attack, "--ledger", filled, "--why", "--json").lines)
    assert "Which mentions give each value" in out
    assert len(row["pairs"]) == len(row["mentions"]) * (len(row["mentions"]) - 1) // 2
    assert {s["field"] for s in row["sourced"]} >= {"kind", "start", "place", "killed", "status"}


def test_a_picture_is_drawn(filled: Path, drone_attack: str, tmp_path: Path) -> None:
    path = tmp_path / "why.svg"
    assert call("show", drone_attack, "--ledger", filled, "--picture", path).code == 0
    assert "where all pairs begin" in path.read_text(encoding="utf-8")


def test_as_json(filled: Path, drone_attack: str) -> None:
    (line,) = call("show", drone_attack, "--ledger", filled, "--json").lines
    assert json.loads(line)["id"] == drone_attack


def test_an_unknown_id_is_2(filled: Path) -> None:
    said = call("show", "inc-000000000000", "--ledger", filled)
    assert said.code == 2
    assert "[E302]" in said.err
