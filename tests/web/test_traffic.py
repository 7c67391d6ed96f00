from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.responses import StreamingResponse

from tallystick.web import traffic as traffics
from tallystick.web.pieces import SIZE, in_pieces
from tallystick.web.traffic import CountedRequests, Traffic


def test_a_download_waits_until_the_other_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traffics, "LONGEST", 60)
    traffic, sent = Traffic(), list[str]()
    traffic.enter()
    pieces = in_pieces(["a" * SIZE, "b" * SIZE], traffic)
    sent.append(next(pieces)[0])
    download = Thread(target=lambda: sent.append(next(pieces)[0]))
    download.start()
    assert sent == ["a"]
    traffic.leave()
    download.join()
    assert sent == ["a", "b"]


def test_a_download_goes_on_however_much_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traffics, "LONGEST", 0)
    traffic = Traffic()
    traffic.enter()
    assert [piece[0] for piece in in_pieces(["a" * SIZE, "b" * SIZE], traffic)] == ["a", "b"]


def test_a_request_waits_until_its_answer_begins_or_it_fails() -> None:
    traffic, app, seen = Traffic(), FastAPI(), list[bool]()

    @app.get("/long")
    def give_long() -> StreamingResponse:
        def pieces() -> Iterator[str]:
            for _ in range(2):
                seen.append(traffic.is_busy)
                yield "piece"

        seen.append(traffic.is_busy)
        return StreamingResponse(pieces())

    @app.get("/fails")
    def fail() -> None:
        raise ZeroDivisionError

    client = TestClient(CountedRequests(app, traffic), raise_server_exceptions=False)
    client.get("/long")
    client.get("/fails")
    assert seen == [True, False, False]
    assert not traffic.is_busy
