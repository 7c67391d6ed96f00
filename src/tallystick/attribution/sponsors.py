"""Whoever backs those who are said to have done it: told as what is known of the two, never as a part in this act."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.attribution.agreement import agree
from tallystick.attribution.candidates import Cover, covers_of
from tallystick.attribution.case import Case
from tallystick.attribution.likelihood import Support, confidence_of, say_likelihood, word_of
from tallystick.attribution.names import in_a_row, key, names
from tallystick.attribution.network import Behind
from tallystick.attribution.opinion import Binomial
from tallystick.attribution.strengths import load_strengths
from tallystick.attribution.weighing import trust_in
from tallystick.model.actor import ActorRef
from tallystick.model.attribution import AnswerOpinion, Attribution, Evidence
from tallystick.model.terms import (
    AttributionBasis,
    AttributionMode,
    AttributionRole,
    Bearing,
    Confidence,
    EvidenceKind,
    Grade,
)


def sponsors_of(case: Case) -> Iterator[Attribution]:
    """For each brand or facade that claims the incident or is named for it, who backs the name itself or every one of
    its members.

    A state stands there only where none of its bodies does.
    """
    for cover in covers_of(case):
        yield from _behind(case, cover)


def _behind(case: Case, cover: Cover) -> Iterator[Attribution]:
    on = case.incident.start
    direct = case.network.backers_of(cover.actor, on)
    by_member = [case.network.backers_of(m.actor, on) for m in cover.members]
    shared = set.intersection(*({key(b.actor) for b in backers} for backers in by_member))
    found: dict[str, list[Behind]] = {}
    for backer in (*direct, *(b for backers in by_member for b in backers if key(b.actor) in shared)):
        found.setdefault(key(backer.actor), []).append(backer)
    states = {k: case.network.state_of(grounds[0].actor) for k, grounds in found.items()}
    named_by_body = {state for k, state in states.items() if state != k}
    backed = {key(b.actor) for b in direct}
    for k in sorted(found):
        if k not in named_by_body:
            whom = cover.actor.name if k in backed else names([m.actor for m in cover.members])
            yield _sponsor(case, cover, found[k], whom)


def _sponsor(case: Case, cover: Cover, grounds: list[Behind], whom: str) -> Attribution:
    backer = grounds[0].actor
    rows = [(g, s) for each in grounds for g, s in zip(each.grades, each.steps, strict=True)]
    trust = round(trust_in([load_strengths().grades[g] for g, _ in rows]), 4)
    left = round(1 - trust, 4)
    opinion = Binomial(trust, 0.0, left, 0.5, round(trust + left / 2, 4))
    grades = sorted({g for g, _ in rows}, key=tuple(Grade).index)
    told = {q.report_id for _, s in rows for q in s.quotes}
    sources = len({s.citation for _, s in rows if s.citation}) + len(case.origins_of(told))
    confidence = min(
        confidence_of(opinion, Support(voices=sources, sources=sources, shown=False)),
        Confidence.MODERATE,
        key=tuple(Confidence).index,
    )
    likelihood = word_of(opinion.projected)
    why = (
        f"it rests on what {'one source says' if sources == 1 else f'{sources} sources say'} of the two "
        f"actors in general, graded {in_a_row([g.value.replace('_', ' ') for g in grades])}"
    )
    return Attribution(
        actors=(backer,),
        mode=AttributionMode.ALL_OF,
        role=AttributionRole.SPONSOR,
        basis=AttributionBasis.NETWORK,
        likelihood=likelihood,
        confidence=confidence,
        confidence_why=why,
        date_made=case.first_told(cover.report_ids),
        opinion=AnswerOpinion(**opinion._asdict()),
        evidence=tuple(
            Evidence(
                kind=EvidenceKind.RELATION,
                bears=Bearing.FOR,
                text=step.text,
                strength=load_strengths().grades[grade],
                discount=1,
                quotes=step.quotes,
                citation=step.citation,
                report_ids=tuple(sorted({q.report_id for q in step.quotes})),
            )
            for grade, step in rows
        ),
        chain=tuple(step for _, step in rows),
        sentences=(
            _named_for(case, backer),
            say_likelihood(likelihood, f"{backer.name} backs {whom}"),
            f"Confidence in that is {confidence.value}: {why}.",
            *_no_part(case, backer),
        ),
    )


def _no_part(case: Case, backer: ActorRef) -> tuple[str, ...]:
    """That no report gives the backer a part in the incident; nothing where one gives it or its state a part."""
    state = case.network.state_of(backer)
    if any(
        key(p.state) == key(backer) or (state and case.network.state_of(p.state) == state) for p in case.state_parts
    ):
        return ()
    return (f"No report was read to say that {backer.name} ordered this incident or knew of it.",)


def _named_for(case: Case, backer: ActorRef) -> str:
    """That a backer is named only for whom it backs, unless somebody names it for the incident too."""
    if any(key(backer) in one.actor_keys for one in case.stated):
        return f"{backer.name} {agree('is', backer)} named here for who is backed, whatever else is said."
    return f"No report was read to name {backer.name} for this incident; it is named here for whom it backs."
