"""What the mentions of one happening come to, with every disagreement kept."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from tallystick.model.actor import ActorRef
from tallystick.model.attribution import Attribution
from tallystick.model.base import Noun
from tallystick.model.mention import Range
from tallystick.model.outlet import Origin
from tallystick.model.place import Place
from tallystick.model.quote import Quote
from tallystick.model.terms import (
    CasualtyGroup,
    DateBasis,
    DatePrecision,
    EventKind,
    Outcome,
    ReviewState,
    Status,
    WeaponKind,
)


class ConflictValue(Noun):
    """One of several values that mentions give for a field, in plain text. ``sources`` is how many independent sources
    stand by it: 0 where its source has since told another.
    """

    value: str
    mention_ids: tuple[str, ...]
    sources: int = Field(default=1, ge=0)


class Conflict(Noun):
    """A field on which the mentions disagree, and the rule by which the shown value was chosen.

    The shown value is the first, unless the rule pools them. ``decided_by`` is the part of the rule that set the first
    value before the second; empty where they are pooled.
    """

    field: str
    values: tuple[ConflictValue, ...]
    rule: str
    decided_by: str = ""


class Sourced(Noun):
    """The mentions that give the shown value of a field: what stands behind it, disputed or not."""

    field: str
    mention_ids: tuple[str, ...]


class Step(Noun):
    """What one feature of two mentions adds to, or takes from, the odds that they are of one incident.

    ``weight`` is in bits, log2 of the Bayes factor, as in the model of Fellegi and Sunter (1969): +1 doubles the odds.
    ``level`` is the outcome of the comparison by which the linkage model knows it; ``words`` says it with the values.
    """

    feature: str
    level: str
    weight: float
    words: str


class Join(Noun):
    """Why two mentions were taken for one incident.

    ``score`` is the probability, 0 to 1: ``1 / (1 + 2 ** -weight)``, where ``weight`` is the sum of the ``steps``, the
    first of which is where all pairs begin. ``reasons`` says the steps in words, the strongest first; of a join that
    rests on no comparison (a person joined them) it is all there is.
    """

    left: str
    right: str
    score: float
    weight: float = 0.0
    steps: tuple[Step, ...] = ()
    reasons: tuple[str, ...]


class MayBe(Noun):
    """Another incident that a vague telling may mean, with its score from 0 to 1 and the reasons in words.

    ``left`` is the vague telling, ``right`` that of the other incident to which it is likest; ``weight`` and ``steps``
    are as in a join. What was derived before these were kept has none.
    """

    id: str
    score: float
    reasons: tuple[str, ...]
    left: str | None = None
    right: str | None = None
    weight: float = 0.0
    steps: tuple[Step, ...] = ()


class Settled(Noun):
    """A field that a person settled, with the number of the decision: ``pinned`` to a value that a report tells, or
    edited.
    """

    field: str
    pinned: bool
    by: str
    decision: int
    reason: str | None = None


class GroupCount(Noun):
    """Of one group of people: how many were killed and injured, null where no report tells it."""

    group: CasualtyGroup
    killed: Range | None = None
    injured: Range | None = None


class Incident(Noun):
    """One happening. The five questions are five fields: ``status`` (did it happen), ``claimed_by`` (who claims it),
    ``attributed_to`` (who is said to have done it, by whom), the ``likelihood`` and ``confidence`` inside each
    attribution (how sure), and ``review_state`` (has a person passed it). ``perpetrator`` is set only when reports
    state it as fact. ``casualty_groups`` are parts of the killed and injured and overlap.

    ``may_be`` lists, best first, the other incidents that this one may be: it is told too vaguely to say which. Such an
    incident stands by itself, and no count may rest on its being another one. ``settled`` lists the fields whose value
    a person settled, in the order in which they did.

    ``sources`` counts who originally reported it: ``origins``, each with its reports. ``informants`` are the people and
    bodies on whose word reports tell it; they are parties and witnesses, no outlets, and are not counted as sources.
    """

    id: str
    kind: EventKind
    weapons: tuple[WeaponKind, ...] = ()
    weapon_count: Range | None = None
    start: date | None = None
    end: date | None = None
    date_precision: DatePrecision = DatePrecision.UNKNOWN
    date_basis: DateBasis = DateBasis.NONE
    place: Place | None = None
    target: str | None = None
    target_actor: ActorRef | None = None
    perpetrator: ActorRef | None = None
    claimed_by: tuple[ActorRef, ...] = ()
    attributed_to: tuple[Attribution, ...] = ()
    killed: Range | None = None
    injured: Range | None = None
    casualty_groups: tuple[GroupCount, ...] = ()
    outcome: Outcome = Outcome.UNKNOWN
    status: Status = Status.REPORTED
    review_state: ReviewState = ReviewState.MACHINE
    background: bool = False
    responds_to: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    sourced: tuple[Sourced, ...] = ()
    joins: tuple[Join, ...] = ()
    may_be: tuple[MayBe, ...] = ()
    settled: tuple[Settled, ...] = ()
    sources: int = 1
    origins: tuple[Origin, ...] = ()
    informants: tuple[ActorRef, ...] = ()

    def killed_of(self, group: CasualtyGroup) -> Range | None:
        """How many of a group were killed; null where no report tells it."""
        return next((each.killed for each in self.casualty_groups if each.group is group), None)

    def told_by(self, field: str) -> tuple[str, ...]:
        """The ids of the mentions that give the shown value of a field; empty where none tells it."""
        return next((each.mention_ids for each in self.sourced if each.field == field), ())


class Tombstone(Noun):
    """An id that was once shown and now points on."""

    id: str
    points_to: str | None
    why: str


class MintedId(Noun):
    """An incident id that was once given, and what it was given for: history, never deleted.

    ``anchor`` is the trigger quote of the mention that the id was minted from; ``ordinal`` tells apart several
    incidents of one quote, from 0; ``batch`` is the batch of reports in which it was minted, from 1.
    """

    id: str
    anchor: Quote
    ordinal: int
    batch: int
