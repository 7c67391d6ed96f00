"""The news that opens a report, told once more at length."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, happened, only


@pytest.mark.parametrize(
    "text",
    [
        "A bombing in Kabul killed nine people on Friday. A suicide bomber blew himself up in Kabul, killing nine.",
        "Gunmen attacked a church in Kaduna on Friday. Armed men opened fire on the church in Kaduna during mass.",
    ],
)
def test_the_news_at_length(read: Read, text: str) -> None:
    only(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "A bombing in Kabul killed nine people on Friday. A suicide bomber also blew himself up in Kabul, killing two.",
        "A bombing in Kabul killed nine people on Friday. Gunmen in Kabul shot dead two policemen.",
    ],
)
def test_other_news(read: Read, text: str) -> None:
    assert len(happened(read(text))) == 2
