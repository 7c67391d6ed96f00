"""The life of a claim in plain sentences, each with the words of the report that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.codebook.load import entry
from tallystick.model.actor import ActorRef
from tallystick.model.claim import Claim, ClaimCover, LifeStep
from tallystick.model.quote import Quote
from tallystick.model.terms import ClaimMode, ClaimStatus, ClaimStep, Quantifier
from tallystick.model.when import When
from tallystick.publishing.words import days

_SETS = {
    Quantifier.SEVERAL: "several attacks",
    Quantifier.SOME: "some of the attacks",
    Quantifier.MANY: "many of the attacks",
    Quantifier.MOST: "most of the attacks",
    Quantifier.ALL: "all of the attacks",
}
_STANDS = {
    ClaimStatus.STANDING: "{} stands.",
    ClaimStatus.SUPERSEDED: "{} no longer stands: another took its place.",
    ClaimStatus.DENIED: "{} does not stand: the claimant denies having made it.",
    ClaimStatus.DISPUTED: "{} stands, and is disputed.",
}


@dataclass(frozen=True)
class Said:
    """A sentence and the quote that it rests on; null where nobody is quoted for it."""

    text: str
    quote: Quote | None = None


def set_words(covers: ClaimCover) -> str:
    """What a claim reaches that names no incident on file: "two of the three attacks", "most of the attacks"."""
    if covers.quantifier is Quantifier.ONE:
        return "one attack, which one is not told"
    reach = _SETS[covers.quantifier]
    if covers.number is not None:
        reach = f"{covers.number} of {covers.of} attacks" if covers.of else f"{covers.number} attacks"
        reach = f"all {reach}" if covers.quantifier is Quantifier.ALL else reach
    scope = covers.scope
    if scope is not None:
        reach += f" on {scope.target}" if scope.target else ""
        reach += f" in {scope.place}" if scope.place else ""
        reach += f", {_window(scope.when)}" if scope.when.is_known else ""
    return f"{reach}, none of them named"


def life_words(claim: Claim) -> tuple[Said, ...]:
    """What became of a claim, step by step, and last how it stands."""
    name = claim.claimant.name
    steps = [Said(f"{_step(step, name, claim)}.", step.quote) for step in claim.life]
    return (*steps, Said(standing_words(claim)))


def standing_words(claim: Claim, *, subject: str = "The claim") -> str:
    """How a claim stands after all that is told of it, in a sentence on ``subject``."""
    taken = {s.step for s in claim.life}
    down = [s.by for s in claim.life if s.step is ClaimStep.TAKEN_DOWN]
    if claim.status is ClaimStatus.WITHDRAWN:
        if ClaimStep.WITHDRAWN in taken:
            return f"{subject} no longer stands: it was taken back."
        if any(_is_claimants(by, claim) for by in down):
            return f"{subject} no longer stands: its claimant took it down."
        return f"{subject} no longer stands: it was taken down, by whom is not told."
    others = [by.name for by in down if by is not None and not _is_claimants(by, claim)]
    if claim.status is ClaimStatus.STANDING and others:
        return f"{subject} stands: {others[0]} took it down, and its claimant did not take it back."
    return _STANDS[claim.status].format(subject)


def _step(step: LifeStep, name: str, claim: Claim) -> str:
    day = "" if step.on is None or not step.on.is_known else f", {_window(step.on)}"
    by = step.by.name if step.by else None
    if step.step is ClaimStep.MADE:
        told = step.claim_id == claim.id
        return f"{name} made the claim{_channel(claim) if told else ''}{day}"
    if step.step is ClaimStep.REPEATED:
        return f"Another report tells the claim by {name}{day}"
    if step.step is ClaimStep.SUPERSEDED:
        return f"{by or 'Another claimant'} claimed in its place{day}"
    if step.step is ClaimStep.TAKEN_DOWN:
        if by is None:
            return f"The claim by {name} was taken down, by whom is not told{day}"
        whose = "its claim" if _is_claimants(step.by, claim) else f"the claim by {name}"
        return f"{by} took down {whose}{day}"
    if step.step is ClaimStep.WITHDRAWN:
        return f"{name} took back its claim{day}"
    if step.step is ClaimStep.DENIED:
        return f"{name} denied having made the claim{day}"
    if step.claim_id is not None and by is not None and claim.claimant != step.by and _is_claim_of(step, claim):
        return f"{by} claimed the same{day}"
    return f"{by or 'Others'} disputed the claim{day}"


def _is_claimants(by: ActorRef | None, claim: Claim) -> bool:
    return by is not None and (by == claim.claimant or (by.id is not None and by.id == claim.claimant.id))


def _is_claim_of(step: LifeStep, claim: Claim) -> bool:
    """True for a dispute that is another's claim: it is told by a claim that tells no step of this one's making."""
    own = {s.claim_id for s in claim.life if s.step in (ClaimStep.MADE, ClaimStep.REPEATED)}
    return step.claim_id not in own


def _channel(claim: Claim) -> str:
    mode = "" if claim.mode is ClaimMode.UNKNOWN else f" ({entry(claim.mode).label.lower()})"
    return f"{f' on {claim.channel.name}' if claim.channel else ''}{mode}"


def _window(when: When) -> str:
    words = days(when.start, when.end)
    return words if when.start != when.end or when.start is None else f"on {words}"
