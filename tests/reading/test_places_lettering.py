from __future__ import annotations

import pytest
from spacy.language import Language

from tallystick.reading.place_words import Lettering, lettering_of, split_words
from tests.reading.place_reports import place_of, read_places

_UPPER = (
    "SAN SALVADOR, 5 MAR 89 -- THE ARMY HAS REPORTED CLASHES IN USULUTAN AND MORAZAN\nDEPARTMENTS. "
    "A CAR BOMB EXPLODED IN SAN MIGUEL, EL SALVADOR."
)


def test_capitals_alone_hide_no_place(nlp: Language) -> None:
    found = read_places(nlp, _UPPER)
    assert {"SAN SALVADOR", "USULUTAN", "SAN MIGUEL", "EL SALVADOR"} <= set(found)
    assert {e.place.country for e in found.values() if e.place} == {"SV"}


def test_a_line_break_does_not_cut_a_name(nlp: Language) -> None:
    assert place_of(nlp, _UPPER, "MORAZAN\nDEPARTMENTS")[3] == "province"


def test_small_letters_alone_hide_no_place(nlp: Language) -> None:
    text = "a car bomb exploded in medellin, antioquia department, colombia, the police said last night."
    assert {"medellin", "antioquia department", "colombia"} <= set(read_places(nlp, text))


def test_a_car_is_no_country_in_small_letters(nlp: Language) -> None:
    assert "car" not in read_places(nlp, "a car bomb exploded near a market, and a second car was found in lima.")


@pytest.mark.parametrize(
    ("text", "lettering"),
    [
        (_UPPER, Lettering.UPPER),
        (_UPPER.lower(), Lettering.LOWER),
        (_UPPER.capitalize() * 2, Lettering.MIXED),
        ("", Lettering.MIXED),
    ],
)
def test_the_use_of_capitals_is_told(text: str, lettering: Lettering) -> None:
    assert lettering_of(text) is lettering


def test_words_keep_their_offsets_and_joints(nlp: Language) -> None:
    text = "Near Deir ez-Zor, Sana'a’s U.S. envoy"
    words = split_words(nlp.make_doc(text), text)
    assert [w.text for w in words] == ["Near", "Deir", "ez", "Zor", "Sana'a", "U.S.", "envoy"]
    assert all(text[w.start : w.end] == w.text for w in words)
    assert [w.is_joined for w in words] == [True, True, True, True, False, False, True]


def test_arabic_names_are_found(nlp: Language) -> None:
    found = read_places(nlp, "استهدف الهجوم قاعدة عين الأسد في الأنبار غرب العراق")
    assert {e.place.name for e in found.values() if e.place} >= {"Ain al-Asad Air Base", "Anbar", "Iraq"}
