from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tallystick import visiting
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.report import Report
from tallystick.pipeline import Taking
from tallystick.visiting import Found, take_in_addresses
from tests.sources.fetching.site import Site


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


def page(text: str, *, head: str = "") -> str:
    return f"<html><head>{head}<title>Depot</title></head><body><article><h1>Depot</h1><p>{text}</p></article></body></html>"


def text_about(place: str) -> str:
    return (
        f"Two rockets fell on a depot near {place} on Monday, and nobody was hurt, the governor of the province said."
    )


def feed(*items: str) -> str:
    return f'<rss version="2.0"><channel><title>Sample Wire</title>{"".join(items)}</channel></rss>'


def item(link: str, *, more: str = "") -> str:
    return f"<item><title>Entry</title><link>{link}</link>{more}</item>"


def codes(taking: Taking) -> list[str]:
    return [failure.code for failure in taking.failures]


def take(ledger: Ledger, site: Site, *addresses: str, published: date | None = None) -> Taking:
    return take_in_addresses(ledger, addresses, fetcher=site.fetcher(), published=published)


def only_report(ledger: Ledger) -> Report:
    (report,) = ledger.reports()
    return report


def test_a_page_is_a_report_with_its_address_and_the_bytes_that_came(ledger: Ledger, site: Site) -> None:
    raw = page(text_about("Mosul"), head='<meta property="article:published_time" content="2023-11-07T10:00:00Z">')
    site.serve("/final", raw, etag='"7"')
    address = site.redirect("/a", "/final")
    taking = take(ledger, site, address)
    report = only_report(ledger)
    assert taking == Taking((report.id,), (report.id,), ())
    assert (report.path, report.url) == (address, site.at("/final"))
    assert (report.published_on, text_about("Mosul") in report.text) == (date(2023, 11, 7), True)
    assert ledger.raw_bytes(report.id) == raw.encode()
    noted = ledger.retrieval(address)
    assert noted is not None
    assert (noted.final, noted.etag, noted.media_type) == (site.at("/final"), '"7"', "text/html")


def test_a_page_is_believed_about_its_own_address_within_its_site_only(ledger: Ledger, site: Site) -> None:
    own = f'<link rel="canonical" href="http://www.news.example:{site.port}/depot">'
    take(ledger, site, site.serve("/a?ref=mail", page(text_about("Mosul"), head=own)))
    assert only_report(ledger).url == f"http://www.news.example:{site.port}/depot"
    false = '<link rel="canonical" href="https://wire.example/depot">'
    take(ledger, site, site.serve("/b", page(text_about("Kirkuk"), head=false)))
    assert site.at("/b") in {report.url for report in ledger.reports()}


def test_plain_text_is_a_report(ledger: Ledger, site: Site) -> None:
    take(ledger, site, site.serve("/a", text_about("Mosul"), type_="text/plain; charset=utf-8"))
    assert only_report(ledger).text == text_about("Mosul")


def test_the_same_address_again_changes_nothing(ledger: Ledger, site: Site) -> None:
    address = site.serve("/a", page(text_about("Mosul")))
    take(ledger, site, address)
    again = take(ledger, site, address, address)
    assert (again.new, len(again.met), len(ledger.reports())) == ((), 1, 1)


def test_an_entry_with_its_whole_text_is_taken_from_the_feed_and_its_page_left_alone(
    ledger: Ledger, site: Site
) -> None:
    whole = f"<content:encoded><![CDATA[<p>{text_about('Mosul')}</p>]]></content:encoded>"
    address = site.serve("/feed", feed(item("/1", more=whole)), type_="application/rss+xml")
    take(ledger, site, address)
    report = only_report(ledger)
    assert (report.path, report.url, report.publisher) == (address, site.at("/1"), "Sample Wire")
    assert site.paths == ["/feed"]


def test_an_entry_without_its_text_leads_to_its_page(ledger: Ledger, site: Site) -> None:
    site.serve("/1", page(text_about("Mosul")))
    day = "<pubDate>Tue, 07 Nov 2023 10:00:00 GMT</pubDate><description>In short.</description>"
    address = site.serve("/feed", feed(item("/1", more=day)), type_="text/html")
    take(ledger, site, address)
    report = only_report(ledger)
    assert (report.path, report.publisher, report.published_on) == (site.at("/1"), "Sample Wire", date(2023, 11, 7))
    assert text_about("Mosul") in report.text
    assert site.paths == ["/feed", "/robots.txt", "/1"]


def test_the_pages_that_a_sitemap_lists_are_fetched(ledger: Ledger, site: Site) -> None:
    site.serve("/1", page(text_about("Mosul")))
    listed = (
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{site.at("/1")}</loc></url></urlset>'
    )
    take(ledger, site, site.serve("/sitemap.xml", listed, type_="text/xml"))
    assert only_report(ledger).path == site.at("/1")


def test_what_is_wrong_with_one_entry_stops_no_other(ledger: Ledger, site: Site) -> None:
    site.serve("/3", page(text_about("Mosul")))
    site.serve("/2.pdf", b"%PDF", type_="application/pdf")
    items = [item("/1"), item("/2.pdf"), item("http://10.0.0.1/"), item("file:///etc/passwd"), item("/3"), "<item/>"]
    taking = take(ledger, site, site.serve("/feed", feed(*items), type_="application/xml"))
    assert codes(taking) == ["E127", "E129", "E122", "E121", "E134"]
    assert len(taking.new) == 1
    assert sorted(failure.code for failure in ledger.failures()) == sorted(codes(taking))


def test_what_the_feed_tells_stands_in_for_a_page_that_cannot_be_had_until_it_can(ledger: Ledger, site: Site) -> None:
    short = f"<description>{text_about('Mosul')}</description>"
    address = site.serve("/feed", feed(item("/1", more=short)), type_="application/xml")
    assert codes(take(ledger, site, address)) == ["E133"]
    assert only_report(ledger).text == text_about("Mosul")
    site.serve("/1", page(text_about("Mosul") + " It was the third attack in a week, he added."))
    taking = take(ledger, site, address)
    assert (len(taking.new), codes(taking), ledger.failures()) == (1, [], ())


def test_a_page_that_is_on_file_is_not_fetched_again_when_the_feed_has_more(ledger: Ledger, site: Site) -> None:
    for number, place in enumerate(("Mosul", "Kirkuk"), start=1):
        site.serve(f"/{number}", page(text_about(place)))
    take(ledger, site, site.serve("/feed", feed(item("/1")), type_="application/xml"))
    site.asked.clear()
    taking = take(ledger, site, site.serve("/feed", feed(item("/2"), item("/1")), type_="application/xml"))
    assert (site.paths, len(taking.new)) == (["/feed", "/robots.txt", "/2"], 1)


def test_a_feed_of_which_nothing_was_left_is_asked_only_whether_it_changed(ledger: Ledger, site: Site) -> None:
    site.serve("/1", page(text_about("Mosul")))
    stated = {"etag": '"7"', "last_modified": "Tue, 07 Nov 2023 10:00:00 GMT"}
    address = site.serve("/feed", feed(item("/1")), type_="application/xml", **stated)
    take(ledger, site, address)
    site.serve("/feed", status=304)
    taking = take(ledger, site, address)
    _, headers = site.asked[-1]
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"7"', "Tue, 07 Nov 2023 10:00:00 GMT")
    assert taking == Taking((), (), ())


def test_a_feed_of_which_something_failed_is_read_whole_the_next_time(ledger: Ledger, site: Site) -> None:
    address = site.serve("/feed", feed(item("/1")), type_="application/xml", etag='"7"')
    assert codes(take(ledger, site, address)) == ["E127"]
    site.serve("/1", page(text_about("Mosul")))
    assert len(take(ledger, site, address).new) == 1
    assert all("if-none-match" not in headers for _, headers in site.asked)


def test_a_publication_day_that_is_given_is_given_to_what_is_on_file_too(ledger: Ledger, site: Site) -> None:
    site.serve("/1", page(text_about("Mosul")))
    address = site.serve("/feed", feed(item("/1")), type_="application/xml", etag='"7"')
    take(ledger, site, address)
    take(ledger, site, address, published=date(2023, 11, 7))
    assert only_report(ledger).published_on == date(2023, 11, 7)


def test_so_many_pages_at_once_and_the_rest_the_next_time(
    ledger: Ledger, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visiting, "MOST_PAGES", 2)
    for number, place in enumerate(("Mosul", "Kirkuk", "Erbil")):
        site.serve(f"/{number}", page(text_about(place)))
    address = site.serve("/feed", feed(*(item(f"/{n}") for n in range(3))), type_="application/xml", etag='"7"')
    first = take(ledger, site, address)
    assert (len(first.new), codes(first)) == (2, ["E136"])
    second = take(ledger, site, address)
    assert (len(second.new), codes(second), ledger.failures()) == (1, [], ())


def test_a_day_in_the_future_is_told_and_left_out(ledger: Ledger, site: Site) -> None:
    day = '<meta property="article:published_time" content="2999-01-01">'
    taking = take(ledger, site, site.serve("/a", page(text_about("Mosul"), head=day)))
    assert codes(taking) == ["E135"]
    assert only_report(ledger).published_on is None


def test_what_is_found_is_told_as_it_comes(ledger: Ledger, site: Site) -> None:
    site.serve("/1", page(text_about("Mosul")))
    told: list[tuple[Found, int, int]] = []
    take_in_addresses(
        ledger,
        [site.serve("/feed", feed(item("/1"), item("/2")), type_="application/xml")],
        fetcher=site.fetcher(),
        on_found=lambda *each: told.append(each),
    )
    (first, *at), (second, *_) = told
    assert at == [1, 2]
    assert (first.page, first.is_new, first.failures) == (site.at("/1"), True, ())
    assert (second.report_id, [failure.code for failure in second.failures]) == (None, ["E127"])


@pytest.mark.parametrize("address", ["http://", "file:///etc/passwd", "http://10.0.0.1/", "http://nowhere.example/"])
def test_an_address_that_leads_nowhere_is_told_in_one_line_and_kept_on_file(
    ledger: Ledger, site: Site, address: str
) -> None:
    (failure,) = take(ledger, site, address).failures
    assert failure.path == address
    assert ledger.failures() == (failure,)
