"""Who does what to whom."""

from __future__ import annotations

import pytest

from tallystick.model.terms import ParticipantType, Role
from tests.reading.tellings import Read, doer, happened, only, targets


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Al-Shabaab attacked an army base in Galkayo on Friday.", "al-shabaab"),
        ("An army base in Galkayo was attacked by Al-Shabaab on Friday.", "al-shabaab"),
        ("An attack by Al-Shabaab on an army base in Galkayo killed ten soldiers on Friday.", "al-shabaab"),
        ("Al-Shabaab fighters carried out an attack on Galkayo on Friday.", "al-shabaab"),
        ("Al-Shabaab's attack on Galkayo on Friday killed ten soldiers.", "al-shabaab"),
        ("Galkayo came under attack from Al-Shabaab on Friday.", "al-shabaab"),
        ("A Houthi missile struck a tanker in the Red Sea on Friday.", "houthis"),
        ("An Israeli air strike hit Nabatieh on Friday.", "il"),
        ("The Rapid Support Forces shelled Omdurman on Friday.", "rapid-support-forces"),
        ("Russian forces shelled Nikopol on Friday.", "ru-armed-forces"),
        ("FARC guerrillas ambushed a patrol in Caquetá on Friday.", "farc"),
        ("Boko Haram fighters stormed Dikwa on Friday and burned the market.", "boko-haram"),
        ("Missiles launched by Russia hit Lviv on Friday.", "ru"),
        ("Suspected jihadists attacked Solhan on Friday.", "Suspected jihadists"),
        ("Unidentified gunmen killed a judge in Medellín on Friday.", "Unidentified gunmen"),
        ("Four people were killed on Friday in Ethiopian government shelling of a town near Mekelle.", "et"),
        ("Air raids on Sanaa on Friday by warplanes of the Saudi-led coalition killed nine.", "saudi-led-coalition"),
        ("Myanmar's military said that it had carried out an air strike on Sagaing on Friday.", "mm-armed-forces"),
        ("Soldiers took part in the murder of a priest in Kutum on Friday.", "Soldiers"),
        ("Seven men were involved in the murder of a priest in Kutum on Friday.", "Seven men"),
        ("Kurdish forces shelled Azaz on Friday, killing two people.", "Kurdish forces"),
        ("Forces loyal to Khalifa Haftar attacked Sirte on Friday.", "Forces loyal to Khalifa Haftar"),
        ("A pro-junta sniper shot a girl in Bago on Friday.", "A pro-junta sniper"),
        ("Suicide attackers targeted a police station in Maiduguri on Friday.", "Suicide attackers"),
        ("A bomb planted by separatists exploded at a market in Narathiwat on Friday.", "separatists"),
        ("Friday's attack on a convoy near Bunia, carried out by the CODECO militia, killed six.", "codeco"),
        ("The attack, which was launched by the M23 on Friday, hit a camp near Goma.", "m23"),
        ("Ethiopia resumed air strikes on Mekelle on Friday.", "et"),
        ("The bombing of a ferry near Basilan on Friday was the work of Abu Sayyaf.", "abu-sayyaf"),
        (
            "A drone belonging to the Rapid Support Forces hit a hospital in El Fasher on Friday.",
            "rapid-support-forces",
        ),
        ("Gunmen stormed a village near Beni on Friday. The attackers were members of the M23.", "m23"),
        ("NAIROBI Ethiopian warplanes bombed Mekelle on Friday.", "et"),
        ("Saudi-led air strikes hit Hodeidah on Friday.", "sa"),
        ("The FARC used mortars in an attack on a police post in Toribío on Friday.", "farc"),
        ("Thirty FARC rebels fled when they attacked a police post in Toribío on Friday.", "farc"),
    ],
)
def test_the_perpetrator(read: Read, text: str, by: str) -> None:
    assert doer(only(read(text))) == by


@pytest.mark.parametrize(
    "text",
    [
        "Rockets hit Ain al-Asad on Friday.",
        "Iranian-made drones struck Odesa on Friday.",
        "A U.S. base in Hasakah was attacked on Friday.",
        "Ukrainian air defences shot down a drone over Kyiv on Friday.",
        "Rockets hit Sderot on Friday, the Israeli army said.",
        "Shells fell on Homs on Friday, opposition activists said.",
        "The prime minister condemned Friday's attack on Kidal.",
        "Two U.S. soldiers were killed in an attack on Tower 22 on Friday.",
        "Nine people killed, 12 injured in Friday's attack on a bus in Quetta.",
        "Nine people were killed in an attack on a bus in Quetta on Friday, a hospital official said.",
        "An armed drone, reported by a security source, hit a farm near Kirkuk on Friday.",
        "Detectives are hunting a man over the bomb that exploded in Lyon on Friday, wounding 13 people.",
    ],
)
def test_nobody_is_accused_who_is_not_told_to_have_done_it(read: Read, text: str) -> None:
    assert doer(only(read(text))) is None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Rebels attacked a gold convoy near Gao on Friday.", "a gold convoy"),
        ("A fuel depot in Feodosia was hit by drones on Friday.", "A fuel depot"),
        ("The base at Tower 22 came under drone attack on Friday.", "The base at Tower 22"),
        ("Drones were launched against a warship in the Red Sea on Friday.", "a warship"),
        ("A drone attack on a power station in Odesa on Friday caused a fire.", "a power station"),
        ("Jets carried out strikes on Friday, targeting ammunition depots in Palmyra.", "ammunition depots"),
        ("Gunmen opened fire on a bus near Lashkar Gah on Friday.", "a bus"),
        ("A suicide bomber blew himself up at a cafe in Mogadishu on Friday.", "a cafe"),
        ("A car bomb exploded outside the police headquarters in Bogotá on Friday.", "the police headquarters"),
    ],
)
def test_the_target(read: Read, text: str, target: str) -> None:
    assert any(t.startswith(target) for t in targets(only(read(text))))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels attacked a convoy near Gao on Friday.", ParticipantType.VEHICLE),
        ("Rebels attacked the airport of Gao on Friday.", ParticipantType.FACILITY),
        ("Rebels attacked herders near Gao on Friday.", ParticipantType.GROUP_OF_PEOPLE),
        ("Rebels killed a mayor near Gao on Friday.", ParticipantType.PERSON),
        ("Rebels abducted nine fishermen near Gao on Friday.", ParticipantType.GROUP_OF_PEOPLE),
        ("Rebels kidnapped the parents of a footballer in Barrancas on Friday.", ParticipantType.GROUP_OF_PEOPLE),
    ],
)
def test_what_sort_of_thing_a_target_is(read: Read, text: str, kind: ParticipantType) -> None:
    (target,) = [p for p in only(read(text)).participants if p.role in (Role.TARGET, Role.VICTIM)]
    assert target.type is kind


def test_who_did_it_together_is_told_together(read: Read) -> None:
    event = only(read("The army and allied militias shelled Omdurman on Friday."))
    assert [p.name for p in event.participants if p.role is Role.PERPETRATOR] == [
        "Sudanese Armed Forces",
        "allied militias",
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Gunmen killed a priest on a busy street in Bogotá on Friday.", ["a priest"]),
        ("Rebels shelled Goma on several occasions on Friday.", ["Goma"]),
        ("Rebels shelled a camp killing three children near Goma on Friday.", ["a camp"]),
    ],
)
def test_what_only_stands_near_is_no_target(read: Read, text: str, named: list[str]) -> None:
    assert [p.name for p in only(read(text)).participants if p.role in (Role.TARGET, Role.VICTIM)] == named


def test_whose_base_it_is_goes_with_the_target(read: Read) -> None:
    (target,) = [
        p for p in only(read("Drones hit a U.S. base in Hasakah on Friday.")).participants if p.role is Role.TARGET
    ]
    assert target.actor_id in ("us", "us-armed-forces")


def test_a_defender_is_no_perpetrator(read: Read) -> None:
    event = only(read("The U.S. Navy shot down a drone over the Red Sea on Friday."))
    assert doer(event) is None
    assert any(p.role is Role.RESPONDER for p in event.participants)


def test_nobody_is_doer_and_defender_at_once(read: Read) -> None:
    event = only(read("Gunmen shot dead a judge in Medellín on Friday.", "1989-10-30"))
    assert [p.role for p in event.participants if p.name == "Gunmen"] == [Role.PERPETRATOR]


def test_weapons_are_no_target(read: Read) -> None:
    event = only(read("Hezbollah fired dozens of rockets at Kiryat Shmona on Friday."))
    assert targets(event) == ["Kiryat Shmona"]


def test_listed_targets_go_each_to_their_own_event(read: Read) -> None:
    events = happened(read("Drones struck Al-Tanf garrison and Harir air base on Friday."))
    assert sorted(len(targets(e)) for e in events) == [1, 1]


def test_an_agent_behind_a_place_is_found(read: Read) -> None:
    event = only(read("An attack on the Kerch bridge by Ukraine's security service on Friday killed two people."))
    assert doer(event) is not None


def test_the_dead_of_a_clash_are_not_its_authors(read: Read) -> None:
    assert doer(only(read("Up to 40 insurgents died in clashes in Las Anod on Friday."))) is None


def test_every_participant_quotes_its_words(read: Read) -> None:
    text = "Al-Shabaab attacked an army base in Galkayo on Friday."
    quotes = [participant.quote for participant in only(read(text)).participants]
    assert len(quotes) > 1
    assert [text[q.start : q.end] for q in quotes] == [q.exact for q in quotes]


def test_bases_are_targets_though_their_lemma_is_that_of_a_basis(read: Read) -> None:
    event = only(read("Drones attacked U.S. bases in Mosul on Friday."))
    assert [p.actor_id for p in event.participants if p.role is Role.TARGET] == ["us"]


def test_the_country_of_a_town_did_not_do_what_happened_there(read: Read) -> None:
    assert doer(only(read("Nigeria's Maiduguri bomb blast on Friday killed six people."))) is None


def test_who_shells_stands_before_the_shelling(read: Read) -> None:
    text = "Syrian government shelling of a rebel-held town in Idlib killed 31 people on Saturday."
    assert doer(only(read(text))) == "sy"


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram's abduction of two engineers in Borno on 3 May drew protests.",
        "The abduction of two engineers by Boko Haram in Borno on 3 May drew protests.",
    ],
)
def test_whose_killing_of_somebody_it_is_did_it(read: Read, text: str) -> None:
    assert doer(only(read(text))) == "boko-haram"


@pytest.mark.parametrize(
    "text",
    [
        "A splinter group of Boko Haram abducted 20 girls in Dapchi on Monday.",
        "A group opposed to Boko Haram attacked a prison in Maiduguri on Monday.",
        "Gunmen from a breakaway faction of the FARC killed two policemen in Cauca on Monday.",
    ],
)
def test_a_rival_of_a_group_is_not_the_group(read: Read, text: str) -> None:
    doers = [p for p in only(read(text)).participants if p.role is Role.PERPETRATOR]

    assert [p.actor_id for p in doers] == [None]


def test_what_a_group_reportedly_did_is_no_fact(read: Read) -> None:
    event = only(read("Al-Shabaab reportedly shelled the airport in Mogadishu on Friday."))

    assert [p.alleged for p in event.participants if p.role is Role.PERPETRATOR] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Russian and Syrian regime airstrikes killed 25 children near Idlib on Saturday.",
        "Syrian and Russian warplanes bombed Idlib on Saturday.",
    ],
)
def test_two_states_of_one_list_did_it_together(read: Read, text: str) -> None:
    event = only(read(text))

    assert {p.actor_id for p in event.participants if p.role is Role.PERPETRATOR} == {"ru", "sy"}


def test_who_repelled_an_attack_did_not_do_it(read: Read) -> None:
    text = "Forty militants were killed by the Syrian army, which repelled a militant attack on Idlib on Saturday."

    assert "sy-armed-forces" not in {
        p.actor_id for e in happened(read(text)) for p in e.participants if p.role is Role.PERPETRATOR
    }


def test_where_a_monitor_sits_tells_not_whose_army_it_is(read: Read) -> None:
    text = "Shells hit Idlib and Homs in Syria on Friday. The Britain-based monitor said the army shelled the market at noon."

    assert "gb-armed-forces" not in {p.actor_id for e in happened(read(text)) for p in e.participants}


def inferred(read: Read, text: str) -> list[bool]:
    """Of each doer of the first event of a text, whether he is only inferred."""
    return [p.inferred for p in happened(read(text))[0].participants if p.role is Role.PERPETRATOR]


def test_the_doer_of_what_may_be_another_deed_is_only_inferred(read: Read) -> None:
    text = (
        "A bomb killed six people at a wedding in Hasakah on Monday. The town has been held by the YPG since last year. "
        "The YPG took it despite the bombing of several villages by Syrian jets."
    )
    assert inferred(read, text) == [True]


def test_the_doer_of_the_attack_told_again_did_it(read: Read) -> None:
    text = (
        "A bomb killed six people in Mogadishu on Friday. Hospitals were overwhelmed. Al-Shabaab carried out the attack, "
        "police said."
    )
    assert inferred(read, text) == [False]


def test_who_is_said_to_have_done_it_takes_the_place_of_one_inferred(read: Read) -> None:
    text = (
        "A bomb killed six people at a wedding in Hasakah on Monday. The town has been held by the YPG since last year. "
        "The YPG took it despite the bombing of several villages by Syrian jets. Police blamed the Islamic State."
    )
    assert inferred(read, text) == [False]
