"""Briefs as gold: short reports, and what a careful coder finds in each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.bench import make_report
from tallystick.evaluation.faults import OTHERWISE, not_gold
from tallystick.evaluation.ties import Tie, coded_tie
from tallystick.model.report import Report
from tallystick.model.terms import Comparator, EventKind, Outcome, Status

# Least and most; null where there is no bound.
Bounds = tuple[int | None, int | None]


@dataclass(frozen=True)
class Told:
    """An incident as a brief tells it: as coded by hand, or as a reader found it in the same words.

    ``response`` is true if the brief says that the incident answers something. ``spans`` are the code points of the
    words that tell it. Only gold has a ``global_id``, the same for all briefs on one real incident.
    """

    kind: str
    start: date | None
    end: date | None
    place: str | None
    country: str | None
    perpetrator: str | None
    claimed_by: tuple[str, ...]
    killed: Bounds | None
    injured: Bounds | None
    outcome: str
    status: str
    background: bool
    response: bool
    spans: tuple[tuple[int, int], ...]
    id: str

    def overlaps(self, other: Told) -> bool:
        """True if the two are told by some of the same words."""
        return any(a < d and c < b for a, b in self.spans for c, d in other.spans)


@dataclass(frozen=True)
class Area:
    """An area that a tally counts over: its country, and its name where it is more than a country."""

    country: str | None
    name: str | None = None


@dataclass(frozen=True)
class Count:
    """A tally: its number, its comparator as our code, its window, its areas and its parts by what they count."""

    value: int
    comparator: str
    since: date | None
    until: date | None
    quote: str
    areas: tuple[Area, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class GroupClaim:
    """A claim over a set of which no single incident is marked, with the code points that tell it."""

    claimant: str
    span: tuple[int, int]
    marks: int = 0


@dataclass(frozen=True)
class Brief:
    """One brief: its report, what was coded in it, and the stretches that tell no event."""

    name: str
    language: str
    report: Report
    incidents: tuple[Told, ...]
    tallies: tuple[Count, ...]
    non_events: tuple[tuple[int, int], ...]
    group_claims: tuple[GroupClaim, ...] = ()
    relations: tuple[Tie, ...] = ()

    def text_of(self, told: Told) -> str:
        """The first words that tell an incident."""
        start, end = told.spans[0]
        return self.report.text[start:end]


# The comparators of the coders, as ours.
_COMPARATORS = {">=": "at_least", ">": "more_than", "=": "exact", "~": "about", "<": "nearly", "<=": "up_to"}
# A country is coded by its two letters (ISO 3166-1).
_CODE = 2


def load_briefs(gold: Path) -> tuple[Brief, ...]:
    """The briefs of a folder with ``reports/NNN.json`` and ``gold/NNN.json``, by name.

    Raises:
        TallystickError: E601 if the folder is not laid out so, a file of it is not what it should be, or a code in it
            is not in the codebook.

    """
    names = sorted(p.stem for p in (gold / "gold").glob("*.json"))
    if not names:
        raise TallystickError(Code.E601, path=gold, form="briefs", cause="no gold/*.json")
    return tuple(_load(gold, name) for name in names)


def _load(gold: Path, name: str) -> Brief:
    try:
        told = json.loads((gold / "reports" / f"{name}.json").read_text(encoding="utf-8"))
        coded = json.loads((gold / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        report = make_report(
            told["text"],
            name=name,
            published=_day(told["published"]),
            url=f"{told['url']}#brief-{name}",
            publisher=told["publisher"],
            language=told["language"],
        )
        return Brief(
            name=name,
            language=told["language"],
            report=report,
            incidents=tuple(_incident(x, report.text) for x in coded["incidents"]),
            tallies=tuple(_tally(x) for x in coded["tallies"]),
            non_events=tuple(_span(q, report.text) for q in coded["non_events"]),
            group_claims=tuple(
                GroupClaim(x["actor"], _span(x["quote"], report.text)) for x in coded.get("group_claims", ())
            ),
            relations=tuple(coded_tie(x["subject"], x["predicate"], x["object"]) for x in coded.get("relations", ())),
        )
    except (OSError, *OTHERWISE) as fault:
        raise not_gold(gold / "gold" / f"{name}.json", fault, form="briefs") from fault


def _incident(coded: Mapping[str, Any], text: str) -> Told:
    return Told(
        kind=EventKind(coded["kind"]),
        start=_day(coded["start"]),
        end=_day(coded["end"]),
        place=coded["place"],
        country=coded["country"],
        perpetrator=coded["perpetrator"],
        claimed_by=tuple(coded["claimed_by"]),
        killed=_bounds(coded["killed"]),
        injured=_bounds(coded["injured"]),
        outcome=Outcome(coded["outcome"]),
        status=Status(coded["status"]),
        background=bool(coded["background"]),
        response=bool(coded["in_response_to"]),
        spans=(_span(coded["quote"], text),),
        id=coded["global_id"],
    )


def _tally(coded: Mapping[str, Any]) -> Count:
    return Count(
        value=int(coded["count"]),
        comparator=Comparator(_COMPARATORS.get(coded["comparator"], coded["comparator"])),
        since=_day(coded["since"]),
        until=_day(coded["until"]),
        quote=coded["quote"],
        areas=tuple(Area(a) if len(a) == _CODE and a.isupper() else Area(None, a) for a in coded.get("area") or ()),
        parts=tuple(sorted((coded.get("breakdown") or {}).items())),
    )


def _span(quote: str, text: str) -> tuple[int, int]:
    start = text.find(quote)
    return start, start + len(quote)


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _bounds(told: Mapping[str, int | None] | None) -> Bounds | None:
    return (told.get("min"), told.get("max")) if told else None


def in_language(briefs: tuple[Brief, ...], language: str) -> tuple[Brief, ...]:
    """The briefs in one language."""
    return tuple(b for b in briefs if b.language == language)
