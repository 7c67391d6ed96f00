from __future__ import annotations

import pytest
from spacy.language import Language

from tests.reading.date_reports import read


@pytest.mark.parametrize(
    ("text", "quote", "kind", "value"),
    [
        ("Fighting went on for two weeks.", "two weeks", "DURATION", "P2W"),
        ("Fighting went on for twenty-four hours.", "twenty-four hours", "DURATION", "PT24H"),
        ("A two-day truce held.", "two-day", "DURATION", "P2D"),
        ("They waited for a few days.", "a few days", "DURATION", "PXD"),
        ("They waited a couple of years.", "a couple of years", "DURATION", "P2Y"),
        ("They waited two decades.", "two decades", "DURATION", "P20Y"),
        ("They waited half an hour.", "half an hour", "DURATION", "PT30M"),
        ("They waited a minute and a half.", "a minute and a half", "DURATION", "PT1M30S"),
        ("They waited 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("They waited two and a half days.", "two and a half days", "DURATION", "P2.5D"),
        ("They waited half a century.", "half a century", "DURATION", "P50Y"),
        ("It lost money in the fiscal year ended badly.", "the fiscal year", "DURATION", "P1Y"),
        ("The current rules hold.", "current", "DATE", "PRESENT_REF"),
        ("They fought for weeks.", "weeks", "DURATION", "PXW"),
        ("Shells fall daily.", "daily", "SET", "P1D"),
        ("Shells fall every week.", "every week", "SET", "P1W"),
        ("Shells fall every three days.", "every three days", "SET", "P3D"),
        ("They meet on Tuesdays.", "Tuesdays", "SET", "XXXX-WXX-2"),
        ("The road is now open.", "now", "DATE", "PRESENT_REF"),
        ("The road is currently open.", "currently", "DATE", "PRESENT_REF"),
        ("The road was recently closed.", "recently", "DATE", "PAST_REF"),
        ("It may close in the near future.", "the near future", "DATE", "FUTURE_REF"),
    ],
)
def test_times_that_stand_for_no_day(nlp: Language, text: str, quote: str, kind: str, value: str) -> None:
    (found,) = read(nlp, text)
    assert (found.quote.exact, found.timex.type, found.timex.value) == (quote, kind, value)
    assert not found.when.is_known
