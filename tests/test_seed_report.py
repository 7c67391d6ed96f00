"""The report that the project started from must give what its gold says. Runs where ``../shared`` is there."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tallystick.ledger import open_ledger
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Mention
from tallystick.model.quote import Quote, quotes_in
from tallystick.model.record import Record
from tallystick.model.tally import Tally
from tallystick.model.terms import DateBasis, DatePrecision, LinkKind, Predicate, Quantifier, Status
from tallystick.pipeline import derive, read_unread, take_in

SEED = Path(__file__).parents[2] / "shared" / "seed"
REPORT = SEED / "report-2023-11-07.txt"

pytestmark = pytest.mark.skipif(not REPORT.exists(), reason="the seed report is not beside the repository")

KEYS = ("hamas", "us-strikes", "asad-today", "shaddadi-29", "omar-29", "omar-27", "asad-27")
AFTER_ATTACK = frozenset({"asad-today", "shaddadi-29", "omar-29", "omar-27", "asad-27"})
LOOSE = frozenset({"airstrike_or_strike"})


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    with open_ledger(tmp_path_factory.mktemp("seed") / "ledger.db") as ledger:
        taking = take_in(ledger, [REPORT])
        assert taking.failures == ()
        assert read_unread(ledger) == ()
        return derive(ledger)


@pytest.fixture(scope="module")
def tally(record: Record) -> Tally:
    (found,) = record.tallies
    return found


def _told(gold: dict[str, Any], key: str) -> dict[str, Any]:
    incident: dict[str, Any] = next(i for i in gold["incidents"] if i["key"] == key)
    return incident


def _incident(record: Record, gold: dict[str, Any], key: str) -> Incident:
    """The incident of the gold's first day, whose mentions quote the gold's words, at the gold's place."""
    told = _told(gold, key)
    place = told["place"]
    for incident in record.incidents:
        own = incident.place
        if incident.start != date.fromisoformat(told["start"]) or own is None:
            continue
        if own.name == place["name"] and _overlaps(record, incident, told):
            return incident
    raise AssertionError(f"no incident {key}")


def _overlaps(record: Record, incident: Incident, told: dict[str, Any]) -> bool:
    spans = [told["quote"], *([told["also"]] if "also" in told else [])]
    return any(
        q.start < span["end"] and span["start"] < q.end
        for mention in record.events_of(incident)
        for q in (mention.quote, mention.trigger)
        for span in spans
    )


def _is_quoted(quote: Quote, span: dict[str, Any]) -> bool:
    return (quote.start, quote.end, quote.exact) == (span["start"], span["end"], span["exact"])


def test_the_text_is_as_the_gold_counts_it(record: Record, gold: dict[str, Any]) -> None:
    (report,) = record.reports
    for told in (*gold["incidents"], *gold["tallies"], *gold["claims"], *gold["relations"], *gold["statements"]):
        span = told["quote"]
        assert report.text[span["start"] : span["end"]] == span["exact"]


def test_the_report_is_dated_and_in_english(record: Record, gold: dict[str, Any]) -> None:
    (report,) = record.reports
    assert str(report.published_on) == gold["report"]["published_on"]
    assert report.language == gold["report"]["language"]


def test_there_are_seven_incidents(record: Record, gold: dict[str, Any]) -> None:
    assert len(record.incidents) == len(gold["incidents"]) == 7
    assert len({_incident(record, gold, key).id for key in KEYS}) == 7


@pytest.mark.parametrize("key", KEYS)
def test_when_and_how_exactly(record: Record, gold: dict[str, Any], key: str) -> None:
    told, incident = _told(gold, key), _incident(record, gold, key)
    assert (str(incident.start), str(incident.end)) == (told["start"], told["end"])
    assert incident.date_precision is DatePrecision(told["date_precision"])
    assert incident.date_basis is DateBasis(told["date_basis"])


@pytest.mark.parametrize("key", KEYS)
def test_where_and_how_exactly(record: Record, gold: dict[str, Any], key: str) -> None:
    told, place = _told(gold, key)["place"], _incident(record, gold, key).place
    assert place is not None
    assert (place.name, place.country, place.precision.value) == (told["name"], told["country"], told["precision"])
    assert told.get("admin1") in (None, place.admin1)


@pytest.mark.parametrize("key", KEYS)
def test_what_kind(record: Record, gold: dict[str, Any], key: str) -> None:
    kind, told = _incident(record, gold, key).kind.value, _told(gold, key)["kind"]
    assert kind == told or (told in LOOSE and kind in ("airstrike", "attack_unspecified"))


@pytest.mark.parametrize("key", KEYS)
def test_nobody_is_named_as_author_but_whom_the_report_names(record: Record, gold: dict[str, Any], key: str) -> None:
    perpetrator = _incident(record, gold, key).perpetrator
    expected = {"hamas": ("hamas",), "us-strikes": ("us", "us-armed-forces")}.get(key, (None,))
    assert (perpetrator.id if perpetrator else None) in expected


@pytest.mark.parametrize("key", KEYS)
def test_no_incident_is_marked_as_claimed(record: Record, gold: dict[str, Any], key: str) -> None:
    incident = _incident(record, gold, key)
    assert incident.claimed_by == ()
    assert incident.status is Status(_told(gold, key)["status"])


@pytest.mark.parametrize("key", KEYS)
def test_only_the_hamas_attack_is_background(record: Record, gold: dict[str, Any], key: str) -> None:
    assert _incident(record, gold, key).background is _told(gold, key)["background"]


@pytest.mark.parametrize("key", ["shaddadi-29", "omar-29"])
def test_the_bases_hit_are_american(record: Record, gold: dict[str, Any], key: str) -> None:
    actor = _incident(record, gold, key).target_actor
    assert actor is not None
    assert actor.id == "us"


def test_the_tally(tally: Tally, gold: dict[str, Any]) -> None:
    (told,) = gold["tallies"]
    assert (tally.unit.value, tally.comparator.value, tally.value) == (told["unit"], told["comparator"], told["value"])
    assert str(tally.since) == told["since"]
    assert str(tally.until) == told["until"][:10]
    assert {w.value for w in tally.scope.weapons} == set(told["weapons"])
    assert _is_quoted(tally.quote, told["quote"])


def test_five_incidents_lie_inside_the_tally(tally: Tally, record: Record, gold: dict[str, Any]) -> None:
    inside = {_incident(record, gold, key).id for key in AFTER_ATTACK}
    assert set(tally.reconciliation.inside) == inside
    assert len(inside) == 5


def test_at_least_nineteen_are_not_told(tally: Tally) -> None:
    assert tally.reconciliation.missing == 19
    assert tally.reconciliation.verdict.value == "incomplete"
    assert "19 or more" in tally.reconciliation.note


@pytest.mark.parametrize("key", ["us-strikes", "hamas"])
def test_what_lies_outside_the_tally_has_a_reason(tally: Tally, record: Record, gold: dict[str, Any], key: str) -> None:
    outside = {o.incident_id: o.why for o in tally.reconciliation.outside}
    assert outside[_incident(record, gold, key).id]
    assert len(outside) == 2


def test_the_claim_reaches_a_set_and_no_single_incident(record: Record, gold: dict[str, Any]) -> None:
    (claim,) = record.claims
    (told,) = gold["claims"]
    assert claim.claimant.name == told["claimant"]
    assert claim.covers.quantifier is Quantifier.MOST
    assert claim.covers.incident_ids == ()
    assert _is_quoted(claim.quote, told["quote"])


@pytest.mark.parametrize("member", range(4))
def test_the_brand_and_its_members(record: Record, gold: dict[str, Any], member: int) -> None:
    told = gold["relations"][member]
    found = {(r.subject.name, r.object.name): r for r in record.relations if r.predicate is Predicate.BRAND_OF}
    (relation,) = [
        r for (_, name), r in found.items() if told["object"].startswith(name) and r.subject.name == told["subject"]
    ]
    assert _is_quoted(relation.quote, told["quote"])


def test_the_corps_backs_the_militias(record: Record, gold: dict[str, Any]) -> None:
    told = next(r for r in gold["relations"] if r["predicate"] == "backs")
    assert any(
        r.predicate is Predicate.BACKED_BY and r.object.id == "irgc" and _is_quoted(r.quote, told["quote"])
        for r in record.relations
    )


def test_iran_controls_the_proxies(record: Record, gold: dict[str, Any]) -> None:
    told = next(r for r in gold["relations"] if r["predicate"] == "controls")
    (found,) = [r for r in record.relations if r.predicate is Predicate.CONTROLS]
    assert found.subject.id == "ir"
    assert _is_quoted(found.quote, told["quote"])


def test_the_founding_of_the_brand(record: Record, gold: dict[str, Any]) -> None:
    told = next(r for r in gold["relations"] if r["predicate"] == "established")
    (found,) = [r for r in record.relations if r.predicate is Predicate.ESTABLISHED]
    assert found.subject.name == told["subject"]
    assert found.since == date(2020, 1, 1)
    assert _is_quoted(found.quote, told["quote"])


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        (0, LinkKind.TRIGGERED_BY),
        (1, LinkKind.RESPONDS_TO),
    ],
)
def test_links_and_their_words(record: Record, gold: dict[str, Any], link: int, kind: LinkKind) -> None:
    told = gold["links"][link]["quote"]
    quotes = [one.quote for m in record.mentions if isinstance(m, EventMention) for one in m.links if one.kind is kind]
    assert any(_is_quoted(q, told) for q in quotes)


@pytest.mark.parametrize("number", range(7))
def test_statements(record: Record, gold: dict[str, Any], number: int) -> None:
    told = gold["statements"][number]
    (found,) = [
        s for s in record.statements if s.quote.start < told["quote"]["end"] and told["quote"]["start"] < s.quote.end
    ]
    assert found.statement_kind.value == told["kind"]
    assert told["quote"]["exact"].endswith(found.quote.exact) or _is_quoted(found.quote, told["quote"])


@pytest.mark.parametrize("number", [0, 1])
def test_by_whom_the_united_states_is_meant(record: Record, gold: dict[str, Any], number: int) -> None:
    told = [s for s in gold["statements"] if s.get("by") == "United States"][number]
    (found,) = [s for s in record.statements if told["quote"]["start"] <= s.quote.start < told["quote"]["end"]]
    assert found.by is not None
    assert found.by.id in ("us", "us-armed-forces")


def test_nothing_more_is_stated(record: Record, gold: dict[str, Any]) -> None:
    assert len(record.statements) == len(gold["statements"])


def test_what_is_no_incident_gives_none(record: Record, gold: dict[str, Any]) -> None:
    behind = [m for incident in record.incidents for m in record.events_of(incident)]
    for told in gold["not_incidents"]:
        assert [m.quote.exact for m in behind if m.quote.start < told["end"] and told["start"] < m.quote.end] == []


def test_every_quote_is_a_literal_substring(record: Record) -> None:
    (report,) = record.reports
    mentions: tuple[Mention, ...] = record.mentions
    assert mentions
    for mention in mentions:
        for quote in quotes_in(mention):
            assert report.text[quote.start : quote.end] == quote.exact
