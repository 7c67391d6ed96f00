"""What an incident says, in plain values: what its versions are told apart by, and its history is kept in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from pydantic import JsonValue

from tallystick.model.change import FieldChange
from tallystick.model.incident import Incident

AT_A_GLANCE = ("kind", "start", "end", "place", "target", "killed", "injured", "status")
"""The fields that say what an incident is, in few words."""

# How mentions were joined and which of them give a value is the reckoning, not the outcome.
_LEFT_OUT = {"id", "joins", "sourced", "may_be", "conflicts", "attributed_to", "place"}


def digest_of(incident: Incident) -> dict[str, JsonValue]:
    """Every field of an incident as a plain value; places, conflicts and attributions by what they come to."""
    plain: dict[str, JsonValue] = incident.model_dump(mode="json", exclude=_LEFT_OUT)
    place = incident.place
    return {
        **plain,
        "place": None if place is None else place.model_dump(mode="json", include={"id", "name", "country"}),
        "attributed_to": [
            a.model_dump(mode="json", exclude={"chain", "sentences", "confidence_why"}) for a in incident.attributed_to
        ],
        "conflicts": [f"{c.field}: {' / '.join(v.value for v in c.values)}" for c in incident.conflicts],
        "may_be": [*sorted(each.id for each in incident.may_be)],
    }


def version_of(incident: Incident) -> str:
    """The version of an incident: that of its digest."""
    return version_of_digest(digest_of(incident))


def version_of_digest(digest: Mapping[str, JsonValue]) -> str:
    """10 hex digits of the SHA-256 of a digest. It changes when what is told does."""
    text = json.dumps(digest, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def changed_fields(before: Mapping[str, JsonValue], after: Mapping[str, JsonValue]) -> tuple[FieldChange, ...]:
    """The fields in which two digests differ, in the order of the noun."""
    names = [*before, *(name for name in after if name not in before)]
    return tuple(
        FieldChange(field=name, before=before.get(name), after=after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )


def glance_at(digest: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The few fields of a digest that say what the incident is, those told."""
    return {name: digest[name] for name in AT_A_GLANCE if digest[name] is not None}


def told_in(digest: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The fields of a digest that say something: neither null, nor empty, nor no."""
    return {name: value for name, value in digest.items() if value not in (None, [], False)}
