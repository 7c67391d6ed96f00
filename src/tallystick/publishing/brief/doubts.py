"""What is uncertain or contradictory, and what was skipped: nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tallystick.codebook.load import entry
from tallystick.model.disagreement import Disagreement
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.terms import ClaimStatus, ClaimStep, DatePrecision, Modality, Status
from tallystick.publishing.brief.cards import dissents
from tallystick.publishing.brief.index import Index, source_words
from tallystick.publishing.brief.joins import may_be
from tallystick.publishing.brief.phrases import cover_words, headline, when_words, where_note
from tallystick.publishing.claim_words import standing_words
from tallystick.publishing.words import cite, days, listed

_DOUBTFUL = (Status.CLAIMED_ONLY, Status.CONTESTED, Status.DENIED, Status.DISCOUNTED, Status.RETRACTED)


@dataclass(frozen=True)
class Item:
    """One point: words, the numbers of the incidents it holds for, and the quotes that show it."""

    words: str
    numbers: tuple[int, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Group:
    """Points of one sort under a heading."""

    heading: str
    items: tuple[Item, ...]


def list_doubts(index: Index, disagreements: Sequence[Disagreement]) -> list[Group]:
    """What a reader must not take for settled, group by group; empty groups are left out."""
    return _filled(
        Group("Reports that contradict each other", tuple(_contradictions(index))),
        Group("Counts that do not agree", tuple(_disagreements(index, disagreements))),
        Group("Not established that it happened", tuple(_unsure(index))),
        Group("Told too vaguely to say whether it is another", tuple(_vague(index))),
        Group("Claims that name no attack, or are disputed", tuple(_claims(index))),
        Group("Day not certain", tuple(_by_incident(index, _day_doubt))),
        Group("Place not certain", tuple(_by_incident(index, _place_doubt))),
    )


def list_skipped(index: Index) -> list[Group]:
    """What is in no count, and why, group by group; empty groups are left out."""
    return _filled(
        Group("Inputs that could not be read", tuple(Item(f.message) for f in index.record.failures)),
        Group("Reports from which nothing was read", tuple(_silent_reports(index))),
        Group("Told as something other than a fact", tuple(_not_actual(index))),
        Group("Told too loosely to be an incident", tuple(_loose(index))),
        Group("Rejected or merged by a reviewer", tuple(_put_aside(index))),
    )


def _filled(*groups: Group) -> list[Group]:
    return [group for group in groups if group.items]


def _merged(items: Iterable[Item]) -> list[Item]:
    """What is said in the same words said once, for all its incidents and with all its quotes."""
    alike: dict[str, list[Item]] = {}
    for item in items:
        alike.setdefault(item.words, []).append(item)
    return [
        Item(words, tuple(n for item in same for n in item.numbers), tuple(q for item in same for q in item.quotes))
        for words, same in alike.items()
    ]


def _contradictions(index: Index) -> list[Item]:
    items = []
    for incident in index.incidents:
        for dissent in dissents(incident, index):
            values = "; ".join(
                f"{value} ({listed(tellers)}{f'; {weight}' if weight else ''})"
                for value, tellers, weight in dissent.values
            )
            rule = f" Shown by this rule: {dissent.rule}." if dissent.rule else ""
            rule += f" Decided by: {dissent.decided_by}." if dissent.decided_by else ""
            items.append(Item(f"{dissent.field.capitalize()}: {values}.{rule}", (index.number[incident.id],)))
    return items


def _disagreements(index: Index, disagreements: Sequence[Disagreement]) -> list[Item]:
    quotes = {tally.id: tally.quote for tally in index.record.tallies}
    return [Item(d.why, quotes=tuple(quotes[i] for i in d.tally_ids if i in quotes)) for d in disagreements]


def _unsure(index: Index) -> list[Item]:
    return [
        Item(
            f"{entry(incident.status).label}: {headline(incident)}, {when_words(incident).lower()}.",
            (index.number[incident.id],),
        )
        for incident in index.incidents
        if incident.status in _DOUBTFUL
    ]


def _vague(index: Index) -> list[Item]:
    items = []
    for incident in index.incidents:
        others = [f"no. {index.number[d.incident.id]}" for d in may_be(incident, index)]
        if others:
            words = f"{headline(incident)}, {when_words(incident).lower()}: may be {listed(others, last='or')}."
            items.append(Item(words, (index.number[incident.id],)))
    return items


def _claims(index: Index) -> list[Item]:
    items = []
    for claim in index.record.claims:
        if not claim.covers.incident_ids:
            words = f"{claim.claimant.name} claims {cover_words(claim)}; no incident is marked as claimed for it."
            items.append(Item(words, quotes=(claim.quote,)))
        elif claim.status is not ClaimStatus.STANDING or ClaimStep.TAKEN_DOWN in {s.step for s in claim.life}:
            numbers = tuple(index.number[i.id] for i in index.numbered(claim.covers.incident_ids))
            words = standing_words(claim, subject=f"The claim by {claim.claimant.name}")
            items.append(Item(words, numbers, claim.ground or (claim.quote,)))
    return items


def _by_incident(index: Index, doubt: Callable[[Incident], str]) -> list[Item]:
    return _merged(Item(words, (index.number[i.id],)) for i in index.incidents if (words := doubt(i)))


def _day_doubt(incident: Incident) -> str:
    if incident.start is None and incident.end is None:
        return "No date told."
    if incident.start == incident.end and incident.date_precision is DatePrecision.DAY:
        return ""
    if incident.date_precision is DatePrecision.DAY:
        return f"One day of {days(incident.start, incident.end)}."
    return f"Some time in {days(incident.start, incident.end)}."


def _place_doubt(incident: Incident) -> str:
    if incident.place is None:
        return "No place told."
    return f"{incident.place.name}: {where_note(incident.place)}." if incident.place.is_area else ""


def _silent_reports(index: Index) -> list[Item]:
    speaking = {mention.report_id for mention in index.record.mentions}
    return [
        Item(f"{source_words(report)}{f' (language: {report.language})' if report.language else ''}.")
        for report in sorted(index.record.reports, key=lambda r: (cite(r), r.id))
        if report.id not in speaking
    ]


def _not_actual(index: Index) -> list[Item]:
    return _merged(
        Item(f"{entry(event.modality).label}.", quotes=(event.quote,))
        for event in _unused(index)
        if event.modality not in (Modality.ACTUAL, Modality.ALLEGED)
    )


def _loose(index: Index) -> list[Item]:
    return _merged(
        Item(
            "Several events at once, not told one by one." if event.plural else "No incident made of it.",
            quotes=(event.quote,),
        )
        for event in _unused(index)
        if event.modality in (Modality.ACTUAL, Modality.ALLEGED)
    )


def _unused(index: Index) -> list[EventMention]:
    used = {mention for incident in index.record.incidents for mention in incident.mentions}
    return sorted(
        (e for e in index.events.values() if e.id not in used), key=lambda e: (index.source(e.quote), e.quote.start)
    )


def _put_aside(index: Index) -> list[Item]:
    items = [
        Item(f"Rejected: {headline(i)}, {when_words(i).lower()}.", quotes=_first_quote(i, index))
        for i in index.rejected
    ]
    for stone in index.record.tombstones:
        numbers = tuple(index.number[i.id] for i in index.numbered((stone.points_to or "",)))
        items.append(Item(f"Merged: {stone.id} is now part of another incident ({stone.why}).", numbers))
    return items


def _first_quote(incident: Incident, index: Index) -> tuple[Quote, ...]:
    return tuple(event.quote for event in index.events_of(incident)[:1])
