"""Small questions to the parse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Token

from tallystick.reading.phrases import (
    agent_of,
    contains_phrase,
    is_definite,
    is_plural,
    noun_phrase,
    object_of,
    passive_subject_of,
    subject_of,
)


def _word(nlp: Language, text: str, word: str) -> Token:
    return next(t for t in nlp(text) if t.text == word)


def test_subject_of_an_active_verb(nlp: Language) -> None:
    subject = subject_of(_word(nlp, "Rebels attacked the town.", "attacked"))
    assert subject is not None
    assert subject.text == "Rebels"


def test_a_second_verb_borrows_the_subject_of_the_first(nlp: Language) -> None:
    subject = subject_of(_word(nlp, "Rebels entered the town and burned the market.", "burned"))
    assert subject is not None
    assert subject.text == "Rebels"


def test_a_passive_verb_has_an_agent_and_no_subject_of_its_own(nlp: Language) -> None:
    verb = _word(nlp, "The town was attacked by rebels.", "attacked")
    assert subject_of(verb) is None
    agent, patient = agent_of(verb), passive_subject_of(verb)
    assert agent is not None
    assert patient is not None
    assert (agent.text, patient.text) == ("rebels", "town")


def test_object_of_an_active_verb(nlp: Language) -> None:
    thing = object_of(_word(nlp, "Rebels attacked the town.", "attacked"))
    assert thing is not None
    assert thing.text == "town"


def test_a_noun_phrase_keeps_what_hangs_behind_its_head(nlp: Language) -> None:
    head = _word(nlp, "Jets struck depots of the militia, which had fled.", "depots")
    assert noun_phrase(head).text == "depots of the militia"


def test_a_noun_phrase_ends_before_a_relative_clause(nlp: Language) -> None:
    head = _word(nlp, "Jets struck the camp that the group had built.", "camp")
    assert noun_phrase(head).text == "the camp"


def test_plural_and_definite(nlp: Language) -> None:
    strikes = _word(nlp, "The strikes killed two people.", "strikes")
    attack = _word(nlp, "An attack killed two people.", "attack")
    assert is_plural(strikes)
    assert is_definite(strikes)
    assert not is_plural(attack)
    assert not is_definite(attack)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it was shot down over kyiv", "shot down"),
        ("it was shot downtown", None),
        ("", None),
        ("shot down", "shot down"),
    ],
)
def test_a_phrase_is_found_at_word_boundaries_only(text: str, found: str | None) -> None:
    assert contains_phrase(text, ("shot down", "brought down")) == found


@given(st.text(alphabet="abc ", max_size=20), st.text(alphabet="abc ", max_size=20))
def test_a_phrase_between_spaces_is_always_found(before: str, behind: str) -> None:
    assert contains_phrase(f"{before} shot down {behind}", ("shot down",)) == "shot down"
