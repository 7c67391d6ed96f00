"""A reader that asks a fake server, and the reports that it reads. All texts are our own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.report import Report
from tallystick.reading.arabic.reader import ArabicReader
from tallystick.reading.llm.reader import LlmReader
from tallystick.reading.llm.settings import LlmSettings
from tallystick.reading.reader import Reader
from tallystick.reading.rules import RulesReader
from tests.reading.llm.fake_server import FakeServer, running

MakeReader = Callable[..., LlmReader]


@pytest.fixture
def server() -> Iterator[FakeServer]:
    with running() as fake:
        yield fake


@pytest.fixture(scope="session")
def own_readers(reader: RulesReader) -> dict[str, Reader]:
    return {"en": reader, "ar": ArabicReader(knowledge=load_knowledge(), gazetteer=load_gazetteer())}


@pytest.fixture
def make(server: FakeServer, own_readers: dict[str, Reader]) -> MakeReader:
    """``make(retries=0, …)``: a reader of the fake server with these settings."""

    def made(**settings: Any) -> LlmReader:
        chosen = replace(LlmSettings(url=server.url, model="fake", retries=0, at_once=1), **settings)
        return LlmReader(chosen, readers=own_readers, knowledge=load_knowledge(), gazetteer=load_gazetteer())

    return made


def report(text: str, *, language: str = "en", published: str = "2023-11-07") -> Report:
    return Report(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        path="r.txt",
        language=language,
        published_on=date.fromisoformat(published),
    )
