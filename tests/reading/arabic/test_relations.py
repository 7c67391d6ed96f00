"""Relations between actors in Arabic text."""

from __future__ import annotations

import pytest

from tallystick.model.mention import RelationMention
from tests.reading.arabic.conftest import ReadArabic
from tests.reading.tellings import of_type


@pytest.mark.parametrize(
    ("text", "relation", "quote"),
    [
        (
            "شنت كتائب حزب الله المدعومة من إيران هجوما على قاعدة عين الأسد يوم الأحد.",
            ("kataib-hezbollah", "backed_by", "ir"),
            "كتائب حزب الله المدعومة من إيران",
        ),
        (
            "أعلنت كتائب القسام، الجناح العسكري لحركة حماس، قصف سديروت بالصواريخ يوم الأحد.",
            ("al-qassam-brigades", "part_of", "hamas"),
            "كتائب القسام، الجناح العسكري لحركة حماس",
        ),
        (
            "قصفت سرايا القدس، وهي الذراع العسكرية لحركة الجهاد الإسلامي، عسقلان يوم الأحد.",
            ("al-quds-brigades", "part_of", "palestinian-islamic-jihad"),
            "سرايا القدس، وهي الذراع العسكرية لحركة الجهاد الإسلامي",
        ),
        (
            "قالت مصادر إن سرايا أولياء الدم واجهة لكتائب حزب الله.",
            ("saraya-awliya-al-dam", "front_for", "kataib-hezbollah"),
            "سرايا أولياء الدم واجهة لكتائب حزب الله",
        ),
        (
            "هاجمت ولاية سيناء، وهي فرع تنظيم داعش في مصر، نقطة للجيش.",
            ("islamic-state-sinai", "part_of", "islamic-state"),
            "ولاية سيناء، وهي فرع تنظيم داعش",
        ),
    ],
)
def test_how_two_actors_stand(text: str, relation: tuple[str, str, str], quote: str, read_arabic: ReadArabic) -> None:
    (told,) = of_type(read_arabic(text), RelationMention)
    assert (told.subject.id, told.predicate.value, told.object.id) == relation
    assert told.quote.exact == quote


@pytest.mark.parametrize(
    "text",
    [
        "اشتبكت كتائب حزب الله مع تنظيم داعش في ديالى.",
        "قالت إيران إن حركة حماس لم تبلغها بالهجوم.",
        "هاجمت قوات مدعومة من إيران قاعدة في سوريا.",
    ],
)
def test_names_beside_each_other_tell_no_relation(text: str, read_arabic: ReadArabic) -> None:
    assert of_type(read_arabic(text), RelationMention) == []
