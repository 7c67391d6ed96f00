from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tallystick.deciding import take_decision, two_sides
from tallystick.derivation import tallying
from tallystick.derivation.whole import reconcile_all
from tallystick.ledger import Ledger, open_ledger, schema
from tallystick.ledger.index_schema import presence, tally_window
from tallystick.ledger.migrations.versions.r0011_presence import _presence
from tallystick.ledger.migrations.versions.r0018_countries import _countries
from tallystick.ledger.payload import payload_of
from tallystick.model.change import Subject
from tallystick.model.decision import Act
from tallystick.model.mention import TallyMention
from tallystick.pipeline import (
    bring_up_to_date,
    default_gazetteer,
    default_knowledge,
    derive,
    read_record,
    read_unread,
    settle_tallies,
    take_in,
)
from tallystick.reconciliation.scope import presence_of
from tests.ledger.copying import copy_ledger

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tallying") / "ledger.db"
    with open_ledger(path) as ledger:
        take_in(ledger, [EXAMPLES])
        read_unread(ledger)
        bring_up_to_date(ledger)
    return path


@pytest.fixture
def ledger(examples: Path, tmp_path: Path) -> Iterator[Ledger]:
    copy_ledger(examples, tmp_path / "ledger.db")
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


def waiting(ledger: Ledger) -> frozenset[str]:
    with ledger.standing() as standing:
        return standing.stale_tallies()


def test_after_decisions_each_tally_is_as_if_all_were_checked_against_all(ledger: Ledger) -> None:
    ids = [incident.id for incident in ledger.incidents()]
    for number, incident_id in enumerate(ids[::4]):
        take_decision(ledger, (Act.REJECT, Act.ACCEPT)[number % 2], incident_id, by="ana", reason=None)
        bring_up_to_date(ledger)
        if number % 3 == 0:
            settle_tallies(ledger)
    settled = read_record(ledger).tallies
    assert waiting(ledger) == frozenset()
    assert settled == derive(ledger, whole=True).tallies


def test_passing_an_incident_leaves_the_tallies_as_they_are(ledger: Ledger) -> None:
    for incident in ledger.incidents():
        take_decision(ledger, Act.ACCEPT, incident.id, by="ana", reason=None)
    bring_up_to_date(ledger)
    assert waiting(ledger) == frozenset()


def test_rejecting_one_that_is_counted_has_its_tallies_checked_anew(ledger: Ledger) -> None:
    counted = read_record(ledger).tallies[0]
    take_decision(ledger, Act.REJECT, counted.reconciliation.inside[0], by="ana", reason=None)
    bring_up_to_date(ledger)
    assert counted.id in waiting(ledger)


def test_rejecting_one_has_those_tallies_alone_checked_anew_that_name_it(ledger: Ledger) -> None:
    tallies = read_record(ledger).tallies
    told = Counter(payload_of(p) for i in ledger.incidents() if (p := presence_of(i)))
    (rejected, *_) = (i for i in ledger.incidents() if i.start and (p := presence_of(i)) and told[payload_of(p)] > 1)
    told_in = {m.report_id for m in ledger.mentions() if m.id in rejected.mentions}
    take_decision(ledger, Act.REJECT, rejected.id, by="ana", reason=None)
    bring_up_to_date(ledger)
    naming = {t.id for t in tallies if rejected.id in t.model_dump_json() or t.report_id in told_in}
    assert waiting(ledger) == naming
    assert len(naming) < len(tallies)


def test_rejecting_one_of_no_told_day_has_the_tallies_that_may_count_it_checked_anew(ledger: Ledger) -> None:
    tallies = read_record(ledger).tallies
    undated = [i.id for i in ledger.incidents() if i.start is None and i.end is None]
    (may_be_counted, *_) = (i for i in undated if any(i in t.reconciliation.lenient.inside for t in tallies))
    take_decision(ledger, Act.REJECT, may_be_counted, by="ana", reason=None)
    bring_up_to_date(ledger)
    assert waiting(ledger) >= {t.id for t in tallies if may_be_counted in t.model_dump_json()}
    assert read_record(ledger).tallies == derive(ledger, whole=True).tallies


def test_a_check_that_comes_out_the_same_is_not_written_anew(ledger: Ledger) -> None:
    tallies = read_record(ledger).tallies
    with ledger.standing() as standing:
        written = standing.last_tallies_written()
    ledger.save_tallies(tallies, turn=ledger.turn())
    with ledger.standing() as standing:
        assert list(standing.tallies_in_short(after=written)) == []


def test_incidents_of_other_days_and_lands_are_not_read(ledger: Ledger) -> None:
    (counted, *_) = (t for t in read_record(ledger).tallies if t.scope.areas and t.since and t.until)
    assert counted.since is not None
    assert counted.until is not None
    with ledger.standing() as standing:
        near = standing.incidents_between(counted.since, counted.until, countries=counted.scope.areas)
        told = {i.id: i for i in ledger.incidents()}
    for incident_id, incident in told.items():
        shares = incident.start and incident.end and incident.start <= counted.until and incident.end >= counted.since
        lies = incident.place is None or incident.place.country in (None, *counted.scope.areas)
        if incident.start and incident.end:
            assert (incident_id in near) is bool(shares and lies)


def test_an_older_ledger_is_filled_as_a_derivation_fills_it(ledger: Ledger) -> None:
    with ledger._database.read() as connection:
        filed = {row.incident_id: row.payload for row in connection.execute(select(presence))}
        rows = connection.execute(select(schema.incident.c.id, schema.incident.c.payload)).all()
    assert {row.id: told for row in rows if (told := _presence(row.payload))} == filed


def test_the_countries_of_an_older_ledger_are_those_that_a_derivation_files(ledger: Ledger) -> None:
    with ledger._database.read() as connection:
        filed = {row.tally_id: row.countries for row in connection.execute(select(tally_window))}
        told = connection.execute(select(schema.mention).where(schema.mention.c.kind == "tally")).all()
    assert {row.id: _countries(row.payload) for row in told} == filed
    assert any(filed.values())


def test_after_joins_and_partings_each_tally_is_as_if_all_were_checked_against_all(ledger: Ledger) -> None:
    ids = [incident.id for incident in ledger.incidents()]
    for number, (left, right) in enumerate(zip(ids[::6], ids[3::6], strict=False)):
        act = (Act.SAME, Act.DIFFERENT)[number % 2]
        take_decision(ledger, act, left, by="ana", reason=None, sides=two_sides(right))
        bring_up_to_date(ledger)
        settle_tallies(ledger)
    assert read_record(ledger).tallies == derive(ledger, whole=True).tallies


def test_checks_that_are_saved_in_parts_are_one_derivation_in_history(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle_tallies(ledger)
    before = {each.derivation.number for each in ledger.changes()}
    counted = {i for t in read_record(ledger).tallies for i in t.reconciliation.inside}
    for incident_id in sorted(counted)[:3]:
        take_decision(ledger, Act.REJECT, incident_id, by="ana", reason=None)
    bring_up_to_date(ledger)
    monkeypatch.setattr(tallying, "AT_ONCE", 1)
    settle_tallies(ledger)
    made = [each for each in ledger.changes() if each.derivation.number not in before]
    of_tallies = [each for each in made if each.change.subject is Subject.TALLY]
    assert len(of_tallies) > 1
    assert len({each.derivation.number for each in of_tallies}) == 1


def test_a_tally_comes_out_alone_as_it_does_among_others_of_its_scope(ledger: Ledger) -> None:
    record = read_record(ledger)
    told = [mention for mention in record.mentions if isinstance(mention, TallyMention)]
    alone = [
        checked
        for tally in told
        for checked in reconcile_all(
            [tally], record.incidents, record.mentions, record.reports, default_knowledge(), default_gazetteer()
        )
    ]
    assert sorted(alone, key=lambda tally: tally.id) == list(record.tallies)
