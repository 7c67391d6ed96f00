from __future__ import annotations

import pytest
from spacy.language import Language

from tallystick.model.terms import ToponymUse
from tests.reading.place_reports import read_places


def associated(nlp: Language, text: str) -> dict[str, str | None]:
    """The associated toponyms of a text, each with the id of its place."""
    found = read_places(nlp, text, use=ToponymUse.ASSOCIATED)
    return {words: expression.place.id if expression.place else None for words, expression in found.items()}


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Syrian troops crossed the river.", "Syrian", "iso:SY"),
        ("South Korean officers met.", "South Korean", "iso:KR"),
        ("European ministers met.", "European", "region:europe"),
        ("Chechen fighters came too.", "Chechen", "iso:RU-CE"),
        ("The U.S. said so.", "U.S.", "iso:US"),
        ("Soldiers of the UK army left.", "UK", "iso:GB"),
        ("The Bank of Iraq closed.", "Iraq", "iso:IQ"),
        ("Iran-backed fighters came.", "Iran", "iso:IR"),
        ("The Pakistan Army moved in.", "Pakistan", "iso:PK"),
    ],
)
def test_a_name_that_tells_whose_is_associated(nlp: Language, text: str, words: str, place: str) -> None:
    assert associated(nlp, text)[words] == place


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Petersen spoke of it.",
        "Lloyd Austin phoned. Austin said nothing more.",
        "President Bashar al-Assad spoke.",
        "The Russians left.",
        "Give us a day.",
    ],
)
def test_persons_and_people_are_no_toponyms(nlp: Language, text: str) -> None:
    assert associated(nlp, text) == {}


def test_whose_troops_they_are_does_not_move_a_place(nlp: Language) -> None:
    alone = read_places(nlp, "Troops entered Tripoli.")["Tripoli"].place
    beside = read_places(nlp, "Lebanese Army troops, the Beirut Post said, entered Tripoli.")["Tripoli"].place
    assert alone is not None
    assert beside is not None
    assert alone.country == "LY"
    assert beside.country == "LB"


def test_a_word_that_only_sounds_like_a_place_names_none(nlp: Language) -> None:
    assert associated(nlp, "The al-Qaeda-linked group attacked in Mauritania.") == {}
