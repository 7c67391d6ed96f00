from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tallystick.cli import accounts, app
from tallystick.errors import TallystickError
from tests.cli.conftest import call

PASSWORD = "a walk by the river"


def add(ledger: Path, name: str, role: str, password: str = PASSWORD) -> None:
    done = CliRunner().invoke(
        app, ["accounts", "add", name, "--role", role, "--ledger", str(ledger)], input=f"{password}\n"
    )
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception


@pytest.fixture
def team(ledger: Path) -> Path:
    """A ledger with an admin and a reader."""
    add(ledger, "ada", "admin")
    add(ledger, "lee", "reader")
    return ledger


def listed(ledger: Path) -> dict[str, tuple[str, str]]:
    lines = call("accounts", "list", "--ledger", ledger, "--format", "json").lines
    return {row["name"]: (row["role"], row["closed"]) for row in map(json.loads, lines)}


def test_accounts_are_added_and_listed(team: Path) -> None:
    assert listed(team) == {"ada": ("admin", "no"), "lee": ("reader", "no")}


def test_a_password_is_no_argument(team: Path) -> None:
    assert call("accounts", "add", "omar", PASSWORD, "--ledger", team).code == 2


def test_a_password_that_will_not_do_is_refused(team: Path) -> None:
    with pytest.raises(TallystickError, match="E827"):
        add(team, "omar", "reader", "short")
    assert "omar" not in listed(team)


def test_it_is_typed_twice_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    typed = iter(["a walk by the river", "a walk by the sea"])

    def prompt(_: str, *, hide_input: bool, err: bool) -> str:
        asked.append(hide_input)
        return next(typed)

    monkeypatch.setattr(typer, "prompt", prompt)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    with pytest.raises(TallystickError, match="E834"):
        accounts._password_asked()
    assert asked == [True, True]


def test_a_role_is_given_and_an_account_closed_and_opened(team: Path) -> None:
    call("accounts", "role", "lee", "reviewer", "--ledger", team)
    call("accounts", "close", "lee", "--ledger", team)
    assert listed(team)["lee"] == ("reviewer", "yes")
    call("accounts", "open", "lee", "--ledger", team)
    assert listed(team)["lee"] == ("reviewer", "no")


def test_a_password_is_set(team: Path) -> None:
    def kept() -> str:
        with sqlite3.connect(team) as connection:
            return str(connection.execute("SELECT password_hash FROM account WHERE name = 'lee'").fetchone()[0])

    before = kept()
    done = CliRunner().invoke(app, ["accounts", "password", "lee", "--ledger", str(team)], input="another walk there\n")
    assert done.exit_code == 0
    assert kept() != before


def test_a_token_is_printed_alone_listed_without_itself_and_revoked(team: Path) -> None:
    said = call("accounts", "token", "lee", "--label", "notebook", "--ledger", team)
    assert said.out.startswith("tallystick_")
    assert len(said.lines) == 1
    listed_ = call("accounts", "tokens", "--ledger", team).out
    assert "notebook" in listed_
    assert said.out.strip() not in listed_
    call("accounts", "revoke", "1", "--ledger", team)
    assert "notebook" not in call("accounts", "tokens", "--ledger", team).out


def test_there_is_no_account_in_a_ledger_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="E303"):
        add(tmp_path / "none.db", "ada", "admin")
    assert not (tmp_path / "none.db").exists()
