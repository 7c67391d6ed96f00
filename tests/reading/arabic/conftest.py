"""One Arabic reader for all tests, and how to read a sentence with it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import pytest

from tallystick.evaluation.bench import make_report
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.reading.arabic.reader import ArabicReader
from tallystick.reading.reader import Reading

READER = ArabicReader(knowledge=default_knowledge(), gazetteer=default_gazetteer())


class ReadArabic(Protocol):
    def __call__(self, text: str, published: date | None = date(2024, 1, 11), year: int | None = None) -> Reading: ...


@pytest.fixture
def read_arabic() -> ReadArabic:
    def read(text: str, published: date | None = date(2024, 1, 11), year: int | None = None) -> Reading:
        return READER.read(make_report(text, name="report", language="ar", published=published), year=year)

    return read
