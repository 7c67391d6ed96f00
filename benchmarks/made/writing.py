"""Reports in words: short made sentences, every value of every mention with the words that carry it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from random import Random

from benchmarks.made.pen import Pen, Spans
from benchmarks.made.seen import Seen
from tallystick.codebook import entry
from tallystick.model.terms import DateBasis, DatePrecision, EventKind, Modality, Outcome, PlacePrecision, WeaponKind

PLACED = {
    PlacePrecision.SITE: "at ",
    PlacePrecision.DISTRICT: "in the area of ",
    PlacePrecision.PROVINCE: "in the province of ",
}
OUTCOMES = {
    Outcome.HIT: "The target was hit",
    Outcome.INTERCEPTED: "All of it was intercepted",
    Outcome.MISSED: "It fell on open ground",
}
FILLERS = (
    "Residents described a loud noise.", "Roads in the area were closed.", "An inquiry was opened.",
    "The area had been quiet for days.", "No further details were given.", "Officials called for calm.",
)  # fmt: skip
REPORTERS = ("the police", "a local official", "residents", "a monitoring group", "the army", "medics")


def write_body(tellings: Sequence[Seen], chance: Random) -> tuple[str, list[Spans]]:
    """The text of a report without its head, and where it tells what."""
    pen, found = Pen(), []
    for number, seen in enumerate(tellings):
        if number:
            pen.add("\n\n" if not seen.bare else " ")
        found.append(_write_bare(pen) if seen.bare else _write_telling(pen, seen, chance))
        if chance.random() < 0.3:
            pen.add(" " + chance.choice(FILLERS))
    return "".join(pen.parts), found


def head_of(publisher: str, published: date, *, number: int) -> str:
    """What a report begins with; its number keeps two texts from being the same."""
    return f"{publisher}, {_date_words(published)}, no. {number} - "


def id_of(text: str) -> str:
    """The id of the report of that text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _write_bare(pen: Pen) -> Spans:
    start = pen.at
    pen.add("The ")
    spans = Spans(trigger=pen.mark("attack"))
    pen.add(" was condemned by several parties.")
    spans.whole = start, pen.at
    return spans


def _write_telling(pen: Pen, seen: Seen, chance: Random) -> Spans:
    spans, start = Spans(), pen.at
    pen.opens = True
    noun = _noun(seen.kind)
    when = _when_words(seen)
    when_first = chance.random() < 0.4
    if when and when_first:
        spans.when = pen.mark(when)
        pen.add(", ")
    if seen.modality is Modality.DENIED:
        pen.add("officials denied that there had been ")
    elif seen.doer is not None and not seen.blamed:
        spans.doer = pen.mark(seen.doer.name)
        pen.add(" carried out ")
    else:
        pen.add("there was ")
    pen.add(noun[0])
    spans.trigger = pen.mark(noun[1])
    if seen.weapon is not None:
        pen.add(" with ")
        if seen.weapon_count is not None:
            spans.weapon_count = pen.mark(str(seen.weapon_count))
            pen.add(" ")
        spans.weapon = pen.mark(_weapon_words(seen.weapon) + ("s" if (seen.weapon_count or 1) > 1 else ""))
    if seen.target is not None:
        pen.add(" on an " if seen.target[0] in "aeiou" else " on a ")
        spans.target = pen.mark(seen.target)
        if seen.against is not None:
            pen.add(" of ")
            spans.against = pen.mark(seen.against.name)
    if seen.place is not None:
        pen.add(" " + PLACED.get(seen.place.precision, "in "))
        spans.where = pen.mark(seen.place.name)
    if when and not when_first:
        pen.add(" ")
        spans.when = pen.mark(when)
    if chance.random() < 0.3:
        pen.add(", according to ")
        spans.reporter = pen.mark(chance.choice(REPORTERS))
    pen.add(".")
    _write_harm(pen, seen, spans)
    if seen.doer is not None and seen.blamed:
        pen.add(" It was blamed on ")
        spans.doer = pen.mark(seen.doer.name)
        pen.add(".")
    if seen.claimant is not None:
        pen.add(" ")
        spans.claimant = pen.mark(seen.claimant.name)
        pen.add(" claimed responsibility.")
    if seen.outcome is not None:
        pen.add(" ")
        spans.outcome = pen.mark(OUTCOMES[seen.outcome])
        pen.add(".")
    spans.whole = start, pen.at
    return spans


def _write_harm(pen: Pen, seen: Seen, spans: Spans) -> None:
    if seen.killed is None and seen.injured is None:
        return
    pen.add(" ")
    if seen.killed is not None:
        most = "At least " if seen.at_least else ""
        spans.killed = pen.mark(f"{most}{_people(seen.killed)} killed" if seen.killed else "Nobody was killed")
    if seen.injured is not None:
        pen.add(" and " if seen.killed is not None else "")
        spans.injured = pen.mark(f"{_people(seen.injured)} wounded")
    pen.add(".")


def _people(count: int) -> str:
    return "1 person was" if count == 1 else f"{count} people were"


@cache
def _noun(kind: EventKind) -> tuple[str, str]:
    """The article and the words for a kind."""
    words = "attack" if kind is EventKind.ATTACK_UNSPECIFIED else entry(kind).label.lower()
    return ("an " if words[0] in "aeiou" else "a "), words


@cache
def _weapon_words(kind: WeaponKind) -> str:
    return entry(kind).label.lower()


@lru_cache(maxsize=4096)
def _date_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _when_words(seen: Seen) -> str:
    """Empty where the report tells no time."""
    if seen.start is None or seen.basis is DateBasis.PUBLICATION:
        return ""
    if seen.precision is DatePrecision.WEEK:
        return "during the week of " + _date_words(seen.start)
    if seen.precision is DatePrecision.MONTH:
        return f"in {seen.start:%B %Y}"
    if seen.basis is DateBasis.RELATIVE_TO_DATELINE:
        return "today" if seen.start == seen.published else "yesterday"
    if seen.basis is DateBasis.WEEKDAY and seen.published - seen.start < timedelta(days=7):
        return f"on {seen.start:%A}"
    return "on " + _date_words(seen.start)
