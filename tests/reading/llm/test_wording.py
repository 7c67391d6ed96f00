"""Words of the model count only where they stand in the report, letter for letter."""

from __future__ import annotations

import pytest

from tallystick.reading.llm.passages import Passage
from tallystick.reading.llm.wording import Misquote, MisquotedError, locate, locate_near
from tests.reading.llm.conftest import report


def place(words: str, text: str, before: str = "") -> int:
    return locate(words, report(text), Passage(0, text), before=before).start


def why(words: str, text: str, before: str = "") -> Misquote:
    with pytest.raises(MisquotedError) as misquoted:
        place(words, text, before)
    return misquoted.value.why


def test_words_are_found_where_they_stand() -> None:
    assert place("an attack", "There was an attack.") == 10


@pytest.mark.parametrize(
    "words",
    ["An attack", "an  attack", "an attack!", "an atack", "a attack", "un ataque"],
    ids=["case", "space", "stop", "spelling", "article", "tongue"],
)
def test_near_is_not_found(words: str) -> None:
    assert why(words, "There was an attack.") is Misquote.NOT_IN_REPORT


def test_no_words_are_found_nowhere() -> None:
    assert why(" ", "There was an attack.") is Misquote.NOT_IN_REPORT


def test_the_words_before_tell_which_is_meant() -> None:
    assert place("hit", "A hit. B hit.", before="B") == 9


def test_words_that_stand_twice_are_not_guessed_at() -> None:
    assert why("hit", "A hit. B hit.") is Misquote.NOT_CLEAR_WHERE


def test_words_before_that_do_not_stand_there_do_not_help() -> None:
    assert why("hit", "A hit. B hit.", before="C") is Misquote.NOT_CLEAR_WHERE


@pytest.mark.parametrize(
    ("words", "text"),
    [("2", "12 died"), ("2", "2,000 died"), ("000", "2,000 died"), ("one", "someone died"), ("٢", "١٢ قتيلا")],
    ids=["digits", "thousands", "behind", "letters", "arabic-digits"],
)
def test_a_part_of_a_number_or_word_is_no_quote(words: str, text: str) -> None:
    assert why(words, text) is Misquote.NOT_IN_REPORT


def test_a_name_behind_a_preposition_written_onto_it_is_found() -> None:
    assert place("بغداد", "انفجار ببغداد") == 8


def test_offsets_count_code_points_of_the_whole_report() -> None:
    text = "😀 أولا. ثم قصف."
    assert locate("قصف", report(text), Passage(8, text[8:])).start == text.index("قصف")


def test_words_of_another_passage_are_not_found() -> None:
    text = "First part. Second part."
    with pytest.raises(MisquotedError):
        locate("First", report(text), Passage(12, text[12:]))


def test_of_words_beside_the_event_the_nearest_count() -> None:
    text = "In Basra it rained. In Basra, and only there, a bomb went off."
    whole = Passage(0, text)
    told = locate("a bomb went off", report(text), whole)
    assert locate_near("Basra", report(text), whole, told).start == text.rindex("Basra")
