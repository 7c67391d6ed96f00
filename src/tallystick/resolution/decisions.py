"""What people decided on single incidents: accept, reject, edit. Merges and splits were heeded when clustering."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from tallystick.errors import Code, TallystickError
from tallystick.model.decision import Act, Decision
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Mention
from tallystick.model.terms import EventKind, ReviewState
from tallystick.resolution.constraints import mentions_at

EDITABLE = (
    "kind",
    "weapons",
    "weapon_count",
    "start",
    "end",
    "date_precision",
    "place",
    "target",
    "target_actor",
    "perpetrator",
    "killed",
    "injured",
    "outcome",
    "status",
    "background",
)
"""The fields that a person may set."""


@dataclass(frozen=True)
class Reviewed:
    """The incidents after review, and the decisions whose words are no longer found: to be shown, never dropped."""

    incidents: tuple[Incident, ...]
    orphans: tuple[Decision, ...]


def check_edit(field: str, value: str) -> object:
    """The value that an edit sets, parsed as JSON (bare words are taken as text) and checked against the field.

    Raises:
        TallystickError: E305 for a field that cannot be edited, E306 for a value that does not fit it.

    """
    if field not in EDITABLE:
        raise TallystickError(Code.E305, field=field, fields=", ".join(EDITABLE))
    try:
        parsed = json.loads(value)
    except ValueError:
        parsed = value
    try:
        incident = Incident.model_validate({"id": "any", "kind": EventKind.OTHER_VIOLENCE, field: parsed})
    except ValidationError as error:
        raise TallystickError(Code.E306, value=value, field=field, cause=error.errors()[0]["msg"]) from None
    value_set: object = getattr(incident, field)
    return value_set


def apply_decisions(
    incidents: Sequence[Incident], mentions: Sequence[Mention], decisions: Sequence[Decision]
) -> Reviewed:
    """The incidents after the decisions in force (undos and what they take back left out), oldest first.

    A decision finds its incident by its anchors, its id coming first where several hold one. Rejected incidents
    stay, marked as such, until somebody accepts them again.
    """
    incident_of = {mention_id: i.id for i in incidents for mention_id in i.mentions}
    told = [m for m in mentions if isinstance(m, EventMention) and m.id in incident_of]
    by_incident: dict[str, list[Decision]] = defaultdict(list)
    orphans: list[Decision] = []
    for decision in sorted(decisions, key=lambda d: d.id):
        name = _incident_decided_on(decision, told, incident_of)
        if name is None or not _can_apply(decision, told):
            orphans.append(decision)
        else:
            by_incident[name].append(decision)
    reviewed = tuple(_review(i, by_incident[i.id]) if i.id in by_incident else i for i in incidents)
    return Reviewed(incidents=reviewed, orphans=tuple(orphans))


def _incident_decided_on(
    decision: Decision, told: Sequence[EventMention], incident_of: Mapping[str, str]
) -> str | None:
    """The incident that holds most of the anchors; the one of the same id if it holds any."""
    held = Counter(incident_of[m.id] for m in mentions_at(decision.anchors, told))
    if decision.incident_id in held:
        return decision.incident_id
    return min(held, key=lambda name: (-held[name], name), default=None)


def _can_apply(decision: Decision, told: Sequence[EventMention]) -> bool:
    """False if the other side of a merge or split is gone, or an edit fits its field no more."""
    if decision.act in (Act.MERGE, Act.SPLIT):
        return bool(mentions_at(decision.other_anchors, told))
    if decision.act is Act.EDIT:
        try:
            check_edit(decision.field or "", decision.value or "null")
        except TallystickError:
            return False
    return True


def _review(incident: Incident, decisions: Sequence[Decision]) -> Incident:
    edits = [d for d in decisions if d.act is Act.EDIT]
    verdicts = [d.act for d in decisions if d.act in (Act.ACCEPT, Act.REJECT)]
    for edit in edits:
        incident = _edit(incident, edit)
    if verdicts and verdicts[-1] is Act.REJECT:
        state = ReviewState.REJECTED
    elif edits:
        state = ReviewState.EDITED
    else:
        state = ReviewState.ACCEPTED if verdicts else incident.review_state
    return incident.model_copy(update={"review_state": state})


def _edit(incident: Incident, decision: Decision) -> Incident:
    """The incident with one field set. Of an interval turned round, the other end follows the edited one."""
    field = decision.field or ""
    update: dict[str, object] = {field: check_edit(field, decision.value or "null")}
    start, end = (update.get(name, getattr(incident, name)) for name in ("start", "end"))
    if isinstance(start, date) and isinstance(end, date) and end < start:
        update["end" if field == "start" else "start"] = update[field]
    rule = f"set by {decision.by} (decision {decision.id})"
    update["conflicts"] = tuple(
        c.model_copy(update={"rule": rule}) if c.field == field else c for c in incident.conflicts
    )
    return incident.model_copy(update=update)
