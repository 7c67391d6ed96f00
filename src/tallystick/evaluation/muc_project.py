"""What was read in one report, put into MUC-4 templates.

The knowledge of the task is data (``muc.yaml``, with the sections of the fill rules that it follows).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tallystick.evaluation.ceaf import Entity, as_entity, merge_entities
from tallystick.evaluation.muc_strings import doer_strings, is_name, load_task, people_string, thing_string
from tallystick.evaluation.muc_templates import MucRole, MucTemplate
from tallystick.model.actor import Participant
from tallystick.model.incident import Incident
from tallystick.model.mention import ClaimMention, EventMention
from tallystick.model.record import Record
from tallystick.model.terms import ClaimStatus, Modality, ParticipantType, Role

_PEOPLE = (ParticipantType.PERSON, ParticipantType.GROUP_OF_PEOPLE)
_THINGS = (ParticipantType.FACILITY, ParticipantType.VEHICLE)


@dataclass(frozen=True)
class _Told:
    """One incident of the report, with what tells it."""

    incident: Incident
    events: tuple[EventMention, ...]
    claims: tuple[ClaimMention, ...]


def project(record: Record) -> tuple[MucTemplate, ...]:
    """The templates of a record that was made of a single report."""
    told = [_gather(record, incident) for incident in record.incidents]
    return _merge_alike([(_template(t), t) for t in told if _is_relevant(t)])


def _gather(record: Record, incident: Incident) -> _Told:
    events = record.events_of(incident)
    known = {e.id for e in events}
    claims = tuple(
        m
        for m in record.mentions
        if isinstance(m, ClaimMention) and known & set(m.covers) and m.status is ClaimStatus.STANDING
    )
    return _Told(incident, events, claims)


def _is_relevant(told: _Told) -> bool:
    """Sections 1.0 (1), (5) and (6): as fact, recent, against something that is not armed."""
    data = load_task()
    if told.incident.kind.value not in data["incident_types"] or told.incident.background:
        return False
    if all(e.modality is Modality.DENIED for e in told.events):
        return False
    hit = [p for e in told.events for p in e.participants if p.role in (Role.TARGET, Role.VICTIM)]
    unarmed = [p for p in hit if not _is_armed(p)]
    return bool(unarmed) or (not hit and told.incident.kind.value not in data["fights"])


def _is_armed(participant: Participant) -> bool:
    return bool(set(participant.name.lower().split()) & set(load_task()["armed"]))


def _template(told: _Told) -> MucTemplate:
    return MucTemplate(
        incident_type=load_task()["incident_types"][told.incident.kind.value],
        fillers={role: tuple(merge_entities(list(_entities(told, role)))) for role in MucRole},
    )


def _entities(told: _Told, role: MucRole) -> Iterator[Entity]:
    """The fillers of a role: each named by the single string that carries it best."""
    participants = [p for event in told.events for p in event.participants]
    hit = [p for p in participants if p.role in (Role.TARGET, Role.VICTIM)]
    if role is MucRole.WEAPON:
        yield from (as_entity([w.quote.exact]) for e in told.events for w in e.weapons)
    elif role is MucRole.VICTIM:
        yield from (as_entity([p.name]) for p in hit if p.type is ParticipantType.PERSON and is_name(p.name))
    elif role is MucRole.TARGET:
        yield from (as_entity([string]) for p in hit if p.type in _THINGS and (string := thing_string(p.quote.exact)))
    else:
        yield from _doers(told, participants, individuals=role is MucRole.PERP_IND)


def _doers(told: _Told, participants: Sequence[Participant], *, individuals: bool) -> Iterator[Entity]:
    """Those who did it, and those who claim it."""
    for doer in (p for p in participants if p.role in (Role.PERPETRATOR, Role.ACCUSED)):
        people, body = doer_strings(doer.quote.exact)
        if doer.type in _PEOPLE:
            people, body = people_string(doer.quote.exact), body if people and doer.actor_id else None
        if (chosen := people if individuals else body) is not None:
            yield as_entity([chosen])
    if not individuals:
        bodies = (doer_strings(claim.claimant.quote.exact)[1] for claim in told.claims)
        yield from (as_entity([body]) for body in bodies if body is not None)


def _merge_alike(made: list[tuple[MucTemplate, _Told]]) -> tuple[MucTemplate, ...]:
    """Section 5.0: templates of one type that differ in no place, day or perpetrator are one."""
    kept: list[tuple[MucTemplate, _Told]] = []
    for template, told in made:
        same = next((i for i, (t, k) in enumerate(kept) if _is_one(t, k, template, told)), None)
        if same is None:
            kept.append((template, told))
        else:
            kept[same] = (_joined(kept[same][0], template), kept[same][1])
    return tuple(template for template, _ in kept)


def _is_one(left: MucTemplate, left_told: _Told, right: MucTemplate, right_told: _Told) -> bool:
    if left.incident_type != right.incident_type:
        return False
    places = {i.place.id for i in (left_told.incident, right_told.incident) if i.place is not None}
    days = {i.start for i in (left_told.incident, right_told.incident) if i.start is not None}
    if len(places) > 1 or len(days) > 1:
        return False
    return not any(
        left.of(r) and right.of(r) and not set(left.of(r)) & set(right.of(r))
        for r in (MucRole.PERP_IND, MucRole.PERP_ORG)
    )


def _joined(left: MucTemplate, right: MucTemplate) -> MucTemplate:
    return MucTemplate(left.incident_type, {r: tuple(merge_entities([*left.of(r), *right.of(r)])) for r in MucRole})
