from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.sources.feeds.read import is_feed, read_feed, read_feed_bytes

OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
)
SITEMAP = (
    f"{OPENING}<url><loc>https://news.example/1?a=1&amp;b=2</loc><lastmod>2024-03-01</lastmod>"
    "<news:news><news:publication><news:name>Sample Wire</news:name><news:language>en</news:language>"
    "</news:publication><news:publication_date>2023-11-07T10:00:00Z</news:publication_date>"
    "<news:title>Depot hit</news:title></news:news></url>"
    "<url><loc> /2 </loc><lastmod>2024-03-01</lastmod></url><url><lastmod>2024-03-01</lastmod></url></urlset>"
)


def test_a_sitemap_lists_pages_with_what_it_says_of_news() -> None:
    first, second, third = read_feed_bytes(SITEMAP.encode(), name="a", base="https://news.example/sitemap.xml").entries
    assert (first.link, first.title) == ("https://news.example/1?a=1&b=2", "Depot hit")
    assert (first.publisher, first.language, first.published) == ("Sample Wire", "en", "2023-11-07T10:00:00Z")
    assert (second.link, second.published) == ("https://news.example/2", None)
    assert third.link is None


@pytest.mark.parametrize("root", ["urlset", "sitemapindex"])
def test_a_sitemap_is_known_by_how_it_opens(root: str) -> None:
    assert is_feed(f'<?xml version="1.0"?>\n<{root} xmlns="a">'.encode())


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        ("<sitemapindex><sitemap><loc>https://news.example/a.xml</loc></sitemap></sitemapindex>", "index of sitemaps"),
        (f"{OPENING}</urlset>", "no entries"),
    ],
)
def test_a_sitemap_that_leads_to_no_page_is_told(raw: str, cause: str) -> None:
    with pytest.raises(TallystickError, match=f"E132.*{cause}"):
        read_feed_bytes(raw.encode(), name="a")


def test_a_sitemap_on_the_disk_holds_nothing_to_read_and_that_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(SITEMAP, encoding="utf-8")
    with pytest.raises(TallystickError, match=r"E132.*links only"):
        list(read_feed(tmp_path / "sitemap.xml", 25))
