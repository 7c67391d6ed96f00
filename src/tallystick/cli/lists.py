"""The list commands: incidents, tallies, claims, actors, relations, reports; and ``search``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer

from tallystick.cli.options import Format, FormatOption, LedgerOption, day_from
from tallystick.cli.terminal import print_rows
from tallystick.ledger import open_ledger
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.pipeline import read_record
from tallystick.publishing import rows

Many = list[str] | None
SinceOption = Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="From this day on.")]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="Up to and with this day.")]


def incidents(
    ledger: LedgerOption = "ledger.db",
    form: FormatOption = Format.TABLE,
    kind: Annotated[Many, typer.Option("--kind", help="Only of this kind; may be repeated.")] = None,
    country: Annotated[Many, typer.Option("--country", help="Only in this country (alpha-2).")] = None,
    status: Annotated[Many, typer.Option("--status", help="Only with this status.")] = None,
    review_state: Annotated[Many, typer.Option("--review-state", help="Only in this state of review.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    background: Annotated[bool, typer.Option(help="With what is told only as background.")] = True,
) -> None:
    """List the incidents of a ledger."""
    with open_ledger(ledger, create=False) as opened:
        found = opened.incidents(
            kind=kind, country=country, status=status, review_state=review_state,
            since=day_from(since), until=day_from(until),
        )  # fmt: skip
    shown = [rows.incident_row(i) for i in found if background or not i.background]
    shown.sort(key=_by_day)
    columns = (
        "id",
        "start",
        "end",
        "kind",
        "place",
        "target",
        "perpetrator",
        "claimed_by",
        "status",
        "outcome",
        "sources",
    )
    print_rows(
        [{**r, "claimed_by": [c["name"] for c in r["claimed_by"]]} if form is not Format.JSON else r for r in shown],
        columns,
        form=form,
        title="incidents",
    )


def _by_day(row: rows.Row) -> tuple[str, str]:
    return str(row["start"] or "9999"), str(row["id"])


def _list_of(
    table: Callable[[Record], list[rows.Row]], columns: tuple[str, ...], title: str
) -> Callable[[str, Format], None]:
    def command(ledger: LedgerOption = "ledger.db", form: FormatOption = Format.TABLE) -> None:
        with open_ledger(ledger, create=False) as opened:
            record = read_record(opened)
        print_rows(table(record), columns, form=form, title=title)

    command.__doc__ = f"List the {title} of a ledger."
    return command


def _tallies(record: Record) -> list[rows.Row]:
    shown = []
    for tally in record.tallies:
        row = rows.tally_row(tally)
        shown.append({**row, "verdict": tally.reconciliation.verdict.value, "note": tally.reconciliation.note})
    return shown


def _claims(record: Record) -> list[rows.Row]:
    return [
        {
            **rows.claim_row(c),
            "quantifier": c.covers.quantifier.value,
            "incidents": list(c.covers.incident_ids),
            "words": c.quote.exact,
        }
        for c in record.claims
    ]


def _relations(record: Record) -> list[rows.Row]:
    return [{**rows.relation_row(r), "words": r.quote.exact} for r in record.relations]


def _reports(record: Record) -> list[rows.Row]:
    """The reports by family: each original, by day, with its copies behind it."""
    day = {r.id: r.published_on or date.max for r in record.reports}

    def by_family(report: Report) -> tuple[date, str, bool, date, str]:
        family = report.syndicated_from or report.id
        return day.get(family, date.max), family, family != report.id, day[report.id], report.id

    return [
        {
            **rows.report_row(r),
            "why_copy": r.copied.why if r.copied else None,
            "credits": r.credited_to.name if r.credited_to else None,
        }
        for r in sorted(record.reports, key=by_family)
    ]


COMMANDS: dict[str, Callable[..., None]] = {
    "incidents": incidents,
    "tallies": _list_of(
        _tallies, ("id", "comparator", "value", "unit", "since", "until", "counter", "verdict", "note"), "tallies"
    ),
    "claims": _list_of(_claims, ("id", "claimant", "quantifier", "incidents", "mode", "status", "words"), "claims"),
    "actors": _list_of(
        lambda r: [rows.actor_row(a) for a in r.actors], ("id", "name", "type", "known", "aliases"), "actors"
    ),
    "relations": _list_of(_relations, ("id", "subject", "predicate", "object", "grade", "words"), "relations"),
    "reports": _list_of(
        _reports,
        (
            "id", "path", "publisher", "published_on", "published_basis", "language", "syndicated_from", "why_copy",
            "credits", "set_aside",
        ),
        "reports",
    ),
}  # fmt: skip


def search(
    query: Annotated[str, typer.Argument(help='Words; "words in quotes" must follow one another.')],
    ledger: LedgerOption = "ledger.db",
    form: FormatOption = Format.TABLE,
) -> None:
    """Find reports by the words in them."""
    with open_ledger(ledger, create=False) as opened:
        hits = opened.search(query)
        paths = {r.id: r.path or r.url for r in opened.reports()}
    found = [{**h.model_dump(mode="json"), "path": paths.get(h.report_id)} for h in hits]
    print_rows(found, ("report_id", "path", "snippet"), form=form, title="reports")
