"""What people decided on names that no knowledge base holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tallystick.model.actor import ActorRef
from tallystick.model.decision import Act, Decision

UNKNOWN = "unknown:"
"""What the id of a name that no knowledge base holds begins with."""

_VERDICTS = (Act.ACCEPT, Act.REJECT, Act.SAME)


def unknown_id(name: str) -> str:
    """The id under which a name, folded, is on file."""
    return f"{UNKNOWN}{name.replace(' ', '-')}"


def name_of(unknown: str) -> str:
    """The name, folded, of such an id."""
    return unknown.removeprefix(UNKNOWN).replace("-", " ")


def verdicts_on_names(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The verdict that holds on each name, folded: the latest of those in force."""
    ours = [d for d in decisions if d.name is not None and d.act in _VERDICTS]
    return {d.name: d for d in sorted(ours, key=lambda d: d.id) if d.name is not None}


def actors_by_name(decisions: Iterable[Decision]) -> Mapping[str, ActorRef]:
    """The known actor that bears each name, folded, of which a person said so."""
    return {name: d.actor for name, d in verdicts_on_names(decisions).items() if d.actor is not None}


def overruled_on_names(decisions: Iterable[Decision]) -> Iterator[tuple[Decision, Decision]]:
    """The verdicts on names that a later one sets aside, each with the latest."""
    held = list(decisions)
    latest = verdicts_on_names(held)
    for decision in held:
        if decision.name is not None and decision.act in _VERDICTS and latest[decision.name] != decision:
            yield decision, latest[decision.name]
