"""The list commands: incidents, tallies, claims (in a file of its own), actors, relations, reports; and ``search``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer

from tallystick.cli.actors import actors
from tallystick.cli.claims import claims
from tallystick.cli.options import Format, FormatOption, LedgerOption, day_from
from tallystick.cli.tallies import tallies
from tallystick.cli.terminal import print_rows
from tallystick.ledger import open_ledger
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.model.terms import ReviewState, Status
from tallystick.pipeline import read_record
from tallystick.publishing import rows

Many = list[str] | None
SinceOption = Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="From this day on.")]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="Up to and with this day.")]


def incidents(
    ledger: LedgerOption = "ledger.db",
    form: FormatOption = Format.TABLE,
    kind: Annotated[
        Many, typer.Option("--kind", metavar="KIND", help="Only of this kind, such as drone_attack; repeatable.")
    ] = None,
    country: Annotated[
        Many, typer.Option("--country", metavar="CODE", help="Only in this country, such as IQ.")
    ] = None,
    status: Annotated[
        Many, typer.Option("--status", metavar="STATUS", help=f"Only with this status: {', '.join(Status)}.")
    ] = None,
    review_state: Annotated[
        Many, typer.Option("--review-state", metavar="STATE", help=f"Only in this state: {', '.join(ReviewState)}.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    background: Annotated[bool, typer.Option(help="With what is told only as background, or without.")] = True,
) -> None:
    """List the incidents. What the codes mean is in docs/reference/codebook.md."""
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
    table: Callable[[Record], list[rows.Row]], columns: tuple[str, ...], title: str, *, told: str
) -> Callable[[str, Format], None]:
    def command(ledger: LedgerOption = "ledger.db", form: FormatOption = Format.TABLE) -> None:
        with open_ledger(ledger, create=False) as opened:
            record = read_record(opened)
        print_rows(table(record), columns, form=form, title=title)

    command.__doc__ = told
    return command


def _relations(record: Record) -> list[rows.Row]:
    return [{**rows.relation_row(r), "base_note": r.base.note, "words": r.quote.exact} for r in record.relations]


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
    "tallies": tallies,
    "claims": claims,
    "actors": actors,
    "relations": _list_of(
        _relations,
        ("id", "subject", "predicate", "object", "grade", "standing", "base_note", "words"), "relations",
        told="List the relations that reports tell, beside the base.",
    ),
    "reports": _list_of(
        _reports,
        (
            "id", "path", "publisher", "published_on", "published_basis", "language", "syndicated_from", "why_copy",
            "credits", "set_aside",
        ),
        "reports", told="List the reports, each with its copies behind it.",
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
        with opened.standing() as standing:
            paths = {r.id: r.path or r.url for r in standing.heads({hit.report_id for hit in hits})}
    found = [{**h.model_dump(mode="json"), "path": paths.get(h.report_id)} for h in hits]
    print_rows(found, ("report_id", "path", "snippet"), form=form, title="reports")
