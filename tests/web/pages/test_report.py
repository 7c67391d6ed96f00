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


def test_the_words_an_address_points_at_are_marked_wherever_they_begin(client: TestClient, ledger: Ledger) -> None:
    report = ledger.reports()[0]
    page = client.get(f"/reports/{report.id}?start=3&end=9").text
    marked = re.findall(r'<(?:a|mark) class="[^"]*pointed[^"]*"[^>]*>(.*?)</(?:a|mark)>', page)
    assert html.unescape("".join(marked)) == report.text[3:9]
    assert page.count('id="at"') == 1


def test_a_place_behind_the_end_of_the_text_is_not_pointed_at(client: TestClient, ledger: Ledger) -> None:
    page = client.get(f"/reports/{ledger.reports()[0].id}?start=5&end=999999").text
    assert 'id="at"' not in page


def test_how_the_day_of_publication_was_read_is_told(client: TestClient, ledger: Ledger) -> None:
    report = next(r for r in ledger.reports() if r.published_basis == "header")
    assert "header line: <q" in client.get(f"/reports/{report.id}").text


def test_a_quote_opens_its_report_at_its_words(page: Page, ledger: Ledger) -> None:
    page.set_viewport_size({"width": 900, "height": 400})
    page.goto(f"/incidents/{ledger.incidents()[0].id}")
    quoted = page.locator(".saying").first
    words = quoted.locator("q").inner_text()
    quoted.get_by_role("link").click()
    page.wait_for_url("**/reports/**")
    assert page.locator("#at").is_visible()
    assert page.evaluate("document.querySelector('#at').getBoundingClientRect().bottom <= innerHeight")
    assert "".join(page.locator(".pointed").all_inner_texts()) in words


def test_words_lead_by_keyboard_to_what_was_read_there(page: Page, ledger: Ledger) -> None:
    mention = ledger.mentions_of(ledger.incidents()[0].mentions)[0]
    page.goto(f"/reports/{mention.report_id}")
    page.locator(f'.text a[href="#{mention.id}"]').focus()
    assert "lit" in (page.locator(f'[data-mention="{mention.id}"]').get_attribute("class") or "")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-mention]').dataset.mention") == mention.id


def test_a_report_that_is_not_on_file(client: TestClient) -> None:
    answer = client.get("/reports/none")
    assert answer.status_code == 404
    assert "E332" in answer.text
