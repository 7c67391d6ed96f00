"""Events told in other words."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention
from tallystick.model.terms import EventKind
from tests.reading.tellings import Read, of_type, only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fighters lay in wait for a convoy near Obo on Friday.", EventKind.AMBUSH),
        ("Guerrillas waylaid an army truck near Florencia on Friday.", EventKind.AMBUSH),
        ("Gunmen took away 12 students from a college in Kuriga on Friday.", EventKind.ABDUCTION),
        ("Armed men bundled an aid worker into a car in Kabul on Friday.", EventKind.ABDUCTION),
        ("A patrol came upon a band of guerrillas near Perquin on Friday.", EventKind.ARMED_CLASH),
        ("Soldiers traded shots with rebels near Garamba on Friday.", EventKind.ARMED_CLASH),
        ("Two militants died in an encounter with police in Shopian on Friday.", EventKind.ARMED_CLASH),
        ("A bomber drove a stolen ambulance into a barracks in Khost on Friday.", EventKind.SUICIDE_BOMBING),
        ("Gunmen broke into a church in Owo on Friday.", EventKind.RAID),
        ("Gunmen cut the throats of six farmers near Zabarmari on Friday.", EventKind.EXECUTION),
    ],
)
def test_told_in_other_words(read: Read, text: str, kind: EventKind) -> None:
    assert only(read(text)).event_kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "The drivers took 47 passengers away from Kano on Friday.",
        "Police led away three suspects in Kabul on Friday.",
        "Soldiers came upon an abandoned farm near Perquin on Friday.",
        "The minister had an encounter with reporters in Delhi on Friday.",
        "The burglars broke into a bakery in Owo on Friday.",
        "Militants drove a truck into the town of Gao on Friday.",
    ],
)
def test_the_same_words_of_peace_tell_no_event(read: Read, text: str) -> None:
    assert of_type(read(text), EventMention) == []


def test_those_whose_throats_are_cut_are_killed(read: Read) -> None:
    killed = only(read("Gunmen cut the throats of six farmers near Zabarmari on Friday.")).casualties.killed
    assert killed is not None
    assert killed.best == 6


def test_who_was_shot_and_died_was_killed(read: Read) -> None:
    event = only(read("A councillor was shot four times in Vigan on Friday and died in hospital."))
    assert event.casualties.killed is not None
    assert not event.plural


def test_explosives_that_are_seized_are_not_used(read: Read) -> None:
    assert of_type(read("Police seized 30 kilos of explosives in Quetta on Friday."), EventMention) == []
