from datetime import date

import pytest

from tallystick.model.terms import DatelineBasis
from tallystick.sources.dateline import Dateline, find_dateline
from tallystick.sources.header import read_header

BODY = "Two rockets fell near the depot."
ARABIC_BODY = "سقط صاروخان قرب المستودع."
DAY = date(2023, 11, 7)


def found_in(text: str, *, given: date | None = None, metadata: str | None = None) -> Dateline:
    return find_dateline(text, read_header(text), path="a.txt", given=given, metadata=metadata)


def codes(dateline: Dateline) -> list[str]:
    return [warning.code.name for warning in dateline.warnings]


@pytest.mark.parametrize(
    "dateline",
    [
        "BAGHDAD, Nov. 7, 2023 (Reuters) - ",
        "BAGHDAD (Reuters), Nov 7, 2023 -- ",
        "WASHINGTON — Nov. 7, 2023\n",
        "WASHINGTON — Nov. 7, 2023 — ",
        "TAMPA, Fla. – Nov. 7, 2023 – ",
        "   SAN SALVADOR, 7 NOV 23 (ACAN-EFE) -- [TEXT] ",
        "san salvador, 7 nov 23 -- [report] [armed forces\npress committee] [text] ",
        "Port-au-Prince, Haiti, November 7, 2023 (AFP) – ",
        "Beirut, 7 November 2023 (Example): ",
        "MOSCOW, November 7, 2023. /TASS/. ",
        "Tuesday, 7 November 2023\n\n",
        "Rockets near a depot\n\nGOMA, 7 November 2023 (AFP) - ",
        "DOC-0001 (ABC)\n\n   LIMA, 7 NOV 23 -- [TEXT] ",
        "Tue 07 Nov 2023 ",
    ],
)
def test_a_dateline_in_the_text(dateline: str) -> None:
    found = found_in(dateline + BODY)
    assert (found.published_on, found.basis) == (DAY, DatelineBasis.TEXT)
    assert (dateline + BODY)[found.body_start :] == BODY


@pytest.mark.parametrize(
    "dateline",
    [
        pytest.param("أربيل، 7 نوفمبر 2023 - ", id="place-and-day"),
        pytest.param("أربيل، ٧ نوفمبر ٢٠٢٣ – ", id="arabic-indic-digits"),
        pytest.param("أربيل (وكالة) 7 تشرين الثاني 2023 – ", id="agency-and-levantine-month"),
        pytest.param("أربيل، 7 تشرين الثاني/نوفمبر 2023 (وكالة) — ", id="both-names-of-the-month"),
        pytest.param("دير الزور، سوريا، الثلاثاء 7 نوفمبر، 2023 - ", id="week-day"),
        pytest.param("بغداد - 7 من نوفمبر عام 2023 - ", id="year-told-with-its-word"),
        pytest.param("صاروخان قرب مستودع\n\nبغداد، 7 نوفمبر 2023 - ", id="below-a-heading"),
        pytest.param("يوم الثلاثاء، 7 نوفمبر 2023\n", id="a-line-of-its-own"),
    ],
)
def test_an_arabic_dateline_in_the_text(dateline: str) -> None:
    found = found_in(dateline + ARABIC_BODY)
    assert (found.published_on, found.basis) == (DAY, DatelineBasis.TEXT)
    assert (dateline + ARABIC_BODY)[found.body_start :] == ARABIC_BODY


def test_an_arabic_dateline_without_its_year_takes_that_of_the_metadata() -> None:
    found = found_in(f"أربيل، 7 نوفمبر - {ARABIC_BODY}", metadata="2023")
    assert (found.published_on, found.basis) == (DAY, DatelineBasis.TEXT)


@pytest.mark.parametrize(
    "dateline", ["KYIV, 12 May (AP) — ", "BAGHDAD, Nov. 7 — ", "BAGHDAD (AP) — ", "KHARTOUM — ", "Goma (Reuters) - "]
)
def test_a_dateline_without_its_year_gives_no_day_yet_is_no_body(dateline: str) -> None:
    found = found_in(dateline + BODY)
    assert (found.published_on, found.basis) == (None, DatelineBasis.NONE)
    assert (dateline + BODY)[found.body_start :] == BODY


@pytest.mark.parametrize("metadata", ["2023", "2023-11"])
def test_a_year_from_metadata_completes_a_dateline(metadata: str) -> None:
    found = found_in(f"BAGHDAD, Nov. 7 — {BODY}", metadata=metadata)
    assert (found.published_on, found.basis, codes(found)) == (DAY, DatelineBasis.TEXT, [])


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"On November 7, 2023, {BODY}",
        f"The group (IRI) - backed by a neighbour - denied it. {BODY}",
        f"NATO — which has no troops there — denied it. {BODY}",
        f"A first sentence stands here.\nGOMA, 7 November 2023 — {BODY}",
        "GOMA, 7 November 2023 —",
        f"في 7 نوفمبر 2023 {ARABIC_BODY}",
        f"استولى الفصيل في 7 نوفمبر 2023 - وهو يوم ماطر - على المستودع. {ARABIC_BODY}",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert found_in(text) == Dateline(None, DatelineBasis.NONE, 0)


def test_a_header_with_its_day_lets_no_stamp_count() -> None:
    found = found_in(f"Published November 7, 2023 The depot in Goma Saturday 4 November 2023 {BODY}")
    assert (found.published_on, found.basis) == (DAY, DatelineBasis.HEADER)
    assert found.body_start == len("Published November 7, 2023 ")


def test_the_given_day_goes_before_all_others() -> None:
    found = found_in(f"date 2023-11-08 {BODY}", given=DAY, metadata="2023-11-08")
    assert (found.published_on, found.basis, codes(found)) == (DAY, DatelineBasis.GIVEN, [])


def test_metadata_goes_before_the_header_and_a_contradiction_is_told() -> None:
    found = found_in(f"date 2023-11-08 {BODY}", metadata="2023-11-07")
    assert (found.published_on, found.basis, codes(found)) == (DAY, DatelineBasis.METADATA, ["E113"])


def test_metadata_and_header_that_agree_are_no_contradiction() -> None:
    assert codes(found_in(f"date 2023-11-07 {BODY}", metadata="2023-11-07T09:00:00Z")) == []


def test_the_header_goes_before_a_dateline_that_is_older() -> None:
    found = found_in(f"date 2023-11-07\nGOMA, 6 November 2023 — {BODY}")
    assert (found.published_on, found.basis, codes(found)) == (DAY, DatelineBasis.HEADER, [])


@pytest.mark.parametrize(
    ("text", "metadata"),
    [
        (f"date 2023-02-31 {BODY}", None),
        (f"GOMA, 31 Feb 2023 — {BODY}", None),
        (BODY, "2023-02-31"),
        (BODY, "yesterday"),
    ],
)
def test_a_day_that_the_calendar_lacks_is_told_and_none_is_set(text: str, metadata: str | None) -> None:
    found = found_in(text, metadata=metadata)
    assert (found.published_on, found.basis, codes(found)) == (None, DatelineBasis.NONE, ["E109"])
    assert text[found.body_start :] == BODY
