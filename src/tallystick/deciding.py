"""Taking a decision: what was named, the words that tell it, and the entry in the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.decision import Act, Decision
from tallystick.model.digest import version_of
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, RelationMention
from tallystick.model.quote import Quote
from tallystick.model.relation import RelationEnds
from tallystick.pipeline import bring_up_to_date
from tallystick.resolution.anchors import anchors_of


@dataclass(frozen=True)
class Named:
    """What a user named: an incident with all events that tell it, or with some of them."""

    incident: Incident
    events: tuple[EventMention, ...]

    @property
    def anchors(self) -> tuple[Quote, ...]:
        """The words by which a decision finds it again."""
        return tuple(quote for event in self.events for quote in anchors_of(event))


Sides = Callable[[Ledger, Named], tuple[Named, Named]]
Value = Callable[[Named], str | None]


def named(opened: Ledger, id_: str) -> Named:
    """The incident of an id, old ones too; or the incident of a mention id, with that mention alone.

    Raises:
        TallystickError: E302, E315 or E330 if there is none.

    """
    if id_.startswith("m-"):
        incident = opened.incident_of_mention(id_)
        return Named(incident, _events(opened, [id_]))
    incident, _ = opened.incident(id_)
    return Named(incident, _events(opened, incident.mentions))


def take_decision(
    ledger: Ledger,
    act: Act,
    id_: str,
    *,
    by: str,
    reason: str | None,
    seen: str | None = None,
    sides: Sides | None = None,
    field: str | None = None,
    value: Value = lambda _: None,
) -> Decision:
    """Takes a decision on what an id names; deriving the ledger anew is left to the caller. ``sides`` tells, of a
    decision on pairs, which two sides it joins or parts; ``value`` what it sets. ``seen`` is the version of the
    incident that the user saw.

    Raises:
        TallystickError: E311 if the incident is not as it was seen, E313 if the two sides are one, E331 if a relation
            is to be anything but accepted, rejected or noted as unsure.

    """
    if ledger.pending_decisions():
        bring_up_to_date(ledger)
    if (told := relation_told(ledger, id_)) is not None:
        return _decide_on_relation(ledger, act, told, by=by, reason=reason)
    ours = named(ledger, id_)
    versions = {ours.incident.id: seen or version_of(ours.incident)}
    theirs: Named | None = None
    if sides is not None:
        ours, theirs = sides(ledger, ours)
        if not ours.events or not theirs.events:
            raise TallystickError(Code.E313, id=id_)
        versions.setdefault(theirs.incident.id, version_of(theirs.incident))
    return ledger.append_decision(
        act,
        by=by,
        incident_id=ours.incident.id,
        anchors=ours.anchors,
        other_anchors=theirs.anchors if theirs is not None else (),
        field=field,
        value=value(ours),
        reason=reason,
        seen=versions,
    )


def relation_told(ledger: Ledger, id_: str) -> RelationMention | None:
    """The relation that a report tells under this id; null if it is that of something else."""
    if not id_.startswith("m-"):
        return None
    found = ledger.mentions_of([id_])
    return found[0] if found and isinstance(found[0], RelationMention) else None


def _decide_on_relation(ledger: Ledger, act: Act, told: RelationMention, *, by: str, reason: str | None) -> Decision:
    if act not in (Act.ACCEPT, Act.REJECT, Act.UNSURE):
        raise TallystickError(Code.E331, id=told.id, act=act)
    ends = RelationEnds(subject=told.subject, predicate=told.predicate, object=told.object)
    return ledger.append_decision(act, by=by, anchors=(told.quote,), relation=ends, reason=reason)


def two_sides(other: str) -> Sides:
    """The two sides of a decision that names two ids. What is in both stands on the first side."""

    def sides(opened: Ledger, ours: Named) -> tuple[Named, Named]:
        theirs = named(opened, other)
        mentions = {event.id for event in ours.events}
        return ours, Named(theirs.incident, tuple(e for e in theirs.events if e.id not in mentions))

    return sides


def some_of(mentions: Sequence[str]) -> Sides:
    """The two sides of a decision that takes some mentions out of an incident.

    Raises:
        TallystickError: E308 if one is not of the incident.

    """

    def sides(_: Ledger, ours: Named) -> tuple[Named, Named]:
        for mention in mentions:
            if mention not in ours.incident.mentions:
                raise TallystickError(Code.E308, id=mention, incident=ours.incident.id)
        out = tuple(event for event in ours.events if event.id in mentions)
        return Named(ours.incident, tuple(e for e in ours.events if e not in out)), Named(ours.incident, out)

    return sides


def _events(opened: Ledger, mention_ids: Sequence[str]) -> tuple[EventMention, ...]:
    found = {m.id: m for m in opened.mentions_of(mention_ids) if isinstance(m, EventMention)}
    return tuple(found[i] for i in mention_ids if i in found)
