from __future__ import annotations

import pytest

from tallystick.web.guard.onward import onward_to
from tests.web.team import Teammate

ELSEWHERE = [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "evil.example",
    "",
    "/x\r\nSet-Cookie: a=b",
    "/" + "x" * 3_000,
]


@pytest.mark.parametrize("asked", ELSEWHERE)
def test_nobody_is_sent_elsewhere_after_the_login(asked: str) -> None:
    assert onward_to(asked) == "/"


@pytest.mark.parametrize("asked", ["/", "/incidents?q=a%20b&country=Iraq", "/reports/x?start=1#at"])
def test_a_page_from_here_is_gone_on_to(asked: str) -> None:
    assert onward_to(asked) == asked


@pytest.mark.parametrize("asked", ELSEWHERE[:4])
def test_the_login_page_itself_sends_nobody_elsewhere(stranger: Teammate, asked: str) -> None:
    assert stranger.log_in("lee", next_=asked).headers["location"] == "/"
    assert stranger.get("/login", params={"next": asked}).headers["location"] == "/"


def test_an_answer_takes_no_header_from_an_address(lee: Teammate) -> None:
    answer = lee.get("/login?next=/x%0d%0aSet-Cookie:%20a=b")
    assert "set-cookie" not in answer.headers
    answer = lee.fill_in("/logout", next="/x\r\nx-evil: 1")
    assert "x-evil" not in answer.headers
