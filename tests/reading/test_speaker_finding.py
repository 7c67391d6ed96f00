"""On whose word an event stands."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, doer, only


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        ("Rockets hit Sderot on Friday, according to Israeli police.", "Israeli police"),
        ("Villagers said gunmen attacked Mukdolo on Friday.", "Villagers"),
        ("A drone hit a house in Odesa on Friday, the regional governor said.", "the regional governor"),
        (
            "Two soldiers were killed in an ambush near Gao on Friday, a security source told reporters.",
            "a security source",
        ),
    ],
)
def test_on_whose_word(read: Read, text: str, reporter: str) -> None:
    found = only(read(text)).reporter
    assert found is not None
    assert found.quote.exact == reporter


def test_a_known_reporter_has_an_id(read: Read) -> None:
    reporter = only(read("A missile hit a tanker in the Red Sea on Friday, CENTCOM said.")).reporter
    assert reporter is not None
    assert reporter.actor_id == "us-central-command"


def test_nobody_is_the_reporter_of_a_plain_telling(read: Read) -> None:
    event = only(read("Gunmen attacked Mukdolo on Friday."))
    assert (event.reporter, event.status_cue) == (None, "reported")


def test_who_carries_out_an_attack_does_not_report_it(read: Read) -> None:
    event = only(read("Myanmar's military carried out air strikes on Pazigyi on 11 April.", "2023-04-13"))
    assert (event.reporter, event.status_cue) == (None, "reported")
    assert doer(event) == "mm-armed-forces"
