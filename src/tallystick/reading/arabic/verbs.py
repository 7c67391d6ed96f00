"""The verbs of Arabic that tell an event, in all their forms."""

from __future__ import annotations

from functools import cache

from tallystick.model.terms import EventKind
from tallystick.reading.arabic.phrases import conjugations
from tallystick.reading.arabic.words import fold
from tallystick.reading.lexicon import load_lexicon


@cache
def kinds_by_verb() -> dict[str, EventKind]:
    """The kind of event that each form tells."""
    listed = load_lexicon("arabic")["event_verbs"]
    return {
        form: EventKind(kind) for kind, verbs in listed.items() for verb in verbs for form in conjugations(fold(verb))
    }


@cache
def violent_verbs() -> frozenset[str]:
    """All of those forms."""
    return frozenset(kinds_by_verb())
