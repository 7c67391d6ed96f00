from __future__ import annotations

from tallystick.model.attribution import Evidence
from tallystick.model.incident import Incident
from tallystick.model.terms import AttributionRole, AttributionStatus, Bearing, EventKind, EvidenceKind
from tallystick.publishing.brief import answers
from tests.publishing.example import ATTRIBUTION


def incident(*attributions: object) -> Incident:
    return Incident.model_validate({"id": "i", "kind": EventKind.DRONE_ATTACK, "attributed_to": attributions})


def test_attribution_without_sentences_gets_two() -> None:
    bare = ATTRIBUTION.model_copy(update={"sentences": ()})
    likelihood, confidence = answers.attribution_sentences(bare)
    assert "likely" in likelihood
    assert "likely" not in confidence


def test_an_answer_is_told_once_and_the_claims_with_the_first() -> None:
    first = ATTRIBUTION.model_copy(update={"sentences": ("Nobody on file claims it.", "It is likely.")})
    second = ATTRIBUTION.model_copy(update={"sentences": ("Nobody on file claims it.", "It is unlikely.")})
    told = answers.answers_told(incident(first, first, second))
    assert [t.sentences for t in told] == [("Nobody on file claims it.", "It is likely."), ("It is unlikely.",)]


def test_a_backer_is_given_no_part_and_what_was_taken_back_no_note() -> None:
    backer = ATTRIBUTION.model_copy(update={"role": AttributionRole.SPONSOR, "actors": ATTRIBUTION.actors[:1]})
    gone = ATTRIBUTION.model_copy(update={"status": AttributionStatus.WITHDRAWN})
    (note,) = answers.attribution_notes(incident(backer, gone))
    assert note == "Kata'ib Hezbollah: said to back those who act; no part in this told"


def test_a_piece_of_evidence_shows_its_numbers() -> None:
    piece = Evidence(
        kind=EvidenceKind.OWN_CLAIM,
        bears=Bearing.FOR,
        text="They claim it.",
        strength=0.6,
        discount=0.9,
        discount_why="one source relays it",
    )
    assert answers.weight_words(piece) == "0.54 = 0.60 × 0.90 (one source relays it)"
    held = ATTRIBUTION.model_copy(update={"evidence": (piece,)})
    assert answers.evidence_words(held) == "1 for, none against"
