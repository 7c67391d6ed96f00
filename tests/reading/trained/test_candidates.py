from __future__ import annotations

from collections.abc import Callable

import pytest

from tallystick.reading.document import Document
from tallystick.reading.trained.candidates import choose_fillers, tidy
from tallystick.reading.trained.evidence import gather_evidence
from tests.reading.tellings import Parse
from tests.reading.trained.word_encoder import CARD, FEATURES, weights_for

TEXT = "Rebels bombed a bridge in Homs. The bridge fell. The bridge was old."
Choose = Callable[..., list[str]]


@pytest.fixture
def chosen(document: Parse) -> Choose:
    """The words of the fillers that a model with these weights takes."""

    def run(*, offset: float = 0.0, **weights: float) -> list[str]:
        parsed: Document = document(TEXT)
        told = weights_for(TEXT, triggers={"bombed": "explosion"}, roles={"rebels": "B-victim", "bridge": "B-target"})
        numbers = tuple(weights.get(f"feature_{i}", 0.0) for i in range(len(FEATURES)))
        rescorer = CARD.rescorer.model_copy(
            update={
                "weights": dict.fromkeys(CARD.rescorer.weights, numbers),
                "offsets": dict.fromkeys(CARD.rescorer.offsets, offset),
            }
        )
        card = CARD.model_copy(update={"rescorer": rescorer})
        evidence = gather_evidence(parsed.doc, parsed.sentences, told)
        return [parsed.doc[s.start : s.end].text for s in choose_fillers(parsed, evidence, card)]

    return run


def test_a_sure_filler_is_taken_wherever_it_stands(chosen: Choose) -> None:
    assert chosen(feature_0=1.0) == ["Rebels", "bridge", "bridge", "bridge"]


def test_how_often_words_fill_a_role_counts(chosen: Choose) -> None:
    assert chosen(feature_2=1.0, offset=-0.5) == ["bridge", "bridge", "bridge"]


def test_where_words_stand_first_counts(chosen: Choose) -> None:
    assert chosen(feature_8=-20.0, offset=1.0) == ["Rebels"]


def test_nothing_is_taken_below_the_threshold(chosen: Choose) -> None:
    assert chosen(offset=-0.1) == []


@pytest.mark.parametrize(
    ("words", "bare"), [("The bridge,", "bridge"), ('"their homes"', "homes"), ("FMLN", "fmln"), ("...", "")]
)
def test_fillers_are_compared_without_articles_and_marks(words: str, bare: str) -> None:
    assert tidy(words) == bare
