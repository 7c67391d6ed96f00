"""Taking a decision on whatever an id names, and writing it in the journal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Required, TypedDict, Unpack

from tallystick.deciding.certainty import certainty_of_incident, certainty_of_name, chance_of_one
from tallystick.deciding.incidents import Named, Sides, named
from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.actor import Actor, ActorRef
from tallystick.model.decision import Act, Decision
from tallystick.model.digest import version_of, version_of_relation
from tallystick.model.mention import EventMention, Mention, RelationMention
from tallystick.model.names import UNKNOWN, name_of
from tallystick.model.relation import Relation, RelationEnds
from tallystick.pipeline import bring_up_to_date, default_knowledge
from tallystick.resolution.anchors import anchors_of

Value = Callable[[Named], str | None]

VERDICTS = (Act.ACCEPT, Act.REJECT, Act.UNSURE)


class Told(TypedDict, total=False):
    """What is told of a decision beside what it is and what it is on.

    ``by`` is who decides and ``reason`` why. ``seen`` is the version of the incident or relation that the user saw; of
    anything else, the number of the last entry of the journal on it, 0 for none; ``other_seen`` the version of the
    incident on the other side. ``sides`` tells, of a decision on pairs, which two sides it joins or parts; ``field``
    and ``value`` which field it sets, and to what; ``actor_id``, of ``same`` on a name, the known actor that bears it.
    """

    by: Required[str]
    reason: Required[str | None]
    seen: str | None
    other_seen: str | None
    sides: Sides | None
    field: str | None
    value: Value
    actor_id: str | None


def take_decision(ledger: Ledger, act: Act, id_: str, **told: Unpack[Told]) -> Decision:
    """Takes a decision on what an id names: an incident, a mention, a relation that a report tells, or a name that no
    knowledge base holds. Deriving the ledger anew is left to the caller.

    Raises:
        ChangedError: E311 if something is not as it was seen.
        TallystickError: E313 if the two sides are one, E331 or E334
            if a relation or a name is to be anything but what can be said of one, E333 or E335 if there is no such
            actor or name.

    """
    if ledger.pending_decisions():
        bring_up_to_date(ledger)
    return note_decision(ledger, act, id_, **told)


def note_decision(ledger: Ledger, act: Act, id_: str, **told: Unpack[Told]) -> Decision:
    """The same, without deriving first from what was decided before: so several can be taken at once."""
    by, reason, seen = told["by"], told["reason"], told.get("seen")
    if id_.startswith(UNKNOWN):
        return _decide_on_name(ledger, act, id_, by=by, reason=reason, seen=seen, actor_id=told.get("actor_id"))
    mention = _mention(ledger, id_)
    if isinstance(mention, RelationMention):
        return _decide_on_relation(ledger, act, mention, by=by, reason=reason, seen=seen)
    sides = told.get("sides")
    if isinstance(mention, EventMention) and act in VERDICTS and sides is None:
        return _decide_on_mention(ledger, act, mention, by=by, reason=reason, seen=seen)
    ours = named(ledger, id_)
    score: float | None = certainty_of_incident(ours.incident)
    # What was seen under an id that leads to another by now is not what the other is.
    versions = {id_ if seen and not id_.startswith("m-") else ours.incident.id: seen or version_of(ours.incident)}
    theirs: Named | None = None
    if sides is not None:
        ours, theirs = sides(ledger, ours)
        if not ours.events or not theirs.events:
            raise TallystickError(Code.E313, id=id_)
        score = chance_of_one(ours, theirs)
        versions.setdefault(theirs.incident.id, told.get("other_seen") or version_of(theirs.incident))
    return ledger.append_decision(
        act,
        by=by,
        incident_id=ours.incident.id,
        anchors=ours.anchors,
        other_anchors=theirs.anchors if theirs is not None else (),
        field=told.get("field"),
        value=told["value"](ours) if "value" in told else None,
        reason=reason,
        score=score,
        seen=versions,
    )


def _mention(ledger: Ledger, id_: str) -> Mention | None:
    found = ledger.mentions_of([id_]) if id_.startswith("m-") else ()
    return found[0] if found else None


def _decide_on_relation(
    ledger: Ledger, act: Act, told: RelationMention, *, by: str, reason: str | None, seen: str | None
) -> Decision:
    if act not in VERDICTS:
        raise TallystickError(Code.E331, id=told.id, act=act)
    ends = RelationEnds(subject=told.subject, predicate=told.predicate, object=told.object)
    with ledger.standing() as standing:
        relation = standing.get(Relation, told.id)
    version = seen or (version_of_relation(relation) if relation is not None else None)
    versions = {told.id: version} if version is not None else {}
    return ledger.append_decision(
        act, by=by, anchors=(told.quote,), relation=ends, reason=reason, score=told.confidence, seen=versions
    )


def _decide_on_mention(
    ledger: Ledger, act: Act, told: EventMention, *, by: str, reason: str | None, seen: str | None
) -> Decision:
    incident = ledger.incident_of_mention(told.id)
    return ledger.append_decision(
        act,
        by=by,
        incident_id=incident.id,
        mention_id=told.id,
        anchors=anchors_of(told),
        reason=reason,
        score=told.confidence,
        last_seen=_number(seen),
    )


def _decide_on_name(
    ledger: Ledger, act: Act, id_: str, *, by: str, reason: str | None, seen: str | None, actor_id: str | None
) -> Decision:
    if act not in (*VERDICTS, Act.SAME) or (act is Act.SAME) != (actor_id is not None):
        raise TallystickError(Code.E334, id=id_, act=act)
    name = name_of(id_)
    with ledger.standing() as standing:
        met = standing.get(Actor, id_)
    # One that was said to be a known actor's is met no more, and can still be decided on otherwise.
    if met is None and not any(decision.name == name for decision in ledger.journal()):
        raise TallystickError(Code.E335, id=id_)
    return ledger.append_decision(
        act,
        by=by,
        name=name,
        actor=_known_actor(actor_id) if actor_id is not None else None,
        reason=reason,
        score=certainty_of_name(met) if met is not None else None,
        last_seen=_number(seen),
    )


def _known_actor(actor_id: str) -> ActorRef:
    knowledge = default_knowledge()
    if not knowledge.has(actor_id):
        raise TallystickError(Code.E333, id=actor_id)
    return ActorRef(id=actor_id, name=knowledge.actor(actor_id).name)


def _number(seen: str | None) -> int | None:
    """The number of the entry of the journal that was seen last. Raises TallystickError E304 if it is no number."""
    if seen is None:
        return None
    if not (seen.isascii() and seen.isdigit()):
        raise TallystickError(Code.E304, id=seen)
    return int(seen)
