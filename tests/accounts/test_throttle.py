from __future__ import annotations

import pytest

from tallystick.accounts.principal import Role
from tallystick.accounts.team import Team, WrongPasswordError
from tallystick.accounts.throttle import FORGOTTEN, FREE, FREE_OF_ADDRESS, MOST_WAIT, TooManyTriesError
from tallystick.ledger import Ledger
from tests.accounts.clock import Clock

PASSWORD = "a walk by the river"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are compared as they are: what is tested is the counting."""
    monkeypatch.setattr("tallystick.accounts.register.fits", lambda password, kept: kept == password)
    monkeypatch.setattr("tallystick.accounts.register.hash_password", lambda password: password)
    monkeypatch.setattr("tallystick.accounts.register.is_outdated", lambda _: False)


@pytest.fixture(autouse=True)
def mira(team: Team, quick: None) -> None:
    team.register.add("mira", role=Role.ADMIN, password=PASSWORD, by="the test")


def guess(team: Team, name: str = "mira", *, address: str = "192.0.2.1", times: int = 1, browser: str = "") -> None:
    for _ in range(times):
        with pytest.raises(WrongPasswordError):
            team.log_in(name, "guessed guessed", address=address, browser="", known_browser=browser)


def waits(team: Team, name: str = "mira", *, address: str = "192.0.2.1", browser: str = "") -> int:
    with pytest.raises(TooManyTriesError) as told:
        team.log_in(name, PASSWORD, address=address, browser="", known_browser=browser)
    return told.value.seconds


def test_after_a_few_failures_even_the_right_password_waits_and_longer_each_time(team: Team, clock: Clock) -> None:
    guess(team, times=FREE)
    found = []
    for _ in range(12):
        found.append(waits(team))
        clock.go_on(found[-1])
        guess(team)
    assert found == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, MOST_WAIT, MOST_WAIT]


def test_a_try_that_came_too_early_does_not_make_the_wait_longer(team: Team, clock: Clock) -> None:
    guess(team, times=FREE)
    for _ in range(50):
        waits(team)
    clock.go_on(1)
    team.log_in("mira", PASSWORD, address="192.0.2.1", browser="")


def test_an_account_is_counted_wherever_the_guesses_come_from(team: Team) -> None:
    for number in range(FREE):
        guess(team, address=f"192.0.2.{number}")
    assert waits(team, address="198.51.100.7") == 1


def test_an_address_is_counted_whatever_accounts_it_guesses(team: Team) -> None:
    for number in range(FREE_OF_ADDRESS):
        guess(team, f"name{number}")
    assert waits(team) == 1
    team.log_in("mira", PASSWORD, address="198.51.100.7", browser="")


def test_all_addresses_of_one_subscriber_of_version_6_are_one(team: Team) -> None:
    for number in range(FREE_OF_ADDRESS):
        guess(team, f"name{number}", address=f"2001:db8::{number:x}")
    assert waits(team, address="2001:db8::ffff") == 1
    team.log_in("mira", PASSWORD, address="2001:db8:0:1::1", browser="")


def test_a_name_that_there_is_not_waits_in_the_same_way(team: Team) -> None:
    guess(team, "nobody", times=FREE)
    assert waits(team, "nobody") == 1


def test_whoever_logged_in_before_is_not_kept_out_by_the_guesses_of_others(team: Team) -> None:
    known = team.log_in("mira", PASSWORD, address="192.0.2.1", browser="").browser
    guess(team, times=FREE, address="198.51.100.7")
    waits(team, address="198.51.100.7")
    again = team.log_in("mira", PASSWORD, address="198.51.100.7", browser="", known_browser=known)
    assert again.browser == known


def test_a_known_browser_is_counted_too_and_is_known_for_its_account_alone(team: Team) -> None:
    team.register.add("omar", role=Role.READER, password=PASSWORD, by="the test")
    known = team.log_in("mira", PASSWORD, address="192.0.2.1", browser="").browser
    guess(team, times=FREE, browser=known)
    assert waits(team, browser=known) == 1
    guess(team, "omar", times=FREE, browser=known)
    assert waits(team, "omar", browser=known) == 1


def test_a_login_forgets_the_failures_before_it(team: Team) -> None:
    guess(team, times=FREE - 1)
    team.log_in("mira", PASSWORD, address="192.0.2.1", browser="")
    guess(team, times=FREE)


def test_an_address_is_not_washed_by_logging_in_to_an_account_of_ones_own(team: Team) -> None:
    for number in range(FREE_OF_ADDRESS - 1):
        guess(team, f"name{number}")
    team.log_in("mira", PASSWORD, address="192.0.2.1", browser="")
    guess(team, "name")
    assert waits(team) == 1


def test_failures_are_forgotten_in_time(team: Team, clock: Clock) -> None:
    guess(team, times=FREE)
    clock.go_on(FORGOTTEN + 1)
    guess(team, times=FREE)


def test_a_server_that_is_started_again_still_counts(team: Team, ledger: Ledger, clock: Clock) -> None:
    guess(team, times=FREE)
    assert waits(Team(ledger, clock=clock)) == 1


def test_the_old_password_cannot_be_guessed_from_within_a_session(team: Team) -> None:
    for _ in range(FREE):
        with pytest.raises(WrongPasswordError):
            team.change_password("mira", old="guessed guessed", new="another walk by the sea")
    with pytest.raises(TooManyTriesError):
        team.change_password("mira", old=PASSWORD, new="another walk by the sea")
