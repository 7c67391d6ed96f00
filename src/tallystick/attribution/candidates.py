"""Who may have done it: everybody whom evidence names, and everybody behind a name that claims."""

from __future__ import annotations

from tallystick.attribution.case import Case
from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.frame import Frame, Party, make_frame
from tallystick.attribution.names import is_description, key
from tallystick.attribution.network import Behind
from tallystick.model.actor import ActorRef
from tallystick.model.terms import AttributionMode


def candidates_of(case: Case) -> dict[str, ActorRef]:
    """Every actor that may have done it, by key. Who only denies it is none."""
    found: dict[str, ActorRef] = {}
    for claim in case.claimed:
        found.setdefault(key(claim.claimant), claim.claimant)
        for member in members_behind(case, claim):
            found.setdefault(key(member.actor), member.actor)
    for actors in (*(s.actors for s in case.stated if not s.is_denied), *(g.actors for g in case.grounds)):
        for actor in actors:
            found.setdefault(key(actor), actor)
    return found


def frame_of(case: Case) -> Frame:
    """The frame of an incident: each candidate alone, and those who are said to have acted together."""
    candidates = candidates_of(case)
    parties: list[Party] = [frozenset({k}) for k in candidates]
    parties += [s.actor_keys for s in case.stated if s.mode is AttributionMode.ALL_OF and not s.is_denied]
    kin = [
        frozenset({key(claim.claimant), *(key(m.actor) for m in members)})
        for claim in case.claimed
        if (members := members_behind(case, claim))
    ]
    bodies: dict[str, set[str]] = {}
    for k, actor in candidates.items():
        if (state := case.voices.state_of(actor)) is not None:
            bodies.setdefault(state, set()).add(k)
    of_states = tuple((state, frozenset(found)) for state, found in sorted(bodies.items()))
    return make_frame(
        parties, named=_named(case), kin=(*kin, *(found | {state} for state, found in of_states)), bodies=of_states
    )


def _named(case: Case) -> set[Party]:
    """The parties that somebody names for the deed: claimants, unless others act under the name, and the accused."""
    named: set[Party] = {frozenset({key(c.claimant)}) for c in case.claimed if not members_behind(case, c)}
    for one in (s for s in case.stated if not s.is_denied):
        joint = one.mode is AttributionMode.ALL_OF
        named |= {one.actor_keys} if joint else {frozenset({k}) for k in one.actor_keys}
    return named | {frozenset({key(a)}) for g in case.grounds for a in g.actors}


def members_behind(case: Case, claim: Claimed) -> tuple[Behind, ...]:
    """Who is named as acting under the claimant's name on the day of the incident; nobody where it is no brand and no
    facade, and nobody where the claim no longer stands.
    """
    if not claim.stands or not case.network.is_cover(claim.claimant):
        return ()
    members = case.network.members_of(claim.claimant, case.incident.start)
    return tuple(m for m in members if not is_description(m.actor))
