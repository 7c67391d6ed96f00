"""Server-sent events (HTML standard, 9.2): how they are written, how many streams may be open, and how they end.

A hundred lines over Starlette's own streaming: a library for it would be one more thing to keep, and would not end the
streams of a server that is being stopped.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass

import orjson
from pydantic import JsonValue
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from tallystick.errors import Code, TallystickError

MOST_A_CLIENT = 8
"""How many streams whoever acts under one name may hold. A browser holds one, and one for each job that it follows."""
MOST_IN_ALL = 300
"""How many streams a server holds. Each is a connection and a few kilobytes."""
HEARTBEAT = 15.0
"""After so many seconds of silence a comment is sent, so that nothing on the way takes the connection for dead."""
LONGEST = 600.0
"""After so many seconds a stream ends, and the browser opens the next: who may no longer come in is then kept out."""
AGAIN_MS = 2_000
"""So long, in milliseconds, a browser waits before it opens the next."""

Inbox = asyncio.Queue["Event | None"]


@dataclass(frozen=True)
class Event:
    """One event: its data, its name, and the id from which a browser that was cut off goes on."""

    data: JsonValue
    name: str = "message"
    id: str = ""

    def encode(self) -> bytes:
        """The event as it goes over the wire."""
        head = f"event: {self.name}\n" + (f"id: {self.id}\n" if self.id else "")
        return head.encode() + b"data: " + orjson.dumps(self.data) + b"\n\n"


class Streams:
    """All streams of a server, in the event loop in which they run."""

    def __init__(self) -> None:
        self._held: Counter[str] = Counter()
        self._inboxes: set[Inbox] = set()

    def open(self, events: AsyncIterator[Event], *, client: str) -> StreamingResponse:
        """The answer that sends these events. It holds a place, of the client and of all, until it ends.

        Raises:
            TallystickError: E851 if no place is free.

        """
        if self._held[client] >= MOST_A_CLIENT or self._held.total() >= MOST_IN_ALL:
            raise TallystickError(Code.E851, most=MOST_A_CLIENT)
        self._held[client] += 1
        return _Stream(self, events, client)

    def end(self) -> None:
        """Ends all of them; their browsers try again."""
        for inbox in self._inboxes:
            inbox.put_nowait(None)

    def free(self, client: str) -> None:
        """Gives a place back."""
        self._held[client] -= 1
        self._held += Counter()

    async def send(self, events: AsyncIterator[Event]) -> AsyncIterator[bytes]:
        """The events as they go over the wire, with a sign of life in every silence."""
        inbox: Inbox = asyncio.Queue()
        self._inboxes.add(inbox)
        loop = asyncio.get_running_loop()
        until = loop.time() + LONGEST
        pump = asyncio.create_task(_pump(events, inbox))
        pump.add_done_callback(lambda _: inbox.put_nowait(None))
        try:
            yield f"retry: {AGAIN_MS}\n\n".encode()
            while loop.time() < until:
                try:
                    event = await asyncio.wait_for(inbox.get(), HEARTBEAT)
                except TimeoutError:
                    yield b":\n\n"
                    continue
                if event is None:
                    return
                yield event.encode()
        finally:
            pump.cancel()
            self._inboxes.discard(inbox)


class _Stream(StreamingResponse):
    """Gives its place back when it ends, however that comes about."""

    def __init__(self, streams: Streams, events: AsyncIterator[Event], client: str) -> None:
        super().__init__(streams.send(events), media_type="text/event-stream", headers={"cache-control": "no-store"})
        self._streams = streams
        self._client = client

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._streams.free(self._client)


async def _pump(events: AsyncIterator[Event], inbox: Inbox) -> None:
    async for event in events:
        inbox.put_nowait(event)
