"""Did it happen? One word for what the tellings say, kept apart from who did it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tallystick.model.incident import Conflict, ConflictValue
from tallystick.model.terms import Modality, Status
from tallystick.resolution.support import Chosen, support
from tallystick.resolution.telling import Telling

Tellings = Sequence[Telling]

FACT = frozenset({"confirmed", "reported"})
ALLEGED = "alleged"
DENIED = "denied"


@dataclass(frozen=True)
class Case:
    """A status, the words that say when it is given, the same as a test, and the stances that carry it."""

    status: Status
    words: str
    holds: Callable[[Tellings], bool]
    carried_by: frozenset[str]


def choose_status(tellings: Tellings) -> Chosen[Status]:
    """The status of an incident, after Airwars' grading: that of the first of ``CASES`` that holds.

    Two independent sources alone (Airwars' "fair") do not make it confirmed; the number of sources is told beside the
    status. Denials, and doubts that outlive a confirmation, are disagreements; a claim beside a report is none.
    """
    case = next(case for case in CASES if case.holds(tellings))
    stances = support((_stance(t), t) for t in tellings)
    carrying = [s for s in stances if s.value in case.carried_by]
    ids = tuple(i for s in carrying for i in s.mention_ids)
    if case.status not in (Status.CONTESTED, Status.DENIED):
        return Chosen(case.status, ids)
    values = tuple(ConflictValue(value=s.value, mention_ids=s.mention_ids, sources=s.origins) for s in carrying)
    conflict = Conflict(field="status", values=values, rule=WORDS, decided_by=case.words)
    return Chosen(case.status, ids, (conflict,))


def _stance(t: Telling) -> str:
    """How a telling stands to its having happened: its cue, or that it denies or only alleges it."""
    if not t.is_affirmed:
        return DENIED
    only_alleged = t.mention.modality is Modality.ALLEGED and t.mention.status_cue == "reported"
    return ALLEGED if only_alleged else t.mention.status_cue


def _is_denied(tellings: Tellings) -> bool:
    return any(not t.is_affirmed for t in tellings)


def _is_fact(tellings: Tellings) -> bool:
    return any(t.mention.modality is Modality.ACTUAL and t.mention.status_cue in FACT for t in tellings)


def _is_doubted(tellings: Tellings) -> bool:
    """True if a doubt outlives every confirmation: told by a report that does not confirm it itself, and not before
    the first that does.
    """
    confirmed = [t for t in tellings if t.is_affirmed and t.mention.status_cue == "confirmed"]
    if not confirmed:
        return False
    confirming = {t.mention.report_id for t in confirmed}
    first = min((t.published for t in confirmed if t.published), default=None)
    return any(
        first is None or t.published is None or t.published >= first
        for t in tellings
        if _stance(t) == "unconfirmed" and t.mention.report_id not in confirming
    )


def _is_confirmed(tellings: Tellings) -> bool:
    return any(t.is_affirmed and t.mention.status_cue == "confirmed" for t in tellings)


def _is_only_claimed(tellings: Tellings) -> bool:
    return all(_stance(t) == "claimed_only" for t in tellings)


STANCES = frozenset({*FACT, ALLEGED, DENIED, "claimed_only", "unconfirmed"})
CASES = (
    Case(
        Status.DENIED,
        "denied where somebody denies it and nobody tells it as a fact",
        lambda told: _is_denied(told) and not _is_fact(told),
        STANCES,
    ),
    Case(Status.CONTESTED, "contested where somebody denies it and others tell it as a fact", _is_denied, STANCES),
    Case(
        Status.CONTESTED,
        "contested where it is confirmed and a report of the same or a later day still doubts it",
        _is_doubted,
        frozenset({"confirmed", "unconfirmed"}),
    ),
    Case(
        Status.CONFIRMED,
        "confirmed where an authority or a belligerent confirms it",
        _is_confirmed,
        frozenset({"confirmed"}),
    ),
    Case(Status.CLAIMED_ONLY, "claimed_only where only claimants tell it", _is_only_claimed, STANCES),
    Case(Status.REPORTED, "reported otherwise", bool, STANCES),
)
WORDS = "; ".join(case.words for case in CASES)
