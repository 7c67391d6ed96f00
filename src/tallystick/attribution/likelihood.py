"""How likely and how sure: the table of ``docs/decisions/attribution-table.md``.

The words are those of ICD-203 (likelihood) and of JP 2-0 (confidence). The rules are ours: a first, open table that
a person can check, not a measured probability.
"""

from __future__ import annotations

from tallystick.model.base import Noun
from tallystick.model.terms import Confidence, Grade, Likelihood

_SCALE = tuple(Likelihood)

GRADE_BEARS: dict[Grade, Likelihood] = {
    Grade.SELF_ACKNOWLEDGED: Likelihood.VERY_LIKELY,
    Grade.OFFICIAL_FINDING: Likelihood.VERY_LIKELY,
    Grade.DIRECT: Likelihood.VERY_LIKELY,
    Grade.PREPONDERANCE: Likelihood.LIKELY,
    Grade.CIRCUMSTANTIAL: Likelihood.ROUGHLY_EVEN,
    Grade.ASSERTED: Likelihood.ROUGHLY_EVEN,
}
"""The most that a relation of this grade can carry, whatever is known of the act itself."""

_FIRM = (Grade.SELF_ACKNOWLEDGED, Grade.OFFICIAL_FINDING, Grade.DIRECT)


class Judgement(Noun):
    """A likelihood, a confidence, and the ground for the confidence as a clause ("one report only")."""

    likelihood: Likelihood
    confidence: Confidence
    why: str


def judge_claim(*, reports: int, told_by_others: bool, disputed: bool, rivals: int, agreeing: int) -> Judgement:
    """A standing claim by the claimant itself.

    Args:
        reports: independent reports that relay the claim.
        told_by_others: whether somebody other than the claimant tells the incident.
        disputed: whether a report disputes the claim.
        rivals: other standing claimants who are no part of this one.
        agreeing: attributors who name the claimant too.

    """
    if disputed:
        return Judgement(likelihood=Likelihood.UNLIKELY, confidence=Confidence.LOW, why="the claim is disputed")
    if rivals:
        why = "others claim the same incident"
        return Judgement(likelihood=Likelihood.ROUGHLY_EVEN, confidence=Confidence.LOW, why=why)
    if agreeing:
        confidence = Confidence.HIGH if reports > 1 and told_by_others else Confidence.MODERATE
        why = f"the claim and what {_count(agreeing, 'other', 'others')} said agree"
        return Judgement(likelihood=Likelihood.VERY_LIKELY, confidence=confidence, why=why)
    if not told_by_others:
        why = "nobody but the claimant tells the incident"
        return Judgement(likelihood=Likelihood.ROUGHLY_EVEN, confidence=Confidence.LOW, why=why)
    if reports > 1:
        why = f"{reports} independent reports relay the claim, and nobody else names who did it"
        return Judgement(likelihood=Likelihood.LIKELY, confidence=Confidence.MODERATE, why=why)
    why = "one report relays the claim, and nobody else names who did it"
    return Judgement(likelihood=Likelihood.LIKELY, confidence=Confidence.LOW, why=why)


def judge_statement(*, attributors: int, contradicted: bool, claimed_too: bool) -> Judgement:
    """An attribution that somebody states.

    Args:
        attributors: who names the same actors, counted once each; 0 where reports name nobody who says so.
        contradicted: whether another attribution or a standing claim names somebody else.
        claimed_too: whether the actors themselves claim the incident.

    """
    if claimed_too:
        confidence = Confidence.HIGH if attributors > 1 else Confidence.MODERATE
        why = f"{_count(attributors, 'attributor names', 'attributors name')} whoever also claims it"
        return Judgement(likelihood=Likelihood.VERY_LIKELY, confidence=confidence, why=why)
    if not attributors:
        why = "nobody is named who says so"
        return Judgement(likelihood=Likelihood.ROUGHLY_EVEN, confidence=Confidence.LOW, why=why)
    if contradicted:
        why = "another report or claim names somebody else"
        return Judgement(likelihood=Likelihood.ROUGHLY_EVEN, confidence=Confidence.LOW, why=why)
    if attributors > 1:
        why = f"{attributors} attributors agree, and none shows its evidence on file"
        return Judgement(likelihood=Likelihood.VERY_LIKELY, confidence=Confidence.MODERATE, why=why)
    return Judgement(
        likelihood=Likelihood.LIKELY, confidence=Confidence.LOW, why="it rests on the word of one attributor"
    )


def judge_network(base: Likelihood, weakest: Grade) -> Judgement:
    """What a claim says of the actors behind the name: no more than the claim, no more than the weakest relation."""
    likelihood = min(base, GRADE_BEARS[weakest], key=_SCALE.index)
    confidence = Confidence.MODERATE if weakest in _FIRM else Confidence.LOW
    grade = weakest.value.replace("_", " ")
    why = f"the chain behind the claim is no better evidenced than its weakest link, which is graded {grade}"
    return Judgement(likelihood=likelihood, confidence=confidence, why=why)


def weakest(grades: tuple[Grade, ...]) -> Grade:
    """The weakest of some grades; the order of ``Grade`` is strongest first."""
    return max(grades, key=tuple(Grade).index)


def strongest(grades: tuple[Grade, ...]) -> Grade:
    """The strongest of some grades."""
    return min(grades, key=tuple(Grade).index)


def say_likelihood(likelihood: Likelihood, that: str) -> str:
    """A sentence: "It is likely that …", "There is a roughly even chance that …"."""
    match likelihood:
        case Likelihood.ROUGHLY_EVEN:
            return f"There is a roughly even chance that {that}."
        case Likelihood.ALMOST_NO_CHANCE:
            return f"There is almost no chance that {that}."
        case _:
            return f"It is {likelihood.value} that {that}."


def _count(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"
