"""The answers to "who did it" as the brief tells them."""

from __future__ import annotations

from typing import NamedTuple

from tallystick.codebook.load import entry
from tallystick.model.attribution import Attribution, Evidence
from tallystick.model.incident import Incident
from tallystick.model.terms import AttributionMode, AttributionRole, AttributionStatus, Bearing
from tallystick.publishing.words import actors


class Told(NamedTuple):
    """One answer: its sentences, and the attribution that carries its evidence."""

    sentences: tuple[str, ...]
    attribution: Attribution


def answers_told(incident: Incident) -> tuple[Told, ...]:
    """Each answer once, on whatever grounds it is given. Who claims it is said with the first one only."""
    told: dict[tuple[str, ...], Told] = {}
    said: set[str] = set()
    for attribution in incident.attributed_to:
        sentences = attribution_sentences(attribution)
        if sentences not in told:
            told[sentences] = Told(sentences if sentences[0] not in said else sentences[1:], attribution)
            said.add(sentences[0])
    return tuple(told.values())


def attribution_notes(incident: Incident) -> tuple[str, ...]:
    """Each set of actors that stands as an answer, in a few words. Of a backer only that it is one."""
    notes = []
    for attribution in incident.attributed_to:
        if attribution.status in (AttributionStatus.SUPERSEDED, AttributionStatus.WITHDRAWN):
            continue
        if attribution.role is AttributionRole.SPONSOR:
            notes.append(f"{set_words(attribution)}: said to back those who act; no part in this told")
        else:
            role = entry(attribution.role).label.lower()
            notes.append(f"{set_words(attribution)}: {role}, {attribution.likelihood.value}")
    return tuple(dict.fromkeys(notes))


def set_words(attribution: Attribution) -> str:
    """The actors of an attribution as one phrase."""
    if len(attribution.actors) > 1 and attribution.mode is AttributionMode.ONE_OR_MORE_OF:
        return f"one or more of {actors(attribution.actors)}"
    return actors(attribution.actors)


def attribution_sentences(attribution: Attribution) -> tuple[str, ...]:
    """The sentences that came with the attribution, or two of its own: how likely, and apart from it how sure."""
    if attribution.sentences:
        return attribution.sentences
    who = f" according to {attribution.attributor.name}" if attribution.attributor else ""
    who = ", and nobody is named who says so" if attribution.is_nobodys_word else who
    part = "" if attribution.role is AttributionRole.EXECUTOR else f" as {entry(attribution.role).label.lower()}"
    return (
        f"Attributed to {set_words(attribution)}{part}{who}: {attribution.likelihood}.",
        f"{entry(attribution.confidence).label}: {attribution.confidence_why}.",
    )


def evidence_words(attribution: Attribution) -> str:
    """How much evidence there is, for and against."""
    ways = [piece.bears for piece in attribution.evidence]
    against = ways.count(Bearing.AGAINST)
    return f"{ways.count(Bearing.FOR)} for" + (f", {against} against" if against else ", none against")


def weight_words(piece: Evidence) -> str:
    """What a piece of evidence carries, and what was taken off for its source."""
    carried = f"{piece.strength * piece.discount:.2f} = {piece.strength:.2f} × {piece.discount:.2f}"
    return f"{carried} ({piece.discount_why})" if piece.discount_why else carried
