"""The candidate answers to "who did it": everybody who claims it, is said or stated to have done it, or stands behind a
name that claims it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tallystick.attribution.agreement import agree
from tallystick.attribution.candidates import Cover, covers_of, members_behind, members_of
from tallystick.attribution.case import Case
from tallystick.attribution.claim_standing import Claimed
from tallystick.attribution.frame import Frame
from tallystick.attribution.names import in_a_row, key, names
from tallystick.attribution.network import Behind
from tallystick.attribution.stated import Stated
from tallystick.attribution.word_pieces import say_own, say_voice
from tallystick.model.actor import ActorRef
from tallystick.model.attribution import ChainStep
from tallystick.model.terms import AttributionBasis, AttributionMode, AttributionStatus, ClaimStatus

_STATUS = {
    ClaimStatus.STANDING: AttributionStatus.CURRENT,
    ClaimStatus.DISPUTED: AttributionStatus.DISPUTED,
    ClaimStatus.SUPERSEDED: AttributionStatus.SUPERSEDED,
    ClaimStatus.WITHDRAWN: AttributionStatus.WITHDRAWN,
}


class Answer(NamedTuple):
    """One answer, on one ground: the parties of the frame that it names, how it is said in words, and its chain."""

    actors: tuple[ActorRef, ...]
    mode: AttributionMode
    basis: AttributionBasis
    parties: int
    that: str
    said: str
    not_known: str
    attributor: ActorRef | None = None
    status: AttributionStatus = AttributionStatus.CURRENT
    made: date | None = None
    chain: tuple[ChainStep, ...] = ()


def answers_of(case: Case, frame: Frame) -> Iterator[Answer]:
    """Every answer on every ground: claims, the words of others, reports' own, and the network behind a name."""
    for claim in case.claimed:
        if claim.status in _STATUS:
            yield _by_claim(case, frame, claim)
    for cover in covers_of(case):
        yield _behind(case, frame, cover)
    for one in case.stated:
        if not one.is_denied and not _is_said_better(case, one):
            yield _by_word(case, frame, one)


def _by_claim(case: Case, frame: Frame, claim: Claimed) -> Answer:
    name = claim.claimant.name
    covers = case.network.is_cover(claim.claimant)
    members = [key(m.actor) for m in members_behind(case, claim)]
    return Answer(
        actors=(claim.claimant,),
        mode=AttributionMode.ALL_OF,
        basis=AttributionBasis.CLAIM,
        parties=frame.by_any_of([key(claim.claimant), *members]),
        that=f"{name}, or somebody who acts under that name, did it" if covers else f"{name} did it",
        said="",
        not_known=_shown_by_claimant(claim) if claim.stands else "",
        attributor=claim.claimant,
        status=_STATUS[claim.status],
        made=case.first_told(claim.report_ids),
        chain=(ChainStep(text=f"{name} {agree('claims', claim.claimant)} the incident.", quotes=claim.quotes),),
    )


def _shown_by_claimant(claim: Claimed) -> str:
    if claim.is_filmed:
        return "A video came with its claim; whether it shows the deed, no report tells."
    return "What it has to show for its claim, no report tells."


def _behind(case: Case, frame: Frame, cover: Cover) -> Answer:
    """The members of a brand as a set of which one or more did it; the one alone that other evidence singles out."""
    singled, step = _single_out(case, cover.members)
    members = singled or cover.members
    actors = tuple(m.actor for m in members)
    who = actors[0].name if len(actors) == 1 else f"one or more of {names(actors)}"
    named = "claims the incident" if cover.is_claimed else "is named for the incident"
    first = ChainStep(text=f"{cover.actor.name} {named}.", quotes=cover.quotes)
    return Answer(
        actors=actors,
        mode=AttributionMode.ALL_OF if len(actors) == 1 else AttributionMode.ONE_OR_MORE_OF,
        basis=AttributionBasis.NETWORK,
        parties=frame.by_any_of(key(a) for a in actors),
        that=f"{who} did it",
        said=f"It follows from who stands behind the name {cover.actor.name}.",
        not_known="Which of them did it is not known." if len(actors) > 1 else "No report shows the operator itself.",
        made=case.first_told(cover.report_ids),
        chain=(first, *(s for m in members for s in m.steps), *step),
    )


def _single_out(case: Case, members: tuple[Behind, ...]) -> tuple[tuple[Behind, ...], tuple[ChainStep, ...]]:
    """The one member that a claim or a statement of its own points to, if it is just one, and the step that says so."""
    quotes = {key(c.claimant): c.quotes for c in case.standing}
    for one in case.stated:
        if len(one.actor_keys) == 1 and not one.is_denied:
            quotes.setdefault(key(one.actors[0]), one.quotes)
    pointed = [m for m in members if key(m.actor) in quotes]
    if len(pointed) != 1:
        return (), ()
    only = pointed[0].actor
    step = ChainStep(text=f"Of these, {only.name} is singled out.", quotes=quotes[key(only)])
    return (pointed[0],), (step,)


def _by_word(case: Case, frame: Frame, one: Stated) -> Answer:
    keys = sorted(one.actor_keys)
    joint = one.mode is AttributionMode.ALL_OF
    who = names(one.actors, last="and" if joint else "or")
    if one.is_fact or one.is_own:
        basis = AttributionBasis.REPORTED
        said = say_own(one, who) if one.is_own else _stated_as_fact(case, one, who)
    else:
        basis = AttributionBasis.STATED
        said = (
            f"It is blamed on {who}, and nobody is named who says so."
            if one.attributor is None
            else say_voice(one.attributor, who, one)
        )
    parties = frame.by_all_of(keys) if joint else frame.by_any_of(keys)
    that = f"{who} did it{' together' if joint and len(keys) > 1 else ''}"
    if len(one.actors) == 1 and (members := members_of(case, one.actors[0])):
        parties = frame.by_any_of([*keys, *(key(m.actor) for m in members)])
        that = f"{who}, or somebody who acts under that name, did it"
    return Answer(
        actors=one.actors,
        mode=one.mode,
        basis=basis,
        parties=parties,
        that=that,
        said=said,
        not_known=_shown(case, one),
        attributor=one.attributor,
        status=AttributionStatus.SUPERSEDED if case.has_been_replaced(one) else AttributionStatus.CURRENT,
        made=case.first_told(one.report_ids),
        chain=(ChainStep(text=said, quotes=one.quotes),),
    )


# A sentence begins with a word; from ten on with figures.
_NUMBERS = dict(enumerate(("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"), start=2))


def _stated_as_fact(case: Case, one: Stated, who: str) -> str:
    number = len(case.origins_of(one.report_ids))
    by = "One source states" if number == 1 else f"{_NUMBERS.get(number, number)} independent sources state"
    return f"{by} as fact that {who} did it."


def _shown(case: Case, one: Stated) -> str:
    """What is not known of the ground of a statement; which grounds reports state, if they do."""
    kinds = [g.kind.value.replace("_", " ") for g in case.grounds if {key(a) for a in g.actors} & one.actor_keys]
    if kinds:
        return f"Reports speak of {in_a_row(list(dict.fromkeys(kinds)))}; none shows it."
    return "What the evidence is, no report tells."


def _is_said_better(case: Case, one: Stated) -> bool:
    """True for a blame by nobody who is named where somebody named says the same or the actors themselves do."""
    if one.is_fact or one.attributor is not None:
        return False
    others = [s.actor_keys for s in case.stated if s.attributor is not None and not s.is_denied]
    return any(keys & one.actor_keys for keys in (*others, {key(c.claimant) for c in case.standing}))
