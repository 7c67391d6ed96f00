"""The answers to "who did it", with the evidence that each rests on, in lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.codebook.load import entry
from tallystick.model.attribution import Attribution, Evidence
from tallystick.model.incident import Incident
from tallystick.model.record import Record
from tallystick.model.terms import Bearing
from tallystick.publishing.brief.answers import set_words


def unfold_answers(incident: Incident, record: Record) -> list[str]:
    """Each answer with its numbers, and beneath it every piece of evidence for and against with its quotes."""
    return [line for attribution in incident.attributed_to for line in _answer(attribution, record)]


def _answer(attribution: Attribution, record: Record) -> Iterator[str]:
    by = f", {attribution.attributor.name}" if attribution.attributor else ""
    made = f", {attribution.date_made}" if attribution.date_made else ""
    basis = entry(attribution.basis).label.lower()
    status = entry(attribution.status).label.lower()
    yield f"  {set_words(attribution)} as {entry(attribution.role).label.lower()} ({basis}{by}{made}; {status})"
    if attribution.opinion is not None:
        held = attribution.opinion
        reckoned = f"{held.belief:.2f} + base rate {held.base_rate:.2f} x uncertainty {held.uncertainty:.2f}"
        yield f"    likelihood {attribution.likelihood.value}: probability {held.projected:.2f} = belief {reckoned}"
        yield f"    disbelief {held.disbelief:.2f}"
    yield f"    confidence {attribution.confidence.value}: {attribution.confidence_why}"
    if attribution.responsibility is not None:
        told = entry(attribution.responsibility)
        yield f"    the state's part: {told.label.lower()} ({told.definition})"
    without = {change.evidence: change for change in attribution.sensitivity}
    for number, piece in enumerate(attribution.evidence):
        yield from _piece(piece, record)
        if number in without:
            then = without[number]
            leading = ", ".join(actor.name for actor in then.leading) or "nobody"
            yield f"        without it: {then.likelihood.value}; pointing most to {leading}"
            yield f"        without it: {then.confidence.value} confidence"


def _piece(piece: Evidence, record: Record) -> Iterator[str]:
    way = "for    " if piece.bears is Bearing.FOR else "against"
    because = f" ({piece.discount_why})" if piece.discount_why else ""
    yield (
        f"    {way} {piece.strength * piece.discount:.2f} = {piece.strength:.2f} x {piece.discount:.2f}{because}  "
        f"{entry(piece.kind).label}: {piece.text}"
    )
    for quote in piece.quotes:
        report = record.report(quote.report_id)
        name = report.publisher or report.title or report.path or report.id[:12]
        yield f"        “{quote.exact}” [{name}, {quote.start}–{quote.end}]"
    if piece.citation:
        yield f"        {piece.citation}"
