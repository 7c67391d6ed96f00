from __future__ import annotations

import re

import pytest

from tallystick.accounts.team import Team
from tests.web.team import PASSWORD, Teammate

NEW = "another walk by the sea"


def test_the_page_says_who_one_is_and_where_one_is_logged_in(lee: Teammate) -> None:
    page = lee.get("/account").text
    assert "lee" in page
    assert "reader" in page
    assert page.count("this one") == 1


def test_the_password_is_changed_by_whoever_knows_the_old_one(lee: Teammate, stranger: Teammate) -> None:
    assert lee.fill_in("/account/password", old=PASSWORD, new=NEW, again=NEW).status_code == 303
    assert stranger.log_in("lee", NEW).status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "again", "code"),
    [(NEW, NEW, NEW, "E822"), (PASSWORD, NEW, PASSWORD, "E834"), (PASSWORD, "short", "short", "E827")],
)
def test_else_it_stays_and_it_is_said_why(
    lee: Teammate, stranger: Teammate, old: str, new: str, again: str, code: str
) -> None:
    assert code in lee.fill_in("/account/password", old=old, new=new, again=again).text
    assert stranger.log_in("lee").status_code == 303


def test_one_logs_out_in_another_browser(lee: Teammate, stranger: Teammate) -> None:
    stranger.log_in("lee")
    other = re.findall(r'name="session" value="(\w+)"', lee.get("/account").text)
    assert len(other) == 1
    lee.fill_in("/account/sessions/end", session=other[0])
    assert lee.get("/account").status_code == 200
    assert stranger.get("/account").status_code == 401


def test_nobody_ends_the_session_of_another(lee: Teammate, ada: Teammate, team: Team) -> None:
    ada.fill_in("/account/sessions/end", session=team.sessions.of("lee")[0].digest)
    assert lee.get("/account").status_code == 200


def test_a_token_is_shown_once_works_and_is_revoked(lee: Teammate, stranger: Teammate) -> None:
    made = re.findall(r"<code>(tallystick_[\w-]+)</code>", lee.fill_in("/account/tokens", label="notebook").text)
    assert len(made) == 1
    assert made[0] not in lee.get("/account").text
    headers = {"authorization": f"Bearer {made[0]}"}
    assert stranger.get("/api/v1/actors", headers=headers).status_code == 200
    assert lee.fill_in("/account/tokens/1/revoke").status_code == 303
    assert stranger.get("/api/v1/actors", headers=headers).status_code == 401


def test_nobody_revokes_the_token_of_another(lee: Teammate, rana: Teammate, team: Team) -> None:
    team.tokens.issue("lee", label="notebook", by="the test")
    assert rana.fill_in("/account/tokens/1/revoke").status_code == 404
    assert len(team.tokens.tokens("lee")) == 1


def test_a_label_is_not_rendered_as_markup(lee: Teammate) -> None:
    assert "<b>x" not in lee.fill_in("/account/tokens", label="<b>x</b>").text
