from __future__ import annotations

import re

import pytest

from tallystick.accounts import passwords, register
from tallystick.accounts.throttle import FREE
from tests.accounts.clock import Clock
from tests.web.team import Teammate

WRONG = "a walk by the sea"


def test_guessing_is_slowed_down_and_the_page_says_for_how_long(stranger: Teammate, team_clock: Clock) -> None:
    for _ in range(FREE):
        assert stranger.log_in("lee", WRONG).status_code == 403
    answer = stranger.log_in("lee", WRONG)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    assert "try again in 1 s" in answer.text
    team_clock.go_on(1)
    assert stranger.log_in("lee").status_code == 303


def test_whoever_logged_in_here_before_is_not_kept_out_by_a_stranger(lee: Teammate, stranger: Teammate) -> None:
    lee.fill_in("/logout")
    for _ in range(FREE + 1):
        stranger.log_in("lee", WRONG)
    assert stranger.log_in("lee").status_code == 429
    assert lee.log_in("lee").status_code == 303


def test_a_name_that_there_is_not_is_answered_as_one_that_there_is(
    stranger: Teammate, ada: Teammate, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[bool] = []
    fits = passwords.fits

    def noting(password: str, kept: str | None) -> bool:
        worked.append(kept is not None)
        return fits(password, kept)

    monkeypatch.setattr(register, "fits", noting)
    ada.fill_in("/accounts/rana/close")
    answers = [stranger.log_in(name, WRONG) for name in ("lee", "nobody", "rana")]
    assert {answer.status_code for answer in answers} == {403}
    # The token of the form is written otherwise in every page.
    told = {re.sub(r'name="name" value="\w+"|[0-9a-f]{64,}', "", answer.text) for answer in answers}
    assert len(told) == 1
    assert worked == [True, False, False]


def test_a_login_that_another_site_sends_is_refused(stranger: Teammate) -> None:
    answer = stranger.post("/login", data={"name": "lee", "password": "a walk by the river"})
    assert answer.status_code == 403
    assert "tallystick_session" not in answer.headers.get("set-cookie", "")


def test_a_password_is_not_sent_back(stranger: Teammate) -> None:
    assert WRONG not in stranger.log_in("lee", WRONG).text
