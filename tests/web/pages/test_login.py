from __future__ import annotations

from playwright.sync_api import Page, expect

from tallystick.ledger import Ledger
from tests.web.team import PASSWORD, Teammate


def log_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_a_reviewer_logs_in_decides_and_logs_out(team_page: Page, team_ledger: Ledger) -> None:
    id_ = team_ledger.incidents()[0].id
    team_page.goto(f"/incidents/{id_}")
    expect(team_page.get_by_role("heading", name="Log in")).to_be_visible()
    log_in(team_page, "rana")
    team_page.wait_for_url(f"**/incidents/{id_}")
    team_page.get_by_role("button", name="Accept").first.click()
    expect(team_page.get_by_text("by rana").first).to_be_visible()
    assert [(made.by, made.act.value) for made in team_ledger.journal()] == [("rana", "accept")]
    team_page.get_by_role("link", name="Account of rana").click()
    team_page.get_by_role("button", name="Log out", exact=True).click()
    team_page.goto(f"/incidents/{id_}")
    expect(team_page.get_by_role("heading", name="Log in")).to_be_visible()


def test_whoever_is_logged_in_is_not_asked_again(lee: Teammate) -> None:
    assert lee.get("/login?next=/incidents").headers["location"] == "/incidents"


def test_the_name_stays_when_they_do_not_fit_and_the_password_does_not(stranger: Teammate) -> None:
    answer = stranger.log_in("lee", "a walk by the sea", next_="/map")
    assert 'value="lee"' in answer.text
    assert 'name="next" value="/map"' in answer.text
    assert "E822" in answer.text
    assert "a walk by the sea" not in answer.text


def test_without_a_team_there_is_no_login(client: Teammate) -> None:
    for path in ("/login", "/account", "/accounts"):
        assert client.get(path).status_code == 404
    assert "/account" not in client.get("/").text
