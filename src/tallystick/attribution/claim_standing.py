"""Who claims an incident, and whether each claim still stands after every report on file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tallystick.attribution.claim_tellings import Telling
from tallystick.attribution.names import key
from tallystick.model.actor import ActorRef
from tallystick.model.base import Noun
from tallystick.model.quote import Quote
from tallystick.model.terms import ClaimStatus, ClaimStep

_TELLS = (ClaimStep.MADE, ClaimStep.REPEATED)
_UP = (ClaimStatus.STANDING, ClaimStatus.DISPUTED)


class Claimed(Noun):
    """That an actor claims an incident, as it stands after every report on file, with the words that say so.

    ``quotes`` tell that it was claimed, ``ground`` what else its status rests on. ``gave_way_to`` is the key of the
    actor whose claim took its place, ``disputed_by`` who disputes it, where a report names that. ``is_taken_back`` is
    true where a report says that the claimant took it back, and not only that it was taken down, ``is_own_removal``
    where it says that the claimant took it down, ``is_filmed`` where a video came with the claim.
    """

    claimant: ActorRef
    status: ClaimStatus
    quotes: tuple[Quote, ...]
    report_ids: tuple[str, ...]
    ground: tuple[Quote, ...] = ()
    gave_way_to: str | None = None
    disputed_by: ActorRef | None = None
    is_taken_back: bool = False
    is_own_removal: bool = False
    is_filmed: bool = False

    @property
    def stands(self) -> bool:
        """True unless the claim was taken back, replaced or denied."""
        return self.status in _UP


def settle(told: Iterable[Telling]) -> tuple[Claimed, ...]:
    """Who claims one incident, one entry a claimant, rivals beside each other; ``told`` is all that is told of it.

    A claim that a report says was replaced is superseded, and so is one taken back or down while somebody else's
    stands; both stay so, whatever others still relay, unless the claimant claims anew on a later day. A dispute lasts
    too: who relays a claim does not answer those who doubt it. A denial by the claimant gives way to a claim that is
    told on a later day. What only others took down, as a platform does, still stands: its claimant said nothing.
    """
    by_claimant: dict[str, list[Telling]] = defaultdict(list)
    for each in sorted(told, key=Telling.order):
        by_claimant[key(each.claimant)].append(each)
    alone = {k: _settle_alone(tellings) for k, tellings in by_claimant.items()}
    taking_over = {k: t for k, tellings in by_claimant.items() for t in tellings if t.takes_over}
    settled = {k: _give_way(k, claimed, by_claimant[k], taking_over) for k, claimed in alone.items()}
    up = [k for k in sorted(settled) if settled[k].stands]
    return tuple(_replaced(settled[k], by_claimant, up) for k in sorted(settled))


def _settle_alone(told: Sequence[Telling]) -> Claimed:
    """The claim by what is told of it alone."""
    said = [t for t in told if t.step in _TELLS]
    quotes = {(t.quote.report_id, t.quote.start, t.quote.end): t.quote for t in said or told}
    turns = {step: [t for t in told if t.step is step] for step in ClaimStep}
    ended = [*turns[ClaimStep.WITHDRAWN], *_ended_by_removal(turns[ClaimStep.TAKEN_DOWN])]
    if _is_claimed_anew(said, ended):
        ended = []
    denied = [t for t in turns[ClaimStep.DENIED] if not any(s.published > t.published for s in said)]
    status, ground = next(
        (status, tellings)
        for status, tellings in (
            (ClaimStatus.SUPERSEDED, turns[ClaimStep.SUPERSEDED]),
            (ClaimStatus.WITHDRAWN, ended),
            (ClaimStatus.DENIED, denied),
            (ClaimStatus.DISPUTED, turns[ClaimStep.DISPUTED]),
            (ClaimStatus.STANDING, None),
        )
        if tellings or tellings is None
    )
    return Claimed(
        claimant=told[-1].claimant,
        status=status,
        quotes=tuple(quotes[k] for k in sorted(quotes)),
        report_ids=tuple(sorted({t.quote.report_id for t in told})),
        ground=_words(ground or ()),
        gave_way_to=next((key(t.by) for t in turns[ClaimStep.SUPERSEDED] if t.by is not None), None),
        disputed_by=next((t.by for t in turns[ClaimStep.DISPUTED] if t.by is not None), None),
        is_filmed=any(t.is_filmed for t in said),
        is_taken_back=any(t.step is ClaimStep.WITHDRAWN for t in ended),
        is_own_removal=any(t.is_by_claimant for t in ended),
    )


def _ended_by_removal(down: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings by which a claim ended when it was taken down: none where others did that and the claimant did not.

    One report may name the platform, and another say only that the post is gone.
    """
    own = [t for t in down if t.is_by_claimant]
    return own if any(t.by is not None for t in down) else down


def _is_claimed_anew(said: Sequence[Telling], withdrawn: Sequence[Telling]) -> bool:
    """True where a claim of the same actor is dated later than the day on which one was withdrawn: another of its
    branches has spoken, or it has thought again. A relay that bears no day of its own may be of the old claim.
    """
    over = max((t.day for t in withdrawn), default=None)
    gone = {t.claim_id for t in withdrawn}
    return over is not None and any(
        t.claim_id not in gone and t.on is not None and t.on.start is not None and t.on.start > over for t in said
    )


def _give_way(own: str, claimed: Claimed, told: Sequence[Telling], taking_over: Mapping[str, Telling]) -> Claimed:
    """Superseded, where another's claim is told to take the place of those made before it."""
    over = next((k for k in sorted(taking_over) if k != own), None)
    later = over is not None and min(t.published for t in told) <= taking_over[over].published
    if over is None or own in taking_over or not later or claimed.status is ClaimStatus.SUPERSEDED:
        return claimed
    return claimed.model_copy(
        update={
            "status": ClaimStatus.SUPERSEDED,
            "ground": (*claimed.ground, taking_over[over].quote),
            "gave_way_to": over,
        }
    )


def _replaced(claimed: Claimed, by_claimant: Mapping[str, Sequence[Telling]], up: Sequence[str]) -> Claimed:
    """By whom a superseded claim gave way, where one alone stands; and superseded, if it was taken down meanwhile."""
    if claimed.status is ClaimStatus.SUPERSEDED and claimed.gave_way_to is None and len(up) == 1:
        return claimed.model_copy(update={"gave_way_to": up[0]})
    if claimed.status is not ClaimStatus.WITHDRAWN or not up:
        return claimed
    first = min(up, key=lambda k: by_claimant[k][0].order())
    standing = next(t for t in by_claimant[first] if t.step in _TELLS)
    return claimed.model_copy(
        update={
            "status": ClaimStatus.SUPERSEDED,
            "ground": (*claimed.ground, standing.quote),
            "gave_way_to": first,
        }
    )


def _words(told: Iterable[Telling]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(t.quote for t in told))
