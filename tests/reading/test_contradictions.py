"""What stands against two tellings being of one event."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, happened, only


@pytest.mark.parametrize(
    "text",
    [
        # another day, though neither day has a year
        "Gunmen killed the mayor of Maiduguri on 2 August. A trader was killed on 5 August.",
        # another victim, by name
        "Judge Ana Ruiz was shot dead in Cali on Friday. Journalist Luis Mora was shot dead in Cali.",
        # other dead
        "A bomb killed nine people in Quetta on Friday. Gunmen shot dead two policemen in Quetta on Friday.",
        # another place
        "A bomb killed nine people in Quetta on Friday. A soldier was killed in Peshawar.",
    ],
)
def test_two_events(read: Read, text: str) -> None:
    assert len(happened(read(text, published=None))) == 2


def test_what_was_only_threatened_did_not_happen_by_that(read: Read) -> None:
    text = "The rebels threatened to attack Goma on Friday. Gunmen attacked a market in Goma on Friday."
    assert [m.modality.value for m in happened(read(text))] == ["actual"]


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were killed in Mali after an ambush near Gao on Friday.",
        "A bomb exploded in Cali on Friday. Police said the dissidents carried out the bombing.",
        "An attack in Springfield killed a guard on Friday. The attack in Springfield lasted an hour.",
    ],
)
def test_one_event(read: Read, text: str) -> None:
    only(read(text))


def test_what_another_side_lost_is_not_lent_to_the_attack_told_before(read: Read) -> None:
    text = "A new assault hit a French base in Gao on Friday. Later the army announced its strikes on Islamic State depots."
    (assault,) = happened(read(text, published=None))
    assert "islamic-state" not in {p.actor_id for p in assault.participants}


def test_who_a_group_killed_did_not_die_in_the_shelling_told_before(read: Read) -> None:
    text = (
        "Shelling of Idlib killed 31 people on Saturday as a truce broke down after Al-Qaeda killed a captured pilot."
    )
    shelling = happened(read(text))[0]
    assert not any(p.actor_id == "al-qaeda" for p in shelling.participants)
