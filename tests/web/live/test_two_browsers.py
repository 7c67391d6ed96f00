"""Two people at work at once: ana, and bo at a server of his own on the same ledger."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.responses import StreamingResponse

from tallystick.deciding import take_decision
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.decision import Act
from tallystick.pipeline import bring_up_to_date
from tallystick.web.application import make_application
from tallystick.web.live.stream import Event, Streams
from tests.web.serving import free_port, serving
from tests.web.watched import watched


@pytest.fixture
def incident(ledger: Ledger) -> str:
    """The page of an incident."""
    return f"/incidents/{ledger.incidents()[0].id}"


@pytest.fixture
def other(browser: Browser, ledger: Ledger) -> Iterator[Page]:
    """A page of bo's browser."""
    with (
        open_ledger(ledger.location) as opened,
        serving(make_application(opened, reviewer="bo")) as address,
        watched(browser, address) as page,
    ):
        yield page


def decide(page: Page, incident: str, act: str = "Accept", *, reason: str = "") -> None:
    """Opens the page of the incident and decides on it."""
    page.goto(incident)
    page.get_by_label("Reason").first.fill(reason)
    page.get_by_role("button", name=act, exact=True).click()
    page.locator("#history").get_by_text("(decision", exact=False).first.wait_for()


def decide_elsewhere(ledger: Ledger, incident: str) -> None:
    take_decision(ledger, Act.ACCEPT, incident.removeprefix("/incidents/"), by="bo", reason=None)
    bring_up_to_date(ledger)


def test_what_the_other_decides_appears_and_disturbs_nothing(page: Page, other: Page, incident: str) -> None:
    page.goto(incident)
    reason = page.get_by_label("Reason").last
    reason.fill("half a thou")
    reason.focus()
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    before = page.evaluate("scrollY")
    decide(other, incident)
    expect(page.get_by_role("status").filter(has_text="bo accepted “")).to_contain_text("just now — show")
    expect(page.locator("#state")).to_contain_text("accepted")
    page.keyboard.type("ght")
    assert reason.input_value() == "half a thought"
    assert page.evaluate("scrollY") == before


def test_of_two_who_decide_the_second_is_told_and_decides_again(
    page: Page, other: Page, incident: str, ledger: Ledger
) -> None:
    page.goto(incident)
    page.get_by_label("Reason").first.fill("told twice")
    decide(other, incident, reason="read both")
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("accept by bo (decision 1): read both")
    assert page.get_by_label("Reason").first.input_value() == "told twice"
    assert [(d.by, d.act) for d in ledger.journal()] == [("bo", "accept")]
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(page.locator("#state")).to_contain_text("rejected")
    assert [(d.by, d.act, d.reason) for d in ledger.journal()][1:] == [("ana", "reject", "told twice")]


def test_who_was_shown_what_the_other_decided_decides_on_that(
    page: Page, other: Page, incident: str, ledger: Ledger
) -> None:
    page.goto(incident)
    page.get_by_label("Reason").first.fill("told twice")
    decide(other, incident)
    page.get_by_text("show", exact=True).click()
    expect(page.locator("#seen-to-decide")).not_to_have_value(page.locator("#seen-to-decide").input_value())
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(page.locator("#state")).to_contain_text("rejected")
    assert [(d.by, d.reason) for d in ledger.journal()] == [("bo", None), ("ana", "told twice")]


def test_nobody_is_told_his_own_decisions_or_what_the_page_does_not_show(
    page: Page, other: Page, incident: str, ledger: Ledger
) -> None:
    decide(page, incident)
    decide(other, f"/incidents/{ledger.incidents()[1].id}")
    decide(other, incident, "Reject")
    line = page.get_by_role("status").filter(has_text="bo rejected")
    expect(line).to_be_visible()
    expect(line).not_to_contain_text("before")


def test_what_is_decided_at_the_command_line_appears_in_a_list(page: Page, incident: str, ledger: Ledger) -> None:
    page.goto("/incidents")
    words = ["review", "reject", incident.removeprefix("/incidents/"), "--by", "cy", "--ledger", ledger.location]
    command = [sys.executable, "-c", "from tallystick.cli import app; app()", *words]
    subprocess.run(command, check=True, capture_output=True)
    line = page.get_by_role("status").filter(has_text="cy rejected “")
    line.get_by_text("show").click()
    page.wait_for_url(f"**{incident}#history")


def test_the_overview_counts_anew(page: Page, incident: str, ledger: Ledger) -> None:
    page.goto("/")
    waiting = len(ledger.incidents())
    expect(page.locator("#waits")).to_contain_text(f"{waiting} incidents that nobody has passed")
    decide_elsewhere(ledger, incident)
    expect(page.locator("#waits")).to_contain_text(f"{waiting - 1} incidents that nobody has passed")


def test_the_network_is_left_as_it_was_until_it_is_asked_for(page: Page, ledger: Ledger) -> None:
    relation = ledger.record().relations[0]
    page.goto("/network")
    take_decision(ledger, Act.REJECT, relation.id, by="bo", reason=None)
    bring_up_to_date(ledger)
    show = page.get_by_role("status").filter(has_text="bo rejected").get_by_text("show")
    show.wait_for()
    expect(page.locator("#told").get_by_text("rejected")).to_have_count(0)
    show.click()
    expect(page.locator("#told").get_by_text("rejected")).to_have_count(1)


def test_the_review_counts_anew_and_leads_on_to_what_still_waits(page: Page, ledger: Ledger) -> None:
    page.goto("/review?of=incident")
    asked = page.locator("#asked").inner_text()
    page.get_by_label("Reason").fill("half a thou")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    marked = page.locator("#queue [aria-current] input")
    counts = page.locator("#counts a[aria-current] .number")
    waiting = int(counts.inner_text())
    following = page.locator("#next a").get_attribute("href") or ""
    decide_elsewhere(ledger, "/incidents/" + following.split("incident%3A")[1].split("&")[0])
    expect(counts).to_have_text(str(waiting - 1))
    expect(page.locator("#next a")).not_to_have_attribute("href", following)
    expect(marked).to_be_checked()
    assert page.locator("#asked").inner_text() == asked
    assert page.get_by_label("Reason").input_value() == "half a thou"


@pytest.mark.parametrize("address", ["/timeline", "/map", "/incidents"])
def test_a_picture_of_the_record_offers_to_be_loaded_again(page: Page, ledger: Ledger, address: str) -> None:
    page.goto(address)
    rejected = next(incident for incident in ledger.incidents() if incident.start)
    take_decision(ledger, Act.REJECT, rejected.id, by="bo", reason=None)
    bring_up_to_date(ledger)
    with page.expect_navigation(url=f"**{address}"):
        page.get_by_role("status").get_by_role("button", name="Load again").click()
    expect(page.get_by_role("status").get_by_role("button", name="Load again")).to_have_count(0)


def test_ten_tabs_hold_one_stream_and_all_are_told(
    page: Page, incident: str, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[str] = []
    opening, freeing = Streams.open, Streams.free

    def open_counted(streams: Streams, events: AsyncIterator[Event], *, client: str) -> StreamingResponse:
        held.append(client)
        return opening(streams, events, client=client)

    def free_counted(streams: Streams, client: str) -> None:
        held.remove(client)
        freeing(streams, client)

    monkeypatch.setattr(Streams, "open", open_counted)
    monkeypatch.setattr(Streams, "free", free_counted)
    tabs = [page, *(page.context.new_page() for _ in range(9))]
    for tab in tabs:
        tab.goto(incident)
    decide_elsewhere(ledger, incident)
    for tab in tabs:
        expect(tab.get_by_role("status").filter(has_text="bo accepted")).to_be_visible()
    assert len(held) == 1


def test_who_is_cut_off_by_a_restart_is_told_afterwards(browser: Browser, ledger: Ledger) -> None:
    port = free_port()
    first, second = (f"/incidents/{each.id}" for each in ledger.incidents()[:2])
    with ExitStack() as open_throughout:
        with serving(make_application(ledger, reviewer="ana"), port=port) as address:
            page = open_throughout.enter_context(watched(browser, address))
            page.goto(first)
            decide_elsewhere(ledger, first)
            page.get_by_role("status").filter(has_text="bo accepted").wait_for()
        decide_elsewhere(ledger, second)
        decide_elsewhere(ledger, first)
        with serving(make_application(ledger, reviewer="ana"), port=port):
            line = page.get_by_role("status").filter(has_text="(and 1 before)")
            expect(line).to_be_visible(timeout=30_000)
            open_throughout.close()
