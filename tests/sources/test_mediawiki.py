"""Dumps of wikis."""

from __future__ import annotations

import bz2
import gzip
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tallystick.sources.again import is_made_again
from tallystick.sources.mediawiki import elements_in
from tallystick.sources.options import options_from
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken
from tests.sources.outcomes import only, outcomes

pytest.importorskip("mwparserfromhell")

HEAD = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
<siteinfo><sitename>Wikinews</sitename><dbname>enwikinews</dbname><base>https://en.wikinews.org/wiki/Main_Page</base>
<namespaces><namespace key="0" case="first-letter" /><namespace key="6">File</namespace>
<namespace key="14">Category</namespace></namespaces></siteinfo>
"""
END = "</mediawiki>\n"
ONE, TWO, THREE = "Two rockets struck a depot.", "A drone was shot down.", "Shots were heard at night."


def wiki_page(title: str, text: str, *, namespace: int = 0, inside: str = "") -> str:
    return (
        f"<page><title>{title}</title><ns>{namespace}</ns><id>1</id>{inside}<revision><id>2</id>"
        f"<timestamp>2023-11-08T10:00:00Z</timestamp><model>wikitext</model><text>{text}</text></revision></page>\n"
    )


def dump(*pages: str) -> bytes:
    return (HEAD + "".join(pages) + END).encode()


WHOLE = dump(wiki_page("One", ONE), wiki_page("Two", TWO), wiki_page("Three", THREE))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.xml", WHOLE, id="plain"),
        pytest.param("a-pages-articles.xml.bz2", bz2.compress(WHOLE), id="bz2"),
        pytest.param("a.xml.gz", gzip.compress(WHOLE), id="gz"),
        pytest.param("a.xml.bz2", bz2.compress(WHOLE[:300]) + bz2.compress(WHOLE[300:]), id="multistream"),
    ],
)
def test_each_page_is_a_report(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert outcomes(tmp_path / name) == [ONE, TWO, THREE]


def test_what_the_dump_says_of_a_page_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(dump(wiki_page("Rockets hit depot, two hurt", "{{date|November 7, 2023}}" + ONE)))
    report = only(tmp_path / "a.xml").report
    assert (report.title, report.url) == (
        "Rockets hit depot, two hurt", "https://en.wikinews.org/wiki/Rockets_hit_depot,_two_hurt",
    )  # fmt: skip
    assert (report.publisher, report.language, report.published_on) == ("Wikinews", "en", date(2023, 11, 7))


def test_when_the_page_was_last_changed_is_in_the_bytes_on_file(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(dump(wiki_page("One", ONE)))
    assert b"<timestamp>2023-11-08T10:00:00Z</timestamp>" in only(tmp_path / "a.xml").raw


def test_redirects_and_other_namespaces_are_left_out(tmp_path: Path) -> None:
    redirect = wiki_page("Old", "#REDIRECT [[One]]", inside='<redirect title="One" />')
    (tmp_path / "a.xml").write_bytes(dump(redirect, wiki_page("Talk:One", TWO, namespace=1), wiki_page("One", ONE)))
    assert outcomes(tmp_path / "a.xml") == [ONE]
    assert outcomes(tmp_path / "a.xml", options=("mediawiki.namespace=0,1",)) == [TWO, ONE]


def test_the_language_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(dump(wiki_page("One", ONE)))
    (taken,) = read_paths([tmp_path / "a.xml"], options=options_from(["mediawiki.language=ar"]))
    assert isinstance(taken, Taken)
    assert taken.report.language == "ar"


def test_the_last_of_several_revisions_counts(tmp_path: Path) -> None:
    before = "<revision><id>1</id><text>A first draft.</text></revision>"
    (tmp_path / "a.xml").write_bytes(dump(wiki_page("One", ONE, inside=before)))
    assert outcomes(tmp_path / "a.xml") == [ONE]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(WHOLE[:-200], id="cut off"),
        pytest.param(WHOLE.replace(b"<title>Three", b"<title>&Three<"), id="broken"),
        pytest.param(gzip.compress(WHOLE)[:-12], id="packed, cut off"),
        pytest.param(bz2.compress(WHOLE[:-150]) + bz2.compress(WHOLE[-150:])[:-20], id="second stream cut off"),
    ],
)
def test_a_break_is_told_once_and_costs_no_page_before_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xml.gz").write_bytes(content)
    found = outcomes(tmp_path / "a.xml.gz")
    assert (found[:2], found[-1], found.count("E149")) == ([ONE, TWO], "E149", 1)


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml.bz2").write_bytes(b"")
    assert outcomes(tmp_path / "a.xml.bz2") == ["E103"]


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    declared = f'<!DOCTYPE mediawiki [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(declared.encode() + dump(wiki_page("One", ONE + " &x;"))))
    assert not any("secret" in each for each in outcomes(tmp_path / "a.xml.gz"))


def test_a_page_over_the_limit_is_told_and_not_held(tmp_path: Path) -> None:
    bomb = dump(wiki_page("One", ONE), wiki_page("Two", "<b>a</b>" * 5_000_000))
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(bomb, compresslevel=1))
    assert outcomes(tmp_path / "a.xml.gz", max_mb=1) == [ONE, "E104"]


def test_no_more_than_a_page_is_held_at_a_time() -> None:
    many = dump(*(wiki_page(f"Page {n}", f"{ONE} On day {n} it was quiet.") for n in range(2000)))
    held = [len(list(element.getroottree().iter())) for element in elements_in(BytesIO(many), name="a.xml", max_mb=25)]
    assert len(held) == 2001
    assert max(held) < 2000


@pytest.mark.parametrize("name", ["a.xml", "a.xml.bz2"])
def test_the_text_is_made_again_from_the_bytes_on_file(tmp_path: Path, name: str) -> None:
    content = dump(wiki_page("Talk:One", ONE, namespace=1))
    (tmp_path / name).write_bytes(bz2.compress(content) if name.endswith("bz2") else content)
    (taken,) = read_paths([tmp_path / name], options=options_from(["mediawiki.namespace=1"]))
    assert isinstance(taken, Taken)
    assert taken.origin is not None
    assert is_made_again(taken.raw, taken.report.id, origin=taken.origin, path=taken.report.path)
