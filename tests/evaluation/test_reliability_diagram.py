"""The reliability diagram as SVG."""

from __future__ import annotations

from xml.etree import ElementTree

from evaluation.reliability_diagram import draw_reliability
from tallystick.evaluation.calibration import reliability

SVG = "{http://www.w3.org/2000/svg}"


def _dots(said: list[float], true: list[bool]) -> list[ElementTree.Element]:
    picture = ElementTree.fromstring(draw_reliability(reliability(said, true), title="How sure"))
    return picture.findall(f"{SVG}circle")


def test_a_dot_for_each_bin_with_cases() -> None:
    assert len(_dots([0.15, 0.85, 0.86], [False, True, True])) == 2


def test_what_is_said_lies_across_and_what_is_right_goes_up() -> None:
    low, high = _dots([0.15, 0.85], [False, True])
    assert float(low.attrib["cx"]) < float(high.attrib["cx"])
    assert float(low.attrib["cy"]) > float(high.attrib["cy"])


def test_more_cases_make_a_larger_dot() -> None:
    few, many = _dots([0.15, 0.85, 0.86, 0.87], [False, True, True, False])
    assert float(few.attrib["r"]) < float(many.attrib["r"])


def test_no_cases_make_no_dot() -> None:
    assert _dots([], []) == []
