"""What a report's own word is worth."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, only


def test_an_armys_own_bulletin_confirms(read: Read) -> None:
    text = "Gunmen attacked a bus near Mopti on Friday."
    assert only(read(text, publisher="Army headquarters bulletin")).status_cue == "confirmed"
    assert only(read(text, publisher="Army Times")).status_cue == "reported"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Our fighters detonated a mine under an army lorry near Qamishli on Friday.", "claimed_only"),
        ("Soldiers shot three boys dead in our street in Axum on Friday.", "reported"),
        ("Rebels shelled our positions at Zabadani on Friday.", "confirmed"),
        ("A mine killed two farmers near Taiz on Friday, the security services said.", "confirmed"),
    ],
)
def test_who_speaks_of_ours(read: Read, text: str, cue: str) -> None:
    assert only(read(text)).status_cue == cue
