"""Why incidents changed: what is new since the derivation before, and which of it concerns which incident."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from tallystick.ledger import journal, reports, schema
from tallystick.ledger.compare import State
from tallystick.ledger.payload import noun_from
from tallystick.ledger.turn import Turn
from tallystick.model.change import Change
from tallystick.model.decision import Act, Decision, meant
from tallystick.model.mention import EventMention, Mention
from tallystick.model.quote import Quote

_MENTION: TypeAdapter[Mention] = TypeAdapter(Mention)
_MOST_IDS = 10_000  # in one query: databases take no more than some 30,000 values


@dataclass(frozen=True)
class News:
    """What is new: ids of reports, the reader of each report read anew, and decisions by number, an undo with what it
    takes back.
    """

    reports: frozenset[str] = frozenset()
    readers: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[int, Decision] = field(default_factory=dict)


def news_between(connection: Connection, before: Turn, now: Turn, *, derived_from: Collection[str]) -> News:
    """What the derivation that began at ``now`` had before it that the last one had not."""
    batch = select(schema.report.c.id).where(schema.report.c.batch == reports.open_batch(connection))
    new = frozenset(connection.scalars(batch)).intersection(derived_from)
    reading = schema.reading
    read = select(reading.c.report_id, reading.c.reader).where(
        reading.c.number > before.reading, reading.c.number <= now.reading
    )
    entries = {entry.id: entry for entry in journal.entries(connection)} if now.decision > before.decision else {}
    decisions = {
        number: meant(entry, entries)
        for number, entry in entries.items()
        if before.decision < number <= now.decision and entry.act is not Act.UNSURE
    }
    readers = {row.report_id: row.reader for row in connection.execute(read) if row.report_id not in new}
    return News(reports=new, readers=readers, decisions=decisions)


def explain(connection: Connection, changes: Iterable[Change], news: News, before: State, after: State) -> list[Change]:
    """The changes, each with what of the news concerns it: new reports that tell it, decisions taken on it or on words
    that tell it, readers that read its reports anew.
    """
    changes = list(changes)
    told = {c.id: _mentions_of(c.id, before, after) for c in changes}
    report_of = _reports_of(connection, {m for ids in told.values() for m in ids})
    decided_on = {q.report_id for d in news.decisions.values() for q in (*d.anchors, *d.other_anchors)}
    triggers = _triggers(connection, [m for m, report in report_of.items() if report in decided_on])
    first_told = _first_told(connection, {c.id for c in changes if c.id not in after.incidents})
    return [
        _explain(
            change,
            news,
            tellers={report_of[m] for m in told[change.id] if m in report_of}
            | {q.report_id for q in first_told.get(change.id, ())},
            quotes=(
                *(triggers[m] for m in told[change.id] if m in triggers),
                *first_told.get(change.id, ()),
            ),
        )
        for change in changes
    ]


def _explain(change: Change, news: News, *, tellers: set[str], quotes: tuple[Quote, ...]) -> Change:
    return change.model_copy(
        update={
            "reports": tuple(sorted(news.reports & tellers)),
            "decisions": tuple(n for n, d in news.decisions.items() if d.touches(change.id, quotes)),
            "readers": tuple(sorted({news.readers[r] for r in tellers if r in news.readers})),
        }
    )


def _mentions_of(incident_id: str, before: State, after: State) -> tuple[str, ...]:
    """The mentions that the incident has now or, if it stands no more, had."""
    incident = after.incidents.get(incident_id) or before.incidents.get(incident_id)
    return incident.mentions if incident is not None else ()


def _reports_of(connection: Connection, mention_ids: Collection[str]) -> dict[str, str]:
    mention = schema.mention
    return {
        row.id: row.report_id
        for chunk in _chunks(mention_ids)
        for row in connection.execute(select(mention.c.id, mention.c.report_id).where(mention.c.id.in_(chunk)))
    }


def _triggers(connection: Connection, mention_ids: Collection[str]) -> dict[str, Quote]:
    mention = schema.mention
    found = (
        noun_from(_MENTION, payload)
        for chunk in _chunks(mention_ids)
        for payload in connection.scalars(select(mention.c.payload).where(mention.c.id.in_(chunk)))
    )
    return {m.id: m.trigger for m in found if isinstance(m, EventMention)}


def _first_told(connection: Connection, incident_ids: Collection[str]) -> dict[str, tuple[Quote, ...]]:
    """The words for which an id was first given: all that is left of one whose mentions are gone."""
    minted = schema.minted_id
    return {
        row.incident_id: (Quote(report_id=row.report_id, start=row.start_char, end=row.end_char, exact=row.exact),)
        for chunk in _chunks(incident_ids)
        for row in connection.execute(select(minted).where(minted.c.incident_id.in_(chunk)))
    }


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _MOST_IDS):
        yield ordered[start : start + _MOST_IDS]
