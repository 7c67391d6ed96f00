from __future__ import annotations

import html
import re

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.model.report import Report


def _text_shown(page: str) -> str:
    inside = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert inside
    return html.unescape(re.sub(r"<[^>]+>", "", inside.group(1)))


def _add(ledger: Ledger, report: Report) -> None:
    ledger.add_reports([(report, report.text.encode())])


def test_every_report_is_shown_letter_for_letter(client: TestClient, ledger: Ledger) -> None:
    for report in ledger.reports():
        assert _text_shown(client.get(f"/reports/{report.id}").text) == report.text, report.path


def test_arabic_runs_from_right_to_left(client: TestClient, ledger: Ledger) -> None:
    _add(ledger, Report(id="e" * 64, text="قصفت طائرة مسيّرة القاعدة.", language="ar"))
    assert 'dir="rtl" lang="ar"' in client.get(f"/reports/{'e' * 64}").text


def test_html_in_a_report_is_shown_and_never_rendered(client: TestClient, ledger: Ledger) -> None:
    text = "<script>alert(1)</script><img src=x onerror=alert(2)> Rockets hit Gao."
    _add(ledger, Report(id="f" * 64, text=text, title="<b>title</b>"))
    page = client.get(f"/reports/{'f' * 64}").text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>title" not in page


def test_pointing_at_words_lights_what_was_read_there(page: Page, ledger: Ledger) -> None:
    incident = ledger.incidents()[0]
    mention = ledger.mentions_of(incident.mentions)[0]
    page.goto(f"/reports/{mention.report_id}?start={mention.quote.start}&end={mention.quote.end}#at")
    page.locator(f'.text [data-mentions~="{mention.id}"]').first.hover()
    assert "lit" in (page.locator(f'[data-mention="{mention.id}"]').get_attribute("class") or "")


def test_a_report_that_is_not_on_file(client: TestClient) -> None:
    answer = client.get("/reports/none")
    assert answer.status_code == 404
    assert "E332" in answer.text
