"""Unknown names keep the same quotes, however the reports that name them come in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallystick.attribution.unknown_names import MOST_QUOTES
from tallystick.derivation import derive
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.actor import Participant
from tallystick.model.mention import ClaimMention
from tallystick.model.terms import ParticipantType, Role
from tests.derivation.world import Told, as_a_whole, differences, record_of, report_of, take, update
from tests.resolution.build import MONDAY, quote

NAME = "Sons of the Valley"
MANY = MOST_QUOTES + 3


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    monkeypatch.setattr(derive, "MOST_CHANGED", float("inf"))
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as opened:
        yield opened


def _told(n: int, *, is_described: bool) -> Told:
    report = report_of(f"r{n}", MONDAY)
    words = quote(report.id, n, NAME)
    claimant = Participant(
        role=Role.CLAIMANT, type=ParticipantType.ORGANISATION, name=NAME, quote=words,
        described=quote(report.id, n, f"the {NAME}") if is_described else None,
    )  # fmt: skip
    claims = [
        ClaimMention(id=f"c-{n}-{k}", report_id=report.id, quote=words, confidence=1, reader="hand", claimant=claimant)
        for k in (1, 0)
    ]
    return Told(report, tuple(claims))


def test_every_report_that_comes_in_counts_and_the_first_are_quoted(ledger: Ledger) -> None:
    told = [_told(n, is_described=n % 2 == 1) for n in range(MANY)]
    for one in told:
        take(ledger, [one])
        update(ledger)
        assert differences(record_of(ledger), as_a_whole(ledger)) == []
    (candidate,) = [actor.candidate for actor in record_of(ledger).actors if actor.candidate is not None]
    assert candidate.reports == MANY
    assert [q.report_id for q in candidate.contexts] == sorted(one.report.id for one in told)[:MOST_QUOTES]
    assert [q.report_id for q in candidate.described] == sorted(one.report.id for one in told[1::2])[:MOST_QUOTES]


def test_a_report_that_names_it_no_more_is_quoted_no_more(ledger: Ledger) -> None:
    told = [_told(n, is_described=True) for n in range(MANY)]
    take(ledger, told)
    update(ledger)
    first = min(told, key=lambda one: one.report.id)
    take(ledger, [Told(first.report, ())])
    update(ledger)
    assert differences(record_of(ledger), as_a_whole(ledger)) == []
    (candidate,) = [actor.candidate for actor in record_of(ledger).actors if actor.candidate is not None]
    assert candidate.reports == MANY - 1
    assert first.report.id not in [q.report_id for q in (*candidate.contexts, *candidate.described)]
