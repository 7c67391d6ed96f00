"""Decisions in words, for those who look on: who did what to which incident or relation."""

from __future__ import annotations

from collections.abc import Mapping

from tallystick.model.decision import Act, Decision, meant

_DEEDS = {
    Act.ACCEPT: "accepted {what}",
    Act.REJECT: "rejected {what}",
    Act.EDIT: "set {field} of {what}",
    Act.PIN: "pinned {field} of {what}",
    Act.MERGE: "joined {what} with another",
    Act.SAME: "said that {what} and another are the same",
    Act.SPLIT: "split {what}",
    Act.DIFFERENT: "said that {what} and another are different",
    Act.UNSURE: "was unsure about {what}",
}


def tell_decision(entry: Decision, entries: Mapping[int, Decision], *, what: str) -> str:
    """An entry of the journal as a sentence without its end: ``bo accepted “Rocket attack in Kirkuk”``.

    ``what`` is what it is about, by its name; ``entries`` must hold whatever an undo takes back.
    """
    if entry.undoes is None:
        return f"{entry.by} {_deed(entry, what)}"
    about = meant(entry, entries)
    is_back, undone = False, entries[entry.undoes]
    while undone.undoes is not None:
        is_back, undone = not is_back, entries[undone.undoes]
    done = "brought back" if is_back else "took back"
    return f"{entry.by} {done} decision {about.id}: {about.by} {_deed(about, what)}"


def _deed(decision: Decision, what: str) -> str:
    return _DEEDS[decision.act].format(what=what, field=(decision.field or "").replace("_", " "))
