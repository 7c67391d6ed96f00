from __future__ import annotations

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.types import ASGIApp, Message

from tallystick.ledger import Ledger
from tallystick.web.guard.forgery import unmask
from tests.web.team import Teammate


def test_the_token_of_another_session_does_not_pass(rana: Teammate, ada: Teammate, team_ledger: Ledger) -> None:
    id_ = team_ledger.incidents()[0].id
    answer = rana.post(f"/incidents/{id_}/decisions", data={"act": "accept", "token": ada.form_token()})
    assert answer.status_code == 403
    assert "E803" in answer.text
    assert team_ledger.journal() == ()


def test_nor_does_a_token_that_a_neighbour_has_set_as_a_cookie(rana: Teammate, team_ledger: Ledger) -> None:
    rana.cookies.set("tallystick_token", "x" * 32)
    id_ = team_ledger.incidents()[0].id
    answer = rana.post(f"/incidents/{id_}/decisions", data={"act": "accept", "token": "x" * 32})
    assert answer.status_code == 403
    assert team_ledger.journal() == ()


def test_nor_does_the_token_of_the_session_before(rana: Teammate, team_ledger: Ledger) -> None:
    token = rana.form_token()
    rana.fill_in("/logout")
    rana.log_in("rana")
    id_ = team_ledger.incidents()[0].id
    assert rana.post(f"/incidents/{id_}/decisions", data={"act": "accept", "token": token}).status_code == 403


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}])
def test_what_another_site_sends_is_refused_even_with_the_token(
    rana: Teammate, team_ledger: Ledger, headers: dict[str, str]
) -> None:
    id_ = team_ledger.incidents()[0].id
    data = {"act": "accept", "token": rana.form_token()}
    assert rana.post(f"/incidents/{id_}/decisions", data=data, headers=headers).status_code == 403
    assert team_ledger.journal() == ()


@pytest.mark.parametrize("header", [(b"sec-fetch-site", b"cross-site"), (b"origin", b"http://evil.example")])
def test_it_is_refused_before_anything_of_it_is_read(client: Teammate, header: tuple[bytes, bytes]) -> None:
    # A browser of another test may hold an event loop in this thread.
    with start_blocking_portal() as portal:
        assert portal.call(_sent_unread, client.app, [(b"host", b"localhost"), header]) == 403


async def _sent_unread(app: ASGIApp, headers: list[tuple[bytes, bytes]]) -> int:
    """The status with which files are answered of which nothing can be read."""
    answered: list[Message] = []

    async def receive() -> Message:
        raise AssertionError("the body was read")

    async def send(message: Message) -> None:
        answered.append(message)

    scope = {
        "type": "http", "method": "POST", "path": "/add/files", "raw_path": b"/add/files", "query_string": b"",
        "headers": headers, "scheme": "http", "http_version": "1.1", "root_path": "",
        "server": ("localhost", 80), "client": ("127.0.0.1", 1), "app": app,
    }  # fmt: skip
    await app(scope, receive, send)
    return int(answered[0]["status"])


def test_no_two_pages_show_the_same_token(rana: Teammate) -> None:
    shown = {rana.form_token() for _ in range(3)}
    assert len(shown) == 3
    assert {unmask(token) for token in shown} == {unmask(rana.form_token())}


@pytest.mark.parametrize("token", ["", "zz", "00", "0" * 255, "\u0660" * 64])
def test_what_is_no_token_at_all_is_refused(rana: Teammate, token: str) -> None:
    assert rana.post("/account/sessions/end-all", data={"token": token}).status_code == 403


def test_nothing_is_read_of_what_somebody_sends_who_may_not_add(lee: Teammate) -> None:
    cookie = "; ".join(f"{name}={value}" for name, value in lee.cookies.items())
    with start_blocking_portal() as portal:
        assert portal.call(_sent_unread, lee.app, [(b"host", b"localhost"), (b"cookie", cookie.encode())]) == 403
