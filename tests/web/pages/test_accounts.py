from __future__ import annotations

import pytest

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


def test_a_forgotten_password_is_set(ada: Teammate, stranger: Teammate) -> None:
    ada.fill_in("/accounts/lee/password", password=FIRST)
    assert stranger.log_in("lee", FIRST).status_code == 303
    assert "E824" in ada.fill_in("/accounts/nobody/password", password=FIRST).text
