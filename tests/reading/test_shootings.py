"""What a shooting is by who is shot."""

from __future__ import annotations

import pytest

from tallystick.model.terms import EventKind
from tests.reading.tellings import Read, only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor of Tarazá was shot dead by a gunman on Friday.", EventKind.ASSASSINATION),
        ("Two teachers were shot dead by a gunman in Pattani on Friday.", EventKind.SHOOTING),
        ("Twelve teachers were taken off a bus near Mandera and shot dead on Friday.", EventKind.EXECUTION),
        ("Twenty villagers were lined up and shot by soldiers in Tula Toli on Friday.", EventKind.EXECUTION),
        ("A farmer was shot by soldiers near Huehuetenango on Friday.", EventKind.SHOOTING),
    ],
)
def test_kind_of_a_shooting(read: Read, text: str, kind: EventKind) -> None:
    assert only(read(text)).event_kind is kind
