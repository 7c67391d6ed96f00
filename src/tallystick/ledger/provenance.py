"""What a report is said to be, when it came in more than once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tallystick.model.report import Report
from tallystick.model.terms import DatelineBasis

# The columns that a report and each of its sources share.
FIELDS = ("path", "url", "publisher", "title", "published_on", "published_basis", "language", "body_start")

# Which publication day is believed first: what a person gave, then what the publisher set down.
_TRUST = {
    DatelineBasis.GIVEN: 0,
    DatelineBasis.METADATA: 1,
    DatelineBasis.HEADER: 2,
    DatelineBasis.TEXT: 3,
    DatelineBasis.NONE: 4,
}


def fields_of(report: Report) -> dict[str, Any]:
    """What one source says of a report, all but the text."""
    return {**{field: getattr(report, field) for field in FIELDS}, "published_basis": report.published_basis.value}


def source_id(report_id: str, raw_sha256: str, fields: Mapping[str, Any]) -> str:
    """The id of a source: the SHA-256 of all it says, so that taking it in again changes nothing."""
    said = {**fields, "report_id": report_id, "raw_sha256": raw_sha256}
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def merged(sources: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What a report is taken to be: each field from the first source that has it, the most trusted source first.

    The order in which the sources came in does not count, but for one case: of two days given by a person in
    different batches the later one holds, since it corrects the other.
    """
    ranked = sorted(sources, key=_rank)
    first = ranked[0]
    fields = {
        field: next((source[field] for source in ranked if source[field] is not None), None)
        for field in ("path", "url", "publisher", "title", "language")
    }
    together = ("published_on", "published_basis", "body_start", "raw_sha256")
    return {**fields, **{field: first[field] for field in together}}


def _rank(source: Mapping[str, Any]) -> tuple[Any, ...]:
    basis = DatelineBasis(source["published_basis"])
    correction = -int(source["batch"]) if basis is DatelineBasis.GIVEN else 0
    return (_TRUST[basis], correction, source["published_on"] or date.max, source["path"] or "", source["id"])
