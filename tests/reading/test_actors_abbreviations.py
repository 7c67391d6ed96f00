import pytest
from spacy.language import Language

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.reading.actor_abbreviations import find_abbreviations, spells
from tallystick.reading.actor_text import ActorText


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Army of Pines (AP) said", [("AP", "Army of Pines")]),
        ("the Front for Land and Water (FLW) said", [("FLW", "Front for Land and Water")]),
        ("the FPF (Free Pines Front) said", [("FPF", "Free Pines Front")]),
        ("an improvised explosive device (IED) went off", []),
        ("a rally in Baghdad (Iraq) ended", []),
        ("it hit the town (AFP) on Monday", []),
    ],
)
def test_short_forms_and_their_long_forms(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    words = ActorText(nlp(text), text, load_gazetteer())
    assert [(a.short, words.between(a.first, a.last)) for a in find_abbreviations(words, {})] == expected


@pytest.mark.parametrize(("short", "fits"), [("PMF", True), ("PF", True), ("FPM", False), ("PMX", False)])
def test_whether_letters_come_in_order(short: str, fits: bool) -> None:
    assert spells("Popular Mobilization Forces", short) is fits
