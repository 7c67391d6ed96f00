from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.watching.plan import Pages, Plan, read_plan

ONE = '[[feed]]\nurl = "https://news.example/rss"\n'


def plan(tmp_path: Path, text: str) -> Plan:
    path = tmp_path / "feeds.toml"
    path.write_text(text, encoding="utf-8")
    return read_plan(path)


def test_an_address_is_enough(tmp_path: Path) -> None:
    (feed,) = plan(tmp_path, ONE).feed
    assert (feed.url, feed.name, feed.every) == (
        "https://news.example/rss",
        "https://news.example/rss",
        timedelta(minutes=15),
    )


def test_what_is_set_for_all_holds_for_a_feed_that_does_not_set_it(tmp_path: Path) -> None:
    text = '[watch]\nevery = "1h"\npages = "always"\n[[feed]]\nurl = "https://a.example/"\n[[feed]]\nurl = "https://b.example/"\nevery = "2d"\npages = "never"\n'
    first, second = plan(tmp_path, text).feed
    assert (first.every, first.pages) == (timedelta(hours=1), Pages.ALWAYS)
    assert (second.every, second.pages) == (timedelta(days=2), Pages.NEVER)


def test_addresses_are_brought_to_one_form(tmp_path: Path) -> None:
    (feed,) = plan(tmp_path, '[[feed]]\nurl = "HTTPS://News.Example#top"\n').feed
    assert feed.url == "https://news.example/"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[watch]\n", "feed: is missing"),
        ("[[feed]\n", "not TOML"),
        ("feed = []\n", "feed: "),
        ('[[feed]]\nname = "a"\n', r"feed\[1\]\.url: is missing"),
        (ONE + 'evry = "1h"\n', r"feed\[1\]\.evry: no such key"),
        (ONE + "every = 15\n", r"feed\[1\]\.every: 15 is no length of time"),
        (ONE + 'every = "5s"\n', r"feed\[1\]\.every: "),
        (ONE + 'pages = "some"\n', r"feed\[1\]\.pages: "),
        ('[[feed]]\nurl = "file:///etc/passwd"\n', r"feed\[1\]\.url: .*the scheme is file"),
        (ONE + ONE, "feed: https://news.example/rss stands there twice"),
        ("[watch]\njitter = 2\n" + ONE, r"watch\.jitter: "),
        ('[watch]\ncontact = "a\\r\\nX: b"\n' + ONE, r"watch\.contact: "),
    ],
    ids=[
        "no feed",
        "no TOML",
        "empty",
        "no url",
        "unknown key",
        "no unit",
        "too often",
        "no choice",
        "a file",
        "twice",
        "jitter",
        "contact",
    ],
)
def test_what_does_not_fit_is_told_in_one_line_with_file_and_key(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(TallystickError, match=rf"E151.*feeds\.toml: {told}") as refused:
        plan(tmp_path, text)
    assert "\n" not in refused.value.message


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="E101"):
        read_plan(tmp_path / "feeds.toml")
