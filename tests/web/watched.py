"""A page of a browser that tolerates no slip."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

CONFLICT = "409 (Conflict)"
"""What the console says of every page with that status: of one that tells that somebody was faster, too."""

_AT_REST = """() => {
    const ends = performance.getEntriesByType("resource").map(each => each.responseEnd);
    return !document.querySelector(".htmx-request") && performance.now() - Math.max(0, ...ends) > 500;
}"""


def open_at_rest(page: Page, address: str) -> None:
    """Opens a page, and waits until all that it loads is there. The stream of news stays open, so it never is idle."""
    page.goto(address)
    page.wait_for_function(_AT_REST)


@contextmanager
def watched(browser: Browser, address: str) -> Iterator[Page]:
    """A page of a browser of its own; fails if it asked another host for anything, or the console told an error."""
    context = browser.new_context(base_url=address)
    opened = context.new_page()
    strangers: list[str] = []
    errors: list[str] = []
    opened.on(
        "request", lambda r: strangers.append(r.url) if not r.url.startswith((address, "data:", "blob:")) else None
    )
    opened.on("console", lambda m: errors.append(m.text) if m.type == "error" and CONFLICT not in m.text else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert not strangers, "another host was asked"
    assert not errors, "the console told an error"
