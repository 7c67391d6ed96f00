from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tallystick.publishing.waterfall import Waterfall, make_waterfall
from tallystick.publishing.waterfall_picture import draw_waterfall, write_waterfalls
from tests.publishing.example import RECORD

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def fall() -> Waterfall:
    made = make_waterfall(RECORD.incidents[0].joins[0])
    assert made is not None
    return made


@pytest.fixture
def picture(fall: Waterfall, tmp_path: Path) -> ElementTree.Element:
    path = tmp_path / "w.svg"
    write_waterfalls([("A & B", fall), ("B and C", fall)], path, name="Why <these> are one")
    return ElementTree.fromstring(path.read_text(encoding="utf-8"))


def test_it_has_a_name_and_tells_everything_in_words(picture: ElementTree.Element, fall: Waterfall) -> None:
    assert picture.findtext(f"{SVG}title") == "Why <these> are one"
    told = picture.findtext(f"{SVG}desc") or ""
    assert all(bar.words in told and f"{bar.weight:+.1f}" in told for bar in fall.bars)


def test_every_step_has_a_bar_and_the_sum_one_too(picture: ElementTree.Element, fall: Waterfall) -> None:
    assert len(list(picture.iter(f"{SVG}rect"))) == 2 * (len(fall.bars) + 1)


def test_it_carries_its_own_colours_for_light_and_dark_and_no_script(picture: ElementTree.Element) -> None:
    style = "".join(element.text or "" for element in picture.iter(f"{SVG}style"))
    assert "prefers-color-scheme: dark" in style
    assert not list(picture.iter(f"{SVG}script"))


def test_nothing_lies_outside_the_picture(picture: ElementTree.Element) -> None:
    _, _, width, height = map(float, picture.attrib["viewBox"].split())
    for bar in picture.iter(f"{SVG}rect"):
        x, y, w, h = (float(bar.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert x + w <= width
        assert 0 <= y <= y + h <= height
    assert all(float(words.attrib["y"]) <= height for words in picture.iter(f"{SVG}text"))


def test_on_a_page_it_takes_the_colours_of_the_page(fall: Waterfall) -> None:
    drawn = draw_waterfall(fall, key="k", name="Why")
    assert "<style" not in drawn
    assert 'aria-labelledby="k-t k-d"' in drawn
