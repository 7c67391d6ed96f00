from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.model.terms import PlacePrecision
from tallystick.web.pages import sites


def sites_of(ledger: Ledger) -> set[str]:
    return {i.place.id for i in ledger.incidents() if i.place and i.place.precision is PlacePrecision.SITE}


def test_every_site_with_an_incident_is_listed_by_name_and_has_its_page(client: TestClient, ledger: Ledger) -> None:
    page = client.get("/sites").text
    listed = re.findall(r'<a href="/sites/([^"]+)">([^<]+)</a></td>', page)
    assert {unquote(site) for site, _ in listed} == sites_of(ledger)
    assert [name.casefold() for _, name in listed] == sorted(name.casefold() for _, name in listed)
    for site, _ in listed:
        assert client.get(f"/sites/{site}").status_code == 200


def test_a_page_says_that_it_looks_back(client: TestClient, ledger: Ledger) -> None:
    site = min(sites_of(ledger))
    for path in ("/sites", f"/sites/{site}"):
        assert "looks back at what was published: it tells nothing of what is at" in client.get(path).text


def test_the_incidents_of_a_site_are_those_on_file(client: TestClient, ledger: Ledger) -> None:
    for site in sites_of(ledger):
        shown = set(re.findall(r"/incidents/(inc-[0-9a-z-]+)", client.get(f"/sites/{site}").text))
        assert shown == {i.id for i in ledger.incidents() if i.place and i.place.id == site}


def test_a_filter_narrows_the_sites_down(client: TestClient, ledger: Ledger) -> None:
    syrian = {
        i.place.id for i in ledger.incidents() if i.place and i.place.country == "SY" and i.place.precision == "site"
    }
    page = client.get("/sites?country=SY").text
    assert {unquote(site) for site in re.findall(r'<a href="/sites/([^"]+)">', page)} == syrian


def test_the_sites_are_listed_page_by_page(client: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sites, "MOST_SITES", 1)
    listed: list[str] = []
    address: str | None = "/sites"
    while address:
        page = client.get(address).text
        listed += [unquote(site) for site in re.findall(r'<a href="/sites/([^"]+)">[^<]+</a></td>', page)]
        onward = re.search(r'<a href="(/sites[^"]*)" rel="next">', page)
        address = onward[1].replace("&amp;", "&") if onward else None
    assert len(listed) > 1
    assert sorted(listed) == sorted(sites_of(ledger))


def test_a_place_that_is_no_site_has_no_page(client: TestClient, ledger: Ledger) -> None:
    town = next(i.place.id for i in ledger.incidents() if i.place and i.place.precision == "town")
    answer = client.get(f"/sites/{town}")
    assert answer.status_code == 404
    assert "E809" in answer.text


def test_from_the_list_over_a_month_to_its_incidents(page: Page, ledger: Ledger) -> None:
    page.goto("/sites")
    page.locator("tbody a[href='/sites/site%3Aharir']").click()
    page.get_by_role("heading", name="Harir Air Base").wait_for()
    page.get_by_role("link", name="November 2023", exact=True).click()
    page.wait_for_url("**/incidents?place=site%3Aharir&since=2023-11-01&until=2023-11-30*")
