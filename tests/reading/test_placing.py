"""Where an event took place, out of the places that its words name."""

from __future__ import annotations

import pytest

from tallystick.model.terms import PlacePrecision
from tests.reading.tellings import Read, happened, only, where


@pytest.mark.parametrize(
    ("text", "place", "country", "precision"),
    [
        (
            "Rockets hit Ain al-Asad air base in Anbar province, Iraq, on Friday.",
            "Ain al-Asad Air Base",
            "IQ",
            PlacePrecision.SITE,
        ),
        ("Gunmen attacked Solhan in northern Burkina Faso on Friday.", "Solhan", "BF", PlacePrecision.TOWN),
        ("FARC guerrillas attacked Mitú, Vaupés, on Friday.", "Mitú", "CO", PlacePrecision.TOWN),
        ("Jets struck targets in eastern Syria on Friday.", "eastern Syria", "SY", PlacePrecision.REGION),
        ("Shells hit two villages in Ukraine's Kherson region on Friday.", "Kherson", "UA", PlacePrecision.PROVINCE),
        ("A missile struck a tanker in the Gulf of Aden on Friday.", "Gulf of Aden", None, PlacePrecision.REGION),
        ("Islamic State fighters attacked an army post in Somalia on Friday.", "Somalia", "SO", PlacePrecision.COUNTRY),
    ],
)
def test_the_finest_place_told(
    read: Read, text: str, place: str, country: str | None, precision: PlacePrecision
) -> None:
    found = only(read(text)).where
    assert found is not None
    assert (found.name, found.country, found.precision) == (place, country, precision)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rockets fired from Lebanon hit Kiryat Shmona on Friday.", "Qiryat Shmona"),
        ("Drones launched from Iran struck Erbil on Friday.", "Erbil"),
        ("Missiles fired by Russia from Belgorod struck Kharkiv on Friday.", "Kharkiv"),
        ("Russian forces attacked Odesa with drones from the Primorsko-Akhtarsk area on Friday.", "Odesa"),
    ],
)
def test_where_something_came_from_is_not_where_it_struck(read: Read, text: str, place: str) -> None:
    assert where(only(read(text))) == place


@pytest.mark.parametrize(
    "text",
    [
        "The Pentagon said rockets were fired at U.S. troops on Friday.",
        "Iran attacked an oil tanker with drones on Friday.",
        "Russia fired missiles at a hospital on Friday.",
        "Ethiopia's army bombed a market on Friday.",
        "Washington blamed the militia for Friday's drone attack on U.S. troops.",
        "A drone attack on U.S. troops on Friday was condemned in London.",
    ],
)
def test_who_acts_or_speaks_is_not_where(read: Read, text: str) -> None:
    assert [where(e) for e in happened(read(text))] in ([None], [])


def test_the_place_of_the_speaker_is_not_the_place_of_the_event(read: Read) -> None:
    text = "Turkish warplanes hit militants near Metina on Friday, the defence ministry in Ankara said."
    assert where(only(read(text))) != "Ankara"


def test_a_strike_planned_elsewhere_than_where_it_is_planned(read: Read) -> None:
    text = "U.S. jets struck Houthi launchers in Yemen on Friday, officials in Washington said."
    found = only(read(text)).where
    assert found is not None
    assert found.country == "YE"


def test_near_a_town_is_that_town_with_its_words(read: Read) -> None:
    found = only(read("Militants ambushed a convoy near Tongo Tongo on Friday.")).where
    assert found is not None
    assert (found.name, found.quote.exact) == ("Tongo Tongo", "Tongo Tongo")


def test_the_site_counts_before_the_town_it_is_near(read: Read) -> None:
    assert where(only(read("Drones hit Harir air base, near Erbil, on Friday."))) == "Harir Air Base"


def test_east_of_a_town_is_not_the_town(read: Read) -> None:
    found = only(read("Shells fell in Ghouta, east of Damascus, on Friday.")).where
    assert found is None or found.name != "Damascus"


def test_a_place_carries_the_words_of_the_report(read: Read) -> None:
    found = only(read("Drones struck Ayn al-Assad on Friday.")).where
    assert found is not None
    assert (found.quote.exact, found.name) == ("Ayn al-Assad", "Ain al-Asad Air Base")


def test_no_place_told_is_none(read: Read) -> None:
    assert only(read("Pirates attacked a tanker with grenades on Friday.")).where is None


def test_the_base_is_the_base_told_before(read: Read) -> None:
    events = happened(read("Rockets hit Ain al-Asad air base on Friday. A second attack struck the base on Sunday."))
    assert [where(e) for e in events] == ["Ain al-Asad Air Base"] * 2


def test_a_province_that_holds_the_town_is_no_second_place(read: Read) -> None:
    assert (
        where(only(read("An air strike hit Khan Sheikhoun, in Syria's Idlib province, on Friday."))) == "Khan Shaykhun"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KHARTOUM, Nov 6 — Fighters attacked a convoy of buses on Friday.", None),
        ("BEIRUT (Agency) - A drone killed a commander in his car on Friday.", None),
        ("Mogadishu, 6 November 2023 — Gunmen killed two guards at a hotel on Friday.", "Somalia"),
    ],
)
def test_the_town_where_a_report_was_written_is_not_where_the_event_was(
    read: Read, text: str, place: str | None
) -> None:
    event = only(read(text))
    assert where(event) == place
    assert all("KHARTOUM" not in p.name and "BEIRUT" not in p.name for p in event.participants)


def test_the_flag_of_a_ship_is_no_place(read: Read) -> None:
    event = only(read("The Bahamas-flagged Unity Explorer was struck by a missile in the Red Sea on Friday."))
    assert where(event) == "Red Sea"
    assert where(only(read("A Liberian-flagged tanker was struck by a missile on Friday."))) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bus that had left Bentiu for Malakal was ambushed near Kodok on Friday.", "Kodok"),
        ("A convoy travelling from Bamako to Gao was ambushed in Mopti region on Friday.", "Mopti"),
        ("Fighters who fled Mosul killed ten policemen in Anbar province on Friday.", "Anbar"),
        ("Rebels accused by Washington of murder attacked Goma on Friday.", "Goma"),
    ],
)
def test_a_place_left_or_headed_for_or_told_by_the_way_gives_way(read: Read, text: str, place: str) -> None:
    assert where(only(read(text))) == place


def test_a_place_headed_for_is_better_than_none(read: Read) -> None:
    assert where(only(read("Gunmen ambushed a bus on its way to Damboa on Friday."))) == "Damboa"


def test_the_city_is_the_one_where_something_happened_before(read: Read) -> None:
    text = (
        "Fighting shook Khartoum on Friday, as rebels blamed by Washington battled soldiers. "
        "On Monday rebels fired rockets on the city."
    )
    assert [where(e) for e in happened(read(text))] == ["Khartoum", "Khartoum"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked the Kabul Military Hospital on Friday.", "Kabul"),
        ("A bomb went off at Aleppo University on Friday.", "Aleppo"),
        ("Shells hit the Damascus Opera House on Friday.", "Damascus"),
    ],
)
def test_a_building_lies_in_the_town_that_it_is_named_after(read: Read, text: str, place: str) -> None:
    assert where(only(read(text))) == place


@pytest.mark.parametrize("stamp", ["", "Updated at Nov 5 2023 "])
def test_a_dateline_in_capitals_is_no_scene(read: Read, stamp: str) -> None:
    text = f"{stamp}BEIRUT Syrian air strikes killed four people outside the capital Damascus on Friday."
    assert where(only(read(text))) == "Damascus"


def test_an_army_named_after_its_capital_is_no_scene(read: Read) -> None:
    text = "Rebels ambushed a column of the Bamako army near Qwenkoro on Friday. Mali has been at war since 2012."
    assert where(only(read(text))) == "Qwenkoro"


def test_where_an_attack_is_dated_is_no_scene(read: Read) -> None:
    text = (
        "Jets bombed a depot near Abu Kamal in Syria. In Washington the strike is dated to Thursday night, October 26."
    )
    assert all(where(event) != "Washington" for event in happened(read(text)))
