"""What became of incidents, and of all else whose history is kept, between two states of a ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import JsonValue

from tallystick.model.change import Change, FieldChange, Subject, What
from tallystick.model.digest import changed_fields, digest_of, glance_at, told_in, version_of_digest
from tallystick.model.incident import Incident
from tallystick.model.terms import ReviewState


@dataclass(frozen=True)
class State:
    """Incidents by id, and where the ids that stand for none any more point to."""

    incidents: Mapping[str, Incident] = field(default_factory=dict)
    pointers: Mapping[str, str | None] = field(default_factory=dict)

    def stands(self, incident_id: str) -> bool:
        """True if there is such an incident and nobody rejected it."""
        incident = self.incidents.get(incident_id)
        return incident is not None and incident.review_state is not ReviewState.REJECTED


def changes_between(before: State, after: State) -> Iterator[Change]:
    """What became of each incident of either state, sorted by id, without the reasons; of those alike nothing.

    Two incidents are alike if what they tell is: the reckoning behind their joins does not count.
    """
    ids = {*before.incidents, *before.pointers, *after.incidents, *after.pointers}
    for incident_id in sorted(ids):
        change = _change_of(incident_id, before, after)
        if change is not None:
            yield change


def changes_of(
    subject: Subject, before: Mapping[str, Mapping[str, JsonValue]], after: Mapping[str, Mapping[str, JsonValue]]
) -> Iterator[Change]:
    """What became of each claim, tally or report, given by its digest, sorted by id, without the reasons; of those
    alike nothing.
    """
    for id_ in sorted({*before, *after}):
        if id_ not in before:
            what, fields = What.ADDED, changed_fields({}, told_in(after[id_]))
        elif id_ not in after:
            what, fields = What.WITHDRAWN, changed_fields(told_in(before[id_]), {})
        else:
            what, fields = What.CHANGED, changed_fields(before[id_], after[id_])
        if fields:
            yield Change(subject=subject, id=id_, what=what, fields=fields)


def _change_of(incident_id: str, before: State, after: State) -> Change | None:
    old, new = before.incidents.get(incident_id), after.incidents.get(incident_id)
    if new is None:
        return _farewell(incident_id, old, before, after)
    digest = digest_of(new)
    version = version_of_digest(digest)
    if old is None:
        what = What.REVIVED if incident_id in before.pointers else What.ADDED
        told = glance_at(digest) if what is What.ADDED else told_in(digest)
        fields = tuple(FieldChange(field=name, after=value) for name, value in told.items())
        return Change(id=incident_id, what=what, version=version, fields=fields)
    fields = changed_fields(digest_of(old), digest)
    if not fields:
        return None
    stood, stands = before.stands(incident_id), after.stands(incident_id)
    what = What.CHANGED if stood == stands else What.REVIVED if stands else What.WITHDRAWN
    return Change(id=incident_id, what=what, version=version, fields=fields)


def _farewell(incident_id: str, old: Incident | None, before: State, after: State) -> Change | None:
    """What became of an id that stands for no incident now."""
    points_to = after.pointers.get(incident_id)
    if old is None and (incident_id not in before.pointers or before.pointers[incident_id] == points_to):
        return None
    told = told_in(digest_of(old)) if old else {}
    return Change(
        id=incident_id,
        what=What.WITHDRAWN if points_to is None else What.MERGED,
        points_to=points_to,
        fields=tuple(FieldChange(field=k, before=v) for k, v in told.items()),
    )
