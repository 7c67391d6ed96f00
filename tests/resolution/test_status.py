from datetime import timedelta

import pytest

from tallystick.model.mention import EventMention
from tallystick.model.terms import Modality, Status
from tallystick.resolution.status import choose_status
from tests.resolution.build import MONDAY, event, report, tellings

REPORTS = [
    report("a", published=MONDAY),
    report("b", published=MONDAY + timedelta(days=1)),
    report("c", published=None),
]


@pytest.mark.parametrize(
    ("mentions", "status"),
    [
        ([event("a")], Status.REPORTED),
        ([event("a"), event("b")], Status.REPORTED),
        ([event("a", cue="confirmed"), event("b")], Status.CONFIRMED),
        ([event("a", cue="claimed_only"), event("b", cue="claimed_only")], Status.CLAIMED_ONLY),
        ([event("a", cue="claimed_only"), event("b")], Status.REPORTED),
        ([event("a", cue="unconfirmed")], Status.REPORTED),
        ([event("a", cue="confirmed"), event("b", cue="unconfirmed")], Status.CONTESTED),
        ([event("a", cue="unconfirmed"), event("b", cue="confirmed")], Status.CONFIRMED),
        ([event("a", 0, cue="unconfirmed"), event("a", 50, cue="confirmed")], Status.CONFIRMED),
        ([event("c", cue="unconfirmed"), event("b", cue="confirmed")], Status.CONTESTED),
        ([event("a"), event("b", modality=Modality.DENIED)], Status.CONTESTED),
        ([event("a", cue="claimed_only"), event("b", modality=Modality.DENIED)], Status.DENIED),
        ([event("a", modality=Modality.ALLEGED), event("b", modality=Modality.DENIED)], Status.DENIED),
    ],
)
def test_status_follows_from_what_the_mentions_say(mentions: list[EventMention], status: Status) -> None:
    assert choose_status(tellings(*mentions, reports=REPORTS)).value is status


def test_who_denies_and_who_tells_it_are_both_named() -> None:
    told = tellings(event("a", name="told"), event("b", name="denied", modality=Modality.DENIED), reports=REPORTS)
    (conflict,) = choose_status(told).conflicts
    assert {v.value: v.mention_ids for v in conflict.values} == {"reported": ("told",), "denied": ("denied",)}
    assert conflict.decided_by == "contested where somebody denies it and others tell it as a fact"


def test_a_doubt_that_outlives_a_confirmation_is_a_disagreement() -> None:
    told = tellings(event("a", cue="confirmed"), event("b", cue="unconfirmed"), event("b", 90), reports=REPORTS)
    (conflict,) = choose_status(told).conflicts
    assert {v.value for v in conflict.values} == {"confirmed", "unconfirmed"}


def test_a_claim_beside_a_report_is_no_disagreement() -> None:
    told = tellings(event("a", cue="claimed_only"), event("b"), reports=REPORTS)
    assert choose_status(told).conflicts == ()


def test_what_confirms_it_stands_behind_the_status() -> None:
    told = tellings(event("a", name="sure", cue="confirmed"), event("b"), reports=REPORTS)
    assert choose_status(told).mention_ids == ("sure",)
