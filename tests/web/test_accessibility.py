"""Every page by the rules of WCAG 2.2 AA (axe-core), in both themes, on a telephone and on a desk; and by keyboard."""

from __future__ import annotations

from typing import Any, Literal
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tallystick.deciding import take_decision
from tallystick.ledger import Ledger
from tallystick.model.decision import Act
from tallystick.model.report import Report
from tallystick.pipeline import bring_up_to_date, read_record
from tallystick.web.menu import MENU
from tallystick.web.pages.network import anchor_of, ends_of
from tests.web.pages.test_login import log_in
from tests.web.watched import open_at_rest

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.fixture
def addresses(ledger: Ledger) -> list[str]:
    """Every page of the menu, and one incident, two reports (one from right to left), one count and one site, columns
    of a choice, the codebook.
    """
    arabic = Report(id="a" * 64, text="قصفت طائرة مسيّرة قاعدة حرير في 4 نوفمبر 2023.", language="ar")
    ledger.add_reports([(arabic, arabic.text.encode())])
    bring_up_to_date(ledger)
    with ledger.standing() as standing:
        report = standing.latest_reports(most=1)[0]
    ledger.save_view("Drones", "/incidents?event_type=drone_attack", by="ana")
    incident = max(ledger.incidents(), key=lambda each: len(each.joins))
    site = next(i.place.id for i in ledger.incidents() if i.place and i.place.precision == "site")
    ones = [
        "/incidents?columns=kind,quotes,attributed_to,conflicts,where",
        "/views",
        "/data/api",
        "/data/codebook",
        "/data/codebook/incidents.csv.kind",
        f"/sites/{site}",
        "/review?of=join",
        "/review?of=mention",
        "/review?of=relation",
        "/review?of=name",
        f"/incidents/{incident.id}",
        f"/reports/{report}",
        f"/reports/{arabic.id}?start=0&end=4#at",
        f"/tallies/{read_record(ledger).tallies[0].id}",
    ]
    return [item.path for item in MENU] + ones


def faults_of(page: Page) -> list[str]:
    """What axe-core finds wrong on the page, with all that unfolds unfolded."""
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
    found: dict[str, Any] = Axe().run(page, options=RULES).response
    return [
        f"{fault['id']}: {node['html'][:200]} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_breaks_a_rule_or_is_wider_than_the_window(
    page: Page, addresses: list[str], width: int, theme: Literal["light", "dark"]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme)
    for address in addresses:
        open_at_rest(page, address)
        assert faults_of(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") == width, address


def test_the_page_of_an_adding_breaks_no_rule(page: Page) -> None:
    page.goto("/add")
    page.get_by_label("Text of one report").fill("BAGHDAD, November 9, 2023 - A drone hit Harir air base on Wednesday.")
    page.get_by_role("button", name="Add the text").click()
    page.wait_for_url("**/add/jobs/*")
    page.get_by_role("heading", name="New reports").wait_for()
    assert faults_of(page) == []


@pytest.mark.parametrize("address", ["/no-such-page", "/timeline?by=colour", "/incidents/inc-000000000000"])
def test_the_page_of_an_error_breaks_no_rule(browser: Browser, served: str, address: str) -> None:
    page = browser.new_page(base_url=served)
    page.goto(address)
    assert faults_of(page) == []
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_nor_does_the_page_that_tells_that_somebody_was_faster(page: Page, ledger: Ledger, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/review?of=incident")
    asked = page.locator("#answer [name=pick]").input_value().removeprefix("incident:").split(" ")[0]
    take_decision(ledger, Act.ACCEPT, asked, by="bo", reason=None)
    bring_up_to_date(ledger)
    page.get_by_role("button", name="Reject").click()
    page.get_by_role("alert").get_by_text("accept by bo").wait_for()
    assert faults_of(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nor_does_what_opens_on_demand(page: Page, ledger: Ledger, theme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=theme)
    relation = read_record(ledger).relations[0]
    edge = anchor_of(*ends_of(relation))
    open_at_rest(page, f"/network?edge={quote(edge)}")
    assert faults_of(page) == [], "one line of the network"
    open_at_rest(page, "/incidents?q=nothingofthatname")
    assert faults_of(page) == [], "nothing found"
    page.goto("/review?of=incident")
    page.keyboard.press("x")
    page.keyboard.press("b")
    page.get_by_role("heading", name="Decide on").wait_for()
    assert faults_of(page) == [], "a batch"
    page.goto("/timeline")
    rejected = ledger.incidents()[0]
    take_decision(ledger, Act.REJECT, rejected.id, by="bo", reason=None)
    bring_up_to_date(ledger)
    page.get_by_role("button", name="Load again").wait_for()
    assert faults_of(page) == [], "what others did"


def test_where_colours_are_forced_one_sees_where_one_is(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/timeline")
    current = page.locator("[aria-current]")
    assert current.count() >= 3
    assert set(current.evaluate_all("all => all.map(each => getComputedStyle(each).outlineStyle)")) == {"solid"}


@pytest.mark.parametrize("width", [320, 2560])
def test_pages_flow_anew_at_four_hundred_per_cent_and_fill_a_large_screen(
    page: Page, addresses: list[str], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (1280, "light")])
def test_nor_do_the_pages_of_a_team(team_page: Page, width: int, theme: Literal["light", "dark"]) -> None:
    team_page.set_viewport_size({"width": width, "height": 900})
    team_page.emulate_media(color_scheme=theme)
    team_page.goto("/accounts", wait_until="networkidle")
    assert faults_of(team_page) == [], "login"
    log_in(team_page, "ada")
    for address in ("/accounts", "/account"):
        team_page.goto(address, wait_until="networkidle")
        assert faults_of(team_page) == [], address
        assert team_page.evaluate("document.documentElement.scrollWidth") == width, address


def test_the_first_tab_leads_past_the_menu(page: Page) -> None:
    page.goto("/incidents")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("address", ["/", "/incidents", "/review", "/timeline", "/network"])
def test_every_action_is_reached_by_tab_and_seen_to_be(page: Page, address: str) -> None:
    open_at_rest(page, address)
    wanted = page.evaluate(
        """() => {
            const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")];
            const shown = all.filter(each => each.checkVisibility());
            shown.forEach((each, at) => { each.dataset.action = at; });
            return shown.length;
        }"""
    )
    reached: set[str] = set()
    for _ in range(2 * wanted):
        page.keyboard.press("Tab")
        number, outline = page.evaluate(
            "[document.activeElement.dataset.action ?? null, getComputedStyle(document.activeElement).outlineStyle]"
        )
        if number is not None:
            assert outline != "none", page.evaluate("document.activeElement.outerHTML")
            reached.add(number)
        if len(reached) == wanted:
            break
    assert len(reached) == wanted
