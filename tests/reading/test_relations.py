"""How actors stand to each other, as a report asserts it."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import RelationMention
from tallystick.model.terms import Predicate
from tests.reading.tellings import Read, of_type, relations


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("JNIM is a branch of al-Qaeda.", ("jnim", "part_of", "al-qaeda")),
        ("Hezbollah is backed by Iran.", ("hezbollah", "backed_by", "ir")),
        (
            "Saraya Awliya al-Dam is a front for Kataib Hezbollah.",
            ("saraya-awliya-al-dam", "front_for", "kataib-hezbollah"),
        ),
        (
            "The Islamic Resistance in Iraq is an umbrella for Kataib Hezbollah and Harakat al-Nujaba.",
            ("islamic-resistance-in-iraq", "brand_of", "kataib-hezbollah"),
        ),
        ("Ansaru, a breakaway faction of Boko Haram, kidnaps foreigners.", ("ansaru", "offshoot_of", "boko-haram")),
        (
            "Harakat al-Nujaba is a member of the Islamic Resistance in Iraq.",
            ("harakat-hezbollah-al-nujaba", "member_of", "islamic-resistance-in-iraq"),
        ),
        (
            "The Quds Force is a branch of the Islamic Revolutionary Guard Corps.",
            ("irgc-quds-force", "part_of", "irgc"),
        ),
    ],
)
def test_a_relation(read: Read, text: str, relation: tuple[str, str, str]) -> None:
    assert relation in relations(read(text))


def test_a_list_of_members_gives_a_relation_each(read: Read) -> None:
    text = "The Islamic Resistance in Iraq is an umbrella for Kataib Hezbollah, Harakat al-Nujaba and Kataib Sayyid al-Shuhada."
    found = {o for _, p, o in relations(read(text)) if p == "brand_of"}
    assert found == {"kataib-hezbollah", "harakat-hezbollah-al-nujaba", "kataib-sayyid-al-shuhada"}


def test_an_unnamed_set_has_its_backer(read: Read) -> None:
    found = relations(read("Iran-backed militias fired rockets at Ain al-Asad on Friday."))
    assert {(p, o) for _, p, o in found} == {("backed_by", "ir")}


def test_a_founding_is_dated(read: Read) -> None:
    (found,) = [
        m
        for m in of_type(read("JNIM, a group formed in 2017, attacked Gao on Friday."), RelationMention)
        if m.predicate is Predicate.ESTABLISHED
    ]
    assert found.subject.id == "jnim"
    assert found.since == date(2017, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "JNIM attacked the army in Gao on Friday.",
        "Iran met Hezbollah in Beirut.",
        "Rebels control the road to Goma.",
        "The army took control of the airport.",
        "The front moved towards Bakhmut.",
    ],
)
def test_no_relation(read: Read, text: str) -> None:
    assert relations(read(text)) == set()


def test_a_relation_quotes_both_ends(read: Read) -> None:
    (found,) = of_type(read("JNIM is a branch of al-Qaeda."), RelationMention)
    assert found.quote.exact == "JNIM is a branch of al-Qaeda"
