"""An event mention together with what its report adds: when it came out, and whose word it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from rapidfuzz import fuzz

from tallystick.model.actor import ActorRef
from tallystick.model.mention import EventMention, Mention, TallyMention
from tallystick.model.place import Place
from tallystick.model.report import Report
from tallystick.model.terms import DateBasis, DatePrecision, Modality, ParticipantType, Role
from tallystick.resolution.company import company_of, is_point
from tallystick.resolution.origins import OutletOf, Source, origin_test
from tallystick.resolution.window import Window, window_of

OWNERS = frozenset({ParticipantType.ORGANISATION, ParticipantType.STATE})

Key = tuple[date, str, int, int, str]


@dataclass(frozen=True, eq=False)
class Telling:
    """One telling of one event. ``origin`` is who originally reported it; ``ordinal`` tells apart mentions that share
    their trigger words; ``batch`` is the one in which its report came in. ``told_until`` is the last day that its
    report tells of, before which it cannot have come out; ``company`` is of ``company_of``.
    """

    mention: EventMention
    origin: Source
    batch: int
    published: date | None
    ordinal: int
    told_until: date | None = None
    company: tuple[Place, ...] = ()

    @cached_property
    def key(self) -> Key:
        """Which comes first: publication day, report, trigger, ordinal. The mention id only breaks ties.

        When a report came in plays no part, so that the same reports in any order give the same incidents.
        """
        m = self.mention
        return (self.published or date.max, m.report_id, m.trigger.start, self.ordinal, m.id)

    @cached_property
    def is_affirmed(self) -> bool:
        """True if the report says that it happened, be it on somebody's word."""
        return self.mention.modality in (Modality.ACTUAL, Modality.ALLEGED)

    @cached_property
    def has_day(self) -> bool:
        """True if the day is told, give or take the doubt of a time zone."""
        when = self.mention.when
        return (
            when.precision is DatePrecision.DAY
            and when.start is not None
            and when.end is not None
            and (when.end - when.start).days <= 1
        )

    @cached_property
    def has_told_day(self) -> bool:
        """True if the report tells the day, and it is not only taken from the day of publication."""
        return self.has_day and self.mention.when.basis is not DateBasis.PUBLICATION

    @cached_property
    def has_point(self) -> bool:
        """True if the place is told as a site, town or district, or by a name that no list holds."""
        return is_point(self.mention.where)

    @cached_property
    def is_firm(self) -> bool:
        """True if day and place are told closely enough to stand for one incident of their own."""
        return self.has_day and self.has_point

    @cached_property
    def tells_nothing_new(self) -> bool:
        """True for a bare "the attack": neither a day nor a place of its own."""
        return not self.mention.when.is_known and self.mention.where is None

    @cached_property
    def window(self) -> Window:
        """The days on which it can have happened."""
        return window_of(self.mention, self.published)

    @cached_property
    def came_out(self) -> date | None:
        """The day of publication; of a report that bears none, the last day that it tells of."""
        return self.published or self.told_until

    @cached_property
    def weekday(self) -> int | None:
        """The day of the week, from 1 for Monday, of an event that nothing else dates."""
        return None if self.mention.when.is_known else self.mention.when.weekday

    @cached_property
    def hours(self) -> tuple[int, int] | None:
        """The time of the day in minutes, from and to, if the words that tell the event tell it, and not others before
        them.
        """
        when, words = self.mention.when, self.mention.quote
        return when.hours if when.quote is not None and when.quote.overlaps(words) else None

    @cached_property
    def perpetrators(self) -> tuple[ActorRef, ...]:
        """Who is said to have done it, named or not. Whom only the reader puts to it is not."""
        return self._actors(Role.PERPETRATOR)

    @cached_property
    def is_blame(self) -> bool:
        """True if the doer is only blamed or suspected, by whomever."""
        return any(p.alleged or p.role is Role.ATTRIBUTOR for p in self.mention.participants)

    @cached_property
    def claimants(self) -> tuple[ActorRef, ...]:
        """Who says it was them."""
        return self._actors(Role.CLAIMANT)

    @cached_property
    def targets(self) -> tuple[ActorRef, ...]:
        """Whose people or things were attacked: of a base or a convoy, only its owner."""
        return self._actors(Role.TARGET, owners_only=True)

    @cached_property
    def things(self) -> tuple[str, ...]:
        """What was attacked, in small letters, other than a place or an owner: those stand for themselves."""
        place = self.mention.where.name.casefold() if self.mention.where else ""
        return tuple(
            name
            for p in self.mention.participants
            if p.role in (Role.TARGET, Role.VICTIM) and p.type not in OWNERS and p.type is not ParticipantType.PLACE
            if fuzz.token_set_ratio(name := p.name.casefold(), place) < 90
        )

    def _actors(self, role: Role, *, owners_only: bool = False) -> tuple[ActorRef, ...]:
        found = {
            (p.actor_id, p.name): p.actor
            for p in self.mention.participants
            if p.role is role and not p.inferred and (p.actor_id or p.type in OWNERS or not owners_only)
        }
        return tuple(found.values())


def last_days_told(mentions: Iterable[Mention]) -> dict[str, date]:
    """Report id → the last day that it tells of as past, by what happened or by what was counted."""
    told: dict[str, date] = {}
    for m in mentions:
        days: tuple[date | None, ...] = ()
        if isinstance(m, TallyMention):
            days = (m.until,)
        elif isinstance(m, EventMention) and m.modality is Modality.ACTUAL:
            days = (m.when.start, m.when.end)
        for day in days:
            if day is not None:
                told[m.report_id] = max(told.get(m.report_id, day), day)
    return told


def tellings_of(
    mentions: Iterable[EventMention],
    reports: Iterable[Report],
    *,
    batches: Mapping[str, int],
    told_until: Mapping[str, date] = MappingProxyType({}),
    outlet_of: OutletOf = lambda _name: None,
) -> list[Telling]:
    """The mentions with what their reports add, sorted by key. They must be all of the events that their reports tell.
    ``told_until`` is of ``last_days_told``; ``outlet_of`` knows outlets by name and address.
    """
    mentions, reports = list(mentions), list(reports)
    published = {r.id: r.published_on for r in reports}
    origin = origin_test(reports, outlet_of)
    company = company_of(mentions, published)
    by_trigger: dict[tuple[str, int, int], list[EventMention]] = defaultdict(list)
    for m in mentions:
        by_trigger[m.report_id, m.trigger.start, m.trigger.end].append(m)
    tellings = [
        Telling(
            mention=m,
            origin=origin(m),
            batch=batches.get(m.report_id, 0),
            published=published.get(m.report_id),
            ordinal=ordinal,
            told_until=told_until.get(m.report_id),
            company=company[m.id],
        )
        for sharing in by_trigger.values()
        for ordinal, m in enumerate(sorted(sharing, key=_place_in_text))
    ]
    return sorted(tellings, key=lambda t: t.key)


def _place_in_text(m: EventMention) -> tuple[int, int, str]:
    where = m.where.quote.start if m.where else -1
    when = m.when.quote.start if m.when.quote else -1
    return where, when, m.id
