"""What was read in one article, put into the fields of FA-KES.

The knowledge of the task is data (``fakes.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from tallystick.knowledge.loading import load_knowledge
from tallystick.model.actor import ActorRef
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Range
from tallystick.model.record import Record
from tallystick.model.terms import CasualtyGroup, Role, Status

_MORE = re.compile(r"\b(?:more than|over|upwards? of)\b", re.IGNORECASE)
_NOT_TOLD_AS_FACT = (Status.DENIED, Status.DISCOUNTED, Status.RETRACTED)


@dataclass(frozen=True)
class FakesFields:
    """The fields of a main incident. Null and 0 where nothing was read."""

    start: date | None = None
    end: date | None = None
    governorate: str | None = None
    actor: str = "unknown"
    civilians: int = 0
    noncivilians: int = 0
    women: int = 0
    children: int = 0


def project(record: Record) -> FakesFields:
    """The fields of the main incident of a record that was made of a single article; empty if it tells none.

    The labels are those of the article: a place or a doer that the main incident leaves open is taken from the next
    told incident of its days.
    """
    incident = main_incident(record)
    if incident is None:
        return FakesFields()
    told = [incident, *_beside(incident, record)]
    written = written_numbers(record.events_of(incident))
    killed = Deaths.of(incident, written)
    return FakesFields(
        start=incident.start,
        end=incident.end,
        governorate=next((g for i in told if (g := governorate_of(i)) is not None), None),
        actor=next((a for i in told if (a := actor_of(i, record)) is not None), str(_knowledge()["unknown"])),
        civilians=killed.civilians,
        noncivilians=killed.noncivilians,
        women=_number(incident.killed_of(CasualtyGroup.WOMEN), written),
        children=_number(incident.killed_of(CasualtyGroup.CHILDREN), written),
    )


def main_incident(record: Record) -> Incident | None:
    """The incident that an article is about: of those that are news, the one told first that killed somebody.

    News opens with what it is about, and the labels count deaths. An incident told as background or denied is no
    news. Where no incident tells of dead, the first told counts.
    """
    starts = {m.id: m.quote.start for m in record.mentions}
    news = [i for i in record.incidents if not i.background and i.status not in _NOT_TOLD_AS_FACT]
    return min(
        news or record.incidents,
        key=lambda i: (not _number(i.killed, {}), min(starts[m] for m in i.mentions)),
        default=None,
    )


def _beside(main: Incident, record: Record) -> list[Incident]:
    """The other news of the days of the main incident, as told."""
    starts = {m.id: m.quote.start for m in record.mentions}
    news = [i for i in record.incidents if i.id != main.id and not i.background and i.status not in _NOT_TOLD_AS_FACT]
    return sorted((i for i in news if _share_days(main, i)), key=lambda i: min(starts[m] for m in i.mentions))


def _share_days(a: Incident, b: Incident) -> bool:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.start <= b.end and b.start <= a.end


@dataclass(frozen=True)
class Deaths:
    """Civilians and others killed. As the labels do, dead of whom nothing else is told count as civilians."""

    civilians: int
    noncivilians: int

    @classmethod
    def of(cls, incident: Incident, written: Mapping[int, int]) -> Deaths:
        """The deaths of an incident, from its groups and its whole."""
        whole = _number(incident.killed, written)
        told = incident.killed_of(CasualtyGroup.CIVILIANS)
        combatants = _number(incident.killed_of(CasualtyGroup.COMBATANTS), written)
        civilians = max(whole - combatants, 0) if told is None else _number(told, written)
        return cls(civilians, combatants)


def written_numbers(events: Iterable[EventMention]) -> dict[int, int]:
    """The numbers that stand in the text, by the least they allow: 130 by 131 for "over 130", as labels write it."""
    casualties = [event.casualties for event in events]
    counts = [c for each in casualties for c in (each.killed, *(g.killed for g in each.groups)) if c is not None]
    return {c.best: c.best - 1 for c in counts if c.best and _MORE.search(c.quote.exact)}


def governorate_of(incident: Incident) -> str | None:
    """The governorate of an incident by its label, null where no place in Syria finer than the country is told."""
    place = incident.place
    if place is None or place.country != "SY":
        return None
    return name_governorate(place.admin1 or place.name)


def name_governorate(written: str) -> str:
    """The label of a governorate however it is written; what no label stands for is given back as it is."""
    folded = re.sub(r"\b(?:governorate|province)\b", "", written.lower()).strip()
    return _governorates().get(folded, folded)


def actor_of(incident: Incident, record: Record) -> str | None:
    """The label of who did it: the perpetrator, else who it is attributed to, else who claims it; null if none fits."""
    return next((label for actor in _doers(incident, record) if (label := label_actor(actor)) is not None), None)


def _doers(incident: Incident, record: Record) -> Iterator[ActorRef]:
    if incident.perpetrator is not None:
        yield incident.perpetrator
    for event in record.events_of(incident):
        yield from (p.actor for p in event.participants if p.role is Role.PERPETRATOR)
    for attribution in incident.attributed_to:
        yield from attribution.actors
    yield from incident.claimed_by


def label_actor(actor: ActorRef) -> str | None:
    """The label that stands for an actor; null where none does."""
    if actor.id is not None:
        return _labels_by_id().get(actor.id)
    words = re.findall(r"[\w.'-]+", actor.name.lower())
    for label, rule in _knowledge()["actors"].items():
        for name in rule.get("words", ()):
            parts = name.split()
            if any(words[i : i + len(parts)] == parts for i in range(len(words))):
                return str(label)
    return None


def _number(count: Range | None, written: Mapping[int, int]) -> int:
    """The number that a report gives, else the least it allows."""
    if count is None:
        return 0
    number = count.best if count.best is not None else count.low or 0
    return written.get(number, number)


@cache
def _knowledge() -> dict[str, Any]:
    text = resources.files("tallystick.evaluation").joinpath("fakes.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@cache
def _governorates() -> dict[str, str]:
    return {written: label for label, names in _knowledge()["governorates"].items() for written in names}


@cache
def _labels_by_id() -> dict[str | None, str]:
    rules = _knowledge()["actors"]
    labels: dict[str | None, str] = {id_: label for label, rule in rules.items() for id_ in rule.get("ids", ())}
    by_country = {country: label for label, rule in rules.items() for country in rule.get("countries", ())}
    for actor in load_knowledge().actors:
        country = actor.country or actor.id
        if country in by_country:
            labels.setdefault(actor.id, by_country[country])
    return labels
