"""What an incident, a claim or a tally says, in plain values: what the history of each is kept in, and what the
versions of an incident and of a relation are told apart by.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from pydantic import JsonValue

from tallystick.model.change import FieldChange
from tallystick.model.claim import Claim, LifeStep
from tallystick.model.incident import Incident
from tallystick.model.relation import Relation
from tallystick.model.tally import Tally

AT_A_GLANCE = ("kind", "start", "end", "place", "target", "killed", "injured", "status")
"""The fields that say what an incident is, in few words."""

MEMBERS = ("covers", "inside", "vague", "outside")
"""The fields of claims and tallies that can hold many incidents: a change tells those that went and those that came."""

# How mentions were joined and which of them give a value is the reckoning, not the outcome.
_LEFT_OUT = {"id", "joins", "sourced", "may_be", "conflicts", "attributed_to", "place"}

_OF_THE_RECKONING = {"chain", "sentences", "confidence_why", "opinion", "evidence", "sensitivity"}


def digest_of(incident: Incident) -> dict[str, JsonValue]:
    """Every field of an incident as a plain value; places, conflicts and attributions by what they come to."""
    plain: dict[str, JsonValue] = incident.model_dump(mode="json", exclude=_LEFT_OUT)
    place = incident.place
    return {
        **plain,
        "place": None if place is None else place.model_dump(mode="json", include={"id", "name", "country"}),
        "attributed_to": [a.model_dump(mode="json", exclude=_OF_THE_RECKONING) for a in incident.attributed_to],
        "conflicts": [f"{c.field}: {' / '.join(v.value for v in c.values)}" for c in incident.conflicts],
        "may_be": [*sorted(each.id for each in incident.may_be)],
    }


def digest_of_claim(claim: Claim) -> dict[str, JsonValue]:
    """What a claim says, with the incidents that it covers."""
    plain: dict[str, JsonValue] = claim.model_dump(mode="json", include={"claimant", "mode", "status"})
    covers = claim.covers
    return {
        **plain,
        "quantifier": covers.quantifier.value,
        "covers": [*covers.incident_ids],
        "number": covers.number,
        "channel": claim.channel.name if claim.channel else None,
        "made_on": str(claim.made_on.start) if claim.made_on and claim.made_on.start else None,
        "superseded_by": claim.superseded_by,
        "life": [_step_told(step) for step in claim.life],
        "words": claim.quote.exact,
    }


def _step_told(step: LifeStep) -> str:
    """A step in the life of a claim by what, by whom and in which report."""
    by = f" by {step.by.name}" if step.by else ""
    return f"{step.step.value}{by} ({step.report_id[:12]})"


def digest_of_tally(tally: Tally) -> dict[str, JsonValue]:
    """What a tally says and what the incidents on file say of it; its note, which is made of that, left out."""
    plain: dict[str, JsonValue] = tally.model_dump(
        mode="json", exclude={"id": True, "report_id": True, "quote": True, "reconciliation": True}
    )
    checked = tally.reconciliation
    return {
        **plain,
        "words": tally.quote.exact,
        "verdict": checked.verdict.value,
        "missing": checked.missing,
        "inside": [*checked.inside],
        "vague": [*checked.vague],
        "outside": [f"{each.incident_id}: {each.why}" for each in checked.outside],
    }


def version_of(incident: Incident) -> str:
    """The version of an incident: that of its digest."""
    return version_of_digest(digest_of(incident))


def version_of_relation(relation: Relation) -> str:
    """The version of a relation that a report tells: of all that is said of it, and of the decision in force on it."""
    return version_of_digest(relation.model_dump(mode="json"))


def version_of_digest(digest: Mapping[str, JsonValue]) -> str:
    """10 hex digits of the SHA-256 of a digest. It changes when what is told does."""
    text = json.dumps(digest, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def changed_fields(before: Mapping[str, JsonValue], after: Mapping[str, JsonValue]) -> tuple[FieldChange, ...]:
    """The fields in which two digests differ, in the order of the noun."""
    names = [*before, *(name for name in after if name not in before)]
    found = (_field_change(name, before.get(name), after.get(name)) for name in names)
    return tuple(change for change in found if change.before != change.after)


def _field_change(name: str, before: JsonValue, after: JsonValue) -> FieldChange:
    if name in MEMBERS and isinstance(before, list) and isinstance(after, list):
        old, new = ({str(member) for member in members} for members in (before, after))
        went, came = [i for i in before if str(i) not in new], [i for i in after if str(i) not in old]
        return FieldChange(field=name, before=went, after=came)
    return FieldChange(field=name, before=before, after=after)


def glance_at(digest: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The few fields of a digest that say what the incident is, those told."""
    return {name: digest[name] for name in AT_A_GLANCE if digest[name] is not None}


def told_in(digest: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The fields of a digest that say something: neither null, nor empty, nor no."""
    return {name: value for name, value in digest.items() if says_something(value)}


def says_something(value: JsonValue) -> bool:
    """True for any value but null, an empty list and no; a zero says something."""
    return value is not None and value is not False and value != []
