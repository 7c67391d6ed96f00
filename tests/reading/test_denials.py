"""Where somebody denies what a claimant has told."""

from __future__ import annotations

from tallystick.model.mention import EventMention
from tallystick.model.terms import Modality
from tests.reading.tellings import Read, of_type, only

_CLAIM = "The ELN said its fighters had attacked a police post in Tame on Friday. "


def test_a_claim_that_somebody_denies_is_denied(read: Read) -> None:
    events = of_type(read(_CLAIM + "The governor denied it."), EventMention)
    assert {(e.modality, e.status_cue) for e in events} == {
        (Modality.ACTUAL, "claimed_only"),
        (Modality.DENIED, "reported"),
    }


def test_a_claim_that_nobody_denies_stands(read: Read) -> None:
    assert only(read(_CLAIM + "The governor did not deny it.")).modality is Modality.ACTUAL
