"""Who did it, in plain words, for one incident."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.attribution.case import Case
from tallystick.attribution.names import called, names
from tallystick.attribution.wording import say_claims
from tallystick.model.claim import Claim
from tallystick.model.incident import Incident


def describe(case: Case, incident: Incident, loose: Sequence[Claim]) -> tuple[str, ...]:
    """What the reports state, claim and attribute, and where they say nothing, that.

    ``loose`` are claims of the same reports over sets of which no single incident is marked. They are told only where
    the incident may be one of the set: it is no background and nobody else is stated to have done it. A doer whom
    reports name on somebody's word only is told with that word, and not as a fact.
    """
    sentences: list[str] = []
    if incident.perpetrator and any(settled.field == "perpetrator" for settled in incident.settled):
        sentences.append(f"A person settled that {called(incident.perpetrator)} did it.")
    elif incident.perpetrator and case.is_perpetrator_fact:
        sentences.append(f"The reports state as fact that {called(incident.perpetrator)} did it.")
    for answer in dict.fromkeys(attribution.sentences for attribution in incident.attributed_to):
        claims, *rest = answer
        sentences.extend((*(() if claims in sentences else (claims,)), *rest))
    if not incident.attributed_to:
        sentences.append(say_claims(case))
        if not incident.perpetrator:
            sentences.append("Who did it is not known: no report on file says so.")
            if case.inferred:
                sentences.append(f"Told near it: {names(case.inferred)}. No words say that they did it.")
    for claim in () if incident.perpetrator or incident.background else loose:
        sentences.append(
            f"{names((claim.claimant,))} claims {_set(claim)}; which incidents that covers is not told, "
            "so the claim marks none."
        )
    return tuple(sentences)


def _set(claim: Claim) -> str:
    return f"a set of incidents in the same report (“{claim.quote.exact}”)"
