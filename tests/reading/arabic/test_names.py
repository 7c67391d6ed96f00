"""Actors and places by their Arabic names."""

from __future__ import annotations

from tests.reading.arabic.conftest import ReadArabic


def _actors(read_arabic: ReadArabic, text: str) -> list[tuple[str, str | None]]:
    return [(a.quote.exact, a.actor_id) for a in read_arabic(text).actors]


def _places(read_arabic: ReadArabic, text: str) -> list[tuple[str, str | None]]:
    return [(p.quote.exact, p.place.country if p.place else None) for p in read_arabic(text).places]


def test_what_is_written_onto_a_name_is_no_part_of_it(read_arabic: ReadArabic) -> None:
    assert ("قوات الدعم السريع", "rapid-support-forces") in _actors(read_arabic, "قصف لقوات الدعم السريع")
    assert ("أم درمان", "SD") in _places(read_arabic, "قصف بأم درمان في السودان")


def test_a_place_in_the_name_of_an_actor_is_none(read_arabic: ReadArabic) -> None:
    assert _places(read_arabic, "أعلنت المقاومة الإسلامية في العراق ذلك") == []


def test_a_name_of_several_goes_by_the_countries_told(read_arabic: ReadArabic) -> None:
    assert ("المقاومة الإسلامية", "islamic-resistance-in-iraq") in _actors(
        read_arabic, "أعلنت المقاومة الإسلامية هجوما على حرير في العراق"
    )
    assert ("المقاومة الإسلامية", "hezbollah") in _actors(
        read_arabic, "أعلنت المقاومة الإسلامية قصفا من لبنان قرب بيروت"
    )


def test_a_word_that_is_also_a_name_needs_an_opener(read_arabic: ReadArabic) -> None:
    assert _actors(read_arabic, "هجوم على القاعدة الجوية") == []
    assert ("القاعدة", "al-qaeda") in [(q[-7:], i) for q, i in _actors(read_arabic, "قال تنظيم القاعدة")]


def test_a_small_word_is_no_town(read_arabic: ReadArabic) -> None:
    assert _places(read_arabic, "قال إن فصائل تبنت ذلك وأن الرد قريب في العراق") == [("العراق", "IQ")]


def test_armed_people_without_a_name_are_listed(read_arabic: ReadArabic) -> None:
    assert ("فصائل عراقية", None) in _actors(read_arabic, "تبنت فصائل عراقية ذلك")


def test_an_adjective_stands_for_its_state(read_arabic: ReadArabic) -> None:
    assert ("إسرائيلية", "il") in _actors(read_arabic, "غارة إسرائيلية على بلدة")
