"""Every column head of every page leads to what it means."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tallystick.ledger import Ledger
from tallystick.pipeline import read_record
from tallystick.web.listing.columns import TABLE_COLUMN
from tallystick.web.menu import MENU


@pytest.fixture
def anchors(client: TestClient) -> set[str]:
    """All places of the codebook that can be led to."""
    return set(html.fromstring(client.get("/data/codebook").text).xpath("//@id"))


def test_every_head_leads_to_a_place_of_the_codebook(client: TestClient, ledger: Ledger, anchors: set[str]) -> None:
    incident = max(ledger.incidents(), key=lambda each: len(each.joins))
    site = next(i.place.id for i in ledger.incidents() if i.place and i.place.precision == "site")
    pages = [item.path for item in MENU]
    pages += [f"/incidents/{incident.id}", f"/tallies/{read_record(ledger).tallies[0].id}", f"/sites/{site}"]
    ledger.save_view("Drones", "/incidents?event_type=drone_attack", by="ana")
    pages += ["/views", f"/incidents?columns={','.join(TABLE_COLUMN)}", "/timeline?unit=day"]
    heads = 0
    for page in pages:
        for head in html.fromstring(client.get(page).text).xpath('//th[@scope="col"]'):
            # In the grid of counts against each other a head names a count, and leads to it.
            leads = head.xpath('.//a[@class="meaning" or starts-with(@href, "/tallies/")]/@href')
            assert leads, f"{page}: {html.tostring(head)}"
            heads += len(leads)
            for address in leads:
                assert address.startswith("/tallies/") or address.removeprefix("/data/codebook#") in anchors, address
    assert heads > len(TABLE_COLUMN)
