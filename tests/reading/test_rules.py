"""The reader as a whole."""

from __future__ import annotations

import pytest

from tallystick.model.quote import quotes_in
from tallystick.model.report import Report
from tallystick.reading.rules import RulesReader
from tests.reading.tellings import Read

TEXT = (
    "MOGADISHU, Nov. 6 — Al-Shabaab militants attacked a hotel in Mogadishu on Friday, killing nine people, police said. "
    "Al-Shabaab claimed responsibility. The group, an affiliate of al-Qaeda, has carried out at least 20 attacks since "
    "August. The president vowed to retaliate against the militants."
)


def test_all_layers_of_a_report(read: Read) -> None:
    reading = read(TEXT)
    assert {m.kind for m in reading.mentions} >= {"event", "claim", "tally"}
    assert "on Friday" in {d.quote.exact for d in reading.dates} or "Friday" in {d.quote.exact for d in reading.dates}
    assert "Mogadishu" in {p.quote.exact for p in reading.places}
    assert "al-shabaab" in {a.actor_id for a in reading.actors}


def test_every_quote_is_of_the_report(read: Read) -> None:
    reading = read(TEXT)
    for noun in (*reading.mentions, *reading.dates, *reading.places, *reading.actors):
        for quote in quotes_in(noun):
            assert TEXT[quote.start : quote.end] == quote.exact


def test_reading_twice_gives_the_same(reader: RulesReader) -> None:
    report = Report(id="r", text=TEXT)
    assert reader.read(report) == reader.read(report)


def test_mentions_are_sorted_and_unique(read: Read) -> None:
    ids = [m.id for m in read(TEXT).mentions]
    assert ids == sorted(set(ids))


def test_mentions_bear_the_name_of_the_reader(reader: RulesReader, read: Read) -> None:
    assert {m.reader for m in read(TEXT).mentions} == {reader.name}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "x" * 5000,
        "a " * 3000,
        "أعلنت المقاومة الإسلامية في العراق مسؤوليتها عن الهجوم على قاعدة عين الأسد.",
        "Rockets hit Gao \ufffd\ufffd on Friday \u202e\u0007.",
        "👩‍👩‍👧 Drones hit Odesa on Friday 👩‍👩‍👧",
        "ROCKETS HIT GAO ON FRIDAY. KILLED: 3. INJURED: 7.",
        "rockets hit gao on friday, 3 killed",
        '{"text": "Rockets hit Gao"}',
        "<p>Rockets hit Gao</p>" * 20,
    ],
)
def test_odd_text_is_read_without_failing(read: Read, text: str) -> None:
    reading = read(text)
    assert all(text[m.quote.start : m.quote.end] == m.quote.exact for m in reading.mentions)


def test_a_header_is_not_read(read: Read) -> None:
    header = "title: Attack on Gao\ndate 2023-11-07\n\n"
    reading = read(header + "Rebels attacked Kidal on 3 November.", body_start=len(header))
    assert all(m.quote.start >= len(header) for m in reading.mentions)
