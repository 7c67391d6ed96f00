"""How actors stand to each other, as a report asserts it."""

from __future__ import annotations

import pytest

from tallystick.model.mention import RelationMention
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


def test_a_state_has_no_members(read: Read) -> None:
    text = "Iran-backed militias, including offshoots of larger groups like Kataib Hezbollah, struck."
    assert "member_of" not in {p for _, p, _ in relations(read(text))}


IN_A_ROW = "Boko Haram, ISWAP and Ansaru fight in the north. "


@pytest.mark.parametrize(
    "told",
    [
        "The groups are backed by the Islamic State.",
        "All three groups are funded by the Islamic State.",
        "These militias are armed by the Islamic State.",
        "The same groups are trained by the Islamic State, a report said.",
        "Nobody has talks with them. The three factions are backed by the Islamic State.",
    ],
)
def test_groups_told_of_together_stand_each_in_the_relation(read: Read, told: str) -> None:
    found = {(s, o) for s, p, o in relations(read(IN_A_ROW + told)) if p == "backed_by"}
    assert found == {(name, "islamic-state") for name in ("boko-haram", "iswap", "ansaru")}


@pytest.mark.parametrize(
    "text",
    [
        "Fatah and Hamas signed. The groups that fired rockets are backed by Iran.",
        IN_A_ROW + "JNIM raided Gao. The groups are backed by the Islamic State.",
        "Boko Haram raided Gao. The groups are backed by the Islamic State.",
    ],
)
def test_groups_that_are_not_surely_those_named_are_not_linked(read: Read, text: str) -> None:
    assert {s for s, p, _ in relations(read(text)) if p == "backed_by"} <= {"groups"}


BEFORE = "Ansar Dine raided Mopti on Monday. JNIM shelled Gao on Tuesday. "


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        ("The group that raided Mopti is an offshoot of AQIM.", "ansar-dine"),
        ("The group behind the Mopti raid is an offshoot of AQIM.", "ansar-dine"),
        ("The group which shelled Gao is an offshoot of AQIM.", "jnim"),
        ("The group is an offshoot of AQIM.", "jnim"),
    ],
)
def test_a_clause_picks_out_which_group_is_meant(read: Read, told: str, subject: str) -> None:
    assert relations(read(BEFORE + told)) == {(subject, "offshoot_of", "aqim")}


def test_a_clause_that_fits_nobody_named_links_nobody(read: Read) -> None:
    assert relations(read(BEFORE + "The group that raided Kidal is an offshoot of AQIM.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The group was once the Iraqi wing of a larger body.",
        "Car Bomb in Syrias Aleppo Kills 23 including Militants",
        "Two villages, Tokhar and Hoshariyeh, which are controlled by the Islamic State, were hit.",
        "The town of Marlo is run by the Red Herons.",
        "Islamic State commanders including Omar the Tall were in Mosul.",
        "Army units led by Colonel Ba entered Kidal.",
    ],
)
def test_towns_adjectives_and_persons_stand_in_no_relation(read: Read, text: str) -> None:
    assert relations(read(text)) == set()


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
