"""What of a wiki page is its text."""

from __future__ import annotations

import pytest

from tallystick.sources.wikitext import read_wikitext

pytest.importorskip("mwparserfromhell")


def text_of(wikitext: str) -> str:
    return read_wikitext(wikitext, file_names=["datei"], category_names=["kategorie"], path="a.xml").text


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        pytest.param("'''Two''' ''rockets'' fell.", "Two rockets fell.", id="bold and italic"),
        pytest.param("A base near [[Erbil]] and [[Kirkuk|the city]].", "A base near Erbil and the city.", id="links"),
        pytest.param("In {{w|Mosul}}, {{w|Islamic State|IS}} hid.", "In Mosul, IS hid.", id="template of a link"),
        pytest.param("Said [[w:Reuters]] and [[:w:en:Agence|AFP]].", "Said Reuters and AFP.", id="other wikis"),
        pytest.param("Shells fell.<ref>A note, {{cite|x}}.</ref> None died.", "Shells fell. None died.", id="note"),
        pytest.param("Shells fell.<!-- check --> None died.", "Shells fell. None died.", id="comment"),
        pytest.param("[[File:A.jpg|thumb|A [[crater]].]]Shells fell.", "Shells fell.", id="picture"),
        pytest.param("[[Datei:A.jpg]]Shells fell.[[Kategorie:Irak]]", "Shells fell.", id="the wiki's own names"),
        pytest.param("Shells fell.\n[[fr:Obus]]\n__NOTOC__", "Shells fell.", id="language and magic word"),
        pytest.param("Shells fell.\n{|\n! Day\n|-\n| Monday\n|}\nNone died.", "Shells fell.\n\nNone died.", id="table"),
        pytest.param(
            "Shells fell.\n\n==Sources==\n*{{source|url=x}}\n* [http://a.example A]", "Shells fell.", id="sources"
        ),
        pytest.param("A.\n==Background==\nB.\n===More===\nC.", "A.\nBackground\nB.\nMore\nC.", id="headings stay"),
        pytest.param("Two &amp; [http://a.example three]&nbsp;fell.", "Two & three fell.", id="entities"),
        pytest.param("قصف قرب {{و|الموصل}}.\n== المصادر ==\n* أ", "قصف قرب الموصل.", id="Arabic"),
        pytest.param("{{broken [[link '''x", "{{broken [[link x", id="broken mark-up is text"),
    ],
)
def test_prose(wikitext: str, text: str) -> None:
    assert text_of(wikitext) == text


@pytest.mark.parametrize(
    ("wikitext", "published"),
    [
        pytest.param("{{date|November 7, 2023}} A.", "November 7, 2023", id="date"),
        pytest.param("{{byline|date=November 7, 2023|location=ERBIL}} A.", "November 7, 2023", id="byline"),
        pytest.param("{{تاريخ|7 نوفمبر 2023}} أ.", "7 نوفمبر 2023", id="Arabic"),
        pytest.param("A. [[Category:Iraq]] [[Category:November 7, 2023]]", "November 7, 2023", id="category"),
        pytest.param("{{date|soon}} A. [[Kategorie:07.11.2023]]", "07.11.2023", id="the wiki's own category"),
        pytest.param("A. [[Category:Iraq]]", None, id="none"),
    ],
)
def test_day_of_publication(wikitext: str, published: str | None) -> None:
    found = read_wikitext(wikitext, file_names=[], category_names=["kategorie"], path="a.xml")
    assert found.published == published
