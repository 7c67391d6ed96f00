"""Capitals restored where a text has none to tell by."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.loading import load_knowledge
from tallystick.reading.english_words import is_english, odd_capitals
from tallystick.reading.lettering import Letterer, is_caseless

_SMALL = (
    "gunmen killed luis fernando ordonez, the mayor of san jacinto, in a may 3 attack that nobody claimed. "
    "u.s. troops may leave deir ez-zor, said gen. ramos; rebels of the liberation movement of azawad (lmaz) told us. "
)


@cache
def _letterer() -> Letterer:
    return Letterer(knowledge=load_knowledge(), gazetteer=load_gazetteer())


@pytest.fixture(scope="module")
def letterer() -> Letterer:
    return _letterer()


@pytest.mark.parametrize("text", [_SMALL, _SMALL.upper()])
@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("gunmen killed", "Gunmen killed"),
        ("luis fernando ordonez", "Luis Fernando Ordonez"),
        ("mayor of san jacinto", "mayor of San Jacinto"),
        ("may 3 attack", "May 3 attack"),
        ("u.s. troops may leave", "U.S. troops may leave"),
        ("gen. ramos", "Gen. Ramos"),
        ("(lmaz)", "(LMAZ)"),
        ("told us.", "told us."),
    ],
)
def test_names_get_capitals_and_words_stay_small(letterer: Letterer, text: str, words: str, written: str) -> None:
    at = _SMALL.index(words)
    assert letterer.restore(text)[at : at + len(words)] == written


@pytest.mark.parametrize(
    ("small", "written"),
    [
        ("the raid of the national liberation army on the island of guinea was told", "National Liberation Army"),
        ("fighters of the army of national liberation blew up a pipeline near the town", "Army of National Liberation"),
        ("an ak-47 and two m-16 rifles were found behind the school by the men there", "AK-47"),
        ("the strike was the third that us planes flew on the town in two days, he said", "US planes"),
        ("the school in la union was hit by a mortar round on tuesday, officials said", "La Union"),
        ("people of the town of san luis de la reina fled from their homes on that day", "San Luis de la Reina"),
        (
            "two machineguns and narcoterrorists were seen beside the road to the village",
            "machineguns and narcoterrorists",
        ),
        ("according to nato and the pentagon two drones fell into the sea on that day", "NATO and the Pentagon"),
    ],
)
def test_how_names_of_groups_places_and_makes_are_written(letterer: Letterer, small: str, written: str) -> None:
    assert written in letterer.restore(small)


def test_a_text_that_uses_capitals_stays_as_it_is(letterer: Letterer) -> None:
    text = (
        "Gunmen killed the mayor of San Jacinto on Monday. nobody claimed it.\n\nThe army said it was looking for them."
    )
    assert letterer.restore(text) is text


def test_a_headline_in_capitals_is_restored_and_the_body_is_not(letterer: Letterer) -> None:
    body = "Gunmen killed the mayor of San Jacinto on Monday, the army said. It was the third such attack."
    restored = letterer.restore(f"GUNMEN KILL MAYOR OF SAN JACINTO\n\n{body}")
    assert restored == f"Gunmen kill mayor of San Jacinto\n\n{body}"


def test_a_short_block_of_capitals_is_a_name_and_stays(letterer: Letterer) -> None:
    text = "NATO SUMMIT\n\nThe heads of state met in the capital on Monday and spoke of the war."
    assert letterer.restore(text) == text


@given(st.text(max_size=300))
def test_only_the_case_of_letters_changes_and_no_offset(text: str) -> None:
    restored = _letterer().restore(text)
    assert len(restored) == len(text)
    assert all(a == b or a.lower() == b.lower() or a.upper() == b.upper() for a, b in zip(restored, text, strict=True))


@given(st.lists(st.sampled_from([*_SMALL.split(), "ß", "İ", "ﬁ", "us-led", "(", "ǆ", "\n\n"]), max_size=60))
def test_texts_of_small_words_keep_their_length(words: list[str]) -> None:
    text = " ".join(words)
    assert len(_letterer().restore(text)) == len(_letterer().restore(text.upper()[: len(text)])) == len(text)


@pytest.mark.parametrize("word", ["machineguns", "narcoterrorists", "guerrillas", "defence", "defense", "loudspeakers"])
def test_words_of_the_language_and_words_made_of_them(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("name", ["ordonez", "aleppo", "putin", "nato"])
def test_names_are_no_words_of_the_language(name: str) -> None:
    assert not is_english(name)


def test_names_with_odd_capitals_are_known() -> None:
    assert (odd_capitals("nato"), odd_capitals("mcdonald"), odd_capitals("aleppo")) == ("NATO", "McDonald", None)


@pytest.mark.parametrize(
    ("text", "caseless"),
    [(_SMALL, True), (_SMALL.upper(), True), ("Gunmen killed the mayor. " * 3, False), ("short", False), ("", False)],
)
def test_when_capitals_tell_nothing(text: str, caseless: bool) -> None:
    assert is_caseless(text) is caseless
