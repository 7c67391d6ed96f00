"""Response, cause, or order alone."""

from __future__ import annotations

import pytest

from tallystick.model.terms import LinkKind
from tests.reading.tellings import Read, happened, only


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "Israel bombed Beit Hanoun on Friday in response to rocket fire.",
            LinkKind.RESPONDS_TO,
            "in response to rocket fire",
        ),
        (
            "In retaliation for the killing of its commander, Hezbollah shelled Metula on Friday.",
            LinkKind.RESPONDS_TO,
            "retaliation for the killing",
        ),
        ("Turkey bombed Metina on Friday in revenge for a bombing in Ankara.", LinkKind.RESPONDS_TO, "in revenge for"),
        (
            "Sparked by the arrest of a cleric, militants attacked a court in Baidoa on Friday.",
            LinkKind.TRIGGERED_BY,
            "Sparked by the arrest of a cleric",
        ),
        (
            "Rockets hit Metula on Friday, following the funeral of a commander.",
            LinkKind.AFTER,
            "following the funeral",
        ),
        (
            "Rockets hit Metula on Friday after a drone strike on Nabatieh.",
            LinkKind.AFTER,
            "after a drone strike on Nabatieh",
        ),
    ],
)
def test_a_link_and_its_words(read: Read, text: str, kind: LinkKind, words: str) -> None:
    linked = [link for e in happened(read(text)) for link in e.links if link.kind is kind]
    assert any(words in link.quote.exact for link in linked)


def test_order_is_no_cause(read: Read) -> None:
    event = next(
        e
        for e in happened(read("Rockets hit Metula on Friday, a day after a strike on Nabatieh."))
        if e.where and e.where.name != "Nabatieh"
    )
    assert {link.kind for link in event.links} <= {LinkKind.AFTER}


@pytest.mark.parametrize(
    "text",
    [
        "Rockets hit Metula on Friday after midnight.",
        "Rockets hit Metula on Friday.",
        "After three days of calm, rockets hit Metula on Friday.",
    ],
)
def test_a_time_is_no_link(read: Read, text: str) -> None:
    assert all(link.kind is not LinkKind.RESPONDS_TO for link in only(read(text)).links)


def test_a_retaliatory_strike_responds(read: Read) -> None:
    event = only(read("A retaliatory air strike hit Hajjah on Friday."))
    assert [link.kind for link in event.links] == [LinkKind.RESPONDS_TO]


def test_what_is_answered_carries_no_answer(read: Read) -> None:
    events = happened(
        read("Hezbollah fired rockets at Kiryat Shmona on Friday in retaliation for an Israeli strike on Nabatieh.")
    )
    links = {e.where.name if e.where else None: [link.kind for link in e.links] for e in events}
    assert links["Nabatieh"] == []
    assert links["Qiryat Shmona"] == [LinkKind.RESPONDS_TO]


def test_reactions_are_no_response(read: Read) -> None:
    event = only(read("Rockets hit Metula on Friday. In response to questions, the army said nobody was hurt."))
    assert event.links == ()
