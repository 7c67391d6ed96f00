from __future__ import annotations

import pytest

from tallystick.errors import TallystickError
from tallystick.sources.fetching.address import parse_address
from tallystick.sources.fetching.robots import LONGEST_PAUSE, Robots
from tests.sources.fetching.site import Site

PAGE = "<p>Shots.</p>"


def test_a_page_that_a_person_asked_for_is_fetched_without_asking_robots(site: Site) -> None:
    site.serve("/robots.txt", "User-agent: *\nDisallow: /", type_="text/plain")
    site.fetcher().fetch(parse_address(site.serve("/a", PAGE)))
    assert site.paths == ["/a"]


def test_a_page_that_nobody_asked_for_is_fetched_as_robots_allow(site: Site) -> None:
    site.serve("/robots.txt", "User-agent: *\nDisallow: /private/*.html$\n", type_="text/plain")
    fetcher = site.fetcher()
    assert fetcher.follow(parse_address(site.serve("/private/a", PAGE))).body == PAGE.encode()
    with pytest.raises(TallystickError, match="E130"):
        fetcher.follow(parse_address(site.serve("/private/a.html", PAGE)))
    assert site.paths == ["/robots.txt", "/private/a"]


def test_rules_for_this_program_go_before_those_for_all(site: Site) -> None:
    site.serve("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: tallystick\nDisallow: /", type_="text/plain")
    with pytest.raises(TallystickError, match="E130"):
        site.fetcher().follow(parse_address(site.serve("/a", PAGE)))


def test_a_redirect_to_where_robots_forbid_is_not_followed(site: Site) -> None:
    site.serve("/robots.txt", "User-agent: *\nDisallow: /private", type_="text/plain")
    site.serve("/private", PAGE)
    with pytest.raises(TallystickError, match="E130"):
        site.fetcher().follow(parse_address(site.redirect("/a", "/private")))


def test_without_robots_all_is_allowed_and_with_a_server_at_fault_nothing(site: Site) -> None:
    site.fetcher().follow(parse_address(site.serve("/a", PAGE)))
    site.serve("/robots.txt", status=503)
    with pytest.raises(TallystickError, match="E130"):
        site.fetcher().follow(parse_address(site.at("/a")))


def test_robots_behind_a_redirect_into_a_network_are_not_fetched(site: Site) -> None:
    site.redirect("/robots.txt", "http://10.0.0.1/robots.txt")
    with pytest.raises(TallystickError, match="E122"):
        site.fetcher().follow(parse_address(site.serve("/a", PAGE)))


def test_a_page_inside_a_network_is_refused_under_its_own_address(site: Site) -> None:
    with pytest.raises(TallystickError, match=r"E122.*10\.0\.0\.1/page"):
        site.fetcher().follow(parse_address("http://10.0.0.1/page"))


def test_a_site_that_cannot_be_asked_is_asked_once() -> None:
    asked = []

    def fail(address: object) -> tuple[int, bytes]:
        asked.append(address)
        raise parse_error()

    robots = Robots(fail)
    for path in ("/a", "/b"):
        with pytest.raises(TallystickError, match="E121"):
            robots.allow(parse_address(f"https://news.example{path}"))
    assert len(asked) == 1


def parse_error() -> TallystickError:
    try:
        parse_address("")
    except TallystickError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize(("asked", "granted"), [("2", 2.0), ("1000000", LONGEST_PAUSE), ("-5", 0.0), ("x", 0.0)])
def test_the_pause_that_a_site_asks_for_is_granted_within_reason(asked: str, granted: float) -> None:
    robots = Robots(lambda _: (200, f"User-agent: *\nCrawl-delay: {asked}".encode()))
    assert robots.pause(parse_address("https://news.example/")) == granted


def test_two_pages_of_a_host_are_not_fetched_at_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    fetcher = site.fetcher(pause=3.0)
    for path in ("/a", "/b"):
        fetcher.follow(parse_address(site.serve(path, PAGE)))
    fetcher.follow(parse_address(site.at("/a", host="wire.example")))
    first, second, other_host = pauses
    assert (first, other_host) == (0.0, 0.0)
    assert second > 2.0
