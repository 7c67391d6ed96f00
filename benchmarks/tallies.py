"""How long it takes to check a thousand tallies against ten thousand incidents, and against each other.

``python -m benchmarks.tallies [INCIDENTS] [TALLIES]``: made by chance, over two years and ten countries, without
reading and without a ledger.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta

from tallystick.model.actor import ActorRef
from tallystick.model.countable import Countable
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, TallyMention, TallyScope
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.report import Report
from tallystick.model.terms import (
    Comparator,
    DateBasis,
    DatePrecision,
    EventKind,
    PlacePrecision,
    TallyUnit,
)
from tallystick.reconciliation.compare import compare_all
from tallystick.reconciliation.reconcile import reconcile

START, DAYS = date(2021, 1, 1), 730
COUNTRIES = ("AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH", "JJ", "KK")
SIDES = tuple(ActorRef(id=f"side-{n}", name=f"Side {n}") for n in range(20))


def main(incidents: int, tallies: int) -> None:
    """Prints the seconds of both."""
    chance = random.Random(7)
    told, on_file, reports = _incidents(incidents, chance)
    counted = [_tally(n, chance) for n in range(tallies)]
    begun = time.perf_counter()
    mentions = [*told, *counted]
    checked = list(reconcile(counted, on_file, mentions, reports, in_area=_in_area, same_side=lambda a, b: a == b))
    done = time.perf_counter()
    matrix = compare_all(checked, same_side=lambda a, b: a == b)
    end = time.perf_counter()
    inside = sum(len(t.reconciliation.inside) for t in checked)
    print(f"{incidents} incidents, {tallies} tallies, {inside} times inside: {done - begun:.1f} s")
    print(f"against each other, {len(matrix)} pairs: {end - done:.1f} s")


def _in_area(incident: Countable, area: str) -> bool:
    return incident.place is not None and incident.place.country == area


def _incidents(number: int, chance: random.Random) -> tuple[list[EventMention], list[Incident], list[Report]]:
    told, on_file, reports = [], [], []
    for n in range(number):
        country, day = chance.choice(COUNTRIES), START + timedelta(days=chance.randrange(DAYS))
        quote = Quote(report_id=f"r{n}", start=0, end=1, exact="x")
        reports.append(Report(id=f"r{n}", text="x", published_on=day))
        told.append(
            EventMention(
                id=f"m{n}", report_id=f"r{n}", quote=quote, trigger=quote, event_kind=EventKind.ATTACK_UNSPECIFIED,
                confidence=0.9, reader="made",
            )
        )  # fmt: skip
        place = Place(id=f"{country}-{chance.randrange(30)}", name="P", country=country, precision=PlacePrecision.TOWN)
        on_file.append(
            Incident(
                id=f"i{n}", kind=EventKind.ATTACK_UNSPECIFIED, start=day, end=day, date_precision=DatePrecision.DAY,
                date_basis=DateBasis.EXPLICIT, place=place, target_actor=chance.choice(SIDES), mentions=(f"m{n}",),
            )
        )  # fmt: skip
    return told, on_file, reports


def _tally(n: int, chance: random.Random) -> TallyMention:
    since = START + timedelta(days=chance.choice((0, 90, 180, 365)))
    areas = tuple(chance.sample(COUNTRIES, chance.choice((0, 1, 2))))
    return TallyMention(
        id=f"t{n}", report_id=f"r{n}", quote=Quote(report_id=f"r{n}", start=0, end=1, exact="x"), confidence=0.9,
        reader="made", unit=TallyUnit.ATTACKS, comparator=chance.choice(list(Comparator)),
        value=chance.randrange(2, 90), since=since, until=since + timedelta(days=chance.randrange(1, 365)),
        scope=TallyScope(target=chance.choice(SIDES), areas=areas),
    )  # fmt: skip


if __name__ == "__main__":
    main(*(int(n) for n in sys.argv[1:3] or ("10000", "1000")))
