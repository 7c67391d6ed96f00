"""Relations told in set phrases, between names that nobody has listed."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import RelationMention
from tallystick.model.terms import Grade, Predicate
from tests.reading.tellings import Read, of_type, relations


def _told(read: Read, text: str) -> set[tuple[str, str, str]]:
    found = of_type(read(text), RelationMention)
    return {(m.subject.name, m.predicate.value, m.object.name) for m in found}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The Grey Herons are a façade of the Lomo Brigade.", ("Grey Herons", "front_for", "Lomo Brigade")),
        ("Analysts call the Grey Herons a front for the Lomo Brigade.", ("Grey Herons", "front_for", "Lomo Brigade")),
        ("The Grey Herons, a splinter group of the Lomo Front, fled.", ("Grey Herons", "offshoot_of", "Lomo Front")),
        ("The Grey Herons broke with the Lomo Front in 2011.", ("Grey Herons", "offshoot_of", "Lomo Front")),
        ("The Grey Herons split off from the Lomo Front.", ("Grey Herons", "offshoot_of", "Lomo Front")),
        ("The Lomo Front's armed wing, the Grey Herons, fled.", ("Grey Herons", "part_of", "Lomo Front")),
        ("The Grey Herons, the armed wing of the Lomo Front, fled.", ("Grey Herons", "part_of", "Lomo Front")),
        ("The Grey Herons form part of the Lomo Front.", ("Grey Herons", "part_of", "Lomo Front")),
        ("The Grey Herons are affiliated with the Lomo Front.", ("Grey Herons", "member_of", "Lomo Front")),
        ("The Grey Herons, a Lomo Front affiliate, fled.", ("Grey Herons", "member_of", "Lomo Front")),
        ("The Grey Herons belong to the Lomo Front.", ("Grey Herons", "member_of", "Lomo Front")),
        ("The Grey Herons are a proxy of Chad.", ("Grey Herons", "backed_by", "Chad")),
        ("Chad has armed and trained the Grey Herons since 2015.", ("Grey Herons", "backed_by", "Chad")),
        ("The Grey Herons get their weapons from Chad.", ("Grey Herons", "backed_by", "Chad")),
        ("The Grey Herons are armed by Chad.", ("Grey Herons", "backed_by", "Chad")),
        ("The Chad-backed Grey Herons fled.", ("Grey Herons", "backed_by", "Chad")),
        ("The Grey Herons take orders from the Lomo Front.", ("Grey Herons", "subordinate_to", "Lomo Front")),
        ("The Grey Herons swore allegiance to the Lomo Front.", ("Grey Herons", "subordinate_to", "Lomo Front")),
        ("The Grey Herons are under the command of the Lomo Front.", ("Grey Herons", "subordinate_to", "Lomo Front")),
        ("The Lomo Front controls the Grey Herons.", ("Lomo Front", "controls", "Grey Herons")),
        ("The Lomo Front, since renamed the Grey Herons, fled.", ("Grey Herons", "successor_of", "Lomo Front")),
        ("The Grey Herons, previously the Lomo Front, fled.", ("Grey Herons", "successor_of", "Lomo Front")),
        ("The Lomo Front changed its name to Grey Herons.", ("Grey Herons", "successor_of", "Lomo Front")),
        ("Radio Lomo is the mouthpiece of the Grey Herons.", ("Radio Lomo", "media_outlet_of", "Grey Herons")),
        ("The Grey Herons' media arm, Lomo Media, has gone.", ("Lomo Media", "media_outlet_of", "Grey Herons")),
        ("The Grey Herons operate under the banner of the Lomo Front.", ("Lomo Front", "brand_of", "Grey Herons")),
        ("Insurgents, some of them under the Lomo Front's flag, fled.", ("Lomo Front", "brand_of", "Insurgents")),
        ("The Grey Herons also use the name Lomo Front.", ("Lomo Front", "brand_of", "Grey Herons")),
        ("The Grey Herons met the mayor. It is an offshoot of the Lomo Front.", ("Grey Herons", "offshoot_of", "Lomo Front")),
    ],
)  # fmt: skip
def test_a_phrase_is_read(read: Read, text: str, relation: tuple[str, str, str]) -> None:
    assert relation in _told(read, text)


@pytest.mark.parametrize(
    ("text", "predicate", "others"),
    [
        (
            "The Lomo Front brings together four bands: the Red Cranes, Kayo Guard, the Blue Cranes and Sambo Boys.",
            "member_of",
            4,
        ),
        ("The liaison office unites the Red Cranes and Kayo Guard.", "member_of", 0),
        ("The war council unites three bands: the Red Cranes, Kayo Guard and Sambo Boys.", "member_of", 3),
        ("The Lomo Front is a coalition of the Red Cranes, Kayo Guard and Sambo Boys.", "brand_of", 3),
        ("The Lomo Front, a coalition including the Red Cranes and Kayo Guard, fled.", "member_of", 2),
        ("The Red Cranes, Kayo Guard and Sambo Boys make up the Lomo Front.", "member_of", 3),
        ("The Red Cranes and Kayo Guard are members of the Lomo Front.", "member_of", 2),
        ("The Lomo Front was formed when the Red Cranes and Kayo Guard merged.", "successor_of", 2),
    ],
)
def test_a_list_gives_a_relation_each(read: Read, text: str, predicate: str, others: int) -> None:
    assert len([one for one in _told(read, text) if one[1] == predicate]) == others


@pytest.mark.parametrize(
    "text",
    [
        "The Lomo Front denied that the Grey Herons are a front for it or for Chad.",
        "Nobody has shown that the Grey Herons are armed by Chad.",
        "The Grey Herons and the Lomo Front held talks in Chad.",
        "The Grey Herons backed away from the Lomo Front at the bridge.",
        "The Grey Herons might join the Lomo Front.",
        "Unlike the Lomo Front, the Grey Herons have an office in Chad.",
        "The Grey Herons are not part of the Lomo Front.",
        "The Grey Herons, backed by helicopters, attacked the Lomo Front.",
    ],
)
def test_what_only_sounds_like_it_is_none(read: Read, text: str) -> None:
    assert _told(read, text) == set()


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("The Grey Herons are an offshoot of the Lomo Front", Grade.ASSERTED),
        ("The Grey Herons are believed to be an offshoot of the Lomo Front", Grade.CIRCUMSTANTIAL),
        ("The Grey Herons are widely seen as an offshoot of the Lomo Front", Grade.PREPONDERANCE),
        ("Captured letters show that the Grey Herons are an offshoot of the Lomo Front", Grade.DIRECT),
        ("A court in Bern found that the Grey Herons are an offshoot of the Lomo Front", Grade.OFFICIAL_FINDING),
        ("The Grey Herons acknowledged that they are an offshoot of the Lomo Front", Grade.SELF_ACKNOWLEDGED),
    ],
)
def test_the_words_grade_it(read: Read, words: str, grade: Grade) -> None:
    (found,) = of_type(read(f"{words}."), RelationMention)
    assert found.predicate is Predicate.OFFSHOOT_OF
    assert found.grade is grade


def test_the_days_behind_it_are_its_own(read: Read) -> None:
    (found,) = of_type(read("The Grey Herons were armed by Chad from 2011 to 2014."), RelationMention)
    assert (found.since, found.until) == (date(2011, 1, 1), date(2014, 12, 31))


def test_its_quote_holds_both_names(read: Read) -> None:
    (found,) = of_type(read("On Monday the Grey Herons, an offshoot of the Lomo Front, fled."), RelationMention)
    assert found.quote.exact == "Grey Herons, an offshoot of the Lomo Front"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The Iran-backed Houthis fired.", ("houthis", "backed_by", "ir")),
        ('Washington calls Hezbollah "Iran-backed".', ("hezbollah", "backed_by", "ir")),
        ("Abubakar Shekau, the leader of Boko Haram, spoke.", ("Abubakar Shekau", "controls", "boko-haram")),
        ("Joseph Kony, who leads the Lord's Resistance Army, fled.", ("Joseph Kony", "controls", "lra")),
        (
            "The White Nile Brigade, which fights beside the Lomo Front, fled.",
            ("White Nile Brigade", "allied_with", "Lomo Front"),
        ),
        ("Analysts see the Grey Herons as an ally of the Lomo Front.", ("Grey Herons", "allied_with", "Lomo Front")),
        (
            "The Grey Herons, a contractor hired by the Lomo Front, fled.",
            ("Grey Herons", "subordinate_to", "Lomo Front"),
        ),
        (
            "The Grey Herons appeared in May. Cairo says that it is a front for the Lomo Front.",
            ("Grey Herons", "front_for", "Lomo Front"),
        ),
    ],
)
def test_a_relation_told_in_other_words(read: Read, text: str, relation: tuple[str, str, str]) -> None:
    assert relation in relations(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mr Kony, leader of the choir, sang.",
        "The army fought alongside the police.",
        "Rebel groups now fight in Golo, and the Lomo Front fled.",
        "Islamic State commanders including Omar the Tall were in Mosul.",
    ],
)
def test_leaders_of_others_and_forces_of_one_state_stand_in_none(read: Read, text: str) -> None:
    assert relations(read(text)) == set()
