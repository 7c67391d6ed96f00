"""One look at the ledger's numbers for all who listen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool

from tallystick.errors import TallystickError
from tallystick.ledger import Ledger, Numbers
from tallystick.web.live.news import news_between
from tallystick.web.live.stream import Event

EVERY = 1.0
"""How often, in seconds, it is looked, while somebody listens."""
SELDOM = 30.0
"""How often at least, should the database not answer."""


class Hub:
    """Tells of whatever any process writes to a ledger. It looks only while somebody listens, in one event loop."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._now: Numbers | None = None
        self._changed = asyncio.Condition()
        self._listeners = 0
        self._watch: asyncio.Task[None] | None = None
        self._news: dict[tuple[Numbers, Numbers], list[Event]] = {}

    async def listen(self, since: Numbers) -> AsyncIterator[Event]:
        """What happens after these numbers. Ends if the database does not answer; listen again."""
        self._listeners += 1
        if self._watch is None:
            self._watch = asyncio.create_task(self._look_again_and_again())
        try:
            await self._look()
            while True:
                now = await self._other_than(since)
                for event in await self._between(since, now):
                    yield event
                since = now
        except TallystickError:
            return
        finally:
            self._listeners -= 1
            if not self._listeners and self._watch is not None:
                self._watch.cancel()
                self._watch = None

    async def _look_again_and_again(self) -> None:
        wait = EVERY
        while True:
            await asyncio.sleep(wait)
            try:
                await self._look()
                wait = EVERY
            except TallystickError:
                wait = min(2 * wait, SELDOM)

    async def _look(self) -> None:
        # One look at a time, so that none that began earlier ends later and sets the numbers back.
        async with self._changed:
            now = await run_in_threadpool(self._ledger.numbers)
            if now != self._now:
                self._now = now
                self._news.clear()
                self._changed.notify_all()

    async def _other_than(self, since: Numbers) -> Numbers:
        async with self._changed:
            while self._now is None or self._now == since:
                await self._changed.wait()
            return self._now

    async def _between(self, since: Numbers, now: Numbers) -> list[Event]:
        """The news, read once for all who are equally far."""
        if (since, now) not in self._news:
            self._news[since, now] = await run_in_threadpool(news_between, self._ledger, since, now)
        return self._news[since, now]
