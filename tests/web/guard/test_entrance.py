from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from tallystick.accounts.team import Team
from tallystick.web.api import ROUTERS
from tallystick.web.pages import PAGES, TEAM_PAGES
from tests.accounts.clock import Clock
from tests.web.team import A_PAGE, Teammate

ROUTES = [route for router in (*PAGES, *TEAM_PAGES, *ROUTERS) for route in router.routes if isinstance(route, APIRoute)]


def path_of(route: APIRoute) -> str:
    return route.path.replace("{", "").replace("}", "").replace("number", "1")


def test_somebody_who_is_not_logged_in_gets_nothing_but_the_login_page(stranger: Teammate) -> None:
    open_: list[str] = []
    for route in ROUTES:
        for method in (route.methods or set()) - {"HEAD"}:
            answer = stranger.request(method, path_of(route), headers=A_PAGE)
            if answer.status_code not in (303, 401, 403) or "Log in" not in answer.text + "Log in" * (not answer.text):
                open_.append(f"{method} {route.path}: {answer.status_code}")
    assert open_ == ["GET /login: 200"]


def test_whoever_follows_a_link_comes_back_to_it_after_the_login(stranger: Teammate) -> None:
    answer = stranger.get("/incidents?country=Iraq&q=a+b", headers=A_PAGE)
    assert answer.headers["location"] == "/login?next=%2Fincidents%3Fcountry%3DIraq%26q%3Da%2Bb"
    assert stranger.log_in("lee", next_="/incidents?country=Iraq&q=a+b").headers["location"] == (
        "/incidents?country=Iraq&q=a+b"
    )


def test_a_part_of_a_page_that_is_asked_for_leads_the_whole_page_to_the_login(stranger: Teammate) -> None:
    answer = stranger.get("/incidents", headers={**A_PAGE, "hx-request": "true"})
    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/login")


def test_scripts_and_styles_are_for_all(stranger: Teammate) -> None:
    address = stranger.get("/login").text.split('href="/static/')[1].split('"')[0]
    assert stranger.get(f"/static/{address}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/static/../incidents", "/static/..%2fincidents", "/static//../account", "//incidents"]
)
def test_no_other_way_of_writing_an_address_leads_past_the_login(stranger: Teammate, path: str) -> None:
    answer = stranger.get(path, headers=A_PAGE)
    assert answer.status_code in (303, 404)
    assert "Incidents" not in answer.text


def test_the_api_asks_for_a_token(stranger: Teammate) -> None:
    answer = stranger.get("/api/v1/incidents")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="Tallystick"'
    assert answer.json()["code"] == "E820"


def test_a_token_opens_the_api(stranger: Teammate, team: Team) -> None:
    token = team.tokens.issue("lee", label="notebook", by="the test")
    answer = stranger.get("/api/v1/incidents", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    assert answer.json()["total"] > 0


def test_a_token_opens_no_page(stranger: Teammate, team: Team) -> None:
    token = team.tokens.issue("ada", label="notebook", by="the test")
    for path in ("/incidents", "/accounts", "/account"):
        assert stranger.get(path, headers={"authorization": f"Bearer {token}"}).status_code == 401


def test_a_token_in_an_address_or_a_cookie_is_none(stranger: Teammate, team: Team) -> None:
    token = team.tokens.issue("ada", label="notebook", by="the test")
    assert stranger.get(f"/api/v1/incidents?token={token}&access_token={token}").status_code == 401
    assert stranger.get("/api/v1/incidents", headers={"cookie": f"tallystick_session={token}"}).status_code == 401


def test_a_token_that_has_expired_or_was_revoked_opens_nothing(
    stranger: Teammate, team: Team, team_clock: Clock
) -> None:
    old, revoked = (
        team.tokens.issue("lee", label="old", days=1, by="the test"),
        team.tokens.issue("lee", label="revoked", days=30, by="the test"),
    )
    team.tokens.revoke(2, by="the test")
    team_clock.go_on(86_400)
    for token in (old, revoked, "", "tallystick_guessed"):
        answer = stranger.get("/api/v1/incidents", headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 401
        assert answer.json()["code"] == "E833"
        assert 'error="invalid_token"' in answer.headers["www-authenticate"]


@pytest.mark.parametrize("scheme", ["Basic", "Token", ""])
def test_no_other_scheme_opens_the_api_even_with_a_session(lee: Teammate, team: Team, scheme: str) -> None:
    token = team.tokens.issue("lee", label="notebook", by="the test")
    assert lee.get("/api/v1/incidents", headers={"authorization": f"{scheme} {token}"}).status_code == 401


def test_whoever_is_logged_in_may_open_the_api_in_the_browser(lee: Teammate) -> None:
    assert lee.get("/api/v1/incidents").status_code == 200


def test_the_description_of_the_api_says_how_it_is_opened(lee: Teammate) -> None:
    told = lee.get("/api/v1/openapi.json").json()
    assert told["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"
    assert all(way["security"] == [{"HTTPBearer": []}] for path in told["paths"].values() for way in path.values())


def test_a_database_that_fails_is_told_and_lets_nobody_in(
    stranger: Teammate, team_app: FastAPI, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tallystick.errors import Code, TallystickError

    def fail(_: str) -> None:
        raise TallystickError(Code.E323, path="ledger", cause="gone")

    monkeypatch.setattr(team.sessions, "principal", fail)
    answer = stranger.get("/incidents", headers={"cookie": "tallystick_session=x"})
    assert answer.status_code == 503
    assert "E323" in answer.text
