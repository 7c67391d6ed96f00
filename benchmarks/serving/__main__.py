"""Server time of every page and call on a large ledger, memory over time, and how soon the map can be used.

Run it with ``python -m benchmarks.serving LEDGER [--clients 8 20] [--seconds 120] [--minutes 60] [--check]``; see
``benchmarks.large`` for the ledger, of which a copy is served, since decisions are taken. First one client asks alone;
then as many at once as are named, with pauses; then, with ``--minutes``, the last number of clients go on so long, and
the memory is told. ``--only decision`` asks for no page but those that deciding takes. With ``--check`` the exit code
is 1 if a level is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.serving.asked import Route, draw_from, routes
from benchmarks.serving.browser import open_map
from benchmarks.serving.clients import ask_at_once, ask_once
from benchmarks.serving.figures import LEVEL_MAP_S, missed, table
from benchmarks.serving.process import Server, served

MAPS = 3
TOLD = 30


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--rounds", type=int, default=20, help="how often a client alone asks each")
    parser.add_argument("--clients", type=int, nargs="*", default=[8, 20])
    parser.add_argument("--seconds", type=float, default=120, help="how long so many clients ask")
    parser.add_argument("--think", type=float, default=3, help="mean seconds between two requests of one client")
    parser.add_argument("--minutes", type=float, default=0, help="how long memory is watched")
    parser.add_argument("--port", type=int, default=8459)
    parser.add_argument("--in-place", action="store_true", help="decide in the ledger itself, and copy none")
    parser.add_argument("--only", nargs="*", default=[""], help="only the routes whose names begin so")
    parser.add_argument("--but", nargs="*", default=[], help="all but the routes whose names begin so")
    parser.add_argument("--no-map", action="store_true", help="without a browser")
    parser.add_argument("--by-clock", action="store_true", help="check the clock, and not the processor")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    only, but = tuple(given.only), tuple(given.but)
    asked = routes(draw_from(given.ledger))
    wanted = [route for route in asked if route.name.startswith(only) and not route.name.startswith(but)]
    with tempfile.TemporaryDirectory(dir=given.ledger.parent) as folder:
        ledger = given.ledger if given.in_place else Path(shutil.copy(given.ledger, folder))
        with served(ledger, given.port) as server:
            late = measure(server, wanted, given)
    for each in late:
        print(f"missed: {each}")
    if late and given.check:
        raise SystemExit(1)


def measure(server: Server, wanted: list[Route], given: argparse.Namespace) -> list[str]:
    """Prints what is measured, and gives the levels that are missed."""
    print(f"listens after {server.listening:.1f} s, incidents after {server.incidents:.1f} s", end=", ")
    print(f"boards after {server.boards:.1f} s")
    alone = asyncio.run(ask_once(server.base, wanted, rounds=given.rounds))
    print(f"\none client alone, milliseconds ({_state(server)})\n{table(alone)}", flush=True)
    late = missed(alone, by_clock=given.by_clock)
    for clients in given.clients:
        many = asyncio.run(ask_at_once(server.base, wanted, clients=clients, seconds=given.seconds, think=given.think))
        print(f"\n{clients} clients at once, milliseconds ({_state(server)})\n{table(many)}", flush=True)
        late += [f"with {clients} clients, {each}" for each in missed(many, by_clock=given.by_clock)]
    if not given.no_map:
        opened = open_map(server.base, times=MAPS)
        print(f"\nmap usable after ({_state(server)})", *opened, sep="\n  ", flush=True)
        late += [f"map: {each}" for each in opened[1:] if each.usable > LEVEL_MAP_S]
    if given.minutes:
        watch_memory(server, wanted, given)
    return late


def watch_memory(server: Server, wanted: list[Route], given: argparse.Namespace) -> None:
    """Goes on asking, and tells the memory every few minutes."""
    began, clients = time.monotonic(), max(given.clients, default=8)
    print(f"\nmemory, {clients} clients for {given.minutes:g} minutes")
    step = 60 * given.minutes / TOLD
    asked = 0
    for _ in range(TOLD):
        many = asyncio.run(ask_at_once(server.base, wanted, clients=clients, seconds=step, think=given.think))
        asked += sum(len(answers.clock) for answers in many.values())
        print(f"  {(time.monotonic() - began) / 60:5.1f} min {asked:7,} requests  {_state(server)}", flush=True)


def _state(server: Server) -> str:
    return f"{server.held_mb():,.0f} MB, {server.threads()} threads, load {os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    main()
