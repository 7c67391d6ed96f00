from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.sources.feeds.feed import Entry, find_false_day
from tallystick.sources.feeds.json_feed import read_json_feed
from tallystick.sources.feeds.read import read_entry, read_feed_bytes
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken

FEED = """<rss version="2.0"><channel><title>Sample Wire</title>
<item><title>Depot hit</title><link>https://news.example/1</link><pubDate>Tue, 07 Nov 2023 10:00:00 GMT</pubDate>
<description>Two rockets fell on the depot near the border, officials said on Tuesday.</description></item>
<item><title>Nothing more</title><link>https://news.example/2</link></item>
</channel></rss>"""


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.html", "a.txt", "feed"])
def test_a_feed_on_the_disk_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FEED, encoding="utf-8")
    failed, taken = sorted(read_paths([tmp_path]), key=lambda item: isinstance(item, Taken))
    assert isinstance(taken, Taken)
    assert (taken.report.url, taken.report.title) == ("https://news.example/1", "Depot hit")
    assert (taken.report.publisher, taken.report.published_on) == ("Sample Wire", date(2023, 11, 7))
    assert not isinstance(failed, Taken)
    assert failed.code == "E134"


def test_an_entry_keeps_its_own_bytes_so_that_new_entries_beside_it_change_nothing(tmp_path: Path) -> None:
    before = read_feed_bytes(FEED.encode(), name="a").entries[0]
    more = FEED.replace("<item>", "<item><title>New</title></item><item>", 1)
    after = read_feed_bytes(more.encode(), name="a").entries[1]
    assert before.raw == after.raw
    assert b"Depot hit" in before.raw


@pytest.mark.parametrize(
    ("raw", "guess"),
    [
        ("<?xml version='1.0' encoding='iso-8859-1'?>" + FEED.replace("Depot", "Dépôt"), None),
        (FEED.replace("Depot", "Dépôt"), "cp1252"),
        ("<?xml version='1.0' encoding='utf-8'?>" + FEED.replace("Depot", "Dépôt"), "cp1252"),
        ("<?xml version='1.0' encoding='x-none'?>" + FEED.replace("Depot", "Dépôt"), "cp1252"),
    ],
)
def test_the_encoding_of_a_feed_is_as_declared_or_a_guess_that_is_told(raw: str, guess: str | None) -> None:
    feed = read_feed_bytes(raw.encode("latin-1"), name="a")
    assert feed.entries[0].title == "Dépôt hit"
    assert feed.guessed_encoding == guess


def test_what_the_sender_says_of_the_encoding_goes_before_the_feed() -> None:
    raw = ("<?xml version='1.0' encoding='cp1252'?>" + FEED.replace("Depot", "Склад")).encode("koi8-r")
    assert read_feed_bytes(raw, name="a", charset="koi8-r").entries[0].title == "Склад hit"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"<html><p>a</p></html>", "E132"),
        (b"<rss><channel></channel></rss>", "E132"),
        (b"plain words", "E132"),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', "E132"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "E132"),
        (b"{" * 100_000, "E132"),
        (b"\0\1\2", "E105"),
    ],
)
def test_what_cannot_be_read_as_a_feed_is_told_in_one_line(raw: bytes, code: str) -> None:
    with pytest.raises(TallystickError, match=code):
        read_feed_bytes(raw, name="a")


def test_json_feed(tmp_path: Path) -> None:
    items = [
        {"id": 1, "url": "/1", "title": "Depot", "content_html": "<p>Two rockets.</p>", "date_published": "2023-11-07"},
        {"id": 2, "external_url": "https://wire.example/2", "summary": "Shots.", "language": "en"},
        "none",
    ]
    text = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Sample Wire", "items": items})
    first, second = read_json_feed(text, base="https://news.example/feed.json") or ()
    assert (first.link, first.text, first.publisher) == ("https://news.example/1", "Two rockets.", "Sample Wire")
    assert (second.link, second.summary, second.language) == ("https://wire.example/2", "Shots.", "en")
    (tmp_path / "feed.json").write_text(text, encoding="utf-8")
    assert [item.report.text for item in read_paths([tmp_path]) if isinstance(item, Taken)] == [
        "Two rockets.",
        "Shots.",
    ]


@pytest.mark.parametrize(
    ("published", "is_told"),
    [
        ("Thu, 01 Jan 1970 00:00:00 GMT", True),
        ("2024-03-04", True),
        ("2024-03-03", False),
        ("2024-03-02", False),
        ("1985-01-01", False),
        ("yesterday", False),
        (None, False),
    ],
)
def test_a_day_that_cannot_be_is_told(published: str | None, is_told: bool) -> None:
    assert (find_false_day(published, today=date(2024, 3, 2), path="a") is not None) is is_told


def test_a_report_is_kept_without_a_day_that_cannot_be() -> None:
    entry = Entry(raw=b"a", text="Two rockets.", published="2999-01-01")
    false, article = read_entry(entry, path="a", today=date(2024, 3, 2))
    assert isinstance(false, TallystickError)
    assert false.code.name == "E135"
    assert not isinstance(article, TallystickError)
    assert article.published is None


def test_a_doubted_day_is_left_out_and_the_cause_told() -> None:
    entry = Entry(raw=b"a", text="Two rockets.", published="2001-01-01", doubt="it is too long ago")
    doubted, article = read_entry(entry, path="a")
    assert isinstance(doubted, TallystickError)
    assert (doubted.code.name, "it is too long ago" in doubted.message) == ("E154", True)
    assert not isinstance(article, TallystickError)
    assert article.published is None


def test_an_entry_is_known_by_its_id_and_its_words_whatever_its_address() -> None:
    def entry(link: str, words: str, guid: str = "<guid isPermaLink='false'>7</guid>") -> Entry:
        item = f"<item>{guid}<link>{link}</link><description>{words}</description></item>"
        return read_feed_bytes(f"<rss><channel>{item}</channel></rss>".encode(), name="a").entries[0]

    first = entry("https://news.example/1?from=rss", "Two rockets.")
    assert first.key == entry("https://news.example/1", "Two rockets.").key
    assert first.key != entry("https://news.example/1?from=rss", "Three rockets.").key
    assert entry("/1", "a", guid="").key != entry("/2", "a", guid="").key
