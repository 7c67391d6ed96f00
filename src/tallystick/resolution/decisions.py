"""What people decided on single incidents: accept, reject, edit, pin. Which tellings belong together was heeded when
clustering.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tallystick.errors import TallystickError
from tallystick.model.decision import Act, Decision
from tallystick.model.incident import Conflict, Incident, Settled, Sourced
from tallystick.model.mention import EventMention, Mention
from tallystick.model.terms import ReviewState
from tallystick.resolution.anchors import Anchored
from tallystick.resolution.constraints import constraints_from
from tallystick.resolution.fields import Values, check_edit, pinned, show_value, turned_right

_VERDICTS = (Act.ACCEPT, Act.REJECT)


@dataclass(frozen=True)
class Reviewed:
    """The incidents after review, and the decisions whose words are no longer found: to be shown, never dropped."""

    incidents: tuple[Incident, ...]
    orphans: tuple[Decision, ...]


@dataclass(frozen=True)
class Placed:
    """The decisions by the id of the incident that each finds, oldest first, and those that find none."""

    by_incident: Mapping[str, Sequence[Decision]]
    orphans: tuple[Decision, ...]


def apply_decisions(
    incidents: Sequence[Incident], mentions: Sequence[Mention], decisions: Sequence[Decision]
) -> Reviewed:
    """The incidents after the decisions in force (undos and what they take back left out), oldest first.

    Rejected incidents stay, marked as such, until somebody accepts them again.
    """
    placed = place_decisions(incidents, mentions, decisions)
    reviewed = tuple(_review(i, placed.by_incident[i.id]) if i.id in placed.by_incident else i for i in incidents)
    return Reviewed(incidents=reviewed, orphans=placed.orphans)


def place_decisions(
    incidents: Sequence[Incident], mentions: Sequence[Mention], decisions: Sequence[Decision]
) -> Placed:
    """Which incident each decision in force is on now.

    A decision finds the incident that holds most of its anchors; the one of the same id if it holds any. A rejection
    also finds every other incident that is told by nothing but what was rejected, so that none comes back in pieces.
    The rejection of a single mention finds the incident that it alone then tells. Decisions on relations and names are
    on no incident.
    """
    by_id = {i.id: i for i in incidents}
    incident_of = {mention_id: i.id for i in incidents for mention_id in i.mentions}
    events = [m for m in mentions if isinstance(m, EventMention)]
    anchored = Anchored(m for m in events if m.id in incident_of)
    by_incident: dict[str, list[Decision]] = defaultdict(list)
    orphans: list[Decision] = []
    for decision in sorted((d for d in decisions if d.is_on_events and d.mention_id is None), key=lambda d: d.id):
        found = {m.id for m in anchored.at(decision.anchors)}
        held = Counter(incident_of[m] for m in found)
        if not held or not _can_apply(decision, anchored):
            orphans.append(decision)
            continue
        most = min(held, key=lambda name: (-held[name], name))
        chosen = {decision.incident_id if decision.incident_id in held else most}
        if decision.act is Act.REJECT:
            chosen |= {name for name in held if found.issuperset(by_id[name].mentions)}
        for name in chosen:
            by_incident[name or most].append(decision)
    for decision, name in _on_mentions(decisions, events, incident_of):
        if name is None:
            orphans.append(decision)
        else:
            by_incident[name].append(decision)
            by_incident[name].sort(key=lambda d: d.id)
    return Placed(by_incident=by_incident, orphans=tuple(orphans))


def _on_mentions(
    decisions: Sequence[Decision], events: Sequence[EventMention], incident_of: Mapping[str, str]
) -> Iterator[tuple[Decision, str | None]]:
    """The rejections of single mentions that hold, each with the incident that the mention alone tells; and with null
    the decisions whose words are found no more.
    """
    ours = [d for d in decisions if d.mention_id is not None]
    if not ours:
        return
    anchored, rejected = Anchored(events), constraints_from(decisions, events).rejected
    for decision in ours:
        found = [m.id for m in anchored.at(decision.anchors)]
        if not found:
            yield decision, None
        elif decision.act is Act.REJECT:
            yield from ((decision, incident_of[m]) for m in found if m in rejected and m in incident_of)


def overruled_in(decisions: Sequence[Decision]) -> Iterator[tuple[Decision, Decision]]:
    """Of the decisions on one incident, oldest first, those that a later one sets aside, each with that one: a verdict
    by a verdict, a value by another value for the field.
    """
    latest: dict[str | None, Decision] = {}
    for decision in reversed(decisions):
        if decision.act in _VERDICTS or decision.act.settles:
            about = decision.field if decision.act.settles else None
            if about in latest:
                yield decision, latest[about]
            latest.setdefault(about, decision)


def _can_apply(decision: Decision, anchored: Anchored) -> bool:
    """False if the other side of a decision on pairs is gone, or a value fits its field no more."""
    if decision.pairs:
        return bool(anchored.at(decision.other_anchors))
    if decision.act.settles:
        try:
            _values(decision)
        except TallystickError:
            return False
    return True


def _values(decision: Decision) -> Values:
    field, value = decision.field or "", decision.value or "null"
    return pinned(field, value) if decision.act is Act.PIN else {field: check_edit(field, value)}


def _review(incident: Incident, decisions: Sequence[Decision]) -> Incident:
    settling = [d for d in decisions if d.act.settles]
    verdicts = [d.act for d in decisions if d.act in _VERDICTS]
    for decision in settling:
        incident = _settle(incident, decision)
    if verdicts and verdicts[-1] is Act.REJECT:
        state = ReviewState.REJECTED
    elif settling:
        state = ReviewState.EDITED
    else:
        state = ReviewState.ACCEPTED if verdicts else incident.review_state
    return incident.model_copy(update={"review_state": state})


def _settle(incident: Incident, decision: Decision) -> Incident:
    """The incident with one field set, which says by whom, and the conflict on it kept."""
    field = decision.field or ""
    values = turned_right(incident, field, _values(decision))
    why = f": {decision.reason}" if decision.reason else ""
    verb = "pinned" if decision.act is Act.PIN else "set"
    rule = f"{verb} by {decision.by} (decision {decision.id}){why}"
    others = tuple(s for s in incident.settled if s.field != field)
    settled = Settled(field=field, pinned=decision.act is Act.PIN, by=decision.by, decision=decision.id,
                      reason=decision.reason)  # fmt: skip
    shown = show_value(values)
    return incident.model_copy(
        update={
            **values,
            "conflicts": tuple(_ruled(c, shown, rule) if c.field == field else c for c in incident.conflicts),
            "sourced": tuple(_carriers(incident, field, shown, is_pin=decision.act is Act.PIN)),
            "settled": (*others, settled),
        }
    )


def _ruled(conflict: Conflict, shown: str, rule: str) -> Conflict:
    """The conflict with the value that a person chose first, and the rule that it was a person."""
    first = sorted(conflict.values, key=lambda v: v.value != shown)
    return conflict.model_copy(update={"values": tuple(first), "rule": rule, "decided_by": ""})


def _carriers(incident: Incident, field: str, shown: str, *, is_pin: bool) -> Iterator[Sourced]:
    """The mentions behind each value: none behind one that a person set, those that tell it behind a pinned one."""
    for each in incident.sourced:
        if each.field != field:
            yield each
        elif is_pin:
            told = [v for c in incident.conflicts if c.field == field for v in c.values if v.value == shown]
            yield each.model_copy(update={"mention_ids": told[0].mention_ids}) if told else each
