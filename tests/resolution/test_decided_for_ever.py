"""What people decided holds whatever the reports tell, whichever reader reads them and in whichever order it came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.model.decision import Act, Decision, in_force
from tallystick.model.mention import EventMention
from tallystick.model.terms import ReviewState
from tallystick.resolution.constraints import constraints_from
from tallystick.resolution.decisions import apply_decisions
from tallystick.resolution.resolve import resolve
from tests.resolution.build import AWAY, BATH, FORT, KNOWS, MONDAY, event, quote, reports_of
from tests.resolution.test_constraints import decision

REPORTS = "abcdef"
PAIRING = (Act.SAME, Act.DIFFERENT, Act.MERGE)
Outcome = frozenset[tuple[frozenset[str], ReviewState, str | None]]

reports = st.sampled_from(REPORTS)
tellings = st.fixed_dictionaries(
    {name: st.tuples(st.sampled_from((BATH, FORT, AWAY)), st.integers(0, 2)) for name in REPORTS}
).map(
    lambda told: [
        event(name, name=f"m-{name}", place=place, day=MONDAY + timedelta(days=days))
        for name, (place, days) in told.items()
    ]
)


@st.composite
def entries(draw: st.DrawFn, number: int) -> Decision:
    act = draw(st.sampled_from((*PAIRING, Act.ACCEPT, Act.REJECT, Act.UNSURE, Act.EDIT, Act.UNDO)))
    if act is Act.UNDO and number > 1:
        return decision(number, act, []).model_copy(update={"undoes": draw(st.integers(1, number - 1))})
    one, other = (quote(name, 0) for name in draw(st.lists(reports, min_size=2, max_size=2, unique=True)))
    if act in PAIRING:
        return decision(number, act, [one], [other])
    if act is Act.EDIT:
        return decision(number, act, [one], field="target", value=draw(st.sampled_from(("x", "y"))))
    return decision(number, Act.REJECT if act is Act.UNDO else act, [one])


@st.composite
def journals(draw: st.DrawFn) -> list[Decision]:
    return [draw(entries(number)) for number in range(1, draw(st.integers(1, 9)) + 1)]


def outcome(mentions: Sequence[EventMention], journal: Sequence[Decision]) -> Outcome:
    """The incidents by the reports that tell them, with what review made of them."""
    known = reports_of(mentions)
    holding = in_force(journal)
    found = resolve(mentions, known, batches={r.id: 1 for r in known}, knows=KNOWS, decisions=holding).incidents
    report_of = {m.id: m.report_id for m in mentions}
    return frozenset(
        (frozenset(report_of[m] for m in i.mentions), i.review_state, i.target)
        for i in apply_decisions(found, mentions, holding).incidents
    )


@given(journals(), tellings)
def test_no_decision_contradicts_another_and_the_latest_holds(
    journal: list[Decision], mentions: list[EventMention]
) -> None:
    pairing = [d for d in in_force(journal) if d.act in PAIRING]
    found = constraints_from(pairing, mentions)
    assert not set(found.joined) & set(found.parted)
    assert not pairing or pairing[-1].id not in found.overruled
    assert found == constraints_from(reversed(pairing), mentions)


@given(journals(), tellings)
@settings(max_examples=8)
def test_what_people_joined_is_together_and_what_they_parted_is_not(
    journal: list[Decision], mentions: list[EventMention]
) -> None:
    found = constraints_from(in_force(journal), mentions)
    groups = [reports for reports, _, _ in outcome(mentions, journal)]
    home = {report: group for group in groups for report in group}
    assert all(home[a[2:]] == home[b[2:]] for a, b in found.joined)
    assert not any(home[a[2:]] == home[b[2:]] for a, b in found.parted)


@given(journals(), tellings)
@settings(max_examples=6)
def test_decisions_and_undos_come_to_what_those_in_force_come_to(
    journal: list[Decision], mentions: list[EventMention]
) -> None:
    alone = [d.model_copy(update={"id": number}) for number, d in enumerate(in_force(journal), start=1)]
    assert outcome(mentions, journal) == outcome(mentions, alone)


@given(journals(), tellings)
@settings(max_examples=6)
def test_decisions_hold_under_a_reader_with_other_ids_and_wider_words(
    journal: list[Decision], mentions: list[EventMention]
) -> None:
    newer = []
    for number, told in enumerate(reversed(mentions)):
        trigger = quote(told.report_id, 2, "tack on the base")
        newer.append(told.model_copy(update={"id": f"n-{number}", "trigger": trigger, "quote": trigger}))
    assert outcome(newer, journal) == outcome(mentions, journal)
