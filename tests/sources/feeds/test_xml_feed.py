from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.sources.feeds.feed import Entry
from tallystick.sources.feeds.read import is_feed
from tallystick.sources.feeds.xml_feed import read_xml_feed


def entries(text: str, *, base: str | None = None) -> tuple[Entry, ...]:
    found = read_xml_feed(text, base=base)
    assert found is not None
    return found


def rss(items: str, *, more: str = "", opening: str = "") -> str:
    return f'{opening}<rss version="2.0" {more}><channel><title>Sample Wire</title>{items}</channel></rss>'


def test_rss_2_with_the_whole_text() -> None:
    (entry,) = entries(
        rss(
            "<language>en-GB</language><item><title>Depot hit</title><link>https://news.example/1</link>"
            "<pubDate>Mon, 06 Nov 2023 23:30:00 -0500</pubDate><description>Two rockets.</description>"
            "<content:encoded><![CDATA[<p>Two rockets fell.</p><p>Nobody was hurt.</p>]]></content:encoded></item>",
            more='xmlns:content="http://purl.org/rss/1.0/modules/content/"',
        )
    )
    assert (entry.title, entry.link, entry.publisher) == ("Depot hit", "https://news.example/1", "Sample Wire")
    assert (entry.text, entry.summary) == ("Two rockets fell.\nNobody was hurt.", "Two rockets.")
    assert (entry.published, entry.language) == ("Mon, 06 Nov 2023 23:30:00 -0500", "en-GB")


def test_rss_1_has_its_items_beside_the_channel() -> None:
    (entry,) = entries(
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="https://news.example/"><title>Sample Wire</title><dc:language>fr</dc:language></channel>'
        '<item rdf:about="https://news.example/1"><title>Depot hit</title><link>https://news.example/1</link>'
        "<dc:date>2023-11-07T10:00:00Z</dc:date><description>Two rockets.</description></item></rdf:RDF>"
    )
    assert (entry.title, entry.publisher, entry.published) == ("Depot hit", "Sample Wire", "2023-11-07T10:00:00Z")
    assert (entry.text, entry.summary, entry.language) == (None, "Two rockets.", "fr")


def test_atom_with_elements_for_content() -> None:
    (entry,) = entries(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://news.example/x/">'
        '<title type="html">Sample &amp;amp; Wire</title><entry><title>Depot</title>'
        '<link rel="edit" href="edit"/><link href="1"/><updated>2023-11-09T00:00:00Z</updated>'
        '<published>2023-11-07T00:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>Two <b>rockets</b> fell.</p><p>Nobody was hurt.</p></div></content></entry></feed>"
    )
    assert (entry.link, entry.publisher) == ("https://news.example/x/1", "Sample & Wire")
    assert (entry.text, entry.published) == ("Two rockets fell.\nNobody was hurt.", "2023-11-07T00:00:00Z")
    assert entry.language == "de"


def test_atom_0_3() -> None:
    (entry,) = entries(
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Sample Wire</title><entry><title>Depot</title>'
        '<link rel="alternate" type="text/html" href="https://news.example/1"/><issued>2003-12-13T08:29:29Z</issued>'
        '<content type="text/html" mode="escaped">&lt;p>Two rockets.&lt;/p></content></entry></feed>'
    )
    assert (entry.link, entry.published, entry.text) == (
        "https://news.example/1",
        "2003-12-13T08:29:29Z",
        "Two rockets.",
    )


def test_an_atom_text_is_taken_word_for_word_and_content_elsewhere_is_none() -> None:
    first, second = entries(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="text">5 &lt; 6 &lt;b></title></entry>'
        '<entry><content src="https://news.example/1.mp4" type="video/mp4"/></entry></feed>'
    )
    assert first.title == "5 < 6 <b>"
    assert second.text is None


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Two &amp; three", "Two & three"),
        ("Bomb &lt;b&gt;kills&lt;/b&gt; six", "Bomb kills six"),
        ("<![CDATA[Bomb <i>kills</i>&nbsp;six]]>", "Bomb kills six"),
        ("Bomb <b>kills</b> six", "Bomb kills six"),
        ("  Bomb\n   kills ", "Bomb kills"),
        ("Fewer than 5 < 6", "Fewer than 5  6"),
        ("Bomb&nbsp;kills &hellip;", "Bomb kills …"),
        ("AT&T tower hit", "AT&T tower hit"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Six dead", "Six dead"),
        ("", None),
    ],
)
def test_a_title_is_plain_text_in_one_line_whatever_is_in_it(title: str, read: str | None) -> None:
    (entry,) = entries(rss(f"<item><title>{title}</title></item>"))
    assert (entry.title or "").split() == (read or "").split()


@pytest.mark.parametrize(
    ("item", "link"),
    [
        ("<link>https://news.example/a?b=1&amp;c=2</link>", "https://news.example/a?b=1&c=2"),
        ("<link> /a </link>", "https://news.example/a"),
        ("<guid>https://news.example/g</guid>", "https://news.example/g"),
        ('<guid isPermaLink="false">https://news.example/g</guid>', None),
        ("<guid>17</guid>", None),
        ('<atom:link rel="self" href="/self"/><link>/a</link>', "https://news.example/a"),
        ("<link/>", None),
        ("<link>http://[</link>", "http://["),
    ],
)
def test_the_link_of_an_entry(item: str, link: str | None) -> None:
    feed = rss(f"<item>{item}</item>", more='xmlns:atom="http://www.w3.org/2005/Atom"')
    assert entries(feed, base="https://news.example/feed/")[0].link == link


def test_an_entry_taken_over_names_its_source() -> None:
    (entry,) = entries(rss('<item><source url="https://agency.example/">Agency</source><title>a</title></item>'))
    assert entry.publisher == "Agency"


def test_names_of_other_vocabularies_are_passed_over() -> None:
    (entry,) = entries(
        rss(
            "<item><media:title>Picture</media:title><title>Depot</title><media:content>x</media:content></item>",
            more='xmlns:media="http://search.yahoo.com/mrss/"',
        )
    )
    assert (entry.title, entry.text) == ("Depot", None)


def test_a_prefix_that_was_never_declared_is_understood() -> None:
    (entry,) = entries(rss("<item><content:encoded>Two rockets.</content:encoded><dc:date>2023</dc:date></item>"))
    assert (entry.text, entry.published) == ("Two rockets.", "2023")


def test_a_feed_that_breaks_off_gives_what_came() -> None:
    assert [entry.title for entry in entries("<rss><channel><item><title>One</title></item><item><title>Two")] == [
        "One",
        "Two",
    ]


BOMB = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("opening", "reference"),
    [
        (f'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{BOMB}]>', "&j;"),
        (f'<!DOCTYPE rss [<!ENTITY a "{"a" * 50_000}">]>', "&a;" * 2_000),
        ('<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "&a;"),
        ('<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>', "&b;"),
        ('<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/a.dtd">', ""),
    ],
)
def test_no_entity_is_expanded_and_nothing_is_loaded(opening: str, reference: str) -> None:
    (entry,) = entries(rss(f"<item><title>One {reference}</title></item>", opening=opening))
    title = entry.title or ""
    assert title.startswith("One")
    assert len(title) <= len(reference) + 4


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel>" + "<a>" * 200_000,
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>' + "&lt;div>" * 200_000,
        "<rss><channel>" + "<" * 1_000_000,
        "<rss><channel><item><title>" + " " * 1_000_000,
        "<!--" * 200_000,
        " " * 1_000_000,
        "&" * 1_000_000,
    ],
    ids=["deep", "deep inside", "signs", "spaces", "comments", "blank", "entities"],
)
def test_a_feed_made_to_be_slow_is_read_or_refused(text: str) -> None:
    assert len(read_xml_feed(text) or ()) <= 1


@pytest.mark.parametrize("text", ["", "x", "<html><body>a</body></html>", "<rss", "{}", "<a:rss xmlns:a='b'/>"])
def test_what_is_no_feed(text: str) -> None:
    assert not read_xml_feed(text)


@given(st.text() | st.text(alphabet="<>/!-[]CDATA&;rssfeditemchanl \"'=").map(lambda text: f"<rss><channel>{text}"))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_xml_feed(text, base="https://news.example/")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"<rss version='2.0'>", True),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- made by hand -->\n<rss>", True),
        ('<?xml version="1.0" encoding="utf-16"?><feed xmlns="x">'.encode("utf-16"), True),
        (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss>', True),
        (b"<rdf:RDF xmlns='x'>", True),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", False),
        (b"<p>rss feed</p>", False),
        (b"<feedback>", False),
        (b"A feed <rss>", False),
        (b"", False),
    ],
)
def test_a_feed_is_known_by_how_it_opens(head: bytes, told: bool) -> None:
    assert is_feed(head) is told
