"""Narrowing down and counting incidents: the catalogue in memory against tables of the database, side by side.

Run it with ``python -m benchmarks.catalogue [INCIDENTS]``. Both ways answer the questions of the page of incidents: the
ids of the first page, and how many incidents there are of each value of each facet, were that facet not narrowed down.
It prints milliseconds a question, the median and the 95th percentile, and checks that both say the same.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from tallystick.ledger.glances import Glance, GlancedActor, GlancedCount, GlancedPlace
from tallystick.web.catalogue.catalogue import Moment
from tallystick.web.catalogue.columns import Columns
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.catalogue.finding import Found
from tallystick.web.catalogue.labels import Labels
from tallystick.web.catalogue.wording import Wording
from tallystick.web.filters import Filter

QUESTIONS = 60
KINDS = ("drone_attack", "rocket_attack", "shelling", "airstrike", "shooting", "ied", "armed_clash", "ambush")
STATUSES = ("reported", "reported", "reported", "confirmed", "claimed_only", "contested")
COUNTRIES = ("UA", "SY", "PS", "YE", "SD", "MM", "IQ", "LB", "BF", "ML", "NG", "SO", "CO")

Answer = tuple[list[str], dict[str, dict[str, int]]]


def make_glances(count: int, *, seed: int = 2023) -> list[Glance]:
    """Incidents over three years; nothing of it happened."""
    chance = random.Random(seed)
    return [_glance(number, chance) for number in range(count)]


def _glance(number: int, chance: random.Random) -> Glance:
    country = chance.choice(COUNTRIES)
    town = int(chance.expovariate(0.02))
    day = date(2022, 1, 1) + timedelta(days=chance.randrange(1_095))
    actors = [
        GlancedActor(id=f"group-{int(chance.expovariate(0.05))}", name="Group") for _ in range(chance.randrange(3))
    ]
    return Glance(
        id=f"inc-{number:07d}",
        kind=chance.choice(KINDS),
        weapons=("drone",) if chance.random() < 0.3 else (),
        start=day,
        end=day + timedelta(days=chance.choice((0, 0, 0, 1, 6))),
        date_precision="day",
        place=GlancedPlace(
            id=f"geonames:{country}{town}", name=f"Town {town}", admin1=f"Province {town % 14}", country=country,
            latitude=30 + chance.random(), longitude=40 + chance.random(), precision="town",
        ),
        claimed_by=tuple(actors),
        killed=GlancedCount(best=chance.randrange(9)),
        outcome="unknown",
        status=chance.choice(STATUSES),
        review_state="machine",
    )  # fmt: skip


def make_filters(seed: int = 7) -> list[Filter]:
    """What is asked: nothing, a country, two facets, a month, and all of these."""
    chance = random.Random(seed)
    wanted = []
    for number in range(QUESTIONS):
        chosen: dict[str, tuple[str, ...]] = {}
        if number % 4:
            chosen["country"] = (chance.choice(COUNTRIES),)
        if number % 4 > 1:
            chosen["event_type"] = tuple(chance.sample(KINDS, 2))
        month = date(2022 + chance.randrange(3), 1 + chance.randrange(12), 1)
        since, until = (month, month + timedelta(days=30)) if number % 4 == 3 else (None, None)
        wanted.append(Filter(chosen=chosen, since=since, until=until))
    return wanted


class InTables:
    """The same in SQLite: a table of incidents, and one of the values of their facets, both indexed."""

    def __init__(self, glances: list[Glance]) -> None:
        self._base = sqlite3.connect(":memory:")
        self._base.executescript(
            "CREATE TABLE incident (row INTEGER PRIMARY KEY, id TEXT, first INTEGER, last INTEGER);"
            "CREATE TABLE value (facet TEXT, value TEXT, row INTEGER);"
        )
        days = [(g.start.toordinal() if g.start else -1, g.end.toordinal() if g.end else -1) for g in glances]
        self._base.executemany(
            "INSERT INTO incident VALUES (?, ?, ?, ?)", [(n, g.id, *days[n]) for n, g in enumerate(glances)]
        )
        self._base.executemany(
            "INSERT INTO value VALUES (?, ?, ?)",
            ((f.name, value, n) for n, g in enumerate(glances) for f in FACETS for value in dict(f.values(g))),
        )
        self._base.executescript(
            "CREATE INDEX by_value ON value (facet, value, row); CREATE INDEX by_row ON value (row, facet);"
            "CREATE INDEX by_day ON incident (first, id); ANALYZE;"
        )

    def ask(self, wanted: Filter) -> Answer:
        """The first page of ids, and the counts."""
        where, given = self._where(wanted, but_for=None)
        page = f"SELECT id FROM incident WHERE {where} ORDER BY first DESC, id LIMIT {wanted.size}"
        ids = [row[0] for row in self._base.execute(page, given)]
        counts = {}
        for facet in FACETS:
            where, given = self._where(wanted, but_for=facet.name)
            query = (
                "SELECT value, count(*) FROM value WHERE facet = ? AND row IN "
                f"(SELECT row FROM incident WHERE {where}) GROUP BY value"
            )
            counts[facet.name] = dict(self._base.execute(query, (facet.name, *given)))
        return ids, counts

    @staticmethod
    def _where(wanted: Filter, *, but_for: str | None) -> tuple[str, list[object]]:
        parts: list[str] = ["1"]
        given: list[object] = []
        for name, values in wanted.chosen.items():
            if name != but_for:
                marks = ", ".join("?" * len(values))
                parts.append(f"row IN (SELECT row FROM value WHERE facet = ? AND value IN ({marks}))")
                given += [name, *values]
        if wanted.since and wanted.until:
            parts.append("last >= ? AND first <= ?")
            given += [wanted.since.toordinal(), wanted.until.toordinal()]
        return " AND ".join(parts), given


def in_memory(moment: Moment) -> Callable[[Filter], Answer]:
    """The same asked of the catalogue."""

    def ask(wanted: Filter) -> Answer:
        found = Found(moment, wanted)
        counts = {facet.name: {c.value: c.number for c in counted if c.number} for facet, counted in found.all_counts()}
        return found.ids(), counts

    return ask


def measure(ask: Callable[[Filter], Answer], filters: list[Filter]) -> tuple[list[float], list[Answer]]:
    """Milliseconds for each question, and the answers."""
    times, answers = [], []
    for wanted in filters:
        clock = time.perf_counter()
        answers.append(ask(wanted))
        times.append((time.perf_counter() - clock) * 1000)
    return times, answers


def main(incidents: int) -> None:
    """Measures both and prints a line each."""
    glances = make_glances(incidents)
    clock = time.perf_counter()
    labels = {facet.name: Labels() for facet in FACETS}
    columns, wording = Columns().with_rows(range(len(glances)), glances, labels), Wording()
    print(f"{incidents:,} incidents: columns made in {time.perf_counter() - clock:.1f} s")
    clock = time.perf_counter()
    wording.put(enumerate(glances))
    print(f"{incidents:,} incidents: words indexed in {time.perf_counter() - clock:.1f} s")
    ways = {"catalogue": in_memory(Moment(1, columns, labels, wording)), "tables": InTables(glances).ask}
    said = {}
    for name, ask in ways.items():
        ask(Filter())
        times, said[name] = measure(ask, make_filters())
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name:>10}: median {statistics.median(times):8.1f} ms, p95 {p95:8.1f} ms a question")
    print("both say the same" if said["catalogue"] == said["tables"] else "they DIFFER")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
