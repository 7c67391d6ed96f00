from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

from tallystick.errors import TallystickError
from tallystick.web.live import stream
from tallystick.web.live.stream import Event, Streams

T = TypeVar("T")


async def two() -> AsyncIterator[Event]:
    yield Event({"n": 1}, name="decision", id="1.0.0")
    yield Event({"n": 2})


async def silence() -> AsyncIterator[Event]:
    await asyncio.Event().wait()
    yield Event(None)


def in_a_loop(work: Coroutine[object, object, T]) -> T:
    """What comes of it, in a thread of its own: a browser at test may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def sent(streams: Streams, events: AsyncIterator[Event], *, most: int = 100) -> list[str]:
    """What goes over the wire until the stream ends, or so many pieces of it."""

    async def listen() -> list[str]:
        told: list[str] = []
        async for piece in streams.send(events):
            told.append(piece.decode())
            if len(told) == most:
                break
        return told

    return in_a_loop(listen())


def test_events_bear_their_name_and_the_id_to_go_on_from() -> None:
    assert sent(Streams(), two())[1:] == [
        'event: decision\nid: 1.0.0\ndata: {"n":1}\n\n',
        'event: message\ndata: {"n":2}\n\n',
    ]


def test_a_silence_is_broken_by_a_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "HEARTBEAT", 0.01)
    assert sent(Streams(), silence(), most=3)[1:] == [":\n\n", ":\n\n"]


def test_no_stream_is_open_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "HEARTBEAT", 0.01)
    monkeypatch.setattr(stream, "LONGEST", 0.05)
    assert len(sent(Streams(), silence(), most=1_000)) < 1_000


def test_all_end_when_the_server_stops() -> None:
    async def listen() -> list[list[bytes]]:
        streams = Streams()
        told: list[list[bytes]] = [[], []]

        async def hear(number: int) -> None:
            async for piece in streams.send(silence()):
                told[number].append(piece)

        hearing = [asyncio.create_task(hear(number)) for number in range(2)]
        while not all(told):
            await asyncio.sleep(0)
        streams.end()
        await asyncio.gather(*hearing)
        return told

    assert [len(each) for each in in_a_loop(listen())] == [1, 1]


def test_one_name_holds_so_many_and_another_is_not_kept_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MOST_A_CLIENT", 2)
    streams = Streams()
    for _ in range(2):
        streams.open(silence(), client="ana")
    with pytest.raises(TallystickError, match="E851"):
        streams.open(silence(), client="ana")
    streams.open(silence(), client="bo")
    streams.free("ana")
    streams.open(silence(), client="ana")


def test_all_together_hold_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MOST_IN_ALL", 2)
    streams = Streams()
    for name in ("ana", "bo"):
        streams.open(silence(), client=name)
    with pytest.raises(TallystickError, match="E851"):
        streams.open(silence(), client="cy")
