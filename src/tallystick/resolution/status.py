"""Did it happen? One word for what the tellings say, kept apart from who did it."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.model.terms import Modality, Status
from tallystick.resolution.telling import Telling


def choose_status(tellings: Sequence[Telling]) -> Status:
    """The status of an incident, after Airwars' grading.

    - ``denied``: somebody denies it, and it stands on claims and allegations only.
    - ``contested``: somebody denies it and others report it as fact; or one report confirms it, and another of the
      same or a later day holds it unconfirmed.
    - ``confirmed``: an authority or a belligerent confirms it. Two independent sources alone (Airwars' "fair") do
      not make it so; the number of sources is told beside the status.
    - ``claimed_only``: only claimants tell of it.
    - ``reported``: all else.
    """
    affirmed = [t for t in tellings if t.is_affirmed]
    denied = [t for t in tellings if t.mention.modality is Modality.DENIED]
    cues = {t.mention.status_cue for t in affirmed}
    if denied:
        as_fact = any(t.mention.modality is Modality.ACTUAL and t.mention.status_cue in FACT for t in affirmed)
        return Status.CONTESTED if as_fact else Status.DENIED
    if "confirmed" in cues:
        return Status.CONTESTED if _doubted_after_confirmation(affirmed) else Status.CONFIRMED
    return Status.CLAIMED_ONLY if cues == {"claimed_only"} else Status.REPORTED


FACT = frozenset({"confirmed", "reported"})


def _doubted_after_confirmation(tellings: Sequence[Telling]) -> bool:
    """True if a doubt outlives every confirmation: told by a report that does not confirm it itself, and not before
    the first that does.
    """
    confirmed = [t for t in tellings if t.mention.status_cue == "confirmed"]
    confirming = {t.mention.report_id for t in confirmed}
    first = min((t.published for t in confirmed if t.published), default=None)
    return any(
        first is None or t.published is None or t.published >= first
        for t in tellings
        if t.mention.status_cue == "unconfirmed" and t.mention.report_id not in confirming
    )
