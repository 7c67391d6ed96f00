"""What the model points to, made into mentions: every word found in the report, every value read by us."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.model.actor import Participant
from tallystick.model.mention import Casualties, ClaimMention, EventMention
from tallystick.model.quote import Quote
from tallystick.model.report import Report
from tallystick.model.terms import ActorType, Modality, ParticipantType, PlacePrecision, Role
from tallystick.model.when import When
from tallystick.reading.event_mentions import mention_id
from tallystick.reading.llm.answer import Pointed
from tallystick.reading.llm.counting import read_count, read_weapons
from tallystick.reading.llm.layers import Layers
from tallystick.reading.llm.passages import Passage
from tallystick.reading.llm.wording import locate, locate_near

CONFIDENCE = 0.5
"""Of every mention: what a model is worth differs from model to model, so no share is fitted on gold."""

_SORTS = {
    ActorType.STATE: ParticipantType.STATE,
    ActorType.PERSON: ParticipantType.PERSON,
    ActorType.UNNAMED_SET: ParticipantType.GROUP_OF_PEOPLE,
    ActorType.GROUP_OF_PEOPLE: ParticipantType.GROUP_OF_PEOPLE,
}


@dataclass(frozen=True)
class Telling:
    """A passage of a report, what its words stand for, and who reads it."""

    report: Report
    passage: Passage
    layers: Layers
    language: str
    reader: str

    def mentions(self, pointed: Pointed, number: int) -> tuple[EventMention | ClaimMention, ...]:
        """The event, and the claim of it if one is told. ``number`` tells events of the same words apart.

        Raises:
            MisquotedError: some of the words do not stand in the passage, or not clearly where.

        """
        quote = locate(pointed.quote, self.report, self.passage, before=pointed.before)
        trigger = locate_near(pointed.trigger, self.report, self.passage, quote)
        found = {name: self._words(getattr(pointed, name), quote) for name in _VALUES}
        when, where = found["when"], found["where"]
        participants = (
            self._participant(Role.PERPETRATOR, found["perpetrator"]),
            self._participant(Role.TARGET, found["target"]),
        )
        weapon, killed, injured = found["weapon"], found["killed"], found["injured"]
        event = EventMention(
            id=mention_id(self.report.id, "event", quote, number),
            report_id=self.report.id,
            quote=quote,
            modality=pointed.modality,
            confidence=CONFIDENCE,
            reader=self.reader,
            event_kind=pointed.kind,
            trigger=trigger,
            when=self.layers.when(when) if when is not None else When(),
            where=self.layers.where(where) if where is not None else None,
            participants=tuple(p for p in participants if p is not None),
            weapons=read_weapons(weapon, self.language) if weapon is not None else (),
            casualties=Casualties(
                killed=read_count(killed, self.language) if killed is not None else None,
                injured=read_count(injured, self.language) if injured is not None else None,
            ),
        )
        claim = self._claim(event, found["claimant"])
        return (event,) if claim is None else (event, claim)

    def _words(self, words: str, told: Quote) -> Quote | None:
        return locate_near(words, self.report, self.passage, told) if words.strip() else None

    def _participant(self, role: Role, words: Quote | None) -> Participant | None:
        if words is None:
            return None
        linked = self.layers.actor(words)
        if linked is not None:
            sort = _SORTS.get(linked.type, ParticipantType.ORGANISATION)
            return Participant(role=role, type=sort, name=linked.actor.name, actor_id=linked.actor.id, quote=words)
        place = self.layers.where(words) if role is Role.TARGET else None
        is_site = place is not None and place.precision is PlacePrecision.SITE
        sort = ParticipantType.FACILITY if is_site else ParticipantType.GROUP_OF_PEOPLE
        return Participant(role=role, type=sort, name=words.exact, quote=words)

    def _claim(self, event: EventMention, words: Quote | None) -> ClaimMention | None:
        claimant = self._participant(Role.CLAIMANT, words)
        if claimant is None or event.modality is Modality.DENIED:
            return None
        return ClaimMention(
            id=mention_id(self.report.id, "claim", claimant.quote, event.trigger.start),
            report_id=self.report.id,
            quote=event.quote if claimant.quote.overlaps(event.quote) else claimant.quote,
            confidence=CONFIDENCE,
            reader=self.reader,
            claimant=claimant,
            covers=(event.id,),
        )


_VALUES = ("when", "where", "perpetrator", "target", "weapon", "killed", "injured", "claimant")
