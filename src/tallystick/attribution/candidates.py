"""Who may have done it: everybody whom evidence names, and everybody behind a name that claims."""

from __future__ import annotations

from typing import NamedTuple

from tallystick.attribution.case import Case
from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.frame import Frame, Party, make_frame
from tallystick.attribution.names import key
from tallystick.attribution.naming import is_description
from tallystick.attribution.network import Behind
from tallystick.model.actor import ActorRef
from tallystick.model.quote import Quote
from tallystick.model.terms import AttributionMode


class Cover(NamedTuple):
    """A name under which others act, named for the incident by a claim (``is_claimed``) or by somebody's word, with who
    acts under it and the quotes that name it.
    """

    actor: ActorRef
    members: tuple[Behind, ...]
    quotes: tuple[Quote, ...]
    report_ids: tuple[str, ...]
    is_claimed: bool


def covers_of(case: Case) -> tuple[Cover, ...]:
    """Every cover that claims the incident or is named for it by itself, each once; a claim goes before a word."""
    named = [Cover(c.claimant, members_behind(case, c), c.quotes, c.report_ids, True) for c in case.standing]
    named += [
        Cover(s.actors[0], members_of(case, s.actors[0]), s.quotes, s.report_ids, False)
        for s in case.stated
        if len(s.actors) == 1 and not s.is_denied
    ]
    found: dict[str, Cover] = {}
    for cover in named:
        if cover.members:
            found.setdefault(key(cover.actor), cover)
    return tuple(found.values())


def candidates_of(case: Case) -> dict[str, ActorRef]:
    """Every actor that may have done it, by key. Who only denies it is none."""
    found: dict[str, ActorRef] = {}
    for claim in case.claimed:
        found.setdefault(key(claim.claimant), claim.claimant)
    for member in (m for cover in covers_of(case) for m in cover.members):
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
    kin = [frozenset({key(c.actor), *(key(m.actor) for m in c.members)}) for c in covers_of(case)]
    bodies: dict[str, set[str]] = {}
    for k, actor in candidates.items():
        for whole in case.voices.wholes_of(actor):
            bodies.setdefault(whole, set()).add(k)
    of_wholes = tuple((whole, frozenset(found)) for whole, found in sorted(bodies.items()))
    return make_frame(
        parties, named=_named(case), kin=(*kin, *(found | {whole} for whole, found in of_wholes)), bodies=of_wholes
    )


def _named(case: Case) -> set[Party]:
    """The parties that somebody names for the deed: claimants and the accused, unless others act under the name."""
    named: set[Party] = {frozenset({key(c.claimant)}) for c in case.claimed}
    for one in (s for s in case.stated if not s.is_denied):
        joint = one.mode is AttributionMode.ALL_OF
        named |= {one.actor_keys} if joint else {frozenset({k}) for k in one.actor_keys}
    named |= {frozenset({key(a)}) for g in case.grounds for a in g.actors}
    return named - {frozenset({key(c.actor)}) for c in covers_of(case)}


def members_behind(case: Case, claim: Claimed) -> tuple[Behind, ...]:
    """Who is named as acting under the claimant's name on the day of the incident; nobody where it is no brand and no
    facade, and nobody where the claim no longer stands.
    """
    return members_of(case, claim.claimant) if claim.stands else ()


def members_of(case: Case, actor: ActorRef) -> tuple[Behind, ...]:
    """Who is named as acting under a name on the day of the incident; nobody where it is no brand and no facade."""
    if not case.network.is_cover(actor):
        return ()
    members = case.network.members_of(actor, case.incident.start)
    return tuple(m for m in members if not is_description(m.actor))
