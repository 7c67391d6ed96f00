"""Clients that ask, think and ask again, as analysts do; one request in fifty is a decision in the review."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

import httpx2

from benchmarks.serving.asked import Route

DECISIONS = 0.02
ACTS = {"incident": ("accept", "accept", "accept", "reject", "unsure"), "join": ("same", "different", "unsure")}
"""What is answered to each sort of question; each is asked as often."""
DECISIONS_ON = {of: f"decision on {'an' if of == 'incident' else 'a'} {of}" for of in ACTS}
"""The rows of the table that decisions stand in."""
_TOLD = re.compile(r"(\w+);dur=([\d.]+)")
_FIELD = re.compile(r'name="(token|pick|after)" value="([^"]*)"')
CONFLICT = 409
"""The answer to a decision that another client was faster with."""
MOST_WAIT = 60.0
"""Seconds that a client waits for an answer."""


@dataclass
class Answers:
    """What the answers of one route took, in milliseconds."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def add(self, answer: httpx2.Response, whole: float) -> None:
        """Adds one; ``whole`` is the time until the client had all of it, in seconds."""
        told = dict(_TOLD.findall(answer.headers.get("server-timing", "")))
        if answer.status_code >= 400 or not told:
            self.failed.append(f"{answer.status_code} {answer.request.method} {answer.request.url}")
            return
        self.clock.append(float(told["clock"]))
        self.processor.append(float(told["processor"]))
        self.whole.append(1000 * whole)


Measured = dict[str, Answers]


async def ask_once(base: str, routes: Sequence[Route], *, rounds: int, seed: int = 1) -> Measured:
    """One client alone, without a pause: every route so many times, in turn, and as many decisions."""
    measured: Measured = {}
    chance = Random(seed)
    async with _client(base) as client:
        for _ in range(rounds):
            for route in routes:
                await _ask(client, route, chance, measured)
            await _decide(client, chance, measured)
    return measured


async def ask_at_once(
    base: str, routes: Sequence[Route], *, clients: int, seconds: float, think: float, decide: bool = True
) -> Measured:
    """So many clients for so long, each thinking for some seconds between two requests, ``think`` in the mean."""
    measured: Measured = {}
    until = time.monotonic() + seconds

    async def work(number: int) -> None:
        chance = Random(number)
        async with _client(base) as client:
            await asyncio.sleep(chance.random() * think)
            while time.monotonic() < until:
                if decide and chance.random() < DECISIONS:
                    await _decide(client, chance, measured)
                else:
                    (route,) = chance.choices(routes, [each.often for each in routes])
                    await _ask(client, route, chance, measured)
                await asyncio.sleep(chance.expovariate(1 / think))

    await asyncio.gather(*(work(number) for number in range(clients)))
    return measured


def _client(base: str) -> httpx2.AsyncClient:
    # The server closes a connection that was idle for five seconds; a request that crosses that would fail.
    limits = httpx2.Limits(keepalive_expiry=2)
    return httpx2.AsyncClient(base_url=base, timeout=MOST_WAIT, limits=limits, headers={"accept-encoding": "gzip"})


async def _ask(client: httpx2.AsyncClient, route: Route, chance: Random, measured: Measured) -> str:
    began, address = time.perf_counter(), route.draw(chance)
    answers = measured.setdefault(route.name, Answers())
    try:
        answer = await client.get(address, headers={"accept": route.accept})
    except httpx2.TransportError as fault:
        answers.failed.append(f"{fault!r} for {address}")
        return ""
    answers.add(answer, time.perf_counter() - began)
    return answer.text


async def _decide(client: httpx2.AsyncClient, chance: Random, measured: Measured) -> None:
    """Opens the review at one of the first questions of a sort, and answers it."""
    of = chance.choice(list(ACTS))
    page = await _ask(client, _review(f"/review?of={of}"), chance, measured)
    if ahead := re.findall(rf"at=({of}%3A[^&\"]+)", page):
        page = await _ask(client, _review(f"/review?of={of}&at={chance.choice(ahead)}"), chance, measured)
    given = dict(_FIELD.findall(page.partition('<aside aria-label="The queue">')[0]))
    if not given.get("pick", "").startswith(of):
        return
    began, answers = time.perf_counter(), measured.setdefault(DECISIONS_ON[of], Answers())
    try:
        answer = await client.post(f"/review?of={of}", data=given | {"act": chance.choice(ACTS[of])})
    except httpx2.TransportError as fault:
        answers.failed.append(repr(fault))
        return
    if answer.status_code != CONFLICT:
        answers.add(answer, time.perf_counter() - began)


def _review(address: str) -> Route:
    return Route("review, to decide", "/review", 0, lambda _: address)
