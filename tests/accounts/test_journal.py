from __future__ import annotations

import pytest

from tallystick.accounts.principal import Role
from tallystick.accounts.team import Team
from tallystick.errors import TallystickError
from tests.accounts.clock import Clock

PASSWORD = "a walk by the river"


def told(team: Team) -> list[tuple[str, str, str, str]]:
    return [(entry.by, entry.deed.value, entry.account, entry.about) for entry in team.journal.entries()]


def test_each_deed_is_noted_with_who_did_it(team: Team) -> None:
    team.register.add("Omar", role=Role.ADMIN, password=PASSWORD, by="root at the command line")
    team.register.add("mira", role=Role.READER, password=PASSWORD, by="omar")
    team.register.give_role("mira", Role.REVIEWER, by="omar")
    team.change_password("mira", old=PASSWORD, new="another walk by the river")
    team.tokens.issue("mira", label="notebook", by="mira")
    team.tokens.revoke(1, by="omar")
    team.register.close("mira", by="omar")
    team.register.open("mira", by="omar")
    assert told(team)[::-1] == [
        ("root at the command line", "added", "omar", "admin"),
        ("omar", "added", "mira", "reader"),
        ("omar", "given role", "mira", "reviewer"),
        ("mira", "given another password", "mira", ""),
        ("mira", "issued token", "mira", "notebook"),
        ("omar", "revoked token", "mira", "notebook"),
        ("omar", "closed", "mira", ""),
        ("omar", "opened", "mira", ""),
    ]


def test_what_was_refused_is_not_noted(team: Team) -> None:
    team.register.add("omar", role=Role.ADMIN, password=PASSWORD, by="the test")
    with pytest.raises(TallystickError, match="E829"):
        team.register.close("omar", by="omar")
    with pytest.raises(TallystickError, match="E824"):
        team.register.give_role("nobody", Role.READER, by="omar")
    assert len(told(team)) == 1


def test_an_entry_tells_when(team: Team, clock: Clock) -> None:
    team.register.add("omar", role=Role.ADMIN, password=PASSWORD, by="the test")
    assert [entry.at.timestamp() for entry in team.journal.entries()] == [int(clock())]


def test_the_journal_is_read_from_the_latest_back(team: Team) -> None:
    for name in ("omar", "mira", "lee"):
        team.register.add(name, role=Role.ADMIN, password=PASSWORD, by="the test")
    latest = team.journal.entries(most=2)
    assert [entry.account for entry in latest] == ["lee", "mira"]
    assert [entry.account for entry in team.journal.entries(before=latest[-1].number)] == ["omar"]
