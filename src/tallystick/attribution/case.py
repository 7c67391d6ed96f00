"""What is on file of one incident, and how an answer to "who did it" is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.likelihood import Judgement, say_likelihood
from tallystick.attribution.names import names
from tallystick.attribution.network import Network
from tallystick.attribution.stated import Stated
from tallystick.model.incident import Incident


class Case(NamedTuple):
    """What is on file of one incident: standing claims, stated attributions, the network, and by claimant how many
    independent reports relay the claim.
    """

    incident: Incident
    standing: tuple[Claimed, ...]
    stated: tuple[Stated, ...]
    network: Network
    origins: Mapping[str, int]


def four_sentences(case: Case, said: str, that: str, judged: Judgement, not_known: str) -> tuple[str, ...]:
    """Who claims it; who says so; how likely; how confident and what is not known. Likelihood and confidence never
    share a sentence.
    """
    claimants = tuple(c.claimant for c in case.standing)
    claim = (
        f"{names(claimants)} claim{'s' if len(claimants) == 1 else ''} it."
        if claimants
        else "Nobody on file claims it."
    )
    confidence = f"Confidence is {judged.confidence.value}: {judged.why}. {not_known}"
    return claim, said, say_likelihood(judged.likelihood, that), confidence
