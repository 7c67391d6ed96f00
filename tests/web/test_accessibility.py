"""Every page by the rules of WCAG 2.2 AA (axe-core), in both themes, on a telephone and on a desk; and by keyboard."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.pipeline import read_record
from tallystick.web.menu import MENU

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.fixture
def addresses(ledger: Ledger) -> list[str]:
    """Every page of the menu, and one incident, one report, one count and one site."""
    with ledger.standing() as standing:
        report = standing.latest_reports(most=1)[0]
    incident = max(ledger.incidents(), key=lambda each: len(each.joins))
    site = next(i.place.id for i in ledger.incidents() if i.place and i.place.precision == "site")
    ones = [
        f"/sites/{site}",
        f"/incidents/{incident.id}",
        f"/reports/{report}",
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
        page.goto(address, wait_until="networkidle")
        assert faults_of(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") == width, address


def test_the_first_tab_leads_past_the_menu(page: Page) -> None:
    page.goto("/incidents")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("address", ["/", "/incidents", "/review"])
def test_every_action_is_reached_by_tab_and_seen_to_be(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
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
