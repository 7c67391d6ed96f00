"""The kind of an event, from its word and its weapons."""

from __future__ import annotations

import pytest

from tallystick.model.terms import EventKind
from tests.reading.tellings import Read, only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Drones attacked Odesa on Friday.", EventKind.DRONE_ATTACK),
        ("A rocket attack on Sderot on Friday hurt two people.", EventKind.ROCKET_ATTACK),
        ("Ballistic missiles struck Erbil on Friday.", EventKind.MISSILE_ATTACK),
        ("Mortar rounds fell on Douma on Friday.", EventKind.MORTAR_ATTACK),
        ("The army shelled Homs on Friday.", EventKind.SHELLING),
        ("Warplanes bombed Marib on Friday.", EventKind.AIRSTRIKE),
        ("An air raid on Mekelle on Friday killed four people.", EventKind.AIRSTRIKE),
        ("Israel struck Damascus airport on Friday.", EventKind.AIRSTRIKE),
        ("A roadside bomb hit a police car in Ghazni on Friday.", EventKind.IED),
        ("A car bomb exploded in Bogotá on Friday.", EventKind.BOMBING),
        ("A suicide bomber attacked a mosque in Peshawar on Friday.", EventKind.SUICIDE_BOMBING),
        ("A grenade attack on a bar in Bujumbura on Friday hurt ten people.", EventKind.GRENADE_ATTACK),
        ("Gunmen opened fire on a bus in Nairobi on Friday.", EventKind.SHOOTING),
        ("Rebels ambushed a patrol near Gao on Friday.", EventKind.AMBUSH),
        ("Troops clashed with rebels in Goma on Friday.", EventKind.ARMED_CLASH),
        ("Fighters stormed a prison in Hasakah on Friday.", EventKind.RAID),
        ("A presidential candidate was assassinated in Soacha on Friday.", EventKind.ASSASSINATION),
        ("Militants executed two farmers in Tessalit on Friday.", EventKind.EXECUTION),
        ("Bandits abducted 30 pupils in Kaduna on Friday.", EventKind.ABDUCTION),
        ("Rockets with sarin hit Khan Sheikhoun on Friday.", EventKind.CHEMICAL_ATTACK),
        ("Rebels attacked Goma on Friday.", EventKind.ATTACK_UNSPECIFIED),
        ("A roadside bomb ambush near Gao on Friday killed two soldiers.", EventKind.AMBUSH),
        ("Militants set fire to a school in Solhan on Friday.", EventKind.ARSON),
        ("A school in Kumba was burned down by rebels on Friday.", EventKind.ARSON),
        ("Fighters slit the throats of six farmers near Goma on Friday.", EventKind.EXECUTION),
        ("A man blew himself up at a checkpoint in Maiduguri on Friday.", EventKind.SUICIDE_BOMBING),
        ("A barrel bomb was dropped on Daraya on Friday.", EventKind.AIRSTRIKE),
        ("Government planes pounded rebel positions near Idlib on Friday.", EventKind.AIRSTRIKE),
        ("Commandos raided a hideout in Nasiriyah on Friday.", EventKind.RAID),
        ("Troops fired on demonstrators in Khartoum on Friday, killing seven.", EventKind.SHOOTING),
        ("Troops fought rebels near Goma on Friday.", EventKind.ARMED_CLASH),
        ("A suicide truck bomber struck a barracks in Mosul on Friday.", EventKind.SUICIDE_BOMBING),
        ("A home-made bomb went off in a market in Yala on Friday.", EventKind.IED),
        ("The Air Force struck a camp of insurgents near Baga on Friday.", EventKind.AIRSTRIKE),
        ("Militiamen stormed a camp near Drodro with machetes and rifles on Friday.", EventKind.RAID),
        ("Bandits invaded the village of Batsari on Friday.", EventKind.RAID),
        ("Troops killed four rebels in a gun duel near Jolo on Friday.", EventKind.ARMED_CLASH),
        ("Gunmen killed 26 tourists near Pahalgam on Friday.", EventKind.SHOOTING),
        ("Insurgents overran the town of Palma on Friday, beheading six villagers.", EventKind.RAID),
        ("Armed men attacked Ganthier on Friday. They killed ten people and burned 20 houses.", EventKind.RAID),
        ("Three children died when they stepped on a mine near Taiz on Friday.", EventKind.IED),
    ],
)
def test_kind(read: Read, text: str, kind: EventKind) -> None:
    assert only(read(text)).event_kind is kind


def test_two_weapons_leave_the_kind_open(read: Read) -> None:
    event = only(read("Ain al-Asad was attacked with drones and rockets on Friday."))
    assert event.event_kind is EventKind.ATTACK_UNSPECIFIED
    assert {w.kind.value for w in event.weapons} == {"drone", "rocket"}


def test_a_strike_by_an_armed_group_is_no_air_strike(read: Read) -> None:
    assert only(read("Hezbollah struck an army post in Metula on Friday.")).event_kind is not EventKind.AIRSTRIKE


def test_a_gold_mine_is_no_weapon(read: Read) -> None:
    assert only(read("Militants attacked a gold mine in Bouroum on Friday.")).event_kind is EventKind.ATTACK_UNSPECIFIED


def test_weapons_told_of_elsewhere_do_not_change_the_kind(read: Read) -> None:
    text = "Rebels attacked Goma on Friday. The army paraded its missiles in Kinshasa."
    assert only(read(text)).event_kind is EventKind.ATTACK_UNSPECIFIED
