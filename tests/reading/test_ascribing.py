"""Who is said to have done it by somebody who is named, and who denies it."""

from __future__ import annotations

import pytest

from tallystick.model.mention import ClaimMention, EventMention
from tallystick.model.terms import Modality, Role
from tests.reading.tellings import Read, of_type, only

_BOMB = "A bomb went off on a bus in Quetta on Sunday, killing six. "


def roles(event: EventMention, role: Role) -> list[str]:
    return [p.actor_id or p.name for p in event.participants if p.role is role]


@pytest.mark.parametrize(
    "text",
    [
        "Police said the Balochistan Liberation Army was responsible for the blast.",
        "Police said the Balochistan Liberation Army was behind it.",
        "Police said it was the work of the Balochistan Liberation Army.",
        "Police said the Balochistan Liberation Army carried it out.",
        "Police suspect that the Balochistan Liberation Army carried out the attack.",
    ],
)
def test_a_doer_on_somebodys_word_is_alleged_by_him(read: Read, text: str) -> None:
    event = only(read(_BOMB + text))

    assert [(p.actor_id, p.alleged) for p in event.participants if p.role is Role.PERPETRATOR] == [("bla", True)]
    assert [p.quote.exact for p in event.participants if p.role is Role.ATTRIBUTOR] == ["Police"]


@pytest.mark.parametrize(
    "text",
    [
        "The Balochistan Liberation Army claimed the bombing.",
        "The Balochistan Liberation Army, which claimed the bombing, is outlawed.",
        "A group that calls itself the Chiltan Avengers claimed the bombing on Telegram.",
        "No group said it was behind the bombing.",
    ],
)
def test_a_claim_states_no_doer(read: Read, text: str) -> None:
    assert not roles(only(read(_BOMB + text)), Role.PERPETRATOR)


def test_a_second_doer_is_accused_beside_the_first(read: Read) -> None:
    event = only(
        read(
            "Residents said soldiers shot dead four men in Djibo on Thursday. "
            "The army denied involvement and said jihadists were behind the killings."
        )
    )

    assert roles(event, Role.PERPETRATOR) == ["soldiers"]
    accused = [
        (p.name, p.accused_by.id if p.accused_by else None) for p in event.participants if p.role is Role.ACCUSED
    ]
    assert accused == [("jihadists", "bf-armed-forces")]
    assert roles(event, Role.DENIER) == ["bf-armed-forces"]


@pytest.mark.parametrize("text", ["The group denied responsibility.", "The BLA rejected the accusation."])
def test_the_accused_may_deny_it(read: Read, text: str) -> None:
    event = only(read(_BOMB + "Police blamed the Balochistan Liberation Army. " + text))

    assert roles(event, Role.DENIER) == ["bla"]


def test_who_rejects_an_accusation_of_others_denies_nothing_of_his_own(read: Read) -> None:
    event = only(read(_BOMB + "Police blamed the Balochistan Liberation Army. Residents rejected the accusation."))

    assert not roles(event, Role.DENIER)


def test_what_is_affirmed_behind_a_denial_is_an_event(read: Read) -> None:
    reading = read(
        "Ukraine denied it had struck the fuel depot in Belgorod on Friday. "
        "Russian officials said two Ukrainian helicopters carried out the attack."
    )

    assert {e.modality for e in of_type(reading, EventMention)} == {Modality.ACTUAL, Modality.DENIED}
    assert only(reading).when.start is not None


def test_the_day_of_a_denial_is_not_that_of_the_deed(read: Read) -> None:
    denial = of_type(read("Ukraine denied on Sunday that it had struck the depot in Belgorod on Friday."), EventMention)

    assert [e.when.start.isoformat() for e in denial if e.when.start] == ["2023-11-03"]


def test_such_attacks_are_none_of_their_own(read: Read) -> None:
    event = only(read("A car bomb went off in Mogadishu on Monday; Al-Shabaab is blamed for such attacks."))

    assert event.event_kind.value in ("bombing", "ied")


@pytest.mark.parametrize(
    "text",
    [
        "The group said in a statement that it had nothing to do with the attack.",
        "The BLA called the accusation baseless.",
        "The BLA said it was not behind it.",
    ],
)
def test_who_disowns_the_deed_claims_nothing(read: Read, text: str) -> None:
    reading = read(_BOMB + "Police pointed the finger at the Balochistan Liberation Army. " + text)

    assert roles(only(reading), Role.DENIER) == ["bla"]
    assert not of_type(reading, ClaimMention)
