"""``tallystick unreported``: how many incidents nobody told one by one."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from tallystick.analysis.capture.from_lists import estimate_from_lists
from tallystick.analysis.unreported import estimate_unreported
from tallystick.cli.lists import SinceOption, UntilOption
from tallystick.cli.options import KnowledgeOption, LedgerOption, day_from
from tallystick.derivation.known import area_test
from tallystick.ledger import open_ledger
from tallystick.model.tally import Tally
from tallystick.model.unreported import Unreported, UnreportedEstimate
from tallystick.pipeline import default_gazetteer, read_record
from tallystick.reconciliation.note import quantity, window


def unreported(
    ledger: LedgerOption = "ledger.db",
    since: SinceOption = None,
    until: UntilOption = None,
    area: Annotated[
        list[str] | None,
        typer.Option("--area", metavar="CODE", help="Only in this country (IQ) or place (iso:IQ-AN); repeatable."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    knowledge: KnowledgeOption = None,
) -> None:
    """Estimate how many incidents nobody told one by one.

    From sources that overlap, with the counts it rests on and what is assumed, or the reason why there is no estimate;
    and the bounds that quoted counts set.
    """
    first, last = day_from(since), day_from(until)
    with open_ledger(ledger, create=False) as opened:
        in_area = area_test(default_gazetteer())
        asked = [i for i in opened.incidents(since=first, until=last) if not area or any(in_area(i, a) for a in area)]
        tallies = read_record(opened).tallies
    found, bounds = estimate_from_lists(asked), estimate_unreported(tallies)
    if as_json:
        answer = {
            "estimate": found.model_dump(mode="json"),
            "bounds": [b.model_dump(mode="json", exclude={"estimate"}) for b in bounds],
        }
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(_lines(found, bounds, tallies)) + "\n")


def _lines(found: UnreportedEstimate, bounds: Sequence[Unreported], tallies: Sequence[Tally]) -> list[str]:
    lines = [found.text]
    if found.model:
        lines.append(f"Model: {found.model}.")
    lines += [f"Doubt: {doubt}" for doubt in found.doubts]
    lines += [f"Assumed: {each}" for each in found.assumptions]
    for each in found.lists:
        pooled = f" ({', '.join(each.pooled)})" if each.pooled else ""
        lines.append(f"List: {each.name}{pooled}, {each.incidents} incidents")
    lines += [f"Told by {' and '.join(p.told_by)} only: {p.incidents}" for p in found.patterns]
    lines += [f"Left out, {out.why}: {out.incidents}" for out in found.left_out]
    by_id = {t.id: t for t in tallies}
    for bound in bounds:
        tally = by_id[bound.tally_id]
        lines.append(f"Beside it, a count of {quantity(tally)}{window(tally, tally.until)}: {bound.text}")
    return lines
