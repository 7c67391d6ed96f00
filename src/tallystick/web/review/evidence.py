"""What a reviewer looks at to answer: the words of the reports, and what the machine made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tallystick.derivation.concerning import record_of
from tallystick.ledger import Ledger
from tallystick.model.actor import Actor
from tallystick.model.incident import Incident, Join, MayBe, Step
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.relation import Relation
from tallystick.model.terms import Role
from tallystick.pipeline import default_knowledge
from tallystick.publishing.brief.cards import Passage, make_passage
from tallystick.publishing.brief.index import Index
from tallystick.publishing.brief.phrases import harm_words, where_words
from tallystick.publishing.waterfall import Waterfall, make_waterfall
from tallystick.publishing.words import days, plain
from tallystick.web.review.asking import Ask
from tallystick.web.review.ties import Tie

MOST_PASSAGES = 4
"""How many passages of an incident stand in view; its own page shows all."""

_FEATURES = {
    "what": ("kind", "weapon", "weapons"),
    "when": ("day",),
    "where": ("place",),
    "whom": ("target", "target actor"),
    "harm": ("killed", "injured"),
    "who": ("perpetrator", "sides"),
}
"""By which comparisons two tellings answer each question alike."""

_TARGETS = (Role.TARGET, Role.VICTIM)


class Agreement(StrEnum):
    """Whether two tellings say the same of something; ``near`` is in other words that speak for one incident."""

    SAME = "same"
    NEAR = "near"
    DIFFER = "differ"
    UNTOLD = "untold"


@dataclass(frozen=True)
class Told:
    """One telling: its words with the values marked, where to read on, and the incident that it is of."""

    event: EventMention
    passage: Passage
    incident: Incident | None


@dataclass(frozen=True)
class Compared:
    """A field of two tellings: what each tells, and whether they agree."""

    name: str
    left: str
    right: str
    agreement: Agreement


@dataclass(frozen=True)
class Evidence:
    """All that is shown for one question. ``index`` looks up what reports are called; ``more`` counts the passages that
    are left out. Of a join ``compared`` has the fields side by side, ``fall`` the weights.
    """

    index: Index
    told: tuple[Told, ...] = ()
    more: int = 0
    compared: tuple[Compared, ...] = ()
    fall: Waterfall | None = None
    reasons: tuple[str, ...] = ()


def evidence_for(question: Ask, ledger: Ledger) -> Evidence:
    """What speaks for and against what stands on file."""
    subject = question.subject
    if question.tie is not None and isinstance(subject, Incident):
        return _of_tie(question.tie, subject, ledger)
    if isinstance(subject, Incident):
        index = Index(record_of(subject, ledger, knowledge=default_knowledge()))
        events = index.events_of(subject)
        told = tuple(Told(event, make_passage(event, index), subject) for event in events[:MOST_PASSAGES])
        return Evidence(index, told, more=max(0, len(events) - MOST_PASSAGES))
    if isinstance(subject, EventMention):
        incident = ledger.incident_of_mention(subject.id)
        index = Index(_record([subject], [subject.quote], ledger))
        fields = tuple(Compared(name, words, "", Agreement.UNTOLD) for name, words in fields_of(subject))
        return Evidence(index, (Told(subject, make_passage(subject, index), incident),), compared=fields)
    return Evidence(Index(_record([], _quotes_of(subject), ledger)))


def fields_of(event: EventMention) -> Sequence[tuple[str, str]]:
    """The six questions as one telling answers them; empty where it does not."""
    doers = [p.name for p in event.participants if p.role is Role.PERPETRATOR]
    return (
        ("what", plain(event.event_kind).capitalize()),
        ("when", days(event.when.start, event.when.end) if event.when.start or event.when.end else ""),
        ("where", where_words(event.where) if event.where else ""),
        ("whom", ", ".join(dict.fromkeys(p.name for p in event.participants if p.role in _TARGETS))),
        ("harm", harm_words(event.casualties.killed, event.casualties.injured)),
        ("who", ", ".join(dict.fromkeys(doers))),
    )


def _of_tie(tie: Tie, incident: Incident, ledger: Ledger) -> Evidence:
    record = record_of(incident, ledger, knowledge=default_knowledge())
    other = incident
    if not tie.is_joined:
        other, _ = ledger.incident(tie.right)
        beside = record_of(other, ledger, knowledge=default_knowledge())
        record = _both(record, beside)
    index = Index(record)
    join = _as_join(tie.found, incident, other)
    of = {m: i for i in record.incidents for m in i.mentions}
    sides = [index.events[side] for side in (join.left, join.right) if side in index.events]
    told = tuple(Told(event, make_passage(event, index), of.get(event.id)) for event in sides)
    compared = tuple(compare(sides[0], sides[1], join.steps)) if len(sides) == 2 else ()
    return Evidence(index, told, compared=compared, fall=make_waterfall(join), reasons=join.reasons)


def compare(left: EventMention, right: EventMention, steps: Sequence[Step] = ()) -> Iterator[Compared]:
    """The six questions as two tellings answer them, side by side. What is told in other words agrees as far as the
    steps of their comparison say so.
    """
    weights = {name: sum(s.weight for s in steps if s.feature in features) for name, features in _FEATURES.items()}
    for (name, ours), (_, theirs) in zip(fields_of(left), fields_of(right), strict=True):
        agreement = Agreement.UNTOLD
        if ours and theirs:
            differ = Agreement.NEAR if weights[name] > 0 else Agreement.DIFFER
            agreement = Agreement.SAME if ours.casefold() == theirs.casefold() else differ
        yield Compared(name, ours, theirs, agreement)


def _as_join(found: Join | MayBe, incident: Incident, other: Incident) -> Join:
    """Two tellings that may be one, weighed as a join is; of what was derived before they were kept, the first two."""
    if isinstance(found, Join):
        return found
    return Join(
        left=found.left or incident.mentions[0],
        right=found.right or other.mentions[0],
        score=found.score,
        weight=found.weight,
        steps=found.steps,
        reasons=found.reasons,
    )


def _quotes_of(subject: object) -> list[Quote]:
    if isinstance(subject, Relation):
        return [subject.quote]
    if isinstance(subject, Actor) and subject.candidate is not None:
        return [*subject.candidate.contexts, *subject.candidate.described]
    return []


def _record(events: Sequence[EventMention], quotes: Sequence[Quote], ledger: Ledger) -> Record:
    with ledger.standing() as standing:
        return Record(reports=standing.heads({quote.report_id for quote in quotes}), mentions=tuple(events))


def _both(one: Record, other: Record) -> Record:
    """The reports, mentions and incidents of two records, each once."""
    return Record(
        reports=tuple({each.id: each for each in (*one.reports, *other.reports)}.values()),
        mentions=tuple({each.id: each for each in (*one.mentions, *other.mentions)}.values()),
        incidents=tuple({each.id: each for each in (*one.incidents, *other.incidents)}.values()),
    )
