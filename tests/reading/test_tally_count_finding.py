"""The numbers of a sentence that count, and those that are only parts of a count."""

from __future__ import annotations

from tests.reading.tellings import Read, tally_values


def test_a_part_of_a_count_is_no_count(read: Read) -> None:
    assert tally_values(
        read, "War monitors say 812 people, 230 of them civilians, were killed in Kivu last month."
    ) == [812]


def test_what_stands_in_brackets_is_part_of_the_count(read: Read) -> None:
    text = "Bombs caused 1,366 casualties (417 deaths and 949 injured) between 1 July and 31 August."
    assert tally_values(read, text) == [1366]


def test_people_and_events_are_counted_side_by_side(read: Read) -> None:
    text = "Security forces have killed 210 militants in 90 raids since 1 January, the army said."
    assert tally_values(read, text) == [90, 210]
