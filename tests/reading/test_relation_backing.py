"""Who backs whom."""

from __future__ import annotations

import pytest

from tallystick.model.actor import ActorRef
from tallystick.model.mention import RelationMention
from tests.reading.tellings import Read, of_type, relations


def test_an_unnamed_set_has_its_backer(read: Read) -> None:
    found = relations(read("Iran-backed militias fired rockets at Ain al-Asad on Friday."))
    assert {(p, o) for _, p, o in found} == {("backed_by", "ir")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("IRGC-backed militias fired rockets.", "militias"),
        ("US-backed Syrian rebels took Manbij.", "Syrian rebels"),
        ("Militias that are backed by Iran struck Erbil.", "Militias"),
        ("Washington blamed Iranian proxies for it.", "proxies"),
    ],
)
def test_a_set_is_called_without_its_backer(read: Read, text: str, name: str) -> None:
    (found,) = of_type(read(text), RelationMention)
    assert (found.subject, found.unnamed, found.is_in_passing) == (ActorRef(name=name), ("subject",), True)


def test_a_backer_told_by_a_verb_is_not_told_in_passing(read: Read) -> None:
    (found,) = of_type(read("Some militias are backed by Iran, officials said."), RelationMention)
    assert (found.unnamed, found.is_in_passing) == (("subject",), False)


def test_who_is_told_of_as_one_of_a_backed_set_is_backed(read: Read) -> None:
    found = relations(read("Iran-backed militias such as Kataib Hezbollah and Harakat al-Nujaba struck."))
    assert {(s, o) for s, p, o in found if p == "backed_by"} >= {
        ("kataib-hezbollah", "ir"),
        ("harakat-hezbollah-al-nujaba", "ir"),
    }
