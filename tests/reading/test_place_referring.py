"""Where an event took place whose own words name no place."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, happened, where


def places(read: Read, text: str) -> list[str | None]:
    return [where(e) for e in happened(read(text))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Prices rose in Kutum and in Mellit last month. On Friday shells hit the market in the same town.", "Mellit"),
        ("What of Shopian? Three lorry drivers were shot in the district on Friday. Srinagar was quiet.", "Shopian"),
        ("Aid reached Bama and Damboa. On Friday suicide bombers killed nine people in the camp.", "Damboa"),
        ("Shops in Yala and in Pattani were shut. On Friday a car bomb exploded in the provincial town.", "Pattani"),
        ("Aid reached Nyala and Kutum this week. Artillery shells hit the Eastern Hospital on Friday.", "Kutum"),
    ],
)
def test_what_points_back_means_the_place_told_before(read: Read, text: str, place: str) -> None:
    assert places(read, text)[-1] == place


def test_a_town_told_by_its_name_is_not_the_one_before(read: Read) -> None:
    text = "Aid reached Nyala this week. Gunmen shot dead two traders in the town of Kutum on Friday."
    assert places(read, text) == ["Kutum"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A van turned into a side street in Palermo at eight. A gunman fired twelve shots and killed the judge.", "Palermo"),
        ("3. 21 November, evening, Cotonou anchorage. Three men in a canoe attacked a bulk carrier.", "Cotonou"),
    ],
)  # fmt: skip
def test_the_sentence_before_tells_where_though_it_tells_no_event(read: Read, text: str, place: str) -> None:
    assert places(read, text)[-1] == place


def test_a_name_that_stands_alone_heads_the_report(read: Read) -> None:
    assert places(read, "Mogadishu. A car bomb blew up at a gate on Friday.") == ["Mogadishu"]


def test_what_is_told_elsewhere_is_placed_no_finer_than_the_country(read: Read) -> None:
    text = "Aid reached Nyala this week. Elsewhere, gunmen shot dead two traders on Friday."
    assert places(read, text) == ["Sudan"]


def test_the_country_stands_where_several_towns_might(read: Read) -> None:
    text = "Prices rose in Nyala, in Kutum and all over Sudan.\n\nGunmen shot dead two traders on Friday."
    assert places(read, text) == ["Sudan"]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday men on motorcycles fired on a bus between Torodi and Makalondi in Niger, killing four.",
        "A bus was blown up by a mine on Friday between Torodi and Makalondi in Niger; four died.",
    ],
)
def test_what_happens_between_two_towns_happens_once(read: Read, text: str) -> None:
    assert places(read, text) == ["Torodi"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen on Friday ambushed a convoy led by the mayor of Ouallam near Banibangou in Niger, killing nine.",
        "On Friday a bomb killed the governor of Tahoua at Banibangou in Niger.",
    ],
)
def test_an_office_over_a_place_is_not_held_there(read: Read, text: str) -> None:
    assert places(read, text) == ["Banibangou"]


@pytest.mark.parametrize(
    "text",
    [
        "Col. Amin Saleh, spokesman of the Armed Forces (Sana'a): naval forces hit a bulk carrier in the Gulf of Aden on Friday.",
        "At about 11:30 (Sanaa time) on Friday gunmen attacked a bulk carrier in the Gulf of Aden.",
        "On Friday rebels launched a missile from Yemen at a Liberian-flagged carrier in the Gulf of Aden.",
    ],
)  # fmt: skip
def test_speakers_clocks_and_flags_do_not_place_an_attack_at_sea(read: Read, text: str) -> None:
    assert places(read, text) == ["Gulf of Aden"]


def test_where_something_happens_at_sea_no_country_is_taken_for_all(read: Read) -> None:
    text = (
        "Rockets hit Taiz in Yemen on Friday.\n\nThree ships came under attack in the Red Sea on Sunday.\n\n"
        "A drone struck the tanker Borea on Monday."
    )
    assert "Yemen" not in places(read, text)
