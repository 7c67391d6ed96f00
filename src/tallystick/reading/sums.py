"""Harm that sums up many events."""

from __future__ import annotations

from tallystick.model.terms import DatePrecision
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of

_LONG = (DatePrecision.YEAR, DatePrecision.MONTH)
_NO_SINGLE_EVENT = 10_000  # dead: more than any one attack of the wars on record has killed


def sums_up_harm(frame: Frame) -> bool:
    """True for "300,000 people have been killed since 2011" and "170,000 have died in the civil war"."""
    if any(t.strength != "effect" for t in frame.triggers):
        return False
    words = {t.lower_ for t in frame.sentence}
    if words & words_of("retelling", "sums") or any(d.when.precision in _LONG for d in frame.dates):
        return True
    killed = frame.casualties.killed
    if killed is not None and (killed.best or killed.low or 0) > _NO_SINGLE_EVENT:
        return True
    return bool(words & words_of("harm", "wars")) and bool(words & {"has", "have"})
