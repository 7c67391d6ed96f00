from __future__ import annotations

import pytest
from spacy.language import Language

from tests.reading.place_reports import read_places


@pytest.mark.parametrize(
    "text",
    [
        "President Bashar al-Assad spoke.",
        "Omar al-Shishani led the column.",
        "Pressure on al-Assad grew, said Bashar al-Assad's cousin.",
        "Paris Hilton arrived.",
        "Lloyd Austin phoned. Austin said nothing more.",
        "The Bank of Iraq closed.",
        "The University of Baghdad closed.",
        "The Islamic Resistance in Iraq claimed it.",
        "The Islamic State of Iraq and Syria claimed it.",
        "The Washington Post reported it.",
        "Iran-backed fighters and U.S.-led forces met.",
        "Iraqi and Syrian officers met American forces.",
        "U.S. forces shot it down.",
        "The US military said so.",
        "Police said the march ended in March.",
        "J. Milton wrote it.",
        "Mohammed bin Salman called.",
    ],
)
def test_other_names_are_no_places(nlp: Language, text: str) -> None:
    assert list(read_places(nlp, text)) == []


def test_a_short_form_counts_with_a_noun_beside_it(nlp: Language) -> None:
    assert list(read_places(nlp, "Rockets fell on the Conoco field.")) == ["Conoco field"]


def test_a_short_form_counts_once_the_site_was_named(nlp: Language) -> None:
    found = read_places(nlp, "The Conoco gas field in Syria burned. Conoco was hit again.")
    assert found["Conoco"].place == found["Conoco gas field"].place


def test_a_short_form_counts_where_something_struck(nlp: Language) -> None:
    place = read_places(nlp, "Iraqi sources told of drone attacks on al-Asad.")["al-Asad"].place
    assert place is not None
    assert place.id == "site:ain-al-asad"


def test_a_city_of_a_hyphenated_pair_is_found(nlp: Language) -> None:
    assert list(read_places(nlp, "The Odesa-Mykolaiv road was cut.")) == ["Odesa", "Mykolaiv"]


def test_an_embassy_keeps_its_city(nlp: Language) -> None:
    places = [e.place for e in read_places(nlp, "The U.S. Embassy in Baghdad was shelled.").values()]
    assert [p.country for p in places if p] == ["IQ"]


@pytest.mark.parametrize(
    "text",
    [
        "A Spanish-flagged tanker, the Munguia, was set ablaze.",
        "HMS Coventry was attacked by jets.",
        "The ferry Bergen sank after the blast.",
    ],
)
def test_a_ship_named_after_a_place_is_no_place(nlp: Language, text: str) -> None:
    assert read_places(nlp, text) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rocket attacks on Harir and Al-Asad left several people hurt.",
        "Drone and missile attacks on al-Tanf and Al-Asad left several people hurt.",
    ],
)
def test_a_short_form_in_one_row_with_a_site_that_is_struck_is_a_site(nlp: Language, sentence: str) -> None:
    place = read_places(nlp, sentence)["Al-Asad"].place
    assert place is not None
    assert place.id == "site:ain-al-asad"


@pytest.mark.parametrize(
    "sentence",
    [
        "Attacks on Harir and President Al-Asad's palace went on.",
        "Drones struck near al-Tanf. Parliament met on Harir and Al-Asad.",
    ],
)
def test_a_short_form_in_a_row_of_which_nothing_is_struck_is_none(nlp: Language, sentence: str) -> None:
    assert "Al-Asad" not in read_places(nlp, sentence)


def test_a_state_named_as_many_things_are_is_one_beside_its_noun(nlp: Language) -> None:
    assert "Unity" not in read_places(nlp, "A drone struck the Unity Explorer in the Red Sea.")
    place = read_places(nlp, "Fighting in Unity state, South Sudan, killed four.")["Unity state"].place
    assert place is not None
    assert place.id == "iso:SS-UY"
