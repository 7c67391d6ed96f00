"""The reader of rules over the packaged knowledge, loaded once for all tests of reading."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.report import Report
from tallystick.reading.document import Document
from tallystick.reading.events import find_frames
from tallystick.reading.reader import Reading
from tallystick.reading.rules import RulesReader
from tallystick.reading.told import Told
from tests.reading.tellings import Parse, Read, TellFrames


@pytest.fixture(scope="session")
def reader() -> RulesReader:
    return RulesReader(knowledge=load_knowledge(), gazetteer=load_gazetteer())


@pytest.fixture(scope="session")
def read(reader: RulesReader) -> Read:
    """``read(text, published="2023-11-07", **report_fields)``: the reading of a text."""

    @cache
    def run(text: str, published: str | None = "2023-11-07", **fields: object) -> Reading:
        return reader.read(_report(text, published, fields))

    return run


@pytest.fixture(scope="session")
def document(reader: RulesReader) -> Parse:
    """``document(text, …)``: the text with its parse and its layers."""

    def run(text: str, published: str | None = "2023-11-07", **fields: object) -> Document:
        return reader.parse(_report(text, published, fields))

    return run


@pytest.fixture(scope="session")
def frames(reader: RulesReader) -> TellFrames:
    """``frames(text, …)``: the events of a text as the rules piece them together."""

    def run(text: str, published: str | None = "2023-11-07", **fields: object) -> Told:
        return find_frames(reader.parse(_report(text, published, fields)))

    return run


def _report(text: str, published: str | None, fields: dict[str, object]) -> Report:
    day = date.fromisoformat(published) if published is not None else None
    return Report(id="r", text=text, published_on=day).model_copy(update=fields)
