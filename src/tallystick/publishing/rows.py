"""One row an object, ready for JSON: dates ISO, enums as codes, keys in a fixed order."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from tallystick.model.actor import Actor
from tallystick.model.claim import Claim
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention, Mention, StatementMention
from tallystick.model.relation import Relation
from tallystick.model.report import Report
from tallystick.model.tally import Tally

Row = dict[str, Any]

_OWN_TO_MENTIONS = {"kind", "modality", "confidence", "reader"}


def report_row(report: Report) -> Row:
    """A report without its text."""
    return report.model_dump(mode="json", exclude={"text", "body_start"})


def mention_row(mention: Mention, *, path: str | None = None, incident_id: str | None = None) -> Row:
    """A mention, with the path of its report and the incident it was joined to.

    An outcome and a reporter are given as plain values, their quotes beside them.
    """
    row = {**mention.model_dump(mode="json"), "path": path, "incident_id": incident_id}
    if isinstance(mention, EventMention):
        outcome, reporter = row["outcome"] or {}, row["reporter"] or {}
        row |= {
            "outcome": outcome.get("value"),
            "outcome_quote": outcome.get("quote"),
            "reporter": reporter.get("name"),
            "reporter_id": reporter.get("actor_id"),
            "reporter_quote": reporter.get("quote"),
        }
    return row


def incident_row(incident: Incident) -> Row:
    """An incident with every field, its attributions with their chain of quotes."""
    return incident.model_dump(mode="json")


def incident_json(incident: Incident, *, fields: Collection[str] = ()) -> str:
    """The row of an incident as JSON, made without the row; with those fields alone, if any are named."""
    return incident.model_dump_json(include=set(fields) if fields else None)


def tally_row(tally: Tally) -> Row:
    """A tally with its reconciliation."""
    return tally.model_dump(mode="json")


def claim_row(claim: Claim) -> Row:
    """A claim of responsibility with what it covers."""
    return claim.model_dump(mode="json")


def relation_row(relation: Relation) -> Row:
    """A relation between two actors as a report tells it, how it stands, and what the base says beside it."""
    return relation.model_dump(mode="json", exclude=_OWN_TO_MENTIONS)


def statement_row(statement: StatementMention) -> Row:
    """A statement; its ``kind`` is the kind of statement."""
    row = statement.model_dump(mode="json", exclude=_OWN_TO_MENTIONS)
    row["kind"] = row.pop("statement_kind")
    return row


def actor_row(actor: Actor) -> Row:
    """An actor met in the reports."""
    return actor.model_dump(mode="json")


def candidate_row(actor: Actor) -> Row:
    """An unknown actor with what speaks for taking it into the knowledge base beside its names."""
    row = actor.model_dump(mode="json", exclude={"known"})
    return row | (row.pop("candidate") or {})
