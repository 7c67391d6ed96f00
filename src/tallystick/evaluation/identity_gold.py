"""The coded incidents of briefs as event mentions, so that joining can be scored apart from reading."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import spacy

from tallystick.evaluation.briefs_gold import Brief
from tallystick.evaluation.faults import OTHERWISE, not_gold
from tallystick.knowledge.arabic_calendar import arabic_calendar
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.model.actor import Participant
from tallystick.model.mention import Casualties, CountedRange, EventMention, OutcomeRead, TallyMention, WeaponUse
from tallystick.model.place import Place, Where
from tallystick.model.quote import Quote, quote_from
from tallystick.model.terms import (
    Comparator,
    DateBasis,
    DatePrecision,
    EventKind,
    Outcome,
    ParticipantType,
    PlacePrecision,
    Role,
    TallyUnit,
    WeaponKind,
)
from tallystick.model.when import When
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.reading.date_lexicon import WEEKDAYS
from tallystick.reading.dates import find_dates
from tallystick.reading.lexicon import load_lexicon

READER = "gold"

_BASES = {"relative": DateBasis.RELATIVE_TO_DATELINE}
_WIDEST = (
    (2, DatePrecision.DAY),
    (8, DatePrecision.WEEK),
    (16, DatePrecision.PART_OF_MONTH),
    (31, DatePrecision.MONTH),
)
"""The most days that a time of each precision spans."""

_CUES = frozenset({"confirmed", "claimed_only"})


def coded_tallies(briefs: Sequence[Brief]) -> tuple[TallyMention, ...]:
    """The coded tallies as mentions: an undated report dates itself by them."""
    return tuple(
        TallyMention(
            id=f"{READER}-{brief.name}-tally-{n}",
            report_id=brief.report.id,
            quote=quote_from(brief.report.id, brief.report.text, 0, len(brief.report.text)),
            confidence=1,
            reader=READER,
            unit=TallyUnit.ATTACKS,
            since=count.since,
            until=count.until,
            comparator=Comparator(count.comparator),
            value=count.value,
        )
        for brief in briefs
        for n, count in enumerate(brief.tallies)
    )


@dataclass(frozen=True)
class TrueMention:
    """A mention, the gold document that it stands in, and the real incident that it tells of."""

    document: str
    mention: EventMention
    truth: str


def true_mentions(folder: Path, briefs: Sequence[Brief]) -> tuple[TrueMention, ...]:
    """Every coded incident as a mention with the coded values; the incidents of one brief are told apart.

    Names of places and actors are looked up whole; a place that the gazetteer does not hold lies, by its name alone,
    somewhere in its province or country.

    Raises:
        TallystickError: E601 if a code or a number of the gold is none that a mention can have.

    """
    knowledge, gazetteer = default_knowledge(), default_gazetteer()
    found: list[TrueMention] = []
    for brief in briefs:
        try:
            found += _of_brief(brief, _coded(folder, brief.name), knowledge, gazetteer)
        except OTHERWISE as fault:
            raise not_gold(folder / "gold" / f"{brief.name}.json", fault, form="briefs") from fault
    return tuple(found)


def _coded(folder: Path, name: str) -> list[dict[str, Any]]:
    coded: list[dict[str, Any]] = json.loads((folder / "gold" / f"{name}.json").read_text(encoding="utf-8"))[
        "incidents"
    ]
    return coded


def _of_brief(
    brief: Brief, coded: Sequence[Mapping[str, Any]], knowledge: KnowledgeBase, gazetteer: Gazetteer
) -> Iterator[TrueMention]:
    ids = [f"{READER}-{brief.name}-{n}" for n in range(len(coded))]
    quotes = [
        quote_from(brief.report.id, brief.report.text, start, end)
        for told in brief.incidents
        for start, end in told.spans
    ]
    times = _times_of_day(brief, quotes)
    for told, mention_id, quote in zip(coded, ids, quotes, strict=True):
        mention = EventMention(
            id=mention_id,
            report_id=brief.report.id,
            quote=quote,
            trigger=quote,
            confidence=1,
            reader=READER,
            event_kind=EventKind(told["kind"]),
            when=_when(told, quote, brief.report.text[: quote.end], times.get(quote, "")),
            where=_where(told, quote, gazetteer),
            participants=tuple(_participants(told, quote, knowledge)),
            weapons=tuple(WeaponUse(kind=kind, quote=quote) for kind in _weapons(told.get("weapons", ()))),
            weapon_count=_count(told.get("weapon_count"), quote),
            casualties=Casualties(killed=_count(told["killed"], quote), injured=_count(told["injured"], quote)),
            outcome=OutcomeRead(value=Outcome(told["outcome"]), quote=quote),
            background=bool(told["background"]),
            status_cue=told["status"] if told["status"] in _CUES else "reported",
            counted_apart=tuple(other for other in ids if other != mention_id),
        )
        yield TrueMention(document=brief.name, mention=mention, truth=told["global_id"])


def _when(told: Mapping[str, Any], quote: Quote, text: str, time: str) -> When:
    """The coded days; where there are none and the coder went by a weekday, the last one told in the ``text`` so far.
    ``time`` is the time of the day.
    """
    written = told.get("date_basis", "none")
    basis = _BASES[written] if written in _BASES else DateBasis(written)
    if told["start"] is None:
        weekday = _last_weekday(text) if basis in (DateBasis.WEEKDAY, DateBasis.RELATIVE_TO_DATELINE) else None
        if weekday is None:
            return When()
        return When(precision=DatePrecision.DAY, basis=DateBasis.WEEKDAY, timex=f"XXXX-WXX-{weekday}")
    start = date.fromisoformat(told["start"])
    end = date.fromisoformat(told["end"]) if told["end"] else None
    days = (end - start).days + 1 if end else None
    precision = next((p for most, p in _WIDEST if days is not None and days <= most), DatePrecision.YEAR)
    timex = f"{start}{time}" if time else None
    return When(start=start, end=end, precision=precision, basis=basis, timex=timex, quote=quote if time else None)


def _times_of_day(brief: Brief, quotes: Sequence[Quote]) -> Mapping[Quote, str]:
    """The time of the day as TIMEX3 writes it, of each quote that tells one alone: the coders coded none."""
    found: dict[Quote, set[str]] = {quote: set() for quote in quotes}
    for told in find_dates(spacy.blank("en")(brief.report.text), brief.report):
        for quote in quotes:
            _, _, time = (told.when.timex or "").partition("T")
            if time and told.quote.overlaps(quote):
                found[quote].add(f"T{time}")
    return {quote: times.pop() for quote, times in found.items() if len(times) == 1}


def _last_weekday(text: str) -> int | None:
    named = {name: number + 1 for name, number in WEEKDAYS.items() if name.endswith("day")}
    named |= {name: int(number) + 1 for number, names in arabic_calendar()["weekdays"].items() for name in names}
    told = {text.casefold().rfind(name): number for name, number in named.items()}
    return told[max(told)] if max(told) >= 0 else None


def _where(told: Mapping[str, Any], quote: Quote, gazetteer: Gazetteer) -> Where | None:
    country = gazetteer.country(told["country"]) if told["country"] else None
    province = gazetteer.admin1(told["country"], told["admin1"]) if told["country"] and told.get("admin1") else None
    area = province or country
    if not told["place"]:
        return _quoted(area, quote) if area else None
    found = gazetteer.find(told["place"], country=told["country"])
    if found:
        return _quoted(found[0], quote)
    held = area.model_dump() if area else {"precision": PlacePrecision.REGION}
    unlisted = f"unlisted:{told['place'].casefold().replace(' ', '-')}"
    return _quoted(Place.model_validate({**held, "id": unlisted, "name": told["place"]}), quote)


def _quoted(place: Place, quote: Quote) -> Where:
    return Where(**place.model_dump(), quote=quote)


def _participants(told: Mapping[str, Any], quote: Quote, knowledge: KnowledgeBase) -> Iterator[Participant]:
    if told.get("target"):
        yield Participant(role=Role.TARGET, type=ParticipantType.FACILITY, name=told["target"], quote=quote)
    roles = ((Role.TARGET, told.get("target_actor")), (Role.PERPETRATOR, told["perpetrator"]))
    for role, name in (*roles, *((Role.CLAIMANT, claimant) for claimant in told["claimed_by"])):
        if name:
            known = knowledge.match_alias(name)
            yield Participant(
                role=role,
                type=ParticipantType.ORGANISATION,
                name=name,
                actor_id=known[0].id if known else None,
                quote=quote,
            )


def _weapons(names: Sequence[str]) -> list[WeaponKind]:
    """The kinds of the weapons named, each once: by the longest phrase of the lexicon that is in the name."""
    phrases = {p: WeaponKind(code) for code, entry in load_lexicon("weapons").items() for p in entry["phrases"]}
    named = (max((p for p in phrases if p in name.casefold()), key=len, default=None) for name in names)
    return list(dict.fromkeys(phrases[p] for p in named if p is not None))


def _count(told: Mapping[str, int | None] | None, quote: Quote) -> CountedRange | None:
    if told is None:
        return None
    low, high = told.get("min"), told.get("max")
    return CountedRange(low=low, best=low if low == high else None, high=high, quote=quote)
