from __future__ import annotations

from tallystick.model.terms import Status
from tallystick.publishing.svg import MARK_NAMES, MARKS, mark, path, tag, text, text_width, wrap


def test_words_are_escaped() -> None:
    assert text("<b> & co", x=1) == '<text x="1">&lt;b&gt; &amp; co</text>'


def test_attribute_values_are_escaped() -> None:
    assert tag("g", title='"x"') == '<g title="&#34;x&#34;"/>'


def test_every_status_has_a_mark_and_a_name() -> None:
    assert {MARKS[status] for status in Status} == set(MARK_NAMES)


def test_marks_differ_in_shape_or_class() -> None:
    assert len({mark(status, 5, 5) for status in Status}) == len(MARK_NAMES)


def test_wrapped_lines_fit_and_lose_no_word() -> None:
    lines = wrap("Islamic Revolutionary Guard Corps", 110, 12)
    assert " ".join(lines) == "Islamic Revolutionary Guard Corps"
    assert all(text_width(line, 12) <= 110 for line in lines)


def test_points_on_top_of_each_other_are_left_out() -> None:
    assert path([(0, 0), (0.1, 0.1), (10, 0)], closed=True) == "M0 0L10 0Z"


def test_path_of_a_single_spot_is_empty() -> None:
    assert path([(0, 0), (0.1, 0.1)], closed=True) == ""
