from __future__ import annotations

from fastapi import FastAPI

from tallystick.accounts.sessions import IDLE
from tallystick.accounts.team import Team
from tests.accounts.clock import Clock
from tests.web.team import A_PAGE, PASSWORD, Teammate

COOKIE = "tallystick_session"


def copy_of(mate: Teammate, app: FastAPI) -> Teammate:
    """Somebody who has got hold of the cookie of another."""
    thief = Teammate(app)
    thief.cookies.set(COOKIE, mate.cookies[COOKIE])
    return thief


def is_in(mate: Teammate) -> bool:
    return mate.get("/incidents", headers=A_PAGE).status_code == 200


def test_a_session_that_was_chosen_beforehand_is_not_taken_over(stranger: Teammate, team_app: FastAPI) -> None:
    stranger.cookies.set(COOKIE, "chosen", domain="localhost.local")
    stranger.log_in("lee")
    attacker = Teammate(team_app)
    attacker.cookies.set(COOKIE, "chosen")
    assert is_in(stranger)
    assert not is_in(attacker)


def test_a_login_begins_a_new_session_and_ends_the_one_before(lee: Teammate, team_app: FastAPI) -> None:
    before = copy_of(lee, team_app)
    token = lee.form_token()
    lee.post("/login", data={"token": token, "name": "lee", "password": PASSWORD})
    assert is_in(lee)
    assert not is_in(before)


def test_a_cookie_is_worth_nothing_after_the_logout(lee: Teammate, team_app: FastAPI) -> None:
    thief = copy_of(lee, team_app)
    assert is_in(thief)
    answer = lee.fill_in("/logout")
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert not is_in(thief)


def test_nor_after_a_logout_everywhere_from_another_browser(lee: Teammate, team_app: FastAPI) -> None:
    elsewhere = Teammate(team_app)
    elsewhere.log_in("lee")
    elsewhere.fill_in("/account/sessions/end-all")
    assert not is_in(lee)
    assert not is_in(elsewhere)


def test_nor_after_the_account_was_closed(lee: Teammate, ada: Teammate) -> None:
    assert ada.fill_in("/accounts/lee/close").status_code == 303
    assert not is_in(lee)


def test_nor_after_an_admin_set_the_password(lee: Teammate, ada: Teammate) -> None:
    ada.fill_in("/accounts/lee/password", password="another walk by the river")
    assert not is_in(lee)


def test_a_change_of_the_password_ends_all_sessions_but_the_one_in_which_it_was_changed(
    lee: Teammate, team_app: FastAPI
) -> None:
    thief = copy_of(lee, team_app)
    answer = lee.fill_in(
        "/account/password", old=PASSWORD, new="another walk by the sea", again="another walk by the sea"
    )
    assert answer.status_code == 303
    assert is_in(lee)
    assert not is_in(thief)


def test_nor_after_two_hours_without_a_request(lee: Teammate, team_clock: Clock) -> None:
    team_clock.go_on(IDLE + 1)
    assert not is_in(lee)


def test_a_role_that_was_taken_away_is_gone_at_once(rana: Teammate, team: Team) -> None:
    from tallystick.accounts.principal import Role

    assert rana.get("/add").status_code == 200
    team.register.give_role("rana", Role.READER, by="the test")
    assert rana.get("/add").status_code == 403


def test_no_script_and_no_other_site_gets_the_cookie(stranger: Teammate) -> None:
    told = stranger.log_in("lee").headers["set-cookie"].lower()
    for cookie in ("tallystick_session=", "tallystick_browser="):
        flags = told.split(cookie)[1].split(", tallystick")[0]
        assert "httponly" in flags
        assert "samesite=lax" in flags
        assert "path=/" in flags
        assert "domain" not in flags


def test_over_https_it_goes_over_https_alone(team_app: FastAPI) -> None:
    mate = Teammate(team_app, base_url="https://localhost")
    answer = mate.log_in("lee")
    told = answer.headers["set-cookie"].lower()
    assert "__host-tallystick_session=" in told
    assert told.count("secure") == told.count("httponly") == 2
    assert is_in(mate)
    assert answer.headers["strict-transport-security"]
    # What came over http, where anybody may have set it, is no session over https.
    mate.cookies.set(COOKIE, mate.cookies["__Host-tallystick_session"])
    del mate.cookies["__Host-tallystick_session"]
    assert not is_in(mate)


def test_the_secret_of_a_session_is_on_no_page(lee: Teammate) -> None:
    for path in ("/", "/account", "/incidents"):
        assert lee.cookies[COOKIE] not in lee.get(path).text
