"""Changes in words: what became of an incident, and why."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

from tallystick.model.change import Change, DatedChange, FieldChange, What
from tallystick.model.decision import Decision

_MOST_NAMES = 3  # reports named one by one


def what_in_words(change: Change) -> str:
    """What became of an incident: "killed: 3 → 4; sources: 1 → 2"; of one added or gone, what it is or was."""
    if change.what is What.MERGED:
        return f"one with {change.points_to}"
    if change.version is None:
        return f"was {_glance({f.field: f.before for f in change.fields})}"
    if change.what in (What.ADDED, What.REVIVED) and all(f.before is None for f in change.fields):
        return _glance({f.field: f.after for f in change.fields})
    return "; ".join(map(_field_in_words, change.fields))


def why_in_words(made: DatedChange, journal: Mapping[int, Decision], names: Mapping[str, str] | None = None) -> str:
    """Why an incident changed: the decisions, new reports and readers behind it. ``names`` says what reports are
    called, by id.
    """
    change, derivation = made.change, made.derivation
    parts = [decision_in_words(journal[number]) for number in change.decisions]
    if change.reports:
        named = [(names or {}).get(r, r[:12]) for r in change.reports]
        more = f" and {len(named) - _MOST_NAMES} more" if len(named) > _MOST_NAMES else ""
        parts.append(f"{_count(len(named))}: {', '.join(named[:_MOST_NAMES])}{more}")
    parts += [f"read anew by {reader}" for reader in change.readers]
    if parts:
        return "; ".join(parts)
    elsewhere = [f"decision {number}" for number in derivation.decisions]
    elsewhere += [_count(derivation.reports)] if derivation.reports else []
    elsewhere += [f"what was read anew by {reader}" for reader in derivation.readers]
    if elsewhere:
        return f"follows from {', '.join(elsewhere)}"
    return "derived anew by another version of Tallystick, or with other knowledge"


def decision_in_words(decision: Decision) -> str:
    """A decision with who took it: "reject by ada (decision 2): twice told"."""
    about = f" of decision {decision.undoes}" if decision.undoes is not None else ""
    about += f" {decision.field}" if decision.field is not None else ""
    reason = f": {decision.reason}" if decision.reason else ""
    return f"{decision.act.value}{about} by {decision.by} (decision {decision.id}){reason}"


def value_in_words(value: JsonValue) -> str:
    """A plain value in words: a count as "2 to 4", a place or an actor by its name."""
    if value is None or value == []:
        return "not told"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(value_in_words, value))
    if isinstance(value, dict):
        if "low" in value:
            low, high = value["low"], value["high"]
            return str(low) if low == high else f"{'?' if low is None else low} to {'?' if high is None else high}"
        return value_in_words(value.get("name") or value.get("actors") or value.get("field") or value.get("group"))
    return str(value)


def _glance(told: Mapping[str, JsonValue]) -> str:
    """What an incident is in few words: "shelling, 2031-03-10, Ost, killed 2"."""
    days = [value_in_words(told.get(name)) for name in ("start", "end") if told.get(name) is not None]
    parts = [value_in_words(told.get("kind")), " to ".join(dict.fromkeys(days))]
    parts += [value_in_words(told[name]) for name in ("place", "target") if name in told]
    parts += [f"{name} {value_in_words(told[name])}" for name in ("killed", "injured") if name in told]
    return ", ".join(filter(None, [*parts, value_in_words(told.get("status"))]))


def _field_in_words(change: FieldChange) -> str:
    before, after = change.before, change.after
    if isinstance(before, list) and isinstance(after, list):
        gone = [f"−{value_in_words(each)}" for each in before if each not in after]
        come = [f"+{value_in_words(each)}" for each in after if each not in before]
        return f"{change.field}: {', '.join([*gone, *come]) or 'in another order'}"
    return f"{change.field}: {value_in_words(before)} → {value_in_words(after)}"


def _count(reports: int) -> str:
    return "a new report" if reports == 1 else f"{reports} new reports"
