"""What every reader offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from tallystick.errors import TallystickError
from tallystick.model.expression import ActorExpression, DateExpression, PlaceExpression
from tallystick.model.mention import Mention
from tallystick.model.report import Report


@dataclass(frozen=True)
class Reading:
    """What a reader found in one report: the mentions, and the layers below them."""

    report_id: str
    mentions: tuple[Mention, ...]
    dates: tuple[DateExpression, ...] = ()
    places: tuple[PlaceExpression, ...] = ()
    actors: tuple[ActorExpression, ...] = ()


class LeftUnreadError(TallystickError):
    """Raised by a reader that cannot read a report now, though another time it may: the report stays unread."""


class ReadingStoppedError(LeftUnreadError):
    """Raised where no other report would fare better now: all that is unread stays unread."""


class Reader(Protocol):
    """Turns a report into mentions.

    ``name`` tells the reader and its version; a change of what it finds must change its name. Every quote of every
    mention must be a literal substring of the report's text.
    """

    name: str
    languages: frozenset[str]

    def read(self, report: Report, *, year: int | None = None) -> Reading:
        """The reading of a report. It must not fail on any text; ``LeftUnreadError`` puts it off.

        ``year`` is what to assume for a day and month whose year neither the text nor the dateline tells; what rests
        on it is marked ``year_assumed``.
        """
        ...


@runtime_checkable
class ReadsAhead(Protocol):
    """A reader that can do some of its work for several reports at once, and faster so."""

    def read_ahead(self, reports: Sequence[Report]) -> None:
        """Prepares for reports that are then read one by one. What they read as does not change. It must not fail."""
        ...


@runtime_checkable
class ReadsWithKnowledge(Protocol):
    """A reader that knows actors and places. With another ``fingerprint`` of its knowledge it reads otherwise."""

    fingerprint: str


@runtime_checkable
class GivesAccount(Protocol):
    """A reader that has something to tell of its work as a whole."""

    def account(self) -> str:
        """What it did since it was made, in a sentence; empty for nothing to tell."""
        ...
