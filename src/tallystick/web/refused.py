"""A decision that was refused since somebody else was there first: told on the page on which it can be taken again."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.errors import Code, TallystickError
from tallystick.ledger import ChangedError
from tallystick.model.decision import Act

STATUS = 409
"""Conflict (RFC 9110, 15.5.10)."""


@dataclass(frozen=True)
class Typed:
    """What was to be decided, as the user typed it."""

    act: Act
    reason: str = ""
    field: str = ""
    value: str = ""


@dataclass(frozen=True)
class Refused:
    """What was not taken; ``changes`` tells who decided what meanwhile, and when, a line each. ``leave`` is the address
    that leads on without deciding.
    """

    typed: Typed
    changes: tuple[str, ...]
    leave: str


def refused_by(error: TallystickError, typed: Typed, *, leave: str) -> Refused:
    """What an error refused.

    Raises:
        TallystickError: the error itself, if nobody else is behind it.

    """
    if isinstance(error, ChangedError):
        return Refused(typed, error.changes, leave)
    if error.code is Code.E314:
        return Refused(typed, (error.message,), leave)
    raise error
