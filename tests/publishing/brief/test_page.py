from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tallystick.model.record import Record
from tallystick.publishing.brief import render_brief, write_brief
from tests.publishing.brief.page_parser import Page
from tests.publishing.example import ACTOR_NAMES, DISAGREEMENTS, EXCHANGES, INCIDENTS, KNOWN_RELATIONS, RECORD
from tests.publishing.example_mentions import EVENTS
from tests.publishing.example_reports import make_report


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_nothing_is_loaded_from_anywhere(page: Page, html: str) -> None:
    assert not {name for name, _ in page.tags} & {"script", "link", "img", "iframe", "object", "embed"}
    assert not [a for _, attributes in page.tags for a in ("src", "xlink:href", "srcset") if a in attributes]
    assert not re.search(r"url\((?!#)|@import|//", re.sub(r"https?://www\.w3\.org/\S*", "", html))


def test_every_inner_link_leads_somewhere(page: Page) -> None:
    assert page.links
    assert {link for link in page.links if link.startswith("#")} <= {f"#{i}" for i in page.ids}


def test_ids_are_unique(page: Page) -> None:
    assert [i for i, n in Counter(page.ids).items() if n > 1] == []


def test_every_url_reference_of_a_picture_exists(page: Page, html: str) -> None:
    assert set(re.findall(r"url\(#([^)]+)\)", html)) <= set(page.ids)


def test_every_incident_that_stands_has_a_card(page: Page) -> None:
    cards = [i for i in page.ids if i.startswith("incident-")]
    assert len(cards) == sum(incident.review_state != "rejected" for incident in INCIDENTS)


def test_every_mention_of_an_incident_is_quoted(html: str) -> None:
    text = Page(re.sub(r"</?mark[^>]*>", "", html)).text
    for event in EVENTS:
        assert event.quote.exact in text


def test_tally_is_checked_in_words(page: Page) -> None:
    assert "This report says at least 12 attacks; 2 are told one by one on file; 10 or more are not." in page.text


def test_failures_are_told(page: Page) -> None:
    assert "reports/scan.bin: is binary, not text" in page.text


def test_likelihood_and_confidence_stand_in_separate_sentences(page: Page) -> None:
    assert "carried it out. Confidence is low:" in page.text


def test_pictures_have_a_name_and_a_description(page: Page) -> None:
    pictures = [attributes for name, attributes in page.tags if attributes.get("class") == "picture"]
    waterfalls = 1
    assert len(pictures) == 6 + waterfalls
    for attributes in pictures:
        assert set((attributes["aria-labelledby"] or "").split()) <= set(page.ids)


def test_a_waterfall_has_its_table_beside_it(page: Page) -> None:
    for words in ("same site: Ain al-Asad Air Base", "+7.9", "-6.5", "where all pairs begin"):
        assert words in page.text


def test_what_an_incident_may_be_is_named(page: Page) -> None:
    assert "Told too vaguely to say whether it is another incident, and not counted." in page.text
    assert "May be this one, too vague to say" in page.text


def test_whose_words_a_report_has_and_who_originally_reported_are_told(page: Page) -> None:
    assert "copy of Meridian Wire: the same text but for a few words" in page.text
    assert "2 independent sources (Furat Local, Meridian Wire)" in page.text


def test_title_is_escaped(html: str) -> None:
    assert "<h1>Iraq &amp; Syria</h1>" in html


def test_words_of_a_report_cannot_become_markup() -> None:
    nasty = make_report("x", "<script>alert(1)</script>", date(2023, 1, 1), publisher='"><img src=x>', title="<b>")
    page = Page(render_brief(Record(reports=(nasty,)), title="<i>"))
    assert not {name for name, _ in page.tags} & {"script", "img", "b", "i"}


def test_same_record_gives_the_same_bytes(html: str, tmp_path: Path) -> None:
    write_brief(
        RECORD,
        tmp_path / "brief.html",
        title="Iraq & Syria",
        known_relations=KNOWN_RELATIONS,
        actor_names=ACTOR_NAMES,
        exchanges=EXCHANGES,
        disagreements=DISAGREEMENTS,
    )
    assert (tmp_path / "brief.html").read_text(encoding="utf-8") == html


def test_empty_record_makes_a_page_that_says_so() -> None:
    text = Page(render_brief(Record(), title="Nothing")).text
    assert "0 reports tell of no incident" in text
    assert "Nothing was skipped." in text
