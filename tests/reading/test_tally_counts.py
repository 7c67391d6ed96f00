"""Numbers that count by their label, their sum or what was counted before them."""

from __future__ import annotations

from tallystick.model.mention import TallyMention
from tests.reading.tellings import Read, of_type


def values(read: Read, text: str) -> list[int]:
    return sorted(t.value for t in of_type(read(text, "2019-09-20"), TallyMention))


def test_rows_of_a_table(read: Read) -> None:
    table = "Reporting period: 1-31 August 2019\n\nArmed clashes: 23\nAirstrikes: 41"
    assert values(read, table) == [23, 41]


def test_a_row_of_harm_with_its_own_window(read: Read) -> None:
    assert values(read, "Civilian casualties in the second quarter: 412 (98 killed, 314 injured).") == [412]


def test_a_count_and_the_one_it_is_compared_with(read: Read) -> None:
    assert values(read, "Police recorded 112 bombings in the province last year, up from 87 in 2017.") == [87, 112]


def test_a_rise_from_one_month_to_another(read: Read) -> None:
    assert values(read, "Attacks on convoys rose to 31 in July from 19 in June.") == [19, 31]


def test_a_revised_count_replaces_the_first(read: Read) -> None:
    assert values(read, "The ministry revised its count of attacks from 44 to 41.") == [41]


def test_a_part_of_a_count_is_no_count(read: Read) -> None:
    assert values(read, "War monitors say 812 people, 230 of them civilians, were killed in Kivu last month.") == [812]


def test_what_stands_in_brackets_is_part_of_the_count(read: Read) -> None:
    text = "Bombs caused 1,366 casualties (417 deaths and 949 injured) between 1 July and 31 August."
    assert values(read, text) == [1366]


def test_people_and_events_are_counted_side_by_side(read: Read) -> None:
    text = "Security forces have killed 210 militants in 90 raids since 1 January, the army said."
    assert values(read, text) == [90, 210]


def test_what_followed_is_counted_as_before(read: Read) -> None:
    text = "The navy counted 16 attacks on tankers between May and July. Six followed in August."
    assert values(read, text) == [6, 16]
