from __future__ import annotations

import pytest
from spacy.language import Language

from tallystick.model.terms import ToponymUse
from tests.reading.place_reports import read_places


def venues(nlp: Language, text: str) -> dict[str, str | None]:
    """The venues of a text, each with the name of the province or the id of the place it was placed by."""
    found = read_places(nlp, text, use=ToponymUse.VENUE)
    return {words: expression.place.country if expression.place else None for words, expression in found.items()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A shell hit Al Rashid Street in Basra.", "Al Rashid Street"),
        ("Doctors at Farwell Memorial Hospital in Leeds said so.", "Farwell Memorial Hospital"),
        ("They fled to Mount Tembo near Goma.", "Mount Tembo"),
    ],
)
def test_a_spot_on_no_list_is_a_venue(nlp: Language, text: str, name: str) -> None:
    assert name in venues(nlp, text)


def test_a_venue_is_placed_by_the_town_in_its_name(nlp: Language) -> None:
    place = read_places(nlp, "Kharkiv Cathedral burned.", use=ToponymUse.VENUE)["Kharkiv Cathedral"].place
    assert place is not None
    assert (place.name, place.country, round(place.latitude or 0)) == ("Kharkiv Cathedral", "UA", 50)


def test_a_venue_is_placed_by_the_town_named_nearest(nlp: Language) -> None:
    text = "Rockets hit Aleppo on Sunday. On Monday mourners in Latakia met at Orwa Mosque."
    found = read_places(nlp, text, use=ToponymUse.VENUE)["Orwa Mosque"]
    assert found.place is not None
    assert found.place.admin1 == "Latakia"
    assert "Latakia" in found.why


def test_without_a_town_there_is_no_venue(nlp: Language) -> None:
    assert venues(nlp, "They met at Orwa Mosque.") == {}


def test_a_noun_alone_is_no_venue(nlp: Language) -> None:
    assert venues(nlp, "In Leeds the Hospital was full.") == {}


def test_a_street_is_not_in_the_town_that_it_is_named_after(nlp: Language) -> None:
    assert venues(nlp, "A bomb went off in Dover Street. Police in Dublin, Ireland, sealed it off.") == {
        "Dover Street": "IE"
    }
