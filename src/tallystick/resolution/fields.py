"""The fields of an incident that a person may settle: by an edit to any value, or a pin to one that is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum

from pydantic import TypeAdapter, ValidationError

from tallystick.errors import Code, TallystickError
from tallystick.model.actor import ActorRef
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Range
from tallystick.model.place import Place
from tallystick.model.terms import EventKind, Role
from tallystick.resolution.features.effects import show_range

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

PINNABLE = tuple(field for field in EDITABLE if field not in ("end", "date_precision"))
"""The fields that a person may pin. A pinned start pins the whole time."""

_TIME = ("start", "end", "date_precision", "date_basis")
_ANYTHING: TypeAdapter[object] = TypeAdapter(object)

Values = dict[str, object]


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
    return _checked({field: parsed}, field, value)[field]


def pin_value(incident: Incident, field: str, value: str | None, mentions: Iterable[EventMention]) -> str:
    """What a pin sets, as the JSON object that its decision keeps: the value shown now or, if one is named, the one
    that is told in these words by a mention of the incident.

    Raises:
        TallystickError: E305 for a field that cannot be pinned, E312 for a value that nobody tells.

    """
    if field not in PINNABLE:
        raise TallystickError(Code.E305, field=field, fields=", ".join(PINNABLE))
    shown: Values = {name: getattr(incident, name) for name in _fields_with(field)}
    if value is None:
        return _dumped(shown)
    told = {show_value(shown): shown}
    for mention in mentions:
        for values in _told(field, mention):
            told.setdefault(show_value(values), values)
    for words, values in told.items():
        if words.casefold() == value.casefold():
            return _dumped(values)
    raise TallystickError(Code.E312, value=value, field=field, told=", ".join(f"'{words}'" for words in told))


def pinned(field: str, value: str) -> Values:
    """What a pin sets, by field.

    Raises:
        TallystickError: E305 for a field that cannot be pinned, E306 for values that do not fit.

    """
    if field not in PINNABLE:
        raise TallystickError(Code.E305, field=field, fields=", ".join(PINNABLE))
    parsed: Mapping[str, object] = json.loads(value)
    return _checked({name: parsed[name] for name in _fields_with(field) if name in parsed}, field, value)


def show_value(values: Values) -> str:
    """The values of a pinned field in the words in which a conflict shows them."""
    first, *others = values.values()
    if others:
        start, end = first, others[0]
        return str(start) if start == end else f"{start or '..'}/{end or '..'}"
    if isinstance(first, Range):
        return show_range(first)
    if isinstance(first, Place | ActorRef):
        return first.name
    if isinstance(first, tuple):
        return ", ".join(show_value({"": each}) for each in first)
    return "not told" if first is None else str(first.value if isinstance(first, Enum) else first)


def turned_right(incident: Incident, field: str, values: Values) -> Values:
    """The values, and the other end of the time where it would else end before it starts."""
    start, end = (values.get(name, getattr(incident, name)) for name in ("start", "end"))
    if isinstance(start, date) and isinstance(end, date) and end < start:
        return {**values, "end" if field == "start" else "start": values[field]}
    return values


def _fields_with(field: str) -> tuple[str, ...]:
    return _TIME if field == "start" else (field,)


def _dumped(values: Values) -> str:
    return json.dumps(_ANYTHING.dump_python(values, mode="json"), ensure_ascii=False)


def _checked(values: Mapping[str, object], field: str, value: str) -> Values:
    try:
        incident = Incident.model_validate({"id": "any", "kind": EventKind.OTHER_VIOLENCE, **values})
    except ValidationError as error:
        raise TallystickError(Code.E306, value=value, field=field, cause=error.errors()[0]["msg"]) from None
    return {name: getattr(incident, name) for name in values}


def _told(field: str, mention: EventMention) -> list[Values]:
    """The values that a mention tells of a field."""
    if field == "start":
        when = mention.when
        found = (when.start, when.end, when.precision, when.basis)
        return [dict(zip(_TIME, found, strict=True))] if when.is_known else []
    return [{field: value} for value in _TOLD[field](mention) if value is not None] if field in _TOLD else []


def _range(count: Range | None) -> list[object]:
    return [Range(low=count.low, best=count.best, high=count.high) if count else None]


def _actors(role: Role) -> Callable[[EventMention], list[object]]:
    return lambda m: [p.actor for p in m.participants if p.role is role]


_TOLD: dict[str, Callable[[EventMention], list[object]]] = {
    "kind": lambda m: [m.event_kind],
    "place": lambda m: [Place(**{name: getattr(m.where, name) for name in Place.model_fields}) if m.where else None],
    "target": lambda m: [p.name for p in m.participants if p.role is Role.TARGET],
    "target_actor": _actors(Role.TARGET),
    "perpetrator": _actors(Role.PERPETRATOR),
    "outcome": lambda m: [m.outcome.value if m.outcome else None],
    "weapon_count": lambda m: _range(m.weapon_count),
    "killed": lambda m: _range(m.casualties.killed),
    "injured": lambda m: _range(m.casualties.injured),
}
