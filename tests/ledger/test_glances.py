from __future__ import annotations

from hypothesis import given

from tallystick.ledger.glances import (
    Glance,
    GlancedActor,
    GlancedAttribution,
    GlancedCount,
    GlancedPlace,
    glance_at,
)
from tallystick.ledger.payload import payload_of
from tallystick.model.actor import ActorRef
from tallystick.model.incident import Incident
from tallystick.model.mention import Range
from tallystick.model.place import Place
from tallystick.model.record import Record
from tests.ledger.records import records


@given(record=records())
def test_a_glance_tells_what_the_whole_incident_tells(record: Record) -> None:
    for incident in record.incidents:
        assert glance_at(payload_of(incident)) == _seen(incident)


def test_what_an_older_payload_does_not_tell_is_as_in_an_incident_that_does_not_tell_it() -> None:
    told = '{"id":"i-1","kind":"shelling","date_precision":"day","outcome":"unknown","status":"reported"'
    seen = glance_at(f'{told},"review_state":"machine"}}')
    assert (seen.sources, seen.background, seen.place, seen.origins) == (1, False, None, ())


def _seen(incident: Incident) -> Glance:
    return Glance(
        id=incident.id,
        kind=incident.kind,
        date_precision=incident.date_precision,
        outcome=incident.outcome,
        status=incident.status,
        review_state=incident.review_state,
        weapons=incident.weapons,
        start=incident.start,
        end=incident.end,
        place=_place(incident.place),
        target=incident.target,
        target_actor=_actor(incident.target_actor),
        perpetrator=_actor(incident.perpetrator),
        claimed_by=_actors(incident.claimed_by),
        attributed_to=tuple(
            GlancedAttribution(each.role, each.basis, each.confidence, _actors(each.actors))
            for each in incident.attributed_to
        ),
        killed=_count(incident.killed),
        injured=_count(incident.injured),
        background=incident.background,
        responds_to=incident.responds_to,
        mentions=incident.mentions,
        conflicts=tuple(each.field for each in incident.conflicts),
        joins=tuple(each.score for each in incident.joins),
        may_be=tuple(each.score for each in incident.may_be),
        sources=incident.sources,
        origins=tuple(each.name for each in incident.origins),
    )


def _actor(actor: ActorRef | None) -> GlancedActor | None:
    return GlancedActor(actor.name, actor.id) if actor else None


def _actors(actors: tuple[ActorRef, ...]) -> tuple[GlancedActor, ...]:
    return tuple(GlancedActor(actor.name, actor.id) for actor in actors)


def _count(count: Range | None) -> GlancedCount | None:
    return GlancedCount(count.low, count.best, count.high) if count else None


def _place(place: Place | None) -> GlancedPlace | None:
    if place is None:
        return None
    return GlancedPlace(
        id=place.id,
        name=place.name,
        precision=place.precision,
        admin1=place.admin1,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        radius_km=place.radius_km,
    )
