from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.mention import EventMention
from tallystick.model.report import Report
from tallystick.model.terms import EventKind, Modality, ParticipantType, Role
from tallystick.reading.trained.reader import BothReader, TrainedReader
from tests.reading.trained.word_encoder import weights_for

TEXT = "On Monday guerrillas dynamited a bridge in Homs. The attack shook the town. They bombed a mill in Raqqa."
EXPLOSIONS = {"dynamited": "explosion", "bombed": "explosion"}


def read(
    reader: type[TrainedReader],
    text: str = TEXT,
    *,
    triggers: Mapping[str, str] | None = None,
    roles: Mapping[str, str] | None = None,
    modality: Mapping[str, Modality] | None = None,
    event: Mapping[str, int] | None = None,
) -> list[EventMention]:
    """The events of a text, in its order, read with an encoder that says the given."""
    weights = weights_for(text, triggers=triggers, roles=roles, modality=modality, event=event)
    made = reader(knowledge=load_knowledge(), gazetteer=load_gazetteer(), weights=weights)
    reading = made.read(Report(id="r", text=text, published_on=date(2023, 11, 7)))
    events = [m for m in reading.mentions if isinstance(m, EventMention)]
    return sorted(events, key=lambda m: m.quote.start)


def triggers_of(events: list[EventMention]) -> list[str]:
    return [e.trigger.exact for e in events]


def named(event: EventMention, role: Role) -> list[str]:
    return [p.quote.exact for p in event.participants if p.role is role]


def test_the_trained_reader_goes_by_the_encoder_alone() -> None:
    events = read(TrainedReader, triggers=EXPLOSIONS, event={"bombed": 1})
    assert triggers_of(events) == ["dynamited", "bombed"]
    assert [e.event_kind for e in events] == [EventKind.BOMBING, EventKind.BOMBING]


def test_rules_read_the_place_and_the_day_of_what_the_encoder_finds() -> None:
    first, second = read(TrainedReader, triggers=EXPLOSIONS, event={"bombed": 1})
    assert (first.where and first.where.name, second.where and second.where.name) == ("Homs", "Raqqa")
    assert first.when.start == date(2023, 11, 6)


def test_triggers_that_tell_one_event_make_one() -> None:
    text = "Guerrillas bombed a bridge in Homs. The blast was heard for miles."
    assert triggers_of(read(TrainedReader, text, triggers={"bombed": "explosion", "blast": "explosion"})) == ["bombed"]


def test_the_trained_reader_takes_roles_and_modality_from_the_encoder() -> None:
    roles = {"guerrillas": "B-perpetrator_individual", "bridge": "B-target"}
    (first,) = read(
        TrainedReader, triggers={"dynamited": "explosion"}, roles=roles, modality={"dynamited": Modality.ALLEGED}
    )
    assert named(first, Role.PERPETRATOR) == ["guerrillas"]
    assert named(first, Role.TARGET) == ["bridge"]
    assert first.modality is Modality.ALLEGED


def test_both_readers_hear_the_encoder_on_words_that_no_rule_knows() -> None:
    assert "dynamited" in triggers_of(read(BothReader, triggers=EXPLOSIONS))


def test_both_drop_what_the_encoder_is_sure_is_none() -> None:
    text = "Rebels bombed a mill in Raqqa."
    assert triggers_of(read(BothReader, text, triggers={"bombed": "explosion"})) == ["bombed"]
    assert read(BothReader, text) == []


def test_both_leave_a_known_doer_to_the_rules() -> None:
    text = "Hezbollah bombed a mill in Raqqa, a farmer said."
    (event,) = read(BothReader, text, triggers={"bombed": "explosion"}, roles={"farmer": "B-perpetrator_individual"})
    assert named(event, Role.PERPETRATOR) == ["Hezbollah"]


@pytest.mark.parametrize("read_as", ["B-perpetrator_individual", "O"])
def test_both_leave_out_the_doer_that_the_encoder_doubts(read_as: str) -> None:
    text = "Rebels bombed a mill in Raqqa."
    (event,) = read(BothReader, text, triggers={"bombed": "explosion"}, roles={"rebels": read_as})
    assert named(event, Role.PERPETRATOR) == (["Rebels"] if read_as != "O" else [])


@pytest.mark.parametrize("read_as", ["B-target", "O"])
def test_both_leave_out_the_target_that_the_encoder_doubts(read_as: str) -> None:
    text = "Rebels bombed a mill in Raqqa."
    (event,) = read(BothReader, text, triggers={"bombed": "explosion"}, roles={"mill": read_as})
    assert named(event, Role.TARGET) == (["a mill"] if read_as != "O" else [])


@pytest.mark.parametrize("read_as", ["B-weapon", "O"])
def test_both_leave_out_the_weapon_that_the_encoder_doubts(read_as: str) -> None:
    text = "Rebels killed two farmers with mortars in Raqqa."
    (event,) = read(BothReader, text, triggers={"killed": "harm"}, roles={"mortars": read_as})
    assert [w.quote.exact for w in event.weapons] == (["mortars"] if read_as != "O" else [])


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Somebody had bombed a mill.", {"mill": "B-target"}),
        ("Somebody had bombed them with dynamite.", {"dynamite": "B-weapon"}),
    ],
)
def test_both_tell_by_itself_what_the_encoder_sees_hit_or_used(text: str, roles: Mapping[str, str]) -> None:
    triggers = {"bombed": "explosion"}
    assert [event.plural for event in read(BothReader, text, triggers=triggers, roles=roles)] == [False]
    assert [event.plural for event in read(BothReader, text, triggers=triggers)] == [True]


def test_a_victim_of_the_encoder_is_a_person() -> None:
    text = "Rebels abducted Clemens Baena Soares in Raqqa."
    roles = {"clemens": "B-victim", "baena": "I-victim", "soares": "I-victim"}
    (event,) = read(BothReader, text, triggers={"abducted": "harm"}, roles=roles)
    assert [p.type for p in event.participants if p.role is Role.VICTIM] == [ParticipantType.PERSON]


def test_words_without_a_noun_name_nobody() -> None:
    text = "Alleged rebels bombed a mill in Raqqa."
    roles = {"alleged": "B-perpetrator_individual", "rebels": "B-perpetrator_individual"}
    (event,) = read(TrainedReader, text, triggers={"bombed": "explosion"}, roles=roles)
    assert named(event, Role.PERPETRATOR) == ["rebels"]


def test_both_add_who_was_hit() -> None:
    text = "A bomb went off in Raqqa at the mill of Adnan Selim."
    roles = {"adnan": "B-victim", "selim": "I-victim"}
    event, *_ = read(BothReader, text, triggers={"bomb": "explosion", "went": "explosion"}, roles=roles)
    assert named(event, Role.VICTIM) == ["Adnan Selim"]


@pytest.mark.parametrize(("reader", "name"), [(TrainedReader, "trained-4-01234567"), (BothReader, "both-4-01234567")])
def test_the_name_tells_the_weights(reader: type[TrainedReader], name: str) -> None:
    assert {e.reader for e in read(reader, triggers=EXPLOSIONS)} == {name}


@given(st.text(alphabet="bombed in Raqqa.\n\u2014é\U0001f4a5", max_size=80))
def test_no_text_makes_them_fail(text: str) -> None:
    for reader in (TrainedReader, BothReader):
        for event in read(reader, text, triggers={"bombed": "explosion"}):
            assert text[event.quote.start : event.quote.end] == event.quote.exact


def test_a_doer_of_another_sentence_is_only_inferred() -> None:
    text = "A bomb destroyed a bridge in Homs. Guerrillas fled after the blast."
    triggers = {"destroyed": "explosion", "blast": "explosion"}
    (event,) = read(BothReader, text, triggers=triggers, roles={"guerrillas": "B-perpetrator_individual"})
    assert [(p.name, p.inferred) for p in event.participants if p.role is Role.PERPETRATOR] == [("Guerrillas", True)]
