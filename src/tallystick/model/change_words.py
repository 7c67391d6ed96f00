"""Changes in words: what became of an incident, and why."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

from tallystick.model.change import Change, DatedChange, FieldChange, Subject, What
from tallystick.model.decision import Decision
from tallystick.model.digest import MEMBERS

_MOST_NAMES = 3  # reports named one by one
_SAID_BY_SOURCES = ("path", "url", "publisher", "title", "published_on", "language")


def what_in_words(change: Change, names: Mapping[str, str] | None = None) -> str:
    """What became of an incident, claim, tally or report: "killed: 3 → 4; sources: 1 → 2"; of one added or gone, what
    it is or was. ``names`` says what reports are called, by id.
    """
    if change.what is What.MERGED:
        return f"one with {change.points_to}"
    glance = _GLANCES[change.subject]
    if change.what is What.WITHDRAWN and change.version is None:
        return f"was {glance({f.field: f.before for f in change.fields})}"
    if change.what in (What.ADDED, What.REVIVED) and all(f.before is None for f in change.fields):
        return glance({f.field: f.after for f in change.fields})
    return "; ".join(_field_in_words(field, names or {}) for field in change.fields)


def why_in_words(made: DatedChange, journal: Mapping[int, Decision], names: Mapping[str, str] | None = None) -> str:
    """Why it changed: the decisions, new reports and readers behind it. ``names`` says what reports are called."""
    change, derivation = made.change, made.derivation
    parts = [decision_in_words(journal[number]) for number in change.decisions]
    if change.reports:
        named = [(names or {}).get(r, r[:12]) for r in change.reports]
        more = f" and {len(named) - _MOST_NAMES} more" if len(named) > _MOST_NAMES else ""
        parts.append(f"{_count(len(named))}: {', '.join(named[:_MOST_NAMES])}{more}")
    parts += [f"read anew by {reader}" for reader in change.readers]
    if change.subject is Subject.REPORT and any(field.field in _SAID_BY_SOURCES for field in change.fields):
        parts += [] if change.reports else ["it came in from another source"]
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


def subject_in_words(decision: Decision) -> str:
    """What a decision is on: an id, a relation in words, a name, or the number of what it takes back."""
    if decision.undoes is not None:
        return f"decision {decision.undoes}"
    if decision.name is not None:
        return f"{decision.name} is {decision.actor.name}" if decision.actor is not None else decision.name
    return str(decision.relation or decision.mention_id or decision.incident_id)


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


def _glance_at_claim(told: Mapping[str, JsonValue]) -> str:
    """What a claim is in few words: "The Brand claims several (3 incidents), standing"."""
    reach = f"{_term(told.get('quantifier'))} ({_number(told.get('covers'), 'incident')})"
    return f"{value_in_words(told.get('claimant'))} claims {reach}, {_term(told.get('status'))}"


def _glance_at_tally(told: Mapping[str, JsonValue]) -> str:
    """What a tally is in few words: "at least 24 attacks, since 2031-03-10: 19 missing, incomplete"."""
    days = "".join(f", {name} {told[name]}" for name in ("since", "until") if told.get(name) is not None)
    missing = f"{told['missing']} missing, " if told.get("missing") is not None else ""
    value = f"{_term(told.get('comparator'))} {told.get('value')} {_term(told.get('unit'))}"
    return f"{value}{days}: {missing}{_term(told.get('verdict'))}"


def _glance_at_report(told: Mapping[str, JsonValue]) -> str:
    """What a report is in few words: "wire.txt, The Wire, 2031-03-10, 12 mentions"."""
    called = told.get("path") or told.get("url") or told.get("title")
    parts = [value_in_words(each) for each in (called, told.get("publisher"), told.get("published_on")) if each]
    return ", ".join([*parts, _number(told.get("mentions"), "mention") if told.get("read_by") else "not read"])


def _term(value: JsonValue) -> str:
    return value_in_words(value).replace("_", " ")


def _number(value: JsonValue, what: str) -> str:
    count = len(value) if isinstance(value, list) else value or 0
    return f"{count} {what}{'' if count == 1 else 's'}"


def _glance(told: Mapping[str, JsonValue]) -> str:
    """What an incident is in few words: "shelling, 2031-03-10, Ost, killed 2"."""
    days = [value_in_words(told.get(name)) for name in ("start", "end") if told.get(name) is not None]
    parts = [value_in_words(told.get("kind")), " to ".join(dict.fromkeys(days))]
    parts += [value_in_words(told[name]) for name in ("place", "target") if name in told]
    parts += [f"{name} {value_in_words(told[name])}" for name in ("killed", "injured") if name in told]
    return ", ".join(filter(None, [*parts, value_in_words(told.get("status"))]))


_GLANCES = {
    Subject.INCIDENT: _glance,
    Subject.CLAIM: _glance_at_claim,
    Subject.TALLY: _glance_at_tally,
    Subject.REPORT: _glance_at_report,
}


def _field_in_words(change: FieldChange, names: Mapping[str, str]) -> str:
    before, after = change.before, change.after
    if change.field in MEMBERS:
        before, after = before or [], after or []
    if isinstance(before, list) and isinstance(after, list):
        gone = [f"−{value_in_words(each)}" for each in before if each not in after]
        come = [f"+{value_in_words(each)}" for each in after if each not in before]
        return f"{change.field}: {', '.join([*gone, *come]) or 'in another order'}"
    was, now = (names.get(value, value) if isinstance(value, str) else value for value in (before, after))
    return f"{change.field}: {value_in_words(was)} → {value_in_words(now)}"


def _count(reports: int) -> str:
    return "a new report" if reports == 1 else f"{reports} new reports"
