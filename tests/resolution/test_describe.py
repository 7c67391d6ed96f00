from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention
from tallystick.model.terms import DateBasis, EventKind, Modality, Outcome, WeaponKind
from tallystick.resolution.describe import describe
from tallystick.resolution.rules import RULES
from tallystick.resolution.telling import Telling
from tests.resolution.build import (
    BATH,
    BRAND,
    EAST,
    FORT,
    KNOWS,
    MEMBER,
    MONDAY,
    POWER,
    event,
    on,
    report,
    tellings,
)

REPORTS = [
    report("a", published=MONDAY),
    report("b", published=MONDAY + timedelta(days=1)),
    report("c", published=MONDAY + timedelta(days=1)),
    report("copy", published=MONDAY + timedelta(days=2), copy_of="a"),
    report("undated", published=None),
]
DAYS = [on(None), *(on(MONDAY + timedelta(days=n), basis=basis) for n in (0, 1) for basis in DateBasis)]
COUNTS = [None, (1, 1, 1), (2, 2, 2), (2, 2, None), (2, None, None), (0, 0, 0)]


@st.composite
def mentions(draw: st.DrawFn) -> list[EventMention]:
    """One affirmed telling and up to five others."""
    number = draw(st.integers(1, 6))
    return [
        event(
            draw(st.sampled_from([r.id for r in REPORTS])),
            100 * n,
            name=f"m{n}",
            kind=draw(st.sampled_from([EventKind.DRONE_ATTACK, EventKind.AIRSTRIKE, EventKind.ATTACK_UNSPECIFIED])),
            when=draw(st.sampled_from(DAYS)),
            place=draw(st.sampled_from([None, BATH, FORT, EAST])),
            by=draw(st.sampled_from([None, BRAND, MEMBER, POWER])),
            against=draw(st.sampled_from([None, BRAND, POWER])),
            target=draw(st.sampled_from([None, "Fuel store", "fuel store", "depot"])),
            weapons=draw(st.lists(st.sampled_from([WeaponKind.DRONE, WeaponKind.ROCKET]), max_size=2)),
            killed=draw(st.sampled_from(COUNTS)),
            outcome=draw(st.sampled_from([None, Outcome.HIT, Outcome.MISSED])),
            modality=Modality.ACTUAL
            if n == 0
            else draw(st.sampled_from([Modality.ACTUAL, Modality.ALLEGED, Modality.DENIED])),
            cue=draw(st.sampled_from(["confirmed", "reported", "claimed_only", "unconfirmed"])),
        )
        for n in range(number)
    ]


def described(cluster: Sequence[Telling]) -> Incident:
    return describe("i", list(cluster), knows=KNOWS, incident_of={})


@given(mentions(), st.randoms(use_true_random=False))
def test_the_order_of_the_tellings_changes_no_value_and_no_conflict(told: list[EventMention], random: object) -> None:
    ordered = tellings(*told, reports=REPORTS)
    shuffled = list(ordered)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert described(shuffled) == described(ordered)


@given(mentions())
def test_every_value_that_is_shown_names_its_mentions(told: list[EventMention]) -> None:
    incident = described(tellings(*told, reports=REPORTS))
    for field in set(RULES) & set(Incident.model_fields):
        told_by = set(incident.told_by(field))
        assert told_by <= set(incident.mentions)
        assert bool(told_by) == (getattr(incident, field) not in (None, (), Outcome.UNKNOWN)), field


@given(mentions())
def test_a_conflict_keeps_every_alternative_with_its_rule(told: list[EventMention]) -> None:
    incident = described(tellings(*told, reports=REPORTS))
    for conflict in incident.conflicts:
        assert conflict.rule == RULES[conflict.field].words
        assert len(conflict.values) > 1 or conflict.field == "status"
        assert len({v.value for v in conflict.values}) == len(conflict.values)
        for value in conflict.values:
            assert value.mention_ids
            assert value.sources <= len(value.mention_ids)


@given(mentions())
def test_the_part_of_the_rule_that_decided_is_a_part_of_it(told: list[EventMention]) -> None:
    for conflict in described(tellings(*told, reports=REPORTS)).conflicts:
        assert conflict.decided_by in conflict.rule or conflict.values[-1].sources == 0


def test_what_nobody_told_has_no_mentions_behind_it() -> None:
    incident = described(tellings(event("a", place=None, day=None)))
    assert (incident.told_by("place"), incident.told_by("start")) == ((), ())
