"""What goes on paper: what is told, without what only works on a screen, in ink on white whatever the theme."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tallystick.ledger import Ledger


@pytest.fixture
def paper(page: Page) -> Page:
    """A page as it is printed from a dark screen."""
    page.emulate_media(media="print", color_scheme="dark")
    return page


def test_paper_is_white(paper: Page) -> None:
    paper.goto("/")
    assert paper.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_no_control_is_printed(paper: Page, ledger: Ledger) -> None:
    for address in ("/incidents", "/tallies", "/network", f"/incidents/{ledger.incidents()[0].id}"):
        paper.goto(address)
        controls = paper.locator("button, select, input:not([type=hidden]), nav")
        assert not [each for each in controls.all() if each.is_visible()], address


def test_all_counts_are_printed(paper: Page) -> None:
    paper.goto("/tallies")
    assert paper.get_by_role("heading", name="All counts").is_visible()
    assert paper.locator("#all tbody tr").first.is_visible()


def test_a_picture_is_no_wider_than_the_paper(paper: Page) -> None:
    paper.set_viewport_size({"width": 680, "height": 960})
    for address in ("/", "/timeline", "/network", "/tallies"):
        paper.goto(address)
        assert paper.locator("svg.picture").first.evaluate("each => each.getBoundingClientRect().width") <= 680


def test_what_a_map_shows_is_printed_as_its_table(paper: Page) -> None:
    paper.goto("/map")
    assert not paper.locator("#map").is_visible()
    assert paper.locator("#as-table tbody tr").first.is_visible()


def test_what_an_incident_rests_on_is_printed(paper: Page, ledger: Ledger) -> None:
    incident = next(each for each in ledger.incidents() if each.joins)
    paper.goto(f"/incidents/{incident.id}")
    assert paper.locator("details.join").first.get_attribute("open") is None
    assert paper.locator("details.join > :not(summary)").first.is_visible()


@pytest.mark.parametrize("address", ["/", "/network"])
def test_the_colours_of_a_legend_are_printed(paper: Page, address: str) -> None:
    paper.goto(address)
    adjusted = paper.locator("figcaption i").evaluate_all(
        "all => all.map(each => getComputedStyle(each).printColorAdjust)"
    )
    assert set(adjusted) == {"exact"}
