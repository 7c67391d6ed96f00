"""What is said that is no event."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention, StatementMention
from tests.reading.tellings import Read, happened, of_type, statements


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The United Nations urged all sides in Sudan to show restraint.", "call"),
        ("Egypt called for an immediate ceasefire in Gaza.", "call"),
        ("The Taliban vowed to retaliate for the strikes.", "threat"),
        ("Hezbollah threatened to attack Israel.", "threat"),
        ("The aim of the Israeli strikes was to deter Hezbollah.", "intent"),
        ("The United States said it did not seek a wider war with Iran.", "position"),
        ("If Hezbollah joins the war, Haifa could be at risk, Israel said.", "assessment"),
        ("The U.S. bases in Syria were established to fight the Islamic State.", "site"),
    ],
)
def test_a_statement_and_its_kind(read: Read, text: str, kind: str) -> None:
    assert len(statements(read(text), kind)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "by"),
    [
        ("Egypt called for an immediate ceasefire in Gaza.", "call", "eg"),
        ("The Taliban vowed to retaliate for the strikes.", "threat", "taliban"),
        ("The United States said it did not seek a wider war with Iran.", "position", "us"),
    ],
)
def test_who_says_it(read: Read, text: str, kind: str, by: str) -> None:
    (statement,) = statements(read(text), kind)
    assert statement.by is not None
    assert statement.by.id == by


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah threatened to attack Israel.",
        "Egypt called for an end to attacks in Gaza.",
        "If Hezbollah attacks Haifa, the war could widen, Israel said.",
    ],
)
def test_a_statement_is_no_incident(read: Read, text: str) -> None:
    assert happened(read(text)) == []


def test_a_plain_telling_is_no_statement(read: Read) -> None:
    assert of_type(read("Hezbollah fired rockets at Kiryat Shmona on Friday."), StatementMention) == []


def test_a_statement_quotes_its_clause(read: Read) -> None:
    (statement,) = statements(read("Rockets hit Gaza on Friday; Egypt called for an immediate ceasefire."), "call")
    assert statement.quote.exact == "Egypt called for an immediate ceasefire"


def test_a_statement_beside_an_event_leaves_the_event(read: Read) -> None:
    reading = read("Hezbollah fired rockets at Kiryat Shmona on Friday and threatened to attack Haifa.")
    assert len(happened(reading)) == 1
    assert any(m.modality.value != "actual" for m in of_type(reading, EventMention)) or statements(reading, "threat")
