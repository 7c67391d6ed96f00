from __future__ import annotations

import pytest
from sqlalchemy import text

from tallystick.accounts.principal import Principal, Role
from tallystick.accounts.sessions import IDLE, TOUCH, WHOLE
from tallystick.accounts.team import Team
from tallystick.ledger import Ledger
from tests.accounts.clock import Clock


@pytest.fixture
def secret(team: Team) -> str:
    team.register.add("omar", role=Role.ADMIN, password="a walk by the sea", by="the test")
    team.register.add("mira", role=Role.REVIEWER, password="a walk by the river", by="the test")
    return team.sessions.begin("mira", browser="Firefox")


def test_a_session_is_of_its_account(team: Team, secret: str) -> None:
    assert team.sessions.principal(secret) == Principal("mira", Role.REVIEWER)
    assert team.sessions.principal(secret[:-1]) is None
    assert team.sessions.principal("") is None


def test_the_secret_is_not_in_the_database(team: Team, secret: str, ledger: Ledger) -> None:
    with ledger.database.read() as connection:
        rows = connection.execute(text("SELECT * FROM account_session")).all()
    assert len(secret) == 43
    assert len(rows) == 1
    assert secret not in str(rows)


def test_it_ends_when_it_is_not_used(team: Team, secret: str, clock: Clock) -> None:
    clock.go_on(IDLE - 1)
    assert team.sessions.principal(secret)
    clock.go_on(IDLE - 1)
    assert team.sessions.principal(secret)
    clock.go_on(IDLE + 1)
    assert team.sessions.principal(secret) is None


def test_it_ends_in_the_end_however_much_it_is_used(team: Team, secret: str, clock: Clock) -> None:
    for _ in range(WHOLE // (IDLE // 2)):
        assert team.sessions.principal(secret)
        clock.go_on(IDLE // 2)
    clock.go_on(1)
    assert team.sessions.principal(secret) is None


def test_use_is_noted_now_and_then(team: Team, secret: str, clock: Clock) -> None:
    begun = team.sessions.of("mira")[0].seen_at
    clock.go_on(TOUCH - 1)
    team.sessions.principal(secret)
    assert team.sessions.of("mira")[0].seen_at == begun
    clock.go_on(2)
    team.sessions.principal(secret)
    assert team.sessions.of("mira")[0].seen_at > begun


def test_a_role_holds_from_the_next_request_on(team: Team, secret: str) -> None:
    team.register.give_role("mira", Role.READER, by="the test")
    assert team.sessions.principal(secret) == Principal("mira", Role.READER)


def test_it_ends_when_the_account_is_closed_and_does_not_come_back(team: Team, secret: str) -> None:
    team.register.close("mira", by="the test")
    assert team.sessions.principal(secret) is None
    team.register.open("mira", by="the test")
    assert team.sessions.principal(secret) is None


def test_it_ends_when_the_password_is_set(team: Team, secret: str) -> None:
    team.register.set_password("mira", "another walk by the river", by="the test")
    assert team.sessions.principal(secret) is None


def test_one_is_ended_and_the_others_stay(team: Team, secret: str) -> None:
    other = team.sessions.begin("mira", browser="Chromium")
    ended = next(each for each in team.sessions.of("mira") if each.browser == "Firefox")
    team.sessions.end(ended.digest, name="omar")
    assert team.sessions.principal(secret)
    team.sessions.end(ended.digest, name="mira")
    assert team.sessions.principal(secret) is None
    assert team.sessions.principal(other)
    team.sessions.end_all("mira")
    assert team.sessions.principal(other) is None


def test_what_a_browser_calls_itself_is_cut_and_made_printable(team: Team, secret: str) -> None:
    team.sessions.begin("omar", browser="x\x00\n" + "y" * 1000)
    assert team.sessions.of("omar")[0].browser == "x" + "y" * 199
