"""Who is blamed, and by whom."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention
from tallystick.model.terms import Role
from tests.reading.tellings import Read, doer, happened, of_type, only


@pytest.mark.parametrize(
    ("text", "blamer"),
    [
        ("Officials blamed Friday's bombing in Mogadishu on Al-Shabaab.", "Officials"),
        ("Officials blamed Al-Shabaab for Friday's bombing in Mogadishu.", "Officials"),
        ("The bombing in Mogadishu on Friday was blamed by officials on Al-Shabaab.", "officials"),
        ("A bombing in Mogadishu on Friday, which officials blamed on Al-Shabaab, killed six people.", "officials"),
        ("Friday's bombing in Mogadishu has been attributed by officials to Al-Shabaab.", "officials"),
        ("Police suspect Al-Shabaab of Friday's bombing in Mogadishu.", "Somali Police Force"),
    ],
)
def test_who_is_blamed_goes_with_who_blames(read: Read, text: str, blamer: str) -> None:
    event = only(read(text))

    assert doer(event) == "al-shabaab"
    assert [p.name for p in event.participants if p.role is Role.ATTRIBUTOR] == [blamer]


def test_where_nobody_is_said_to_blame_it_is_who_tells_it(read: Read) -> None:
    event = only(read("A bombing blamed on Al-Shabaab killed six people in Mogadishu on Friday, a monitor said."))

    assert [p.name for p in event.participants if p.role is Role.ATTRIBUTOR] == ["a monitor"]


def test_who_is_blamed_is_no_target(read: Read) -> None:
    event = only(read("Officials blamed Friday's bombing in Mogadishu on Al-Shabaab."))

    assert not [p for p in event.participants if p.role is Role.TARGET]


@pytest.mark.parametrize(
    "text",
    [
        "The bombing in Mogadishu on Friday was blamed on Al-Shabaab.",
        "Friday's bombing in Mogadishu was widely attributed to Al-Shabaab.",
        "Al-Shabaab is suspected of carrying out Friday's bombing in Mogadishu.",
        "Al-Shabaab is believed to be behind Friday's bombing in Mogadishu.",
        "Friday's bombing in Mogadishu is thought to be the work of Al-Shabaab.",
        "Suspected Al-Shabaab militants attacked a market in Mogadishu on Friday.",
        "A market in Mogadishu was bombed on Friday by suspected members of Al-Shabaab.",
        "Six people died in a bombing in Mogadishu on Friday. Al-Shabaab is suspected.",
    ],
)
def test_a_doer_whom_nobody_named_blames_is_alleged(read: Read, text: str) -> None:
    event = only(read(text))

    doers = [p for p in event.participants if p.role is Role.PERPETRATOR]
    assert [(p.actor_id, p.alleged) for p in doers] == [("al-shabaab", True)]
    assert not [p for p in event.participants if p.role is Role.ATTRIBUTOR]


def test_a_doer_stated_as_fact_is_not_alleged(read: Read) -> None:
    event = only(read("Al-Shabaab bombed a market in Mogadishu on Friday."))

    assert [p.alleged for p in event.participants if p.role is Role.PERPETRATOR] == [False]


def test_a_sentence_that_only_blames_is_of_the_event_before_it(read: Read) -> None:
    event = only(read("Six people died in a bombing in Mogadishu on Friday. Police blamed Al-Shabaab."))

    assert doer(event) == "al-shabaab"
    assert [p.name for p in event.participants if p.role is Role.ATTRIBUTOR] == ["Somali Police Force"]


def test_a_blame_for_something_else_is_not_of_the_event_before_it(read: Read) -> None:
    event = only(read("Six people died in a bombing in Mogadishu on Friday. Aid groups blamed Al-Shabaab for hunger."))

    assert doer(event) is None


def test_blame_does_not_displace_a_doer_stated_by_name(read: Read) -> None:
    event = only(read("Al-Shabaab bombed a market in Mogadishu on Friday. Residents blamed Ethiopia."))

    assert doer(event) == "al-shabaab"


def test_who_is_blamed_for_the_cause_did_not_do_the_response(read: Read) -> None:
    reading = read(
        "France bombed rebel trucks near Gao on Friday in response to an attack that it blamed on Al-Shabaab."
    )

    assert "al-shabaab" not in {doer(e) for e in happened(reading) if e.event_kind.value == "airstrike"}


@pytest.mark.parametrize(
    ("text", "blamer"),
    [
        ("Police hold Al-Shabaab responsible for the bombing in Mogadishu on Friday.", "Somali Police Force"),
        ("Investigators linked Friday's bombing in Mogadishu to Al-Shabaab.", "Investigators"),
        ("Investigators linked Al-Shabaab with Friday's bombing in Mogadishu.", "Investigators"),
        ("Residents charged Al-Shabaab with the murder of four students in Mogadishu on Friday.", "Residents"),
        (
            "A bomb killed nine people in Mogadishu on Friday. Residents pointed to Al-Shabaab as the author.",
            "Residents",
        ),
    ],
)
def test_a_deed_laid_at_somebodys_door_is_no_fact(read: Read, text: str, blamer: str) -> None:
    parts = only(read(text)).participants
    assert [(p.actor_id, p.alleged) for p in parts if p.role is Role.PERPETRATOR] == [("al-shabaab", True)]
    assert [p.name for p in parts if p.role is Role.ATTRIBUTOR] == [blamer]


def test_who_is_linked_to_somebody_is_not_blamed_on_him(read: Read) -> None:
    event = only(read("A militia linked to Iran attacked a base in Erbil on Friday."))
    assert not any(p.alleged or p.actor_id == "ir" for p in event.participants if p.role is Role.PERPETRATOR)


def test_a_denier_may_blame_another(read: Read) -> None:
    text = "The army denied responsibility for the killing of two priests in Goma on Friday and accused the M23."
    [event] = of_type(read(text), EventMention)
    assert [(p.actor_id, p.alleged) for p in event.participants if p.role is Role.PERPETRATOR] == [("m23", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Suspicion fell on Al-Shabaab after a bomb killed six people in Mogadishu on Friday.",
        "A bomb killed six people in Mogadishu on Friday. Suspicion fell on Al-Shabaab.",
        "No group claimed the bombing in Mogadishu on Friday, but suspicion falls on Al-Shabaab.",
        "Nobody has claimed Friday's bombing in Mogadishu, and officials blamed Al-Shabaab.",
    ],
)
def test_whom_suspicion_falls_on_is_only_alleged(read: Read, text: str) -> None:
    doers = [p for p in only(read(text)).participants if p.role is Role.PERPETRATOR]

    assert [(p.actor_id, p.alleged) for p in doers] == [("al-shabaab", True)]


def test_blame_for_another_deed_is_not_of_this_one(read: Read) -> None:
    event = only(read("Police reported a bombing in Mogadishu on Friday and blamed Al-Shabaab for a theft in Afgoye."))

    assert doer(event) is None
