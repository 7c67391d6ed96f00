from __future__ import annotations

import pytest
from spacy.language import Language

from tests.reading.place_reports import place_of, read_places


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Clashes broke out in Tripoli, Lebanon.", "Tripoli", "LB"),
        ("Clashes broke out in Tripoli, Libya.", "Tripoli", "LY"),
        ("The Lebanese army went into Tripoli.", "Tripoli", "LB"),
        ("A bomb went off in Cordoba, Colombia.", "Cordoba", "CO"),
        ("Georgia's parliament met in Tbilisi.", "Georgia", "GE"),
        ("Shots were fired in Atlanta, Georgia.", "Georgia", "US"),
        ("Gunmen attacked Maiduguri, Borno State.", "Borno State", "NG"),
    ],
)
def test_containers_and_countries_decide(nlp: Language, text: str, words: str, country: str) -> None:
    assert place_of(nlp, text, words)[2] == country


def test_both_in_reaches_back_over_the_sentence(nlp: Language) -> None:
    text = (
        "Bases in Tal Brak, Hasakah Province, and the Jafra oil field in Deir Ezzor Province, both in Syria, were hit."
    )
    found = read_places(nlp, text)
    assert [e.place.country for e in found.values() if e.place] == ["SY"] * 5
    assert "named as in" in found["Tal Brak"].why


def test_a_container_holds_for_a_list(nlp: Language) -> None:
    assert place_of(nlp, "Strikes hit Hajin and Sousa, Deir ez-Zor province.", "Hajin")[1] == "Deir ez-Zor"


def test_a_possessor_is_a_container(nlp: Language) -> None:
    assert place_of(nlp, "A blast shook Somalia's Balad district.", "Balad district")[2] == "SO"


def test_the_plural_noun_of_a_list_holds_for_each(nlp: Language) -> None:
    text = "Drones attacked Sumy and Kharkiv regions."
    assert (place_of(nlp, text, "Sumy")[3], place_of(nlp, text, "Kharkiv regions")[3]) == ("province", "province")


def test_a_town_noun_chooses_the_town(nlp: Language) -> None:
    assert place_of(nlp, "Fire spread in the town of Harir in Iraq.", "Harir")[3] == "town"


def test_a_name_keeps_the_sense_it_was_told_in(nlp: Language) -> None:
    text = "A mosque in Tripoli, Lebanon, was attacked. Troops sealed off Tripoli. Libya condemned the attack, Libya's envoy said."
    assert place_of(nlp, text, "Tripoli")[2] == "LB"


def test_the_publisher_tells_a_country(nlp: Language) -> None:
    text = "Gunmen opened fire in Tripoli at night."
    found = read_places(nlp, text, publisher="Lebanon News Agency")
    place = found["Tripoli"].place
    assert place is not None
    assert place.country == "LB"


def test_a_direction_before_a_province_that_lies_there_tells_where_it_is(nlp: Language) -> None:
    text = "Two soldiers died in Afghanistan's southern Kandahar province."
    assert place_of(nlp, text, "Kandahar province") == ("Kandahar", "Kandahar", "AF", "province")


def test_a_direction_before_a_province_that_lies_elsewhere_tells_a_part_of_it(nlp: Language) -> None:
    assert place_of(nlp, "Shells fell on northern Kandahar province.", "northern Kandahar province")[3] == "region"


def test_a_large_city_is_not_outshone_by_another_spelling(nlp: Language) -> None:
    text = "The ministers of Ukraine and Poland met in New York. Ukraine asked for aid, and Ukraine's army for shells."
    assert place_of(nlp, text, "New York")[2] == "US"


def test_a_dam_is_not_an_airport(nlp: Language) -> None:
    assert place_of(nlp, "Fighters held the Mosul Dam in Iraq.", "Mosul")[3] == "town"


def test_a_country_named_by_the_way_does_not_draw_a_capital_to_its_namesake(nlp: Language) -> None:
    text = "Syria's army shelled Aleppo and Idlib, a British monitor said. Syria's envoy was called to Washington."
    assert place_of(nlp, text, "Washington")[2] == "US"


def test_names_that_lie_in_one_country_only_speak_for_it(nlp: Language) -> None:
    text = "Rebels took Usulutan, Soyapango and Chalatenango. A bridge was blown up in Morazan."
    assert place_of(nlp, text, "Morazan") == ("Morazán", "Morazán", "SV", "province")


def test_a_small_town_of_a_country_that_is_nowhere_named_is_on_no_list(nlp: Language) -> None:
    text = "In Peru, a patrol from Ayacucho came under fire near Barnes. Peru's police found two dead in Huanta."
    assert place_of(nlp, text, "Barnes") == ("Barnes", "Ayacucho", "PE", "province")


def test_a_word_that_is_a_small_town_of_such_a_country_is_no_place(nlp: Language) -> None:
    text = "Peru's police met Basic of the union. The patrol from Ayacucho in Peru went on to Huanta."
    assert "Basic" not in read_places(nlp, text)


def test_an_abbreviated_state_closes_a_name(nlp: Language) -> None:
    found = read_places(nlp, "Peru's police found the bodies in Huanta, La Mar province, Peru.")
    assert all(e.place is None or e.place.country == "PE" for e in found.values())


def test_the_countryside_of_a_province_is_the_province(nlp: Language) -> None:
    assert place_of(nlp, "Shells fell in the Hama countryside in Syria.", "Hama countryside")[3] == "province"


def test_a_namesake_in_another_province_is_not_the_place_told(nlp: Language) -> None:
    text = "A bomb killed two in Hader in Quneitra province, Syria."
    assert place_of(nlp, text, "Hader") == ("Hader", "Quneitra", "SY", "province")


def test_a_district_stands_for_a_province_where_reports_call_it_one(nlp: Language) -> None:
    text = "Rebels ambushed policemen in Las Navas, Northern Samar."
    assert place_of(nlp, text, "Las Navas")[2] == "PH"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Eastern Congo: seven died at Oicha, in Beni territory, North Kivu.", "Beni territory", "CD"),
        ("CODECO fighters burnt huts in Beni.", "Beni", "CD"),
        ("YALA. A bomb went off in Raman district on Tuesday.", "Raman district", "TH"),
    ],
)
def test_the_country_of_the_report_decides(nlp: Language, text: str, words: str, country: str) -> None:
    assert place_of(nlp, text, words)[2] == country


def test_an_area_goes_before_its_main_town_that_is_called_so_by_the_way(nlp: Language) -> None:
    assert place_of(nlp, "Fighting went on in Sulu in the Philippines.", "Sulu")[0] == "Sulu"


def test_a_town_is_shown_under_the_name_that_the_report_uses(nlp: Language) -> None:
    assert place_of(nlp, "Shells fell in Stepanakert, Azerbaijan said.", "Stepanakert")[0] == "Stepanakert"


def test_a_spelling_is_no_other_name(nlp: Language) -> None:
    assert place_of(nlp, "Sudan: two trucks were seized near Kabkabiya.", "Kabkabiya")[0] == "Kabkabiyah"
