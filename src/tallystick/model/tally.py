"""A quoted count and what the incidents on file say of it."""

from __future__ import annotations

from datetime import date

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.mention import TallyPart, TallyScope
from tallystick.model.quote import Quote
from tallystick.model.terms import Comparator, TallyUnit, Verdict


class Outside(Noun):
    """An incident that the tally does not cover, and why."""

    incident_id: str
    why: str


class Reconciliation(Noun):
    """A tally against the ledger. ``missing`` is how many of the count no report on file tells one by one; for a
    lower bound it is itself a lower bound. ``note`` says it in words.

    ``inside`` are the incidents that were counted. ``vague`` are those that fall inside too, but may be one of them:
    they were not counted a second time, and any of them may be one of the missing.
    """

    inside: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    outside: tuple[Outside, ...] = ()
    missing: int | None = None
    verdict: Verdict
    note: str


class Tally(Noun):
    """A tally, its ``id`` being that of the mention that tells it."""

    id: str
    report_id: str
    quote: Quote
    counter: ActorRef | None = None
    quoted_by: str | None = None
    unit: TallyUnit
    scope: TallyScope
    since: date | None = None
    until: date | None = None
    comparator: Comparator
    value: int
    value_low: int | None = None
    value_high: int | None = None
    parts: tuple[TallyPart, ...] = ()
    reconciliation: Reconciliation
