"""Over which ground a count counts."""

from __future__ import annotations

import pytest

from tallystick.model.mention import TallyMention
from tests.reading.tellings import Read, of_type, the_tally


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Rebels mounted 61 attacks in Mali and Niger this year, a think-tank in France said.", {"ML", "NE"}),
        ("Yemen's Houthi rebels have attacked ships more than 40 times since July.", set()),
        ("Some 300 attacks have been counted since Israel launched its offensive on 4 July.", set()),
        ("The coalition's total for its bases in Iraq and Syria stood at 58 attacks since 4 July.", {"IQ", "SY"}),
    ],
)
def test_what_acts_or_speaks_is_no_ground(read: Read, text: str, areas: set[str]) -> None:
    assert set(the_tally(read(text, "2019-09-20")).scope.areas) == areas


def test_the_number_of_a_strike_is_counted_where_it_fell(read: Read) -> None:
    text = "Warplanes bombed an arms store near Kirkuk on Friday. It was the third air strike of the campaign."
    assert the_tally(read(text, "2019-09-20")).scope.areas == ("IQ",)


def test_what_followed_is_counted_on_the_same_ground(read: Read) -> None:
    text = "The army counted 16 attacks in Iraq and Syria between May and July. Six followed in August."
    tallies = sorted(of_type(read(text, "2019-09-20"), TallyMention), key=lambda t: t.value)
    assert [t.scope.areas for t in tallies] == [("IQ", "SY"), ("IQ", "SY")]


def test_rows_of_a_table_have_the_ground_of_its_head(read: Read) -> None:
    text = "Political violence in Peru, August 2019\nPeriod: 1-31 August 2019\nAttacks: 208\nKilled: 281"
    assert {t.scope.areas for t in of_type(read(text, "2019-09-20"), TallyMention)} == {("PE",)}
