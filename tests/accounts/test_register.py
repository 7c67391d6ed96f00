from __future__ import annotations

import pytest
from sqlalchemy import update

from tallystick.accounts.principal import Role
from tallystick.accounts.team import Team
from tallystick.errors import TallystickError
from tallystick.ledger import Ledger
from tallystick.ledger.account_schema import account

PASSWORD = "a walk by the river"


def test_an_account_is_known_by_its_name_and_password(team: Team) -> None:
    team.register.add("Mira", role=Role.REVIEWER, password=PASSWORD, by="the test")
    found = team.register.recognise(" mira ", PASSWORD)
    assert found is not None
    assert (found.name, found.role, found.is_closed) == ("mira", Role.REVIEWER, False)


@pytest.mark.parametrize(
    ("name", "password"), [("mira", "a walk by the sea"), ("omar", PASSWORD), ("mi\x00ra?", PASSWORD)]
)
def test_nobody_else_is_recognised(team: Team, name: str, password: str) -> None:
    team.register.add("mira", role=Role.REVIEWER, password=PASSWORD, by="the test")
    assert team.register.recognise(name, password) is None


@pytest.mark.parametrize("name", ["", "-", "mira lo", "<b>mira</b>", "mira\n", ".mira", "m" * 41, "../mira", "mira;--"])
def test_a_name_that_could_be_mistaken_is_refused(team: Team, name: str) -> None:
    if name.strip() == "mira":
        assert team.register.add(name, role=Role.READER, password=PASSWORD, by="the test").name == "mira"
        return
    with pytest.raises(TallystickError, match="E826"):
        team.register.add(name, role=Role.READER, password=PASSWORD, by="the test")


def test_two_names_that_differ_in_capitals_alone_are_one(team: Team) -> None:
    team.register.add("mira", role=Role.READER, password=PASSWORD, by="the test")
    with pytest.raises(TallystickError, match="E825"):
        team.register.add("MIRA", role=Role.ADMIN, password=PASSWORD, by="the test")


def test_the_only_admin_stays_one(team: Team) -> None:
    team.register.add("mira", role=Role.ADMIN, password=PASSWORD, by="the test")
    team.register.add("omar", role=Role.REVIEWER, password=PASSWORD, by="the test")
    with pytest.raises(TallystickError, match="E829"):
        team.register.give_role("mira", Role.REVIEWER, by="the test")
    with pytest.raises(TallystickError, match="E829"):
        team.register.close("mira", by="the test")
    team.register.give_role("omar", Role.ADMIN, by="the test")
    team.register.close("mira", by="the test")
    assert [(a.name, a.role, a.is_closed) for a in team.register.accounts()] == [
        ("mira", Role.ADMIN, True),
        ("omar", Role.ADMIN, False),
    ]


@pytest.mark.parametrize("name", ["\u0430da", "ad\u0430", "o\u03bcar", "mir\u0251\u0430"], ids=ascii)
def test_a_name_that_mixes_scripts_to_look_like_another_is_refused(team: Team, name: str) -> None:
    with pytest.raises(TallystickError, match="E826"):
        team.register.add(name, role=Role.READER, password=PASSWORD, by="the test")


@pytest.mark.parametrize("name", ["\u0639\u0645\u0631", "\u0430\u043d\u043d\u0430", "mira-2", "7"], ids=ascii)
def test_a_name_of_one_script_will_do(team: Team, name: str) -> None:
    assert team.register.add(name, role=Role.READER, password=PASSWORD, by="the test").name == name


def test_a_closed_account_is_not_recognised_until_it_is_opened(team: Team) -> None:
    team.register.add("mira", role=Role.ADMIN, password=PASSWORD, by="the test")
    team.register.add("omar", role=Role.READER, password=PASSWORD, by="the test")
    team.register.close("omar", by="the test")
    assert team.register.recognise("omar", PASSWORD) is None
    team.register.open("omar", by="the test")
    assert team.register.recognise("omar", PASSWORD) is not None


def test_a_hash_of_weaker_parameters_is_made_anew_at_the_next_login(team: Team, ledger: Ledger) -> None:
    from argon2 import PasswordHasher

    team.register.add("mira", role=Role.ADMIN, password=PASSWORD, by="the test")
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with ledger.database.write() as connection:
        connection.execute(update(account).values(password_hash=weak))
    assert team.register.recognise("mira", PASSWORD)
    with ledger.database.read() as connection:
        assert "m=65536" in str(connection.execute(account.select()).one().password_hash)
