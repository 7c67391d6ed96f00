"""A quoted count and what the incidents on file say of it."""

from __future__ import annotations

from datetime import date

from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.mention import Revised, TallyPart, TallyScope
from tallystick.model.quote import Quote
from tallystick.model.terms import Comparator, GapReason, SumVerdict, TallyUnit, Verdict


class Outside(Noun):
    """An incident that the tally does not cover, and why."""

    incident_id: str
    why: str


class ScopeReading(Noun):
    """What a tally comes to under one reading of its scope: the incidents, their ``number`` in its unit, and how many
    of the count are not on file. ``number`` is null where no incident tells the unit, ``missing`` also where the tally
    sets no lower bound.
    """

    inside: tuple[str, ...] = ()
    number: int | None = None
    missing: int | None = None


class Unsure(Noun):
    """An incident that a tally may cover and does not surely cover, and why not surely."""

    incident_id: str
    why: str


class Gap(Noun):
    """A reason why count and file may differ, for how many of the count it may stand, and why it is given.

    ``number`` is null where that cannot be said. Of several reasons each is possible, none is proven.
    """

    reason: GapReason
    number: int | None = None
    why: str
    incident_ids: tuple[str, ...] = ()
    quote: Quote | None = None


class Addend(Noun):
    """A number that a report lists under a whole; ``tally_id`` is that of the tally that tells it, null for a part."""

    scope: str
    value: int
    tally_id: str | None = None


class ListedSum(Noun):
    """Numbers that one report lists under a whole, held against it. A list under a lower bound may fall short of it,
    and come to more: neither is a contradiction.
    """

    addends: tuple[Addend, ...]
    total: int
    said: int
    verdict: SumVerdict
    contradicts: bool
    why: str


class Reconciliation(Noun):
    """A tally against the ledger. ``missing`` is how many of the count no report on file tells one by one; for a
    lower bound it is itself a lower bound. ``note`` says it in words.

    ``inside`` are the incidents that were counted: they fit all that is told of them and of the count. ``vague`` are
    those that fall inside too, but may be one of them: they were not counted a second time, and any of them may be one
    of the missing. ``strict`` are only those that the words of the count surely cover, ``lenient`` all that they may
    cover, so that strict is part of inside and inside of lenient; ``unsure`` says of each that is lenient only why.
    The ``verdict`` is from both. ``gaps`` are the reasons for a difference, ``sums`` the lists of its own report.
    """

    inside: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    outside: tuple[Outside, ...] = ()
    missing: int | None = None
    verdict: Verdict
    note: str
    strict: ScopeReading = ScopeReading()
    lenient: ScopeReading = ScopeReading()
    unsure: tuple[Unsure, ...] = ()
    gaps: tuple[Gap, ...] = ()
    sums: tuple[ListedSum, ...] = ()


class Tally(Noun):
    """A tally, its ``id`` being that of the mention that tells it.

    ``since_inclusive`` and ``until_inclusive`` say whether the first and the last day are counted whole; null where the
    words leave that open ("as of", "until", or the day of the report). ``in_headline`` is true where it stands before
    the body of its report, ``revision`` quotes the words that say a count was revised.
    """

    id: str
    report_id: str
    quote: Quote
    counter: ActorRef | None = None
    quoted_by: str | None = None
    unit: TallyUnit
    scope: TallyScope
    since: date | None = None
    until: date | None = None
    since_inclusive: bool | None = None
    until_inclusive: bool | None = None
    comparator: Comparator
    value: int
    value_low: int | None = None
    value_high: int | None = None
    parts: tuple[TallyPart, ...] = ()
    revises: Revised | None = None
    in_headline: bool = False
    revision: Quote | None = None
    reconciliation: Reconciliation
