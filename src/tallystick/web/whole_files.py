"""The whole record as files, line by line as it is read: however large it is, little of it is held at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tallystick.model.terms import ReviewState
from tallystick.publishing.csv_columns import COLUMNS
from tallystick.web.api.forms import CSV, GEOJSON, JSONL, csv_of_rows, jsonl_lines
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.listing.files import csv_of, geojson_of, jsonl_of
from tallystick.web.nouns import NOUN, fields_of, rows_of
from tallystick.web.site import Site

INCIDENTS = "incidents"


def lines_of_file(site: Site, name: str) -> Iterator[str] | None:
    """The lines of a file, ``claims.jsonl`` or ``incidents.csv``; null if there is no such file."""
    noun, _, form = name.rpartition(".")
    if noun == INCIDENTS:
        return _lines_of_incidents(site, form)
    if noun not in NOUN:
        return None
    listed = NOUN[noun]
    if form == JSONL:
        return jsonl_lines(rows_of(site, listed))
    return csv_of_rows(fields_of(listed), rows_of(site, listed)) if form == CSV else None


def incident_ids(site: Site) -> list[str]:
    """The ids of all incidents, sorted."""
    return sorted(Found(site.catalogue.now(), Filter()).all_ids())


def rejected_ids(site: Site) -> frozenset[str]:
    """The ids of the incidents that a person rejected."""
    wanted = Filter(chosen={"review": (ReviewState.REJECTED.value,)})
    return frozenset(Found(site.catalogue.now(), wanted).all_ids())


def _lines_of_incidents(site: Site, form: str) -> Iterator[str] | None:
    """As ``tallystick export`` has them: sorted by id, and but for JSON lines without those that were rejected."""
    if form == JSONL:
        return jsonl_of(site.ledger, incident_ids(site))
    rejected = rejected_ids(site)
    ids = [id_ for id_ in incident_ids(site) if id_ not in rejected]
    if form == GEOJSON:
        return geojson_of(site.ledger, ids)
    return csv_of(site.ledger, ids, columns=COLUMNS) if form == CSV else None
