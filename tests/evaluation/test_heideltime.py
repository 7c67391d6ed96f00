from __future__ import annotations

import pytest

from evaluation.heideltime import read_markup
from tallystick.evaluation.timex_match import TimexSpan

_HEAD = '<?xml version="1.0"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>\n'


def test_tags_are_told_by_the_offsets_of_the_bare_text() -> None:
    markup = _HEAD + 'Seen <TIMEX3 tid="t1" type="DATE" value="2011-06-14">on\nTuesday</TIMEX3> & gone.\n\n</TimeML>\n'
    assert read_markup(markup, "\n\nSeen on\nTuesday & gone.") == (TimexSpan(7, 17, "DATE", "2011-06-14"),)


def test_another_text_than_was_given_is_an_error() -> None:
    with pytest.raises(ValueError, match="another text"):
        read_markup(f"{_HEAD}Seen.\n</TimeML>", "Heard.")
