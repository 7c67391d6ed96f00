from __future__ import annotations

from collections import Counter

import pytest
from spacy.language import Language

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.reading.place_unlisted import entries_by_likeness, main_country
from tests.reading.place_reports import read_places


def test_an_unknown_village_is_placed_no_finer_than_its_province(nlp: Language) -> None:
    place = read_places(nlp, "Gunmen burned the village of Kwaldenga in Borno State, Nigeria.")["Kwaldenga"].place
    assert place is not None
    assert (place.name, place.admin1, place.country, place.precision.value) == ("Kwaldenga", "Borno", "NG", "province")
    assert place.id == "unlisted:borno-kwaldenga"


def test_an_unknown_village_without_container_takes_the_country_of_the_report(nlp: Language) -> None:
    place = read_places(nlp, "Nigerian police found the bodies near Ngoshewa village.")["Ngoshewa village"].place
    assert place is not None
    assert (place.country, place.precision.value) == ("NG", "country")


def test_an_unknown_village_of_nowhere_stays_unresolved(nlp: Language) -> None:
    expression = read_places(nlp, "They came to the village of Qwertzui.")["Qwertzui"]
    assert expression.place is None
    assert "no list" in expression.why


def test_a_slip_of_spelling_is_forgiven_in_the_country_of_the_report() -> None:
    found = entries_by_likeness("Maidugurri", load_gazetteer(), Counter({"NG": 3}))
    assert found[0].place.name == "Maiduguri"


def test_likeness_is_not_sought_in_other_countries() -> None:
    assert entries_by_likeness("Maidugurri", load_gazetteer(), Counter({"PE": 3})) == ()


def test_no_country_is_the_main_one_of_two_named_alike() -> None:
    assert main_country(Counter({"IQ": 2, "SY": 2}), load_gazetteer()) is None


def test_a_name_that_goes_on_is_not_its_first_word(nlp: Language) -> None:
    found = read_places(nlp, "Shells hit the Bab al-Gharbi neighbourhood of Homs in Syria.")
    assert "Bab" not in found
    place = found["Bab al-Gharbi neighbourhood"].place
    assert place is not None
    assert (place.name, place.admin1) == ("Bab al-Gharbi", "Homs")


def test_a_name_at_which_a_blow_falls_is_a_place(nlp: Language) -> None:
    text = "Troops killed six bandits in a gun duel at Qwuruku in Kaduna State, Nigeria."
    assert read_places(nlp, text)["Qwuruku"].place is not None


def test_a_name_at_which_nothing_befalls_anybody_is_none(nlp: Language) -> None:
    assert "Qwuruku" not in read_places(nlp, "She has worked at Qwuruku in Nigeria since May.")


def test_a_headline_in_capitals_tells_no_unlisted_places(nlp: Language) -> None:
    assert list(read_places(nlp, "Nine Syrians Killed in Suspected Qwas Attack")) == []


def test_a_name_whose_first_word_sounds_like_a_place_is_a_whole(nlp: Language) -> None:
    found = read_places(nlp, "A roadside bomb exploded in Shariff Qwaguak, Maguindanao del Sur, on Tuesday.")
    assert "Shariff Qwaguak" in found


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Insurgents beheaded villagers at Nkwatide in Mozambique.", "Nkwatide", "MZ"),
        ("Nepal: about 60 rebels set fire to the toll booth at Kwalipur; nobody was hurt.", "Kwalipur", "NP"),
        ("Militiamen attacked houses in neighbouring Zirombwe, Uganda's army said.", "Zirombwe", "UG"),
        ("In Trukhovatka (held by nobody, 24 km north-east of Mariupol) monitors saw a crater. Ukraine was told.",
         "Trukhovatka", "UA"),
        ("12/9 Nkumbatta (NW): roadside bomb on a convoy in Cameroon.", "Nkumbatta", "CM"),
        ("Gunboats raked a tanker off Zarkand Island in Iran.", "Zarkand Island", "IR"),
    ],
)  # fmt: skip
def test_a_strange_name_is_a_place_where_something_is_put_at_it(
    nlp: Language, text: str, name: str, country: str
) -> None:
    place = read_places(nlp, text)[name].place
    assert place is not None
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen fired at Captain Zwarimba in Kenya.",
        "The bomb was found at Christmas in Kenya.",
        "Reading at lunch in Kenya, Zwarimba heard shots.",
    ],
)
def test_persons_and_plain_words_are_no_unlisted_places(nlp: Language, text: str) -> None:
    assert set(read_places(nlp, text)) == {"Kenya"}


def test_a_name_that_stands_alone_holds_what_follows(nlp: Language) -> None:
    text = "NEPAL POLICE.\n\nKailali. 26 May: bomb under a culvert near Hattaruya wrecks a pick-up."
    place = read_places(nlp, text)["Hattaruya"].place
    assert place is not None
    assert place.id == "unlisted:kailali-hattaruya"


def test_a_short_name_is_not_likened_to_a_shorter_one(nlp: Language) -> None:
    place = read_places(nlp, "Gunmen attacked the village of Kumbat in Cameroon.")["Kumbat"].place
    assert place is not None
    assert place.name == "Kumbat"
