"""What changed between two moments, whatever happened in between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pydantic import JsonValue

from tallystick.model.change import Change, DatedChange, Derivation, FieldChange, Subject, What
from tallystick.model.digest import AT_A_GLANCE, MEMBERS, says_something

_GONE = (What.MERGED, What.WITHDRAWN)


def net_changes(history: Iterable[DatedChange]) -> tuple[DatedChange, ...]:
    """One change for each incident, claim, tally and report that is another after the history than before it, sorted by
    which of these it is, by what became of it, then by id. Why it changed is gathered from all; the derivation is the
    last.

    What came and went, or changed and changed back, is left out.
    """
    by_id: dict[str, list[DatedChange]] = defaultdict(list)
    for made in history:
        by_id[made.change.id].append(made)
    found = [net for steps in by_id.values() if (net := _net(steps)) is not None]
    return tuple(sorted(found, key=_order))


def _order(made: DatedChange) -> tuple[int, int, str]:
    change = made.change
    return [*Subject].index(change.subject), [*What].index(change.what), change.id


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
    """What several steps come to; null if it came and went, or went and came back as it went."""
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
    steps: dict[str, list[FieldChange]] = defaultdict(list)
    for each in (each for change in changes for each in change.fields):
        steps[each.field].append(each)
    if what is What.ADDED and changes[0].subject is Subject.INCIDENT:
        return tuple(FieldChange(field=name, after=steps[name][-1].after) for name in AT_A_GLANCE if name in steps)
    found = (_from_first_to_last(name, of_field) for name, of_field in steps.items())
    # What is added or gone is kept without its empty fields.
    return tuple(each for each in found if _told(each.before) != _told(each.after))


def _from_first_to_last(name: str, steps: Sequence[FieldChange]) -> FieldChange:
    if name not in MEMBERS:
        return FieldChange(field=name, before=steps[0].before, after=steps[-1].after)
    went: dict[str, None] = {}
    came: dict[str, None] = {}
    for step in steps:
        for value, here, there in ((step.before, came, went), (step.after, went, came)):
            for one in map(str, value) if isinstance(value, list) else ():
                if one in here:
                    del here[one]
                else:
                    there[one] = None
    return FieldChange(field=name, before=[*went], after=[*came])


def _told(value: JsonValue) -> JsonValue:
    return value if says_something(value) else None


def _all_of(derivations: Sequence[Derivation]) -> Derivation:
    return derivations[-1].model_copy(
        update={
            "reports": sum(d.reports for d in derivations),
            "decisions": tuple(sorted({n for d in derivations for n in d.decisions})),
            "readers": tuple(sorted({r for d in derivations for r in d.readers})),
        }
    )
