"""People in events: named without their titles, told by relative clauses, nouns of killing, and groups of men."""

from __future__ import annotations

import pytest

from tallystick.model.terms import ParticipantType, Role
from tests.reading.tellings import Read, doer, only, targets

_ON = "1989-10-30"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed Judge Carlos Mendoza Rivas in Medellín on Friday.", "Carlos Mendoza Rivas"),
        ("Colonel Jorge Alvarado was murdered in Lima on Friday.", "Jorge Alvarado"),
        ("The rebels kidnapped a union leader, Luis Ortega Pardo, in Abrego on Friday.", "Luis Ortega Pardo"),
        ("Luis Ortega Pardo, who was kidnapped by rebels in Abrego on Friday, is a mayor.", "Luis Ortega Pardo"),
        ("The murder of Ana Maria Lopez in Lima on Friday shocked the country.", "Ana Maria Lopez"),
        ("The assassination of Senator Pedro Gomez in Bogotá on Friday was claimed by nobody.", "Pedro Gomez"),
    ],
)
def test_a_person_who_was_hit_goes_by_the_name_without_title(read: Read, text: str, name: str) -> None:
    hit = [p for p in only(read(text, _ON)).participants if p.role in (Role.TARGET, Role.VICTIM)]
    assert [p.name for p in hit if p.type is ParticipantType.PERSON] == [name]


def test_the_quote_of_a_named_person_keeps_the_title(read: Read) -> None:
    event = only(read("Gunmen killed Judge Carlos Mendoza Rivas in Medellín on Friday.", _ON))
    assert "Judge Carlos Mendoza Rivas" in [p.quote.exact for p in event.participants]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("A judge was murdered by two unidentified men in Medellín on Friday.", "two unidentified men"),
        ("Three hooded individuals shot a union leader in Lima on Friday.", "Three hooded individuals"),
        ("The mayor was kidnapped by a group of armed men in Abrego on Friday.", "a group of armed men"),
        ("Urban commandos attacked a bank in San Salvador on Friday.", "Urban commandos"),
        ("Rebels who attacked a bank in San Salvador on Friday fled in a car.", "Rebels"),
    ],
)
def test_people_without_a_name_are_doers(read: Read, text: str, by: str) -> None:
    assert doer(only(read(text, _ON))) == by


def test_the_murder_of_a_group_s_member_is_not_the_group_s_deed(read: Read) -> None:
    event = only(read("Pedro Gomez's murder in Bogotá on Friday was condemned by the president.", _ON))
    assert doer(event) is None
    assert any("Pedro Gomez" in target for target in targets(event))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The bombing of a power station in Lima on Friday left the city dark.", "a power station"),
        ("The sabotage of two pylons near Ica on Friday left the city dark.", "two pylons"),
    ],
)
def test_what_a_noun_of_destruction_is_of_is_its_target(read: Read, text: str, target: str) -> None:
    assert any(t.startswith(target) for t in targets(only(read(text, _ON))))


def test_a_person_told_by_family_name_goes_by_the_full_name(read: Read) -> None:
    text = "The president mourned Judge Carlos Mendoza Rivas. Mendoza was murdered by gunmen in Lima on Friday."
    assert [p.name for p in only(read(text, _ON)).participants if p.role is Role.TARGET] == ["Carlos Mendoza Rivas"]


def test_a_family_name_that_two_persons_share_stays_as_it_is(read: Read) -> None:
    text = "Carlos Mendoza and Ana Mendoza are judges. Mendoza was murdered by gunmen in Lima on Friday."
    assert [p.name for p in only(read(text, _ON)).participants if p.role is Role.TARGET] == ["Mendoza"]


def test_the_murder_of_a_person_by_name_is_told_for_itself(read: Read) -> None:
    assert only(read("The government condemned the murder of Ana Maria Lopez.", _ON)).trigger.exact == "murder"


def test_a_word_that_judges_the_deed_names_nobody(read: Read) -> None:
    assert doer(only(read("A terrorist attack on a bank in Lima on Friday killed two people.", _ON))) is None
