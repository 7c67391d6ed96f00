"""Reports, places and mentions made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from typing import Literal

from tallystick.model.actor import ActorRef, Participant
from tallystick.model.mention import Casualties, CountedRange, EventMention, Link, OutcomeRead, WeaponUse
from tallystick.model.place import Place, Where
from tallystick.model.quote import Quote
from tallystick.model.report import Report
from tallystick.model.terms import (
    DateBasis,
    DatePrecision,
    EventKind,
    Modality,
    Outcome,
    ParticipantType,
    PlacePrecision,
    Role,
    WeaponKind,
)
from tallystick.model.when import When
from tallystick.resolution.knows import Knows
from tallystick.resolution.resolve import Resolution, resolve
from tallystick.resolution.telling import Telling, tellings_of

BATH = Place(
    id="site:bath-camp", name="Bath Camp", country="XA", latitude=10.0, longitude=10.0, precision=PlacePrecision.SITE
)
TOWN = Place(
    id="t:ost", name="Ost", country="XA", latitude=10.05, longitude=10.0, precision=PlacePrecision.TOWN, radius_km=5
)
FORT = Place(
    id="site:fort", name="Fort Nine", country="XA", latitude=12.0, longitude=12.0, precision=PlacePrecision.SITE
)
EAST = Place(
    id="region:east",
    name="the east",
    country="XA",
    latitude=11.0,
    longitude=11.0,
    precision=PlacePrecision.REGION,
    radius_km=200,
)
LAND = Place(id="iso:XA", name="Landia", country="XA", precision=PlacePrecision.COUNTRY, radius_km=500)
HAMLET = LAND.model_copy(update={"id": "unlisted:landia-hamlet", "name": "Hamlet"})
AWAY = Place(
    id="site:away", name="Away Port", country="XB", latitude=30.0, longitude=30.0, precision=PlacePrecision.SITE
)

BRAND = ActorRef(id="brand", name="The Brand")
MEMBER = ActorRef(id="member", name="The Member")
POWER = ActorRef(id="power", name="The Power")

MONDAY = date(2031, 3, 10)


def _contains(outer: Place, inner: Place) -> bool:
    if outer.id == inner.id or outer.country != inner.country:
        return False
    if outer.precision is PlacePrecision.COUNTRY:
        return True
    return outer.id == EAST.id and inner.precision is not PlacePrecision.COUNTRY


def _distance_km(a: Place, b: Place) -> float | None:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return 111 * max(abs(a.latitude - b.latitude), abs(a.longitude - b.longitude))


def _compatible(a: ActorRef, b: ActorRef) -> bool:
    return a.id is None or b.id is None or a.id == b.id or {a.id, b.id} == {BRAND.id, MEMBER.id}


KNOWS = Knows(compatible=_compatible, contains=_contains, distance_km=_distance_km)

_numbers = count()


def report(name: str, *, published: date | None = MONDAY + timedelta(days=1), copy_of: str | None = None) -> Report:
    return Report(id=name, text="", published_on=published, syndicated_from=copy_of)


def quote(report_id: str, start: int, words: str = "attack") -> Quote:
    return Quote(report_id=report_id, start=start, end=start + len(words), exact=words)


def on(
    day: date | None,
    *,
    until: date | None = None,
    precision: DatePrecision = DatePrecision.DAY,
    basis: DateBasis = DateBasis.EXPLICIT,
) -> When:
    return When() if day is None else When(start=day, end=until or day, precision=precision, basis=basis)


def event(
    report_id: str,
    at: int = 0,
    *,
    name: str | None = None,
    words: str = "attack",
    kind: EventKind = EventKind.DRONE_ATTACK,
    day: date | None = MONDAY,
    when: When | None = None,
    place: Place | None = BATH,
    by: ActorRef | None = None,
    claimed_by: ActorRef | None = None,
    against: ActorRef | None = None,
    target: str | None = None,
    weapons: Sequence[WeaponKind] = (),
    killed: tuple[int | None, int | None, int | None] | None = None,
    injured: tuple[int | None, int | None, int | None] | None = None,
    outcome: Outcome | None = None,
    modality: Modality = Modality.ACTUAL,
    cue: Literal["confirmed", "reported", "claimed_only", "unconfirmed"] = "reported",
    apart: Sequence[str] = (),
    links: Sequence[Link] = (),
    background: bool = False,
    plural: bool = False,
) -> EventMention:
    q = quote(report_id, at, words)
    actors = ((Role.PERPETRATOR, by), (Role.CLAIMANT, claimed_by), (Role.TARGET, against))
    participants = [
        Participant(role=role, type=ParticipantType.ORGANISATION, name=a.name, actor_id=a.id, quote=q)
        for role, a in actors
        if a
    ]
    if target:
        participants.append(Participant(role=Role.TARGET, type=ParticipantType.FACILITY, name=target, quote=q))
    return EventMention(
        id=name or f"m-{next(_numbers):05d}",
        report_id=report_id,
        quote=q,
        trigger=q,
        modality=modality,
        confidence=1,
        reader="hand",
        event_kind=kind,
        when=when or on(day),
        where=Where(**dict(place), quote=quote(report_id, at + 1000, place.name)) if place else None,
        participants=tuple(participants),
        weapons=tuple(WeaponUse(kind=w, quote=q) for w in weapons),
        casualties=Casualties(killed=_counted(killed, q), injured=_counted(injured, q)),
        outcome=OutcomeRead(value=outcome, quote=q) if outcome else None,
        links=tuple(links),
        status_cue=cue,
        counted_apart=tuple(apart),
        background=background,
        plural=plural,
    )


def _counted(bounds: tuple[int | None, int | None, int | None] | None, q: Quote) -> CountedRange | None:
    return None if bounds is None else CountedRange(low=bounds[0], best=bounds[1], high=bounds[2], quote=q)


def reports_of(mentions: Sequence[EventMention]) -> list[Report]:
    """A report for every report id that the mentions name, all published on the day after MONDAY."""
    return [report(name) for name in sorted({m.report_id for m in mentions})]


def tellings(*mentions: EventMention, reports: Sequence[Report] | None = None) -> list[Telling]:
    """The tellings in the order given."""
    made = tellings_of(mentions, reports_of(mentions) if reports is None else reports, batches={})
    return [t for m in mentions for t in made if t.mention is m]


def resolved(*mentions: EventMention, reports: Sequence[Report] | None = None) -> Resolution:
    known = reports_of(mentions) if reports is None else reports
    return resolve(mentions, known, batches={r.id: 1 for r in known}, knows=KNOWS)


def groups(resolution: Resolution) -> set[frozenset[str]]:
    """The mention ids of every incident."""
    return {frozenset(i.mentions) for i in resolution.incidents}
