"""Ledgers of made reports, derived step by step and as a whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from tallystick.derivation.derive import bring_up_to_date, read_record
from tallystick.derivation.whole import derive_whole
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.gazetteer import Gazetteer
from tallystick.ledger import Ledger
from tallystick.model.mention import Mention
from tallystick.model.place import Place
from tallystick.model.record import Record
from tallystick.model.report import Report
from tests.resolution.build import KNOWS

READER = "by-hand-1"
KNOWLEDGE = KnowledgeBase(actors=(), fingerprint="made")


class _Places:
    """As much of a gazetteer as derivation asks for."""

    contains = staticmethod(KNOWS.contains)
    distance_km = staticmethod(KNOWS.distance_km)

    def place(self, _place_id: str) -> Place | None:
        return None

    def country(self, _code: str) -> Place | None:
        return None


PLACES = cast(Gazetteer, _Places())


@dataclass(frozen=True)
class Told:
    """A report and what was read in it."""

    report: Report
    mentions: tuple[Mention, ...]


def report_of(name: str, published: date | None) -> Report:
    text = f"{name} " * 8 + name
    return Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text, path=name, published_on=published)


def take(ledger: Ledger, told: Iterable[Told]) -> None:
    for one in told:
        ledger.add_reports([(one.report, one.report.text.encode())])
        ledger.save_reading(one.report.id, READER, one.mentions)


def update(ledger: Ledger, *, whole: bool = False) -> int:
    return bring_up_to_date(ledger, knowledge=KNOWLEDGE, gazetteer=PLACES, whole=whole).looked_at


def record_of(ledger: Ledger) -> Record:
    return read_record(ledger, knowledge=KNOWLEDGE, gazetteer=PLACES)


def as_a_whole(ledger: Ledger) -> Record:
    """What deriving everything would give now; nothing is saved."""
    return derive_whole(ledger, knowledge=KNOWLEDGE, gazetteer=PLACES, inputs="", dirt=0, turn=ledger.turn()).record


def without_ids(record: Record) -> str:
    """A record with every incident called after its mentions, which no order changes."""
    text = record.model_copy(update={"tombstones": ()}).model_dump_json()
    for incident in record.incidents:
        text = text.replace(incident.id, f"<{min(incident.mentions)}>")
    return json.dumps(_in_order(json.loads(text)))


def _in_order(value: Any) -> Any:
    """Plain values with the lists in an order that no id decides."""
    if isinstance(value, dict):
        return {name: _in_order(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return sorted((_in_order(inner) for inner in value), key=json.dumps)
    return value


def differences(left: Record, right: Record) -> list[str]:
    """The parts in which two records differ, for a failing test to tell."""
    return [
        f"{name}: {ours} != {theirs}"
        for name in Record.model_fields
        for ours, theirs in _pairs(getattr(left, name), getattr(right, name))
    ]


def _pairs(left: Sequence[object], right: Sequence[object]) -> Iterable[tuple[object, object]]:
    return [(a, None) for a in left if a not in right] + [(None, b) for b in right if b not in left]
