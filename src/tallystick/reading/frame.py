"""An event as it is being pieced together from a report."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.expression import DateExpression, PlaceExpression
from tallystick.model.mention import Casualties, CountedRange, Ground, Link, OutcomeRead, Reporter, StatePart
from tallystick.model.quote import Quote
from tallystick.model.terms import EventKind, Modality, Role
from tallystick.model.when import When
from tallystick.reading.segments import Segment
from tallystick.reading.trigger import Trigger
from tallystick.reading.weapons import WeaponSpan


@dataclass
class Frame:
    """One event in the making. The rules fill it in; ``events.py`` turns it into a mention.

    ``stretches`` are all the stretches of text that speak of the event, its own first. ``trigger_probability`` is how
    likely the encoder takes the event's word to tell one; None where it was not asked.
    """

    sentence: Span
    segment: Segment
    triggers: tuple[Trigger, ...]
    weapons: tuple[WeaponSpan, ...]
    stretches: list[Span] = field(default_factory=list)
    kind: EventKind = EventKind.ATTACK_UNSPECIFIED
    dates: tuple[DateExpression, ...] = ()
    when: When = field(default_factory=When)
    places: tuple[PlaceExpression, ...] = ()
    participants: tuple[Participant, ...] = ()
    weapon_count: CountedRange | None = None
    casualties: Casualties = field(default_factory=Casualties)
    outcome: OutcomeRead | None = None
    reporter: Reporter | None = None
    modality: Modality = Modality.ACTUAL
    status_cue: str = "reported"
    links: tuple[Link, ...] = ()
    grounds: tuple[Ground, ...] = ()
    state_parts: tuple[StatePart, ...] = ()
    background: bool = False
    plural: bool = False
    quote: Quote | None = None
    ordinal: int = 0
    apart: bool = False
    told_as_new: bool = False
    trigger_probability: float | None = None

    @property
    def head(self) -> Token:
        """The word that tells the event best: an event noun or verb before a verb of use or a weapon."""
        return min(self.triggers, key=_strength).token

    @property
    def is_told_of_another(self) -> bool:
        """True if somebody tells of another's deed: who did it is named, and is not who speaks."""
        speaker = self.reporter.actor_id if self.reporter is not None else None
        return any(
            p.role is Role.PERPETRATOR and p.actor_id is not None and p.actor_id != speaker for p in self.participants
        )

    @property
    def span(self) -> Span:
        """The event's own stretch of text."""
        return self.sentence.doc[self.segment.start : self.segment.end]

    @property
    def is_setting(self) -> bool:
        """True if the event is told only as the setting of another ("after strikes on …")."""
        return self.segment.subordinate is not None

    def part(self, ordinal: int, **changes: object) -> Frame:
        """A copy for one of several events that the same words tell."""
        copy = replace(self, **changes)  # type: ignore[arg-type]
        copy.ordinal = ordinal
        copy.apart = True
        copy.stretches = list(self.stretches)
        return copy


_ORDER = {"noun": 0, "verb": 1, "use": 2, "weak": 3, "weapon": 4, "effect": 5}


def _strength(trigger: Trigger) -> tuple[int, int]:
    return _ORDER[trigger.strength], trigger.token.i
