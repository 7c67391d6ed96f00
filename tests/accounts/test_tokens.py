from __future__ import annotations

import pytest
from sqlalchemy import text

from tallystick.accounts.principal import Principal, Role
from tallystick.accounts.team import Team
from tallystick.errors import TallystickError
from tallystick.ledger import Ledger
from tests.accounts.clock import Clock


@pytest.fixture
def token(team: Team) -> str:
    team.register.add("omar", role=Role.ADMIN, password="a walk by the sea", by="the test")
    team.register.add("mira", role=Role.ADMIN, password="a walk by the river", by="the test")
    return team.tokens.issue("mira", label="notebook", days=30, by="the test")


def test_a_token_reads_whatever_its_account_may_do(team: Team, token: str) -> None:
    assert team.tokens.principal(token) == Principal("mira", Role.READER)
    assert team.tokens.principal(token + "x") is None


def test_the_token_is_not_in_the_database(team: Team, token: str, ledger: Ledger) -> None:
    with ledger.database.read() as connection:
        rows = connection.execute(text("SELECT * FROM account_token")).all()
    assert len(rows) == 1
    assert token not in str(rows)
    assert token.startswith("tallystick_")


def test_it_expires(team: Team, token: str, clock: Clock) -> None:
    clock.go_on(30 * 86_400 - 1)
    assert team.tokens.principal(token)
    clock.go_on(1)
    assert team.tokens.principal(token) is None
    assert [each.is_over for each in team.tokens.tokens()] == [True]


def test_it_is_revoked_by_its_own_account_or_by_the_command(team: Team, token: str) -> None:
    number = team.tokens.tokens("mira")[0].number
    with pytest.raises(TallystickError, match="E832"):
        team.tokens.revoke(number, name="omar", by="the test")
    assert team.tokens.principal(token)
    team.tokens.revoke(number, by="the test")
    assert team.tokens.principal(token) is None


def test_it_ends_with_its_account(team: Team, token: str) -> None:
    team.register.close("mira", by="the test")
    assert team.tokens.principal(token) is None
    with pytest.raises(TallystickError, match="E835"):
        team.tokens.issue("mira", label="another", by="the test")
    with pytest.raises(TallystickError, match="E824"):
        team.tokens.issue("nobody", label="another", by="the test")


@pytest.mark.parametrize(("label", "days"), [("", 1), ("x" * 81, 1), ("a\nb", 1), ("a", 0), ("a", 367)])
def test_label_and_days_have_bounds(team: Team, token: str, label: str, days: int) -> None:
    with pytest.raises(TallystickError, match="E801"):
        team.tokens.issue("mira", label=label, days=days, by="the test")
