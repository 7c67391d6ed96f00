"""What changed between two moments, whatever happened in between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tallystick.model.change import Change, DatedChange, Derivation, FieldChange, What
from tallystick.model.digest import AT_A_GLANCE

_GONE = (What.MERGED, What.WITHDRAWN)


def net_changes(history: Iterable[DatedChange]) -> tuple[DatedChange, ...]:
    """One change for each incident that is another after the history than before it, sorted by what became of it, then
    by id. Why it changed is gathered from all; the derivation is the last.

    An incident that came and went, or changed and changed back, is left out.
    """
    by_incident: dict[str, list[DatedChange]] = defaultdict(list)
    for made in history:
        by_incident[made.change.incident_id].append(made)
    found = [net for steps in by_incident.values() if (net := _net(steps)) is not None]
    order = list(What)
    return tuple(sorted(found, key=lambda made: (order.index(made.change.what), made.change.incident_id)))


def _net(steps: Sequence[DatedChange]) -> DatedChange | None:
    if len(steps) == 1:
        return steps[0]
    changes = [made.change for made in steps]
    what = _what([change.what for change in changes])
    fields = _fields(what, changes)
    if what is None or (what is What.CHANGED and not fields):
        return None
    change = changes[-1].model_copy(
        update={
            "what": what,
            "fields": fields,
            "reports": tuple(sorted({r for c in changes for r in c.reports})),
            "decisions": tuple(sorted({n for c in changes for n in c.decisions})),
            "readers": tuple(sorted({r for c in changes for r in c.readers})),
        }
    )
    return DatedChange(derivation=_all_of([made.derivation for made in steps]), change=change)


def _what(steps: Sequence[What]) -> What | None:
    """What several steps come to; null if an incident came and went, or went and came back as it went."""
    turns = [step for step in steps if step is not What.CHANGED]
    if not turns:
        return What.CHANGED
    gone = turns[-1] in _GONE
    if turns[0] in (What.ADDED, What.REVIVED):
        return None if gone else turns[0]
    return turns[-1] if gone else What.CHANGED


def _fields(what: What | None, changes: Sequence[Change]) -> tuple[FieldChange, ...]:
    """Each field from its first value to its last; those that came back to the first are left out. Of an incident
    added, what it is at a glance.
    """
    first: dict[str, FieldChange] = {}
    last: dict[str, FieldChange] = {}
    for each in (each for change in changes for each in change.fields):
        first.setdefault(each.field, each)
        last[each.field] = each
    if what is What.ADDED:
        return tuple(FieldChange(field=name, after=last[name].after) for name in AT_A_GLANCE if name in last)
    return tuple(
        FieldChange(field=name, before=first[name].before, after=last[name].after)
        for name in first
        # What one that went told is kept without its empty fields.
        if (first[name].before or None) != (last[name].after or None)
    )


def _all_of(derivations: Sequence[Derivation]) -> Derivation:
    return derivations[-1].model_copy(
        update={
            "reports": sum(d.reports for d in derivations),
            "decisions": tuple(sorted({n for d in derivations for n in d.decisions})),
            "readers": tuple(sorted({r for d in derivations for r in d.readers})),
        }
    )
