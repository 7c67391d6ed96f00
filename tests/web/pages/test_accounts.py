from __future__ import annotations

import pytest

from tallystick.accounts.team import Team
from tallystick.web.pages import accounts
from tests.web.team import Teammate

FIRST = "first walk by the sea"


def test_an_admin_adds_somebody_who_can_then_log_in(ada: Teammate, stranger: Teammate) -> None:
    assert ada.fill_in("/accounts", name="omar", role="reviewer", password=FIRST).status_code == 303
    assert "omar" in ada.get("/accounts").text
    assert stranger.log_in("omar", FIRST).status_code == 303
    assert stranger.get("/add").status_code == 200


@pytest.mark.parametrize(
    ("name", "password", "code"), [("lee", FIRST, "E825"), ("<b>", FIRST, "E826"), ("omar", "short", "E827")]
)
def test_else_it_is_said_why_not(ada: Teammate, name: str, password: str, code: str) -> None:
    answer = ada.fill_in("/accounts", name=name, role="admin", password=password)
    assert code in answer.text
    assert "<b>:" not in answer.text
    assert 'href="/accounts/omar' not in answer.text


def test_a_role_is_given(ada: Teammate, lee: Teammate) -> None:
    assert lee.get("/add").status_code == 403
    assert ada.fill_in("/accounts/lee/role", role="reviewer").status_code == 303
    assert lee.get("/add").status_code == 200


def test_an_account_is_closed_and_opened_again(ada: Teammate, stranger: Teammate) -> None:
    ada.fill_in("/accounts/lee/close")
    assert stranger.log_in("lee").status_code == 403
    ada.fill_in("/accounts/lee/open")
    assert stranger.log_in("lee").status_code == 303


@pytest.mark.parametrize(("path", "role"), [("role", "reader"), ("close", "")])
def test_the_only_admin_stays_one(ada: Teammate, path: str, role: str) -> None:
    assert "E829" in ada.fill_in(f"/accounts/ada/{path}", role=role).text
    assert ada.get("/accounts").status_code == 200


def test_what_was_done_to_whom_is_told_to_admins(ada: Teammate) -> None:
    ada.fill_in("/accounts/lee/role", role="reviewer")
    ada.fill_in("/accounts/lee/close")
    told = ada.get("/accounts").text.partition("What was done")[2]
    assert "given role: <bdi>reviewer</bdi>" in told
    assert told.index("closed") < told.index("given role")
    assert "<bdi>ada</bdi>" in told


def test_older_entries_stand_on_a_page_of_their_own(ada: Teammate, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "SHOWN", 2)
    (_, before) = ada.get("/accounts").text.split("?before=")
    number = int(before.split("#")[0])
    told = ada.get("/accounts", params={"before": number}).text.partition("What was done")[2]
    assert told.count("<tr>") == 1 + sum(entry.number < number for entry in team.journal.entries())


def test_a_forgotten_password_is_set(ada: Teammate, stranger: Teammate) -> None:
    ada.fill_in("/accounts/lee/password", password=FIRST)
    assert stranger.log_in("lee", FIRST).status_code == 303
    assert "E824" in ada.fill_in("/accounts/nobody/password", password=FIRST).text
