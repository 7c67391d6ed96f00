"""An incident by its six questions: each value with the words that give it, and what else reports say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tallystick.codebook.load import entry
from tallystick.model.incident import Conflict, ConflictValue, Incident, Settled
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.terms import Role
from tallystick.publishing.brief.phrases import (
    harm_words,
    kind_name,
    outcome_words,
    weapon_words,
    when_note,
    when_words,
    where_note,
    where_words,
)


@dataclass(frozen=True)
class Held:
    """One value: the field of the codebook that it is of, its name on the page, the value in words, a note on it, and
    the quotes that give it. ``conflict`` is what else is told, ``sides`` are its values, each with the quotes that give
    it, ``settled`` is who settled it; null where nothing is.
    """

    field: str
    name: str
    words: str
    note: str
    quotes: tuple[Quote, ...]
    conflict: Conflict | None
    sides: tuple[tuple[ConflictValue, tuple[Quote, ...]], ...]
    settled: Settled | None


@dataclass(frozen=True)
class Question:
    """One of the six, with the values that answer it."""

    heading: str
    held: tuple[Held, ...]


def ask_six(incident: Incident, events: Iterable[EventMention]) -> tuple[Question, ...]:
    """Who, whom, what, where, when and with what harm, each value with its quotes."""
    told = list(events)

    def held(field: str, name: str, words: str, note: str = "", *, quotes: _Quotes) -> Held:
        givers = set(incident.told_by(field))
        conflict = next((each for each in incident.conflicts if each.field == field), None)

        def given_by(behind: Iterable[EventMention]) -> tuple[Quote, ...]:
            return tuple(dict.fromkeys(quote for event in behind for quote in quotes(event) if quote is not None))

        return Held(
            field=field,
            name=name,
            words=words,
            note=note,
            quotes=given_by([event for event in told if event.id in givers] or told) if words else (),
            conflict=conflict,
            sides=tuple(
                (value, given_by(event for event in told if event.id in value.mention_ids))
                for value in (conflict.values if conflict else ())
            ),
            settled=next((each for each in reversed(incident.settled) if each.field == field), None),
        )

    weapons = weapon_words(incident)
    fact = incident.perpetrator
    actor = incident.target_actor
    return (
        Question("What happened", (
            held("kind", "kind", kind_name(incident), quotes=lambda e: [e.trigger]),
            held("weapons", "with what", weapons, quotes=_weapons),
            held("outcome", "outcome", outcome_words(incident), quotes=_outcome),
            held("status", "did it happen", entry(incident.status).label, quotes=_reporters),
        )),
        Question("When", (
            held("start", "day", when_words(incident), when_note(incident), quotes=lambda e: [e.when.quote]),
        )),
        Question("Where", (
            held("place", "place", where_words(incident.place), where_note(incident.place),
                 quotes=lambda e: [e.where.quote if e.where else None]),
        )),
        Question("Against whom", (
            held("target", "target", incident.target or "", quotes=_named(Role.TARGET, Role.VICTIM)),
            held("target_actor", "whose", actor.name if actor else "", quotes=_named(Role.TARGET, Role.VICTIM)),
        )),
        Question("With what harm", (
            held("killed", "killed", harm_words(incident.killed, None), quotes=_killed),
            held("injured", "injured", harm_words(None, incident.injured), quotes=_injured),
        )),
        Question("Who did it", (
            held("perpetrator", "stated as fact", fact.name if fact else "", quotes=_named(Role.PERPETRATOR)),
        )),
    )  # fmt: skip


_Quotes = Callable[[EventMention], Iterable[Quote | None]]


def _named(*roles: Role) -> _Quotes:
    return lambda event: [each.quote for each in event.participants if each.role in roles]


def _weapons(event: EventMention) -> Iterable[Quote | None]:
    yield from (weapon.quote for weapon in event.weapons)
    yield event.weapon_count.quote if event.weapon_count else None


def _reporters(event: EventMention) -> Iterable[Quote | None]:
    yield event.reporter.quote if event.reporter else None


def _outcome(event: EventMention) -> Iterable[Quote | None]:
    yield event.outcome.quote if event.outcome else None


def _killed(event: EventMention) -> Iterable[Quote | None]:
    yield event.casualties.killed.quote if event.casualties.killed else None


def _injured(event: EventMention) -> Iterable[Quote | None]:
    yield event.casualties.injured.quote if event.casualties.injured else None
