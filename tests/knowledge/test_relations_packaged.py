"""What the packaged knowledge answers, seen from those who ask it."""

from datetime import date

import pytest

from tallystick.knowledge.loading import load_knowledge

NOVEMBER_2023 = date(2023, 11, 7)


def test_the_members_of_a_brand_and_their_backers() -> None:
    knowledge = load_knowledge()
    members = {r.object for r in knowledge.members_of("islamic-resistance-in-iraq", NOVEMBER_2023)}
    assert {"kataib-hezbollah", "asaib-ahl-al-haq", "harakat-hezbollah-al-nujaba"} <= members
    assert "irgc-quds-force" in {r.object for r in knowledge.backers_of("kataib-hezbollah", NOVEMBER_2023)}


def test_a_relation_holds_only_in_its_time() -> None:
    knowledge = load_knowledge()
    assert knowledge.members_of("islamic-resistance-in-iraq", date(2010, 1, 1)) == ()


@pytest.mark.parametrize(
    ("a", "b", "compatible"),
    [
        ("us-central-command", "us", True),
        ("us-central-command", "us-navy", True),
        ("al-qassam-brigades", "hamas", True),
        ("islamic-resistance-in-iraq", "kataib-hezbollah", True),
        ("kataib-hezbollah", "iq-armed-forces", False),
        ("hezbollah", "kataib-hezbollah", False),
        ("houthis", "ir", False),
    ],
)
def test_which_mentions_can_be_one_doer(a: str, b: str, compatible: bool) -> None:
    assert load_knowledge().are_compatible(a, b) is compatible


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Ansar Allah", {"houthis", "harakat-ansar-allah-al-awfiya", "ansar-allah-lebanon"}),
        ("the coalition", {"global-coalition", "saudi-led-coalition"}),
        ("كتائب حزب الله", {"kataib-hezbollah"}),
        ("Pentagon", {"us-department-of-defense"}),
    ],
)
def test_what_a_name_can_mean(name: str, ids: set[str]) -> None:
    assert {a.id for a in load_knowledge().match_alias(name)} == ids


@pytest.mark.parametrize(
    ("publisher", "partisan_of"),
    [
        ("https://www.rudaw.net/english/x", "kurdistan-democratic-party"),
        ("https://www.tasnimnews.com/en/news", "irgc"),
        ("Reuters", None),
    ],
)
def test_for_whom_a_publisher_speaks(publisher: str, partisan_of: str | None) -> None:
    found = load_knowledge().publisher(publisher)
    assert found is not None
    assert found.partisan_of == partisan_of
