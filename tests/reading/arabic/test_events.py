"""Events in Arabic text. The sentences are ours, on wars of several countries."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.model.mention import EventMention
from tallystick.model.terms import EventKind, Modality, Outcome, Role
from tests.reading.arabic.conftest import ReadArabic
from tests.reading.tellings import of_type

SHELLING = "قُتل أربعة مدنيين وأصيب 11 آخرون في قصف مدفعي لقوات الدعم السريع على سوق في أم درمان أمس الأربعاء."
DRONES = (
    "تعرضت قاعدة حرير في أربيل لهجوم بثلاث طائرات مسيّرة فجر الأحد، أسقطت الدفاعات اثنتين منها "
    "وسقطت الثالثة خارج القاعدة دون وقوع إصابات."
)


def events(read_arabic: ReadArabic, text: str) -> list[EventMention]:
    return of_type(read_arabic(text), EventMention)


def the_event(read_arabic: ReadArabic, text: str) -> EventMention:
    (event,) = events(read_arabic, text)
    return event


def test_kind_day_place_and_doer(read_arabic: ReadArabic) -> None:
    event = the_event(read_arabic, SHELLING)
    assert (event.event_kind, event.when.start) == (EventKind.SHELLING, date(2024, 1, 10))
    assert event.where is not None
    assert event.where.name == "Omdurman"
    assert [p.actor_id for p in event.participants if p.role is Role.PERPETRATOR] == ["rapid-support-forces"]


def test_killed_and_injured(read_arabic: ReadArabic) -> None:
    harm = the_event(read_arabic, SHELLING).casualties
    assert harm.killed is not None
    assert harm.injured is not None
    assert (harm.killed.best, harm.injured.best) == (4, 11)


def test_every_quote_is_the_reports_own(read_arabic: ReadArabic) -> None:
    event = the_event(read_arabic, SHELLING)
    assert SHELLING[event.quote.start : event.quote.end] == event.quote.exact
    assert event.trigger.exact == "قصف"


def test_weapon_its_number_and_the_outcome(read_arabic: ReadArabic) -> None:
    event = the_event(read_arabic, DRONES)
    assert event.event_kind is EventKind.DRONE_ATTACK
    assert event.weapon_count is not None
    assert event.weapon_count.best == 3
    assert event.outcome is not None
    assert event.outcome.value is Outcome.PARTLY_INTERCEPTED


def test_nobody_hurt_is_zero(read_arabic: ReadArabic) -> None:
    harm = the_event(read_arabic, DRONES).casualties
    assert harm.killed is not None
    assert harm.killed.high == 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("انفجرت عبوة ناسفة في مقديشو", EventKind.IED),
        ("هجوم انتحاري في كابول", EventKind.SUICIDE_BOMBING),
        ("غارة على بلدة النبطية في لبنان", EventKind.AIRSTRIKE),
        ("قصف جوي على إدلب", EventKind.AIRSTRIKE),
        ("أطلق مسلحون صواريخ على بغداد", EventKind.ROCKET_ATTACK),
        ("استهدفت سفينة في البحر الأحمر بصاروخين باليستيين", EventKind.MISSILE_ATTACK),
        ("كمين قرب الموصل", EventKind.AMBUSH),
        ("اغتال مسلحون ضابطا في عدن", EventKind.ASSASSINATION),
        ("اختطاف طبيب في طرابلس", EventKind.ABDUCTION),
    ],
)
def test_the_kind_comes_of_the_word_and_what_stands_beside_it(
    read_arabic: ReadArabic, text: str, kind: EventKind
) -> None:
    assert the_event(read_arabic, text).event_kind is kind


def test_a_plural_at_two_places_is_two_events_told_apart(read_arabic: ReadArabic) -> None:
    one, other = events(read_arabic, "وقعت هجمات على حرير والتنف في العراق وسوريا.")
    assert one.where is not None
    assert other.where is not None
    assert {one.where.name, other.where.name} == {"Harir Air Base", "Al-Tanf garrison"}
    assert one.counted_apart == (other.id,)


def test_the_attack_told_again_is_no_second_one(read_arabic: ReadArabic) -> None:
    text = "انفجرت سيارة مفخخة في مقديشو. وأسفر الهجوم عن مقتل سبعة أشخاص."
    assert len(events(read_arabic, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "هدد فصيل عراقي بشن هجمات على القوات الأمريكية إذا لم تنسحب.",
        "انتهت المباراة في الرياض بهجوم ناجح في الدقيقة الأخيرة.",
        "تجري مناورات وقصف تدريبي في البحر.",
    ],
)
def test_a_threat_a_match_and_a_drill_are_none(read_arabic: ReadArabic, text: str) -> None:
    assert events(read_arabic, text) == []


def test_a_denied_attack_is_marked(read_arabic: ReadArabic) -> None:
    assert the_event(read_arabic, "نفى البنتاغون وقوع أي هجوم على قاعدة التنف.").modality is Modality.DENIED


def test_an_earlier_attack_is_background(read_arabic: ReadArabic) -> None:
    assert the_event(read_arabic, "ويشير التقرير إلى هجوم سابق قرب أربيل أوقع جريحين").background


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("قال مصدر عسكري إن طائرة مسيرة أُسقطت فوق أربيل", "confirmed"),
        ("قال سكان إن قصفا طال الخرطوم", "reported"),
        ("أعلنت حركة الشباب مسؤوليتها عن هجوم في مقديشو", "claimed_only"),
    ],
)
def test_status_goes_by_who_tells_it(read_arabic: ReadArabic, text: str, cue: str) -> None:
    assert the_event(read_arabic, text).status_cue == cue


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("نفذت إسرائيل ثلاث غارات على محيط دمشق ليل الأحد", "il"),
        ("قتل خمسة جنود بهجوم شنه تنظيم داعش على حافلة قرب الموصل", "islamic-state"),
        ("دمرت القوات الأمريكية أربع مسيرات أطلقها الحوثيون فوق البحر الأحمر", "houthis"),
        ("اعترضت الدفاعات الجوية تسع مسيرات أوكرانية فوق موسكو", "ua"),
        ("استهدفت حركة الشباب موكبا في مقديشو", "al-shabaab"),
    ],
)
def test_the_doer_stands_behind_the_verb_or_owns_the_weapon(read_arabic: ReadArabic, text: str, doer: str) -> None:
    found = [p.actor_id for p in the_event(read_arabic, text).participants if p.role is Role.PERPETRATOR]
    assert found == [doer]


def test_what_a_paper_of_a_country_says_is_no_word_of_its_state(read_arabic: ReadArabic) -> None:
    assert the_event(read_arabic, "أفادت وسائل إعلام سورية بقصف على إدلب").status_cue == "reported"
