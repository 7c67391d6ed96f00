"""The model points at words; days, places, actors and counts are read from them by Tallystick itself."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import ClaimMention, EventMention, Mention
from tallystick.model.quote import quotes_in
from tallystick.model.terms import EventKind, Modality, Role, WeaponKind
from tests.reading.llm.conftest import MakeReader, report
from tests.reading.llm.fake_server import FakeServer, events

TEXT = (
    "Militants fired rockets at the Ain al-Asad base in Iraq on Sunday, killing at least two soldiers and wounding a "
    "contractor. Kataib Hezbollah claimed responsibility. There have been 24 attacks on U.S. troops since 17 October."
)
POINTED = {
    "quote": "Militants fired rockets at the Ain al-Asad base in Iraq on Sunday",
    "trigger": "fired",
    "kind": "rocket_attack",
    "when": "on Sunday",
    "where": "Ain al-Asad base in Iraq",
    "perpetrator": "Militants",
    "target": "Ain al-Asad base",
    "weapon": "rockets",
    "killed": "at least two soldiers",
    "injured": "a contractor",
    "claimant": "Kataib Hezbollah",
}
ARABIC = "قصفت طائرات حربية مدينة إدلب يوم الأحد، ما أدى إلى مقتل ثلاثة مدنيين، بحسب مصدر محلي."
PERSIAN = "گروهی مسلح در بغداد به پایگاهی حمله کرد و ۱۲ نفر را کشت."


@pytest.fixture
def mentions(server: FakeServer, make: MakeReader) -> tuple[Mention, ...]:
    server.will(events(POINTED))
    return make().read(report(TEXT)).mentions


@pytest.fixture
def event(mentions: tuple[Mention, ...]) -> EventMention:
    return next(m for m in mentions if isinstance(m, EventMention))


def test_the_day_is_read_against_the_dateline(event: EventMention) -> None:
    assert (event.when.start, event.when.end) == (date(2023, 11, 5), date(2023, 11, 5))


def test_the_place_is_the_finest_that_the_words_name(event: EventMention) -> None:
    assert event.where is not None
    assert event.where.id == "site:ain-al-asad"


def test_counts_keep_their_bounds(event: EventMention) -> None:
    killed = event.casualties.killed
    assert killed is not None
    assert (killed.low, killed.best, killed.high) == (2, 2, None)


def test_an_article_counts_one(event: EventMention) -> None:
    assert event.casualties.injured is not None
    assert event.casualties.injured.best == 1


def test_the_weapon_is_one_of_the_lists(event: EventMention) -> None:
    assert [weapon.kind for weapon in event.weapons] == [WeaponKind.ROCKET]


def test_kind_and_modality_are_codes_of_the_codebook(event: EventMention) -> None:
    assert (event.event_kind, event.modality) == (EventKind.ROCKET_ATTACK, Modality.ACTUAL)


def test_who_did_it_has_his_role(event: EventMention) -> None:
    assert [(p.role, p.quote.exact) for p in event.participants] == [
        (Role.PERPETRATOR, "Militants"),
        (Role.TARGET, "Ain al-Asad base"),
    ]


def test_a_claim_is_that_of_the_known_actor(mentions: tuple[Mention, ...], event: EventMention) -> None:
    claim = next(m for m in mentions if isinstance(m, ClaimMention))
    assert (claim.claimant.actor_id, claim.covers) == ("kataib-hezbollah", (event.id,))


def test_tallies_are_those_of_the_reader_of_the_language(mentions: tuple[Mention, ...]) -> None:
    assert [(m.value, m.reader) for m in mentions if m.kind == "tally"] == [(24, "rules-4")]


def test_model_prompt_and_settings_are_recorded_with_each_event(server: FakeServer, make: MakeReader) -> None:
    server.will(events(POINTED))
    reader = make(model="org/some-model")
    found = [m.reader for m in reader.read(report(TEXT)).mentions if m.kind == "event"]
    assert found == [reader.name]
    assert reader.name.startswith("llm-1-org/some-model-events-1-")


@pytest.mark.parametrize("changed", [{"longest": 999}, {"answer_tokens": 9}, {"model": "m"}], ids=str)
def test_another_setting_is_another_reader(make: MakeReader, changed: dict[str, object]) -> None:
    assert make().name != make(**changed).name


def test_the_key_and_the_address_are_no_part_of_the_name(make: MakeReader) -> None:
    assert make(key="secret").name == make(url="http://127.0.0.1:9/v1").name


def test_every_quote_stands_in_the_report(mentions: tuple[Mention, ...]) -> None:
    assert all(TEXT[q.start : q.end] == q.exact for m in mentions for q in quotes_in(m))


def test_an_event_told_twice_is_one(server: FakeServer, make: MakeReader) -> None:
    server.will(events(POINTED, POINTED))
    assert sum(m.kind == "event" for m in make().read(report(TEXT)).mentions) == 1


def test_two_events_of_the_same_words_are_two(server: FakeServer, make: MakeReader) -> None:
    server.will(events(POINTED, POINTED | {"where": "Iraq"}))
    assert sum(m.kind == "event" for m in make().read(report(TEXT)).mentions) == 2


def test_quotes_of_later_passages_stand_where_they_say(server: FakeServer, make: MakeReader) -> None:
    text = "Talks went on. " * 20 + "\n\n" + POINTED["quote"] + "."
    server.will(events(), events({"quote": POINTED["quote"], "trigger": "fired"}))
    (event,) = (m for m in make(longest=310).read(report(text)).mentions if m.kind == "event")
    assert event.quote.start == text.index("Militants")


def test_arabic_is_read_by_the_days_and_numbers_of_its_own_reader(server: FakeServer, make: MakeReader) -> None:
    pointed = {"quote": ARABIC[:-1], "trigger": "قصفت", "when": "يوم الأحد", "where": "إدلب", "killed": "ثلاثة مدنيين"}
    server.will(events(pointed))
    event = next(m for m in make().read(report(ARABIC, language="ar")).mentions if isinstance(m, EventMention))
    assert event.casualties.killed is not None
    assert event.where is not None
    assert (event.when.start, event.where.country, event.casualties.killed.best) == (date(2023, 11, 5), "SY", 3)


def test_a_language_without_a_reader_has_names_and_digits_and_no_day(server: FakeServer, make: MakeReader) -> None:
    pointed = {"quote": PERSIAN[:-1], "trigger": "حمله", "where": "بغداد", "killed": "۱۲ نفر", "when": "کرد"}
    server.will(events(pointed))
    reader = make(languages=("fa",))
    (event,) = reader.read(report(PERSIAN, language="fa")).mentions
    assert isinstance(event, EventMention)
    assert event.casualties.killed is not None
    assert event.where is not None
    assert (event.when.is_known, event.where.country, event.casualties.killed.best) == (False, "IQ", 12)
