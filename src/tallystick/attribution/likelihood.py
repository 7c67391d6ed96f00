"""How likely and how sure, in words: ICD 203 for the likelihood, JP 2-0 for the confidence."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tallystick.attribution.opinion import Binomial
from tallystick.attribution.strengths import load_strengths
from tallystick.codebook.load import entry
from tallystick.model.terms import Confidence, Grade, Likelihood


class Support(NamedTuple):
    """What stands behind an answer: how many voices that do not depend on each other, how many independent sources
    carry their words, whether a claim, an own word or a stated ground is among them (``shown``), and whether an own
    word or a ground that can be checked is (``ground``).
    """

    voices: int
    sources: int
    shown: bool
    ground: bool = False


def word_of(probability: float) -> Likelihood:
    """The ICD-203 word of a probability, 0 to 1. A word covers its lower bound and not its upper one; the first and the
    last reach to 0 and 1.
    """
    return next((word for word, below in _bounds() if probability < below), Likelihood.ALMOST_CERTAIN)


def confidence_of(opinion: Binomial, support: Support) -> Confidence:
    """How sure: by what the evidence leaves open, how far it conflicts, and how well it is corroborated."""
    for level in (Confidence.HIGH, Confidence.MODERATE):
        asked = load_strengths().confidence[level]
        if (
            opinion.uncertainty <= asked.uncertainty
            and conflict_of(opinion) <= asked.conflict
            and (support.voices >= asked.voices or (asked.ground and support.ground))
            and support.sources >= asked.sources
            and (support.shown or not asked.shown)
        ):
            return level
    return Confidence.LOW


def conflict_of(opinion: Binomial) -> float:
    """The share of disbelief in what is held either way, 0 to 1."""
    held = opinion.belief + opinion.disbelief
    return opinion.disbelief / held if held else 0.0


def strongest(grades: tuple[Grade, ...]) -> Grade:
    """The strongest of some grades; the order of ``Grade`` is strongest first."""
    return min(grades, key=tuple(Grade).index)


def say_likelihood(likelihood: Likelihood, that: str, *, under: str = "") -> str:
    """A sentence: "It is likely that …", "There is a roughly even chance that …", under a condition if given."""
    match likelihood:
        case Likelihood.ROUGHLY_EVEN | Likelihood.ALMOST_NO_CHANCE:
            article = "a " if likelihood is Likelihood.ROUGHLY_EVEN else ""
            said = f"there is {article}{likelihood.value} that {that}."
        case _:
            said = f"it is {likelihood.value} that {that}."
    return f"{under}, {said}" if under else said[0].upper() + said[1:]


@cache
def _bounds() -> tuple[tuple[Likelihood, float], ...]:
    return tuple((word, entry(word).high or 1.0) for word in Likelihood if word is not Likelihood.ALMOST_CERTAIN)
