"""The rows of the table as a file, however many: read batch by batch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import orjson

from tallystick.ledger import Ledger
from tallystick.ledger.standing import Standing
from tallystick.model.incident import Incident
from tallystick.publishing.csv import table_lines
from tallystick.publishing.csv_columns import Column, Told, tell
from tallystick.publishing.geojson import incident_feature
from tallystick.publishing.rows import incident_json
from tallystick.web.filters import Filter

BATCH = 100
"""How many incidents are held at a time."""

BYTE_ORDER_MARK = "\ufeff"
"""By which Excel knows a file for UTF-8."""

_LONGEST_NAME = 80


def csv_of(ledger: Ledger, ids: Sequence[str], *, columns: Sequence[Column]) -> Iterator[str]:
    """The lines of a table of those incidents, in their order; the header first."""
    return table_lines(_told(ledger, ids, columns=columns), columns=columns)


def geojson_of(ledger: Ledger, ids: Sequence[str]) -> Iterator[str]:
    """Those incidents as a FeatureCollection (RFC 7946), in their order."""
    yield '{"type":"FeatureCollection","features":['
    for number, incident in enumerate(incidents_of(ledger, ids)):
        yield ("," if number else "") + orjson.dumps(incident_feature(incident)).decode()
    yield "]}\n"


def jsonl_of(ledger: Ledger, ids: Sequence[str]) -> Iterator[str]:
    """Those incidents in their order with every field, one a line."""
    return (f"{incident_json(each)}\n" for each in incidents_of(ledger, ids))


def incidents_of(ledger: Ledger, ids: Sequence[str]) -> Iterator[Incident]:
    """The incidents in the order given; one that a derivation gave up meanwhile is left out.

    Each batch is read by itself, so that a slow reader keeps no connection to the database.
    """
    for batch in _batches(ids):
        with ledger.standing() as standing:
            incidents = standing.each_incident(batch)
        yield from incidents


def file_name(wanted: Filter, form: str) -> str:
    """What a file of the incidents that fit is called: ``incidents-drone-attack-iq-since-2023-10-17.csv``."""
    told = [value for values in wanted.chosen.values() for value in values]
    told += [f"{name}-{day}" for name, day in (("since", wanted.since), ("until", wanted.until)) if day]
    told += [wanted.query] if wanted.query else []
    told += {"no": ["no-history"], "only": ["history"]}.get(wanted.background, [])
    words = re.findall(r"[a-z0-9]+", " ".join(["incidents", *told]).casefold())
    return f"{'-'.join(words)[:_LONGEST_NAME].rstrip('-')}.{form}"


def _told(ledger: Ledger, ids: Sequence[str], *, columns: Sequence[Column]) -> Iterator[Told]:
    for batch in _batches(ids):
        with ledger.standing() as standing:
            told = tell_in_order(standing, batch, columns=columns)
        yield from told


def tell_in_order(standing: Standing, ids: Sequence[str], *, columns: Iterable[Column]) -> Iterator[Told]:
    """The incidents in the order given; with what tells them, if one of the columns needs it."""
    if not any(column.from_reports for column in columns):
        return tell(standing.each_incident(ids))
    incidents = list(standing.each_incident(ids))
    mentions = standing.mentions({id_ for incident in incidents for id_ in incident.mentions})
    heads = standing.heads({mention.report_id for mention in mentions})
    return tell(incidents, mentions=mentions, reports=heads)


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
