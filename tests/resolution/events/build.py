"""Tellings of events for tests."""

from __future__ import annotations

from tallystick.resolution.events.telling import WORDING, WORDS, EventTelling


def direction(number: int, size: int) -> tuple[float, ...]:
    """A vector of length one along one axis."""
    return tuple(float(n == number) for n in range(size))


def telling(
    name: str,
    lemma: str = "kill",
    *,
    document: str = "a",
    incident: str = "1",
    meaning: int = 0,
    arguments: tuple[str, ...] = (),
    kinds: tuple[float, ...] = (),
    kind: str = "",
    report: tuple[float, ...] = (),
) -> EventTelling:
    return EventTelling(
        id=name,
        document=document,
        incident=incident,
        sentence=3,
        lemma=lemma,
        is_light=False,
        is_verb=True,
        words=direction(meaning, WORDS),
        wording=direction(0, WORDING),
        arguments=arguments,
        kinds=kinds,
        kind=kind,
        report=report,
    )
