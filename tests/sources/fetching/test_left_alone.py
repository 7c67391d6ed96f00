"""What a server says of when and where to ask again."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from tallystick.errors import TallystickError
from tallystick.sources.fetching.address import parse_address
from tallystick.sources.fetching.refused import RefusedError
from tallystick.sources.fetching.robots import KEPT_FAILED
from tests.sources.fetching.site import Site

PAGE = "<p>Shots.</p>"


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_to_be_left_alone_is_not_asked_again_before_its_time(site: Site, status: int) -> None:
    fetcher = site.fetcher()
    site.serve("/b", PAGE)
    with pytest.raises(RefusedError) as refused:
        fetcher.follow(parse_address(site.serve("/a", status=status, retry_after="3600")))
    assert (refused.value.status, refused.value.retry_after) == (status, timedelta(hours=1))
    with pytest.raises(RefusedError) as refused:
        fetcher.follow(parse_address(site.at("/b")))
    assert refused.value.retry_after is not None
    assert refused.value.retry_after > timedelta(minutes=59)
    assert site.paths == ["/robots.txt", "/a"]


def test_a_refusal_without_a_wait_closes_nothing(site: Site) -> None:
    fetcher = site.fetcher()
    with pytest.raises(TallystickError, match="E127"):
        fetcher.follow(parse_address(site.serve("/a", status=503)))
    assert fetcher.follow(parse_address(site.serve("/b", PAGE))).body == PAGE.encode()


@pytest.mark.parametrize(("first", "second", "moved"), [(301, 308, "/c"), (301, 302, "/b"), (302, 301, None)])
def test_it_is_told_where_an_address_has_moved_for_good(site: Site, first: int, second: int, moved: str | None) -> None:
    site.serve("/c", PAGE)
    site.redirect("/b", "/c", status=second)
    fetched = site.fetcher().fetch(parse_address(site.redirect("/a", "/b", status=first)))
    assert fetched.moved_to == (site.at(moved) if moved else None)


def test_a_contact_is_told_and_none_by_default(site: Site) -> None:
    address = parse_address(site.serve("/a", PAGE))
    site.fetcher().fetch(address)
    site.fetcher(contact="desk@newsroom.example").fetch(address)
    without, with_contact = (headers["user-agent"] for _, headers in site.asked)
    assert "desk@newsroom.example" in with_contact
    assert "@" not in without


def test_a_site_whose_rules_could_not_be_had_is_asked_for_them_again_soon(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetcher = site.fetcher()
    site.serve("/robots.txt", status=503)
    address = parse_address(site.serve("/a", PAGE))
    with pytest.raises(TallystickError, match="E130"):
        fetcher.follow(address)
    site.serve("/robots.txt", "User-agent: *\nAllow: /", type_="text/plain")
    later = time.monotonic() + KEPT_FAILED + 1
    monkeypatch.setattr("time.monotonic", lambda: later)
    assert fetcher.follow(address).body == PAGE.encode()


def test_what_waits_may_be_told_to_stop(site: Site) -> None:
    class StoppedError(Exception):
        pass

    def sleep(_: float) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        site.fetcher(sleep=sleep).follow(parse_address(site.serve("/a", PAGE)))
    assert "/a" not in site.paths
