"""A sentence cut into the stretches that each tell one thing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.reading.tellings import TellFrames

SENTENCES = [
    "Rockets hit Haifa; drones struck Acre.",
    "Rebels shelled Goma while the army bombed Rutshuru.",
    "Jets struck Nabatieh after rockets were fired at Metula.",
    "Following an attack on Kidal, the army closed the road to Gao.",
    "In response to a rocket attack on Sderot, Israel bombed Beit Hanoun on Friday.",
    "Two drones were shot down over Erbil and three rockets fell on Harir air base.",
    "Triggered by the bombing of a shrine in Samarra, militias attacked Baquba.",
]


def _stretches(frames: TellFrames, text: str) -> list[str]:
    told = frames(text)
    return [f.span.text.strip(" ;.,") for f in told.in_order()]


def test_a_semicolon_parts_two_events(frames: TellFrames) -> None:
    assert _stretches(frames, SENTENCES[0]) == ["Rockets hit Haifa", "drones struck Acre"]


def test_while_parts_two_events(frames: TellFrames) -> None:
    assert len(_stretches(frames, SENTENCES[1])) == 2


def test_after_a_clause_of_its_own_parts_two_events(frames: TellFrames) -> None:
    assert len(_stretches(frames, SENTENCES[2])) == 2


def test_a_fronted_setting_is_marked_as_one(frames: TellFrames) -> None:
    told = frames(SENTENCES[3])
    assert [f.is_setting for f in told.in_order()] == [True]


def test_what_is_answered_stands_apart_from_the_answer(frames: TellFrames) -> None:
    told = frames(SENTENCES[4]).in_order()
    assert [(f.is_setting, f.places[0].place.name if f.places and f.places[0].place else None) for f in told] == [
        (True, "Sderot"),
        (False, "Beit Hanoun"),
    ]


def test_listed_weapons_with_places_of_their_own_part(frames: TellFrames) -> None:
    told = frames(SENTENCES[5]).in_order()
    assert [f.places[0].place.name for f in told if f.places and f.places[0].place] == ["Erbil", "Harir Air Base"]


def test_a_cause_is_a_setting(frames: TellFrames) -> None:
    told = frames(SENTENCES[6]).in_order()
    assert [f.is_setting for f in told] == [True, False]


@pytest.mark.parametrize("text", SENTENCES)
def test_segments_never_overlap(frames: TellFrames, text: str) -> None:
    segments = sorted({(f.segment.start, f.segment.end) for f in frames(text).in_order()})
    assert all(a[1] <= b[0] for a, b in pairwise(segments))
    assert all(start < end for start, end in segments)


@pytest.mark.parametrize("text", SENTENCES)
def test_every_trigger_stands_in_its_segment(frames: TellFrames, text: str) -> None:
    for frame in frames(text).in_order():
        assert all(frame.segment.start <= t.token.i < frame.segment.end for t in frame.triggers)
