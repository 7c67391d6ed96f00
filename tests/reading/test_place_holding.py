"""What an unlisted place lies in; the names of the villages are made up."""

from __future__ import annotations

from spacy.language import Language

from tallystick.model.place import Place
from tests.reading.place_reports import read_places


def _held(nlp: Language, text: str, name: str) -> Place:
    place = read_places(nlp, text)[name].place
    assert place is not None
    assert place.is_unlisted
    return place


def test_the_district_told_beside_a_village_holds_it(nlp: Language) -> None:
    text = "A patrol was ambushed near Qwelloro, in the circle of Djenné, the Malian army said."
    place = _held(nlp, text, "Qwelloro")
    # The list has the town of Djenné, not its circle: the village is not pinned on the town.
    assert (place.name, place.admin1, place.precision.value) == ("Qwelloro", "Mopti", "province")


def test_the_district_in_the_possessive_of_a_region_holds_it(nlp: Language) -> None:
    text = "Two militants were killed in Qwidwani village of south Kashmir's Kulgam district, police said."
    assert _held(nlp, text, "Qwidwani village").precision.value == "district"


def test_the_explanation_of_a_name_tells_what_holds_it(nlp: Language) -> None:
    text = "Bandits on Wednesday invaded Qwijiya, a farming community in Zamfara State of Nigeria."
    assert _held(nlp, text, "Qwijiya").admin1 == "Zamfara"


def test_a_hamlet_near_a_town_lies_in_its_province(nlp: Language) -> None:
    place = _held(nlp, "Armed men stormed the hamlet of Sidi Qwissa near Blida in Algeria.", "Sidi Qwissa")
    assert (place.admin1, place.precision.value) == ("Blida", "province")


def test_the_head_of_an_item_holds_what_is_told_under_it(nlp: Language) -> None:
    text = (
        "Situation update, Democratic Republic of the Congo\n\n"
        "• Goma, North Kivu: Shots were fired.\n"
        "• Djugu territory, Ituri: Militiamen stormed the displacement site of Plaine Qwavo with machetes.\n"
    )
    assert _held(nlp, text, "Plaine Qwavo").admin1 == "Ituri"


def test_a_quarter_of_the_city_lies_in_the_city_told_before(nlp: Language) -> None:
    text = (
        "A truck bomb went off in Aleppo city in Syria. Four civilians were killed in the Qwikari district of the city."
    )
    place = _held(nlp, text, "Qwikari district")
    assert (place.admin1, place.precision.value) == ("Aleppo", "town")


def test_a_quarter_of_the_capital_lies_in_the_capital(nlp: Language) -> None:
    text = "In Tripoli, Libya, people stayed at home. Shells fell on Abu Qwalim, a crowded district in the south of the capital."
    text = text.replace("in the south of the capital", "in the capital")
    assert _held(nlp, text, "Abu Qwalim").admin1 == "Tripoli"


def test_the_other_places_of_a_sentence_tell_the_province(nlp: Language) -> None:
    text = "The air force of Ethiopia struck Mekelle. A drone strike in Qwerbete and in Bahir Dar killed nine people."
    assert _held(nlp, text, "Qwerbete").admin1 == "Amhara"


def test_the_places_of_a_report_that_lie_in_several_provinces_tell_the_country_only(nlp: Language) -> None:
    text = "Troops in Nigeria fought in Maiduguri. They fought in Kaduna. They fought in Jos. An attack near Qwurama failed."
    place = _held(nlp, text, "Qwurama")
    assert (place.country, place.precision.value) == ("NG", "country")
