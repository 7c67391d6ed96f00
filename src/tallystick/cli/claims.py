"""``tallystick claims``, and one claim with its life."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from tallystick.cli.options import Format, FormatOption, LedgerOption
from tallystick.cli.terminal import print_rows
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.claim import Claim
from tallystick.model.report import Report
from tallystick.model.terms import ClaimStatus
from tallystick.pipeline import read_record
from tallystick.publishing import rows
from tallystick.publishing.claim_words import life_words, set_words
from tallystick.publishing.words import cite

Many = list[str] | None
_COLUMNS = ("id", "claimant", "quantifier", "number", "incidents", "mode", "channel", "made_on", "status", "words")


def claims(
    ledger: LedgerOption = "ledger.db",
    form: FormatOption = Format.TABLE,
    claimant: Annotated[
        Many, typer.Option("--claimant", metavar="NAME", help="Only by this actor, by name or id; repeatable.")
    ] = None,
    status: Annotated[
        Many, typer.Option("--status", metavar="STATUS", help=f"Only with this status: {', '.join(ClaimStatus)}.")
    ] = None,
    incident: Annotated[
        Many, typer.Option("--incident", metavar="ID", help="Only over this incident; repeatable.")
    ] = None,
) -> None:
    """List who claims what: claims of responsibility. 'show' tells the life of one."""
    with open_ledger(ledger, create=False) as opened:
        reached = {opened.incident(i)[0].id for i in incident or ()}
        found = read_record(opened).claims
    wanted = {name.casefold() for name in claimant or ()}
    shown = [
        c
        for c in found
        if (not wanted or wanted & {c.claimant.name.casefold(), (c.claimant.id or "").casefold()})
        and (not status or c.status in status)
        and (not incident or reached & set(c.covers.incident_ids))
    ]
    print_rows([_row(c, form) for c in shown], _COLUMNS, form=form, title="claims")


def claim_with_id(ledger: Ledger, claim_id: str) -> Claim | None:
    """The claim of that id, as last derived; null if there is none."""
    with ledger.standing() as standing:
        return next(iter(standing.claims([claim_id])), None)


def show_claim(claim: Claim, ledger: Ledger, *, as_json: bool) -> None:
    """Prints one claim: what it is over, how it was made, and its life in sentences with their quotes."""
    if as_json:
        sys.stdout.write(json.dumps(rows.claim_row(claim), ensure_ascii=False) + "\n")
        return
    with ledger.standing() as standing:
        heads = {r.id: r for r in standing.heads({claim.report_id, *(s.report_id for s in claim.life)})}
        incidents = standing.incidents(claim.covers.incident_ids)

    lines = [
        f"{claim.id}  {claim.status.value}",
        f"  claimant  {claim.claimant.name}",
        f"  over      {', '.join(i.id for i in incidents) or set_words(claim.covers)}",
        f"  mode      {claim.mode.value}",
        f"  channel   {claim.channel.name if claim.channel else 'not told'}",
    ]
    if claim.superseded_by:
        lines.append(f"  gave way to  {claim.superseded_by}")
    lines += ["", "What became of it", *_told(claim, heads)]
    sys.stdout.write("\n".join(lines) + "\n")


def _told(claim: Claim, reports: Mapping[str, Report]) -> Sequence[str]:
    lines = []
    for said in life_words(claim):
        lines.append(f"  {said.text}")
        if said.quote is not None:
            source = cite(reports[said.quote.report_id])
            lines.append(f"    “{' '.join(said.quote.exact.split())}” ({source})")
    return lines


def _row(claim: Claim, form: Format) -> rows.Row:
    row = rows.claim_row(claim)
    made = claim.made_on
    plain = {
        **row,
        "quantifier": claim.covers.quantifier.value,
        "number": claim.covers.number,
        "incidents": list(claim.covers.incident_ids),
        "words": claim.quote.exact,
    }
    if form is Format.JSON:
        return plain
    return {**plain, "made_on": made.start.isoformat() if made and made.start else None}
