"""Pairs of tellings counted, and coded incidents made mentions."""

import json
from datetime import date
from pathlib import Path

import pytest

from tallystick.evaluation.briefs_gold import load_briefs
from tallystick.evaluation.identity import (
    Placed,
    count_same,
    day_and_place,
    find_misplaced,
    put_by_day_and_place,
    put_by_linkage,
)
from tallystick.evaluation.identity_gold import TrueMention, true_mentions
from tallystick.model.terms import DateBasis, DatePrecision, PlacePrecision, Role, WeaponKind

TEXTS = {
    "001": "Two Katyusha rockets hit Ain al-Asad on Friday.",
    "002": "Rockets were fired at Ain al-Asad on 8 September.",
    "003": "A drone hit Harir on Friday.",
}


def _write(folder: Path, **fields: object) -> None:
    for part in ("reports", "gold"):
        (folder / part).mkdir()
    for name, text in TEXTS.items():
        report = {"text": text, "published": "2023-09-08", "url": "https://example.org/", "publisher": "x"}
        told: dict[str, object] = {
            "kind": "drone_attack" if name == "003" else "rocket_attack",
            "start": "2023-09-08",
            "end": "2023-09-08",
            "date_basis": "relative",
            "place": "Harir" if name == "003" else "Ain al-Asad",
            "country": "IQ",
            "weapons": ["drone"] if name == "003" else ["Katyusha rocket"],
            "weapon_count": None,
            "target_actor": "United States",
            "perpetrator": None,
            "claimed_by": ["Kataib Hezbollah"],
            "killed": {"min": 0, "max": 0},
            "injured": {"min": 1, "max": None},
            "outcome": "hit",
            "status": "confirmed",
            "background": False,
            "in_response_to": None,
            "quote": text[:-1],
            "global_id": "HARIR" if name == "003" else "ASAD",
            **fields,
        }
        (folder / "reports" / f"{name}.json").write_text(json.dumps({**report, "language": "en"}))
        coded = {"incidents": [told], "tallies": [], "non_events": []}
        (folder / "gold" / f"{name}.json").write_text(json.dumps(coded))


def _mentions(folder: Path) -> tuple[TrueMention, ...]:
    return true_mentions(folder, load_briefs(folder))


def test_pairs_are_counted_over_two_reports_only() -> None:
    placed = [Placed("a", "X", "1"), Placed("b", "X", "1"), Placed("c", "X", "2"), Placed("c", "Y", "1")]
    # Truly one: ab, ac, bc. Put to one: ab, a-Y, b-Y. Both: ab.
    assert count_same(placed) == (1, 3, 3)


def test_missed_and_false_pairs_are_listed() -> None:
    placed = [Placed("a", "X", "1"), Placed("b", "X", "2"), Placed("c", "Y", "2")]
    assert [(e.document, e.kind) for e in find_misplaced(placed)] == [
        ("a and b", "pair missed"),
        ("b and c", "false pair"),
    ]


def test_the_plain_rule_needs_a_day_and_a_place() -> None:
    assert day_and_place(date(2023, 9, 8), "Harir", alone="m") == "2023-09-08 Harir"
    assert day_and_place(None, "Harir", alone="m") == day_and_place(date(2023, 9, 8), None, alone="m") == "m"


def test_a_coded_incident_becomes_a_mention_with_its_values(tmp_path: Path) -> None:
    _write(tmp_path)
    mention = _mentions(tmp_path)[0].mention
    assert mention.where is not None
    assert mention.where.id == "site:ain-al-asad"
    assert (mention.when.start, mention.when.precision) == (date(2023, 9, 8), DatePrecision.DAY)
    assert mention.when.basis is DateBasis.RELATIVE_TO_DATELINE
    assert [w.kind for w in mention.weapons] == [WeaponKind.ROCKET]
    assert [(p.role, p.actor_id) for p in mention.participants] == [
        (Role.TARGET, "us"),
        (Role.CLAIMANT, "kataib-hezbollah"),
    ]
    assert mention.casualties.injured is not None
    assert (mention.casualties.injured.low, mention.casualties.injured.high) == (1, None)
    assert mention.quote.exact == TEXTS["001"][:-1]


@pytest.mark.parametrize(
    ("end", "precision"),
    [
        ("2023-09-09", DatePrecision.DAY),
        ("2023-09-14", DatePrecision.WEEK),
        ("2023-09-20", DatePrecision.PART_OF_MONTH),
        ("2023-10-07", DatePrecision.MONTH),
        ("2023-12-31", DatePrecision.YEAR),
    ],
)
def test_a_window_is_as_fine_as_it_is_wide(tmp_path: Path, end: str, precision: DatePrecision) -> None:
    _write(tmp_path, end=end)
    assert _mentions(tmp_path)[0].mention.when.precision is precision


@pytest.mark.parametrize(("basis", "weekday"), [("weekday", 5), ("relative", 5), ("none", None)])
def test_what_is_coded_without_a_day_keeps_its_weekday(tmp_path: Path, basis: str, weekday: int | None) -> None:
    _write(tmp_path, start=None, end=None, date_basis=basis)
    assert _mentions(tmp_path)[0].mention.when.weekday == weekday


def test_a_place_on_no_list_lies_somewhere_in_its_country(tmp_path: Path) -> None:
    _write(tmp_path, place="Nowhere Farm")
    where = _mentions(tmp_path)[0].mention.where
    assert where is not None
    assert (where.is_unlisted, where.precision, where.country) == (True, PlacePrecision.COUNTRY, "IQ")


def test_the_coded_incidents_of_a_folder_are_put_together(tmp_path: Path) -> None:
    _write(tmp_path)
    mentions = _mentions(tmp_path)
    assert count_same(put_by_linkage(mentions, load_briefs(tmp_path))) == (1, 1, 1)
    assert count_same(put_by_day_and_place(mentions)) == (1, 1, 1)
