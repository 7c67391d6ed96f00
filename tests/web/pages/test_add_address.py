"""Adding by address: a page or a feed, fetched behind the guard."""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.sources.fetching.fetcher import Fetcher
from tests.sources.fetching.site import Site
from tests.web.pages.test_add import finished, token_of

BOMB = "A roadside bomb killed two police officers near Mosul on Monday, officials said."
SHELLS = "Mortar shells struck a market in Kirkuk on Tuesday and wounded five people, police said."


@pytest.fixture
def fetcher(site: Site) -> Fetcher:
    """To which the site of the tests is a public one."""
    return site.fetcher()


def feed_of(*items: str) -> str:
    entries = "".join(f"<item><title>Entry {number}</title>{item}</item>" for number, item in enumerate(items, start=1))
    return f'<rss version="2.0"><channel><title>Sample Wire</title>{entries}</channel></rss>'


def page_of(text: str) -> str:
    day = '<meta property="article:published_time" content="2024-02-07">'
    return f"<html><head><title>Depot</title>{day}</head><body><article><p>{text}</p></article></body></html>"


def give(client: TestClient, address: str) -> str:
    """The page of the job, once it is over."""
    form = {"token": token_of(client), "address": address}
    return finished(client, client.post("/add/address", data=form))


def test_a_feed_that_is_named_becomes_incidents_and_what_failed_is_told_beside_its_entry(
    page: Page, site: Site, ledger: Ledger
) -> None:
    before = {incident.id for incident in ledger.incidents()}
    site.serve("/1", page_of(BOMB))
    items = ("<link>/1</link>", "<link>/2</link>", "<link>http://169.254.169.254/latest/</link>")
    feed = site.serve("/feed", feed_of(*items), type_="application/rss+xml")
    page.goto("/add")
    page.get_by_label("Of a page or a feed").fill(feed)
    page.get_by_role("button", name="Fetch and add").click()
    page.get_by_text("1 new report,").wait_for(timeout=60_000)
    found = page.get_by_role("region", name="Found").get_by_role("row")
    assert found.count() == 4
    assert found.nth(1).get_by_role("link", name="new report").is_visible()
    assert "E127" in found.nth(2).inner_text()
    assert "E122" in found.nth(3).inner_text()
    (new,) = [incident for incident in ledger.incidents() if incident.id not in before]
    assert str(new.start) == "2024-02-05"
    page.locator(f'main a[href="/incidents/{new.id}"]').click()
    page.get_by_text("Sample Wire").first.wait_for()


def test_a_page_becomes_a_report(client: TestClient, site: Site) -> None:
    told = give(client, site.serve("/1", page_of(SHELLS)))
    assert "1 new report," in told
    assert "0 things wrong" in told


def test_a_report_tells_from_where_and_when_it_was_fetched(client: TestClient, site: Site) -> None:
    site.serve("/final", page_of(SHELLS))
    told = give(client, site.redirect("/1", "/final"))
    found = re.search(r'href="(/reports/[0-9a-f]{64})">new report', told)
    assert found is not None
    report = client.get(found[1]).text
    assert site.at("/1") in report
    assert re.search(rf"last on \d{{4}}-\d\d-\d\d \d\d:\d\d UTC; {re.escape(site.at('/final'))} answered", report)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://127.0.0.2/", "E122"),
        ("http://2130706433:1/", "E122"),
        ("http://inside.example/", "E122"),
        ("http://nowhere.example/", "E123"),
    ],
)
def test_what_may_not_be_fetched_is_told_when_the_job_is_over(client: TestClient, address: str, code: str) -> None:
    assert code in give(client, address)


@pytest.mark.parametrize("address", ["", "  ", "file:///etc/passwd", "news.example", "http://a@b/", "http://a\nb/"])
def test_what_is_no_address_is_told_at_once(client: TestClient, address: str) -> None:
    answer = client.post("/add/address", data={"token": token_of(client), "address": address})
    assert answer.status_code == 422
    assert "E121" in answer.text or "E806" in answer.text


def test_markup_in_a_feed_is_never_rendered(client: TestClient, site: Site) -> None:
    entry = f"<title>&amp;lt;img src=x onerror=alert(1)&amp;gt;</title><link>javascript:alert(1)</link>{BOMB}"
    feed = f"<rss><channel><title>a</title><item>{entry}</item></channel></rss>"
    told = give(client, site.serve("/feed", feed, type_="application/xml"))
    assert "<img src=x" not in told
    assert 'href="javascript' not in told
    assert "E121" in told


def test_a_job_that_is_cancelled_stops_before_the_next_page_and_keeps_what_came(
    client: TestClient, site: Site, ledger: Ledger
) -> None:
    asked, go_on = threading.Event(), threading.Event()
    site.serve("/1", page_of(BOMB))
    serve_first = site.pages["/1"]

    def wait(request: BaseHTTPRequestHandler) -> None:
        asked.set()
        go_on.wait(10)
        serve_first(request)

    site.pages["/1"] = wait
    site.serve("/2", page_of(SHELLS))
    feed = site.serve("/feed", feed_of("<link>/1</link>", "<link>/2</link>"), type_="application/xml")
    begun = client.post("/add/address", data={"token": token_of(client), "address": feed})
    assert asked.wait(10)
    answer = client.post(f"{begun.headers['location']}/cancel", data={"token": token_of(client)})
    assert answer.headers["location"] == begun.headers["location"]
    go_on.set()
    told = finished(client, begun)
    assert "stopped before its end (cancelled)" in told
    assert "/2" not in site.paths
    assert ledger.retrieval(site.at("/1")) is not None


def test_cancelling_needs_the_token_and_a_job(client: TestClient) -> None:
    assert client.post("/add/jobs/1/cancel").status_code == 403
    assert client.post("/add/jobs/1/cancel", data={"token": token_of(client)}).status_code == 404
